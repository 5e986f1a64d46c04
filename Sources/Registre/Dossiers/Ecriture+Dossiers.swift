import Convention
import SQLEngine

extension Ecriture {
  func insert(_ fiche: Fiche, jour: Jour) throws {
    ecarts.note(fiche.dossier, before: nil)
    try connection.runLater(
      DossierColonnes.insertion, identity(of: fiche, jour: jour) + DossierColonnes.values(of: fiche.dossier))
  }

  func update(_ fiche: Fiche, before: Dossier) throws {
    ecarts.note(fiche.dossier, before: before)
    try connection.runLater(DossierColonnes.miseAJour, DossierColonnes.values(of: fiche.dossier) + [.int(fiche.id)])
  }

  private func identity(of fiche: Fiche, jour: Jour) -> [SQLValue] {
    let (demande, source) = (fiche.dossier.demande, fiche.source)
    let principal = demande.principal
    return [
      .int(fiche.id), .text(demande.cle.application), .text(demande.cle.exploitation), .text(demande.cle.numero),
      .text(demande.poste), .text(demande.phase.rawValue), .text(demande.categorie), .text(demande.date.iso),
      .text(demande.titres.first?.nature ?? ""), .int(demande.montant.cents), .text(principal?.nomComplet ?? ""),
      .text(String(decoding: repli("\(principal?.nom ?? "") \(principal?.prenom ?? "")"), as: UTF8.self)),
      .bool(demande.redevables.contains { !$0.telephones.isEmpty }), .int(source.fichier), .int(source.ligne),
      .int(source.octet), .int(source.longueur), .int(source.lignes), .text(jour.iso),
    ]
  }
}

/// The projection of a dossier: which columns, from which state.
enum DossierColonnes {
  /// Never change.
  static let identite = [
    "id", "application", "exploitation", "numero", "poste", "phase", "categorie", "date_demande", "nature",
    "montant", "nom", "nom_tri", "telephone", "fichier", "ligne", "octet", "longueur", "lignes", "jour",
  ]

  /// Follow each event.
  static let etat = [
    "etat", "etude", "departement", "code_postal", "insee", "corrige", "avertissement", "reste", "recouvre",
    "excedent", "localite", "remis_instant", "remis_le", "recu_le", "recu_repute", "accuse", "reference_etude",
    "terme", "suspendu_jusqu", "actions", "derniere_action", "lettre_due", "seconde_lettre_due", "fin_motif", "fin_le",
    "reprise", "prolongation", "reveil", "accord_demande", "formulaire_attendu", "prescription_due", "compte_rendu_due",
  ]

  static let insertion = {
    let columns = identite + etat
    let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return "INSERT INTO dossier(\(columns.joined(separator: ", "))) VALUES (\(places))"
  }()

  static let miseAJour = {
    let assignments = etat.enumerated().map { "\($0.element) = $\($0.offset + 1)" }
    return "UPDATE dossier SET \(assignments.joined(separator: ", ")) WHERE id = $\(assignments.count + 1)"
  }()

  static func values(of dossier: Dossier) -> [SQLValue] {
    attribution(of: dossier) + compte(of: dossier) + suivi(of: dossier) + poursuites(of: dossier)
  }

  private static func attribution(of dossier: Dossier) -> [SQLValue] {
    let remise = dossier.remise
    return [
      .text(dossier.etatTexte), .text(dossier.attributaire?.texte), .text(remise?.departement?.texte),
      .text(remise?.codePostal.texte), .text(remise?.insee?.texte), .bool(remise?.corrige ?? false),
      .text(remise?.avertissement),
    ]
  }

  private static func compte(of dossier: Dossier) -> [SQLValue] {
    [
      .int(dossier.resteDu.cents), .int(dossier.recouvre.cents), .int(dossier.excedent.cents),
      .text(dossier.adresseCourante?.localite ?? ""),
    ]
  }

  private static func suivi(of dossier: Dossier) -> [SQLValue] {
    let remise = dossier.remise
    return [
      .int(remise?.instant.milliseconds), .text(remise?.jour.iso), .text(remise?.reception?.jour.iso),
      .bool(remise?.reception?.reputee ?? false), .bool(remise?.reception?.accuse ?? false),
      .text(remise?.reference), .text(dossier.terme?.iso), .text(dossier.suspenduJusqu?.iso),
      .int(dossier.actions.total), .text(dossier.actions.derniere?.iso),
      .text(dossier.premiereLettreDue?.iso), .text(dossier.secondeLettreDue?.iso), .text(dossier.fin?.motif),
      .text(dossier.fin?.date.iso), .bool(dossier.fin?.reprise), .bool(dossier.attendProlongation),
      .text(dossier.prochainSoir?.iso),
    ]
  }

  private static func poursuites(of dossier: Dossier) -> [SQLValue] {
    [
      .bool(dossier.attendAccord), .bool(dossier.attendFormulaire), .text(dossier.prescriptionDue?.iso),
      .text(dossier.compteRenduDu?.iso),
    ]
  }
}

extension Dossier.Remise {
  /// From the commune when it is certain, else from the postal code's first digits, for scope only.
  var departement: Departement? {
    insee?.departement ?? Departement(commune: codePostal.texte)
  }
}

extension Dossier {
  var etatTexte: String {
    switch etat {
    case .transmis, .enAttente: "ATTENTE"
    case .remis: "REMIS"
    case .clos: "CLOS"
    case .ecarte: "ECARTE"
    }
  }
}
