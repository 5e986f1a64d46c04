import Convention
import Registre

/// Records 86 to 94: what an étude reported and how a phase ended.
enum Faits {
  static func accuse(_ rendu: EvenementRendu, _ fait: AccuseRecu) -> LigneEmise {
    LigneEmise(
      "86",
      debut(rendu, fait.entete) + [
        ("statut_accuse", .texte("A")), ("horodatage_reception", .texte(fait.accuse.horodatage)),
        ("reference_etude", .texte(fait.accuse.reference)), ("date_fin_phase", .jour(fait.terme)),
      ])
  }

  static func refus(_ rendu: EvenementRendu, _ fait: DossierRefuse) -> LigneEmise {
    LigneEmise(
      "86",
      debut(rendu, fait.entete) + [
        ("statut_accuse", .texte("R")), ("horodatage_reception", .texte(fait.refus.horodatage)),
        ("motif_refus", .texte(fait.refus.motif)), ("reference_etude", .texte(fait.refus.reference)),
      ])
  }

  static func actions(_ rendu: EvenementRendu, _ fait: ActionEngagee, _ resume: ResumeActions) -> LigneEmise {
    func nombre(_ famille: Action.Famille) -> Valeur { .entier(resume.nombres[famille] ?? 0) }
    return LigneEmise(
      "87",
      debut(rendu, fait.entete) + [
        ("nombre_courriers", nombre(.courrier)), ("nombre_messages", nombre(.message)),
        ("nombre_appels", nombre(.appel)),
        ("nombre_visites", nombre(.visite)), ("date_premiere_action", .jour(resume.premiere)),
        ("date_derniere_action", .jour(resume.derniere)), ("dernier_resultat", .texte(resume.dernierResultat)),
      ])
  }

  static func constat(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .constatEtabli(let fait) = rendu.date.evenement, fait.entete.bilan else { return nil }
    let item = fait.constat
    return LigneEmise(
      "88",
      debut(rendu, fait.entete) + [
        ("code_constat", .texte(item.code)), ("date_constat", .jour(fait.entete.fait)),
        ("rang_redevable", .entier(item.rangRedevable)), ("type_justificatif", .texte(item.typeJustificatif)),
        ("reference_justificatif", .texte(item.referenceJustificatif)),
        ("date_justificatif", .jour(item.dateJustificatif)), ("motif_pnd", .texte(item.motifPnd)),
        ("source_information", .texte(item.source)),
      ] + adresse(item.adresse))
  }

  static func renseignement(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .renseignementDonne(let fait) = rendu.date.evenement, fait.entete.bilan else { return nil }
    let item = fait.renseignement
    return LigneEmise(
      "89",
      debut(rendu, fait.entete) + [
        ("type_renseignement", .texte(item.type)), ("date_renseignement", .jour(fait.entete.fait)),
        ("rang_redevable", .entier(item.rangRedevable)), ("source_information", .texte(item.source)),
        ("nom_tiers", .texte(item.nomTiers)), ("reference_tiers", .texte(item.referenceTiers)),
        ("texte_libre", .texte(item.texte)),
      ] + adresse(item.adresse))
  }

  static func prolongation(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .prolongationDemandee(let fait) = rendu.date.evenement else { return nil }
    return LigneEmise(
      "90",
      debut(rendu, fait.entete) + [
        ("numero_message", .entier(fait.entete.numero)), ("date_demande", .jour(fait.entete.fait)),
        ("date_fin_actuelle", .jour(fait.terme)), ("date_fin_demandee", .jour(fait.demande.finDemandee)),
        ("motif_prolongation", .texte(fait.demande.motif)), ("commentaire", .texte(fait.demande.commentaire)),
      ])
  }

  static func autorisation(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .autorisationDemandee(let fait) = rendu.date.evenement else { return nil }
    let item = fait.demande
    return LigneEmise(
      "91",
      debut(rendu, fait.entete) + [
        ("numero_message", .entier(fait.entete.numero)), ("date_demande", .jour(fait.entete.fait)),
        ("objet_autorisation", .texte(item.objet)), ("mesure_proposee", .texte(item.mesure)),
        ("montant", .montant(item.montant)), ("reference_document", .texte(item.referenceDocument)),
        ("empreinte_document", .texte(item.empreinteDocument)), ("motif", .texte(item.motif)),
      ])
  }

  static func acte(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .acteSignale(let fait) = rendu.date.evenement, fait.entete.bilan else { return nil }
    let item = fait.acte
    return LigneEmise(
      "92",
      debut(rendu, fait.entete) + [
        ("code_acte", .texte(item.code)), ("date_acte", .jour(fait.entete.fait)),
        ("numero_etat_poursuites", .texte(item.etatPoursuites)), ("rang_redevable", .entier(item.rangRedevable)),
        ("motif_carence", .texte(item.motifCarence)), ("signature_debiteur", .texte(item.signatureDebiteur)),
        ("motif_non_signature", .texte(item.motifNonSignature)), ("valeur_estimee", .montant(item.valeurEstimee)),
        ("cout_vente_estime", .montant(item.coutVente)), ("reference_document", .texte(item.referenceDocument)),
        ("empreinte_document", .texte(item.empreinteDocument)),
      ])
  }

  static func fin(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .phaseTerminee(let fait) = rendu.date.evenement else { return nil }
    return LigneEmise(
      "94",
      [
        ("numero_demande", .texte(rendu.cle.numero)), ("etude", .texte(fait.etude?.texte)),
        ("motif_fin", .texte(fait.motif)), ("date_fin_phase", .jour(fait.date)), ("reste_du", .montant(fait.resteDu)),
        ("reprise_poursuites", .indicateur(fait.reprise)), ("numero_evenement", .entier(fait.numeroEvenement)),
        ("reference_document", .texte(fait.referenceDocument)),
        ("empreinte_document", .texte(fait.empreinteDocument)), ("commentaire", .texte(fait.commentaire)),
      ])
  }

  /// 96 to 98: from version 2 of the format on; a file in version 1 has no place for them.
  static func avancement(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .avancementSignale(let fait) = rendu.date.evenement, fait.entete.bilan else { return nil }
    return LigneEmise(
      "96",
      debut(rendu, fait.entete) + [
        ("date_fait", .jour(fait.entete.fait)), ("etape", .texte(fait.avancement.etape)),
        ("commentaire", .texte(fait.avancement.commentaire)),
      ])
  }

  static func retour(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .retourEtabli(let fait) = rendu.date.evenement, fait.entete.bilan else { return nil }
    let item = fait.retour
    return LigneEmise(
      "97",
      debut(rendu, fait.entete) + [
        ("date_fait", .jour(fait.entete.fait)), ("numero_etat_poursuites", .texte(item.etatPoursuites)),
        ("reference_document", .texte(item.referenceDocument)),
        ("empreinte_document", .texte(item.empreinteDocument)), ("commentaire", .texte(item.commentaire)),
      ])
  }

  static func rectification(_ rendu: EvenementRendu) -> LigneEmise? {
    guard case .messageRectifie(let fait) = rendu.date.evenement, fait.entete.bilan else { return nil }
    return LigneEmise(
      "98",
      debut(rendu, fait.entete) + [
        ("date_fait", .jour(fait.entete.fait)), ("message_rectifie", .entier(fait.rectification.message)),
        ("motif", .texte(fait.rectification.motif)),
      ])
  }

  private static func debut(_ rendu: EvenementRendu, _ entete: EnteteMessage) -> [(String, Valeur)] {
    [("numero_demande", .texte(rendu.cle.numero)), ("etude", .texte(entete.etude.texte))]
  }

  private static func adresse(_ adresse: Adresse?) -> [(String, Valeur)] {
    guard let adresse else { return [] }
    let lines = adresse.lignes.enumerated().map { index, text in
      ("adresse_ligne\(index + 1)", Valeur.texte(text.isEmpty ? nil : text))
    }
    return lines + [
      ("code_postal", .texte(adresse.codePostal)), ("localite", .texte(adresse.localite)),
      ("code_insee", .texte(adresse.insee)), ("code_pays", .texte(adresse.pays)),
    ]
  }
}
