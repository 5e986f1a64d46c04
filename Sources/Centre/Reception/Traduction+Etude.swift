import Convention
import Interface

extension Traduction {
  /// The demand that a message of an étude names.
  static func cle(_ record: Enregistrement) -> CleDemande? {
    guard let application = record.texte("application_source"), let exploitation = record.texte("exploitation"),
      let numero = record.texte("numero_demande")
    else { return nil }
    return CleDemande(application: application, exploitation: exploitation, numero: numero)
  }

  /// The message of an accepted group of an étude's file.
  static func message(_ groupe: Groupe, etude: CodeEtude, bilan: Bool) -> Message? {
    guard let root = groupe.racine, let numero = root.entier("numero_message"), let fait = root.jour("date_fait"),
      let contenu = contenu(root, groupe)
    else { return nil }
    return Message(entete: EnteteMessage(etude: etude, numero: numero, fait: fait, bilan: bilan), contenu: contenu)
  }

  private static func contenu(_ record: Enregistrement, _ groupe: Groupe) -> Message.Contenu? {
    switch record.codeType {
    case "60": accuse(record)
    case "61": action(record)
    case "62": constat(record)
    case "63": renseignement(record)
    case "64": encaissement(record, groupe)
    case "66": prolongation(record)
    case "67": autorisation(record)
    case "68": acte(record)
    case "69": justification(record)
    case "70": fin(record)
    case "71": retour(record)
    case "72": avancement(record)
    case "73": rectification(record)
    default: nil
    }
  }

  private static func accuse(_ record: Enregistrement) -> Message.Contenu? {
    guard let instant = record.horodatage("horodatage_reception"),
      let text = record.texte("horodatage_reception")
    else { return nil }
    let (reference, comment) = (record.texte("reference_etude"), record.texte("commentaire"))
    guard record.texte("statut_accuse") == "A" else {
      return .refus(
        RefusEtude(horodatage: text, motif: record.texte("motif_refus"), reference: reference, commentaire: comment))
    }
    return .accuse(Accuse(horodatage: text, jour: instant.jour, reference: reference, commentaire: comment))
  }

  private static func action(_ record: Enregistrement) -> Message.Contenu? {
    guard let code = record.texte("code_action") else { return nil }
    return .action(
      Action(
        code: code, horodatage: record.texte("horodatage_action") ?? "", rangRedevable: rang(record),
        resultat: record.texte("resultat_action"), executant: record.texte("executant") ?? "E",
        reference: record.texte("reference_document"), commentaire: record.texte("commentaire")))
  }

  private static func constat(_ record: Enregistrement) -> Message.Contenu? {
    guard let code = record.texte("code_constat") else { return nil }
    return .constat(
      Constat(
        code: code, rangRedevable: rang(record), typeJustificatif: record.texte("type_justificatif"),
        referenceJustificatif: record.texte("reference_justificatif"),
        dateJustificatif: record.jour("date_justificatif"), motifPnd: record.texte("motif_pnd"),
        source: record.texte("source_information"), empreinteDocument: record.texte("empreinte_document"),
        adresse: adressePresente(record)))
  }

  private static func renseignement(_ record: Enregistrement) -> Message.Contenu? {
    guard let type = record.texte("type_renseignement") else { return nil }
    return .renseignement(
      Renseignement(
        type: type, rangRedevable: rang(record), source: record.texte("source_information"),
        nomTiers: record.texte("nom_tiers"), referenceTiers: record.texte("reference_tiers"),
        adresse: adressePresente(record), texte: record.texte("texte_libre")))
  }

  private static func encaissement(_ record: Enregistrement, _ groupe: Groupe) -> Message.Contenu? {
    guard let numero = record.texte("numero_encaissement"), let recu = record.montant("montant_recu"),
      let creance = record.montant("montant_creance")
    else { return nil }
    let parts = groupe.enfants().map { groupe[$0] }.filter { $0.rejet == nil }
    return .encaissement(
      Encaissement(
        numero: numero, annule: record.texte("sens") == "-" ? record.texte("encaissement_annule") : nil,
        moyen: record.texte("moyen_paiement") ?? "", ordre: record.texte("ordre_paiement") ?? "", recu: recu,
        creance: creance, fraisHT: record.montant("montant_frais_ht"), tva: record.montant("montant_tva"),
        reversement: record.texte("mode_reversement") ?? "", remise: record.jour("date_remise"),
        payeur: record.texte("nom_payeur"),
        ventilation: parts.map {
          Imputation(rangTitre: Int($0.entier("rang_titre") ?? 0), montant: $0.montant("montant") ?? .zero)
        }, messages: parts.compactMap { $0.entier("numero_message") }))
  }

  private static func prolongation(_ record: Enregistrement) -> Message.Contenu? {
    guard let end = record.jour("date_fin_demandee"), let motif = record.texte("motif_prolongation") else { return nil }
    return .prolongation(
      DemandeProlongation(finDemandee: end, motif: motif, commentaire: record.texte("commentaire")))
  }

  private static func autorisation(_ record: Enregistrement) -> Message.Contenu? {
    guard let objet = record.texte("objet_autorisation") else { return nil }
    return .autorisation(
      DemandeAutorisation(
        objet: objet, mesure: record.texte("mesure_proposee"), montant: record.montant("montant"),
        referenceDocument: record.texte("reference_document"), empreinteDocument: record.texte("empreinte_document"),
        motif: record.texte("motif")))
  }

  private static func acte(_ record: Enregistrement) -> Message.Contenu? {
    guard let code = record.texte("code_acte"), let state = record.texte("numero_etat_poursuites") else { return nil }
    return .acte(
      Acte(
        code: code, etatPoursuites: state, rangRedevable: rang(record), montantVise: record.montant("montant_vise"),
        motifCarence: record.texte("motif_carence"), signatureDebiteur: record.texte("signature_debiteur"),
        motifNonSignature: record.texte("motif_non_signature"), valeurEstimee: record.montant("valeur_estimee"),
        coutVente: record.montant("cout_vente_estime"), referenceDocument: record.texte("reference_document") ?? "",
        empreinteDocument: record.texte("empreinte_document"),
        ouvertureForcee: record.texte("ouverture_forcee").map { $0 == "O" }))
  }

  private static func retour(_ record: Enregistrement) -> Message.Contenu? {
    guard let state = record.texte("numero_etat_poursuites"), let reference = record.texte("reference_document") else {
      return nil
    }
    return .retour(
      RetourCirconstancie(
        etatPoursuites: state, referenceDocument: reference, empreinteDocument: record.texte("empreinte_document"),
        commentaire: record.texte("commentaire")))
  }

  private static func avancement(_ record: Enregistrement) -> Message.Contenu? {
    guard let etape = record.texte("etape") else { return nil }
    return .avancement(Avancement(etape: etape, commentaire: record.texte("commentaire")))
  }

  private static func rectification(_ record: Enregistrement) -> Message.Contenu? {
    guard let message = record.entier("message_rectifie"), let motif = record.texte("motif") else { return nil }
    return .rectification(Rectification(message: message, motif: motif))
  }

  private static func justification(_ record: Enregistrement) -> Message.Contenu? {
    guard let relance = record.texte("relance_concernee"), let motif = record.texte("motif_retard") else { return nil }
    return .justification(
      JustificationRetard(relance: relance, motif: motif, commentaire: record.texte("commentaire")))
  }

  private static func fin(_ record: Enregistrement) -> Message.Contenu? {
    guard let motif = record.texte("motif_fin") else { return nil }
    return .fin(
      FinIntervention(
        motif: motif, resteDu: record.montant("reste_du") ?? .zero,
        referenceDocument: record.texte("reference_document"), empreinteDocument: record.texte("empreinte_document"),
        commentaire: record.texte("commentaire")))
  }

  private static func rang(_ record: Enregistrement) -> Int? { record.entier("rang_redevable").map(Int.init) }
}
