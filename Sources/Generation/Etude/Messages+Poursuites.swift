import Convention

extension Messages {
  /// The record of what belongs to the judicial recovery; 71 to 73 exist from version 2 of the format on.
  mutating func poursuite(_ acte: ActeDePoursuite, _ dossier: DossierTenu) -> Ligne {
    switch acte {
    case .acte(let code, let etat, let portesForcees):
      self.acte(code, etat, dossier, [("ouverture_forcee", portesForcees ? .indicateur(true) : nil)])
    case .carence(let carence): self.acte("052", nil, dossier, Messages.valeurs(carence))
    case .vendre: accord("V", dossier, [("reference_document", .texte("PV-\(dossier.numero)"))])
    case .ouvrir: accord("O", dossier, [("montant", .montant(dossier.reste))])
    case .changer(let mesure):
      accord("M", dossier, [("mesure_proposee", .texte(mesure)), ("motif", .texte("AUCUN AUTRE BIEN UTILE"))])
    case .retour:
      message(
        "71", dossier,
        [
          ("numero_etat_poursuites", .texte(dossier.etatPoursuites ?? dossier.numero)),
          ("reference_document", .texte("FORM-\(dossier.numero)")), ("commentaire", .texte("POURSUITES ARRÊTÉES")),
        ])
    case .avancement(let etape): message("72", dossier, [("etape", .texte(etape))])
    case .rectification(let numero):
      message("73", dossier, [("message_rectifie", .entier(numero)), ("motif", .texte("MONTANT VISÉ INEXACT"))])
    }
  }

  private mutating func acte(
    _ code: String, _ etat: String?, _ dossier: DossierTenu, _ valeurs: [(nom: String, valeur: Valeur?)]
  ) -> Ligne {
    message(
      "68", dossier,
      [
        ("code_acte", .texte(code)),
        ("numero_etat_poursuites", .texte(etat ?? dossier.etatPoursuites ?? dossier.numero)),
        ("montant_vise", .montant(dossier.reste)), ("reference_document", .texte("PV\(code)-\(dossier.numero)")),
      ] + valeurs)
  }

  private static func valeurs(_ carence: CarenceFictive) -> [(nom: String, valeur: Valeur?)] {
    [
      ("motif_carence", carence.motif.map { .texte($0) }),
      ("signature_debiteur", carence.motif.map { _ in .texte(carence.nonSignature == nil ? "O" : "N") }),
      ("motif_non_signature", carence.nonSignature.map { .texte($0) }),
      ("valeur_estimee", carence.valeur.map { .montant($0) }), ("cout_vente_estime", carence.cout.map { .montant($0) }),
    ]
  }

  private mutating func accord(
    _ objet: String, _ dossier: DossierTenu, _ valeurs: [(nom: String, valeur: Valeur?)]
  ) -> Ligne {
    message("67", dossier, [("objet_autorisation", .texte(objet))] + valeurs)
  }
}
