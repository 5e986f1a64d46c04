import Convention

/// The clauses of a contract in words, for a terminal as for a page.
public struct ClausesDeContrat {
  let vu: ContratVu

  public init(_ vu: ContratVu) { self.vu = vu }

  public var paires: [(terme: String, valeur: String)] {
    dates + delais + signatures + termes
  }

  private var contrat: ContratDepartemental { vu.contrat }
  private var clauses: ContratDepartemental.Clauses { contrat.clauses }

  private var dates: [(terme: String, valeur: String)] {
    [
      ("Étude", vu.histoire.etude.texte), ("Département", vu.histoire.departement.texte),
      ("Contrat", "du \(contrat.du.texte) au \(contrat.au.texte), sans reconduction tacite"),
    ] + (contrat.denonceLe.map { [("Dénonciation", "notifiée le \($0.texte)")] } ?? [])
      + (contrat.resilieLe.map { [("Résiliation", "notifiée le \($0.texte)")] } ?? [])
  }

  private var delais: [(terme: String, valeur: String)] {
    Phase.allCases.map { ("Durée, \($0.libelle)", "\(contrat.delaiDays($0)) jours") } + [
      ("Départ du délai", contrat.departDuDelai.libelle),
      ("Import par tableur", contrat.importTableur ? "prévu" : "non prévu"),
    ]
  }

  private var signatures: [(terme: String, valeur: String)] {
    let engagement =
      switch clauses.engagement {
      case nil: "déclaré complet"
      case .attendu?: "attendu"
      case .pris(let le)?: "pris le \(le.texte)"
      }
    guard let signatures = contrat.signatures else {
      return [("Signatures", "déclaré complet"), ("Engagement de l’étude", engagement)]
    }
    return vu.histoire.autorite.signataires.map { qualite in
      ("Signature, \(qualite.libelle)", signatures[qualite].map { "le \($0.texte)" } ?? "manque")
    } + [("Engagement de l’étude", engagement)]
  }

  private var termes: [(terme: String, valeur: String)] {
    let seuil = contrat.seuil(on: vu.jour).map { PhraseDActeDeContrat.texte($0) }
    let periodicites = Periodicite.Document.allCases.compactMap { contrat.periodicite($0, on: vu.jour) }
    return [("Seuil", seuil ?? "aucun seuil communiqué")]
      + periodicites.map { ("Périodicité, \($0.document.libelle)", "\($0.months) mois, depuis le \($0.du.texte)") }
      + clauses.papier.map {
        (
          "Papier, \(PhraseDActeDeContrat.postes($0.poste))",
          "du \($0.du.texte)\($0.au.map { " au \($0.texte)" } ?? ""), \($0.motif.libelle)"
        )
      }
      + clauses.ouvertures.map { ("Application ouverte", "\($0.application), à partir du \($0.du.texte)") }
  }
}
