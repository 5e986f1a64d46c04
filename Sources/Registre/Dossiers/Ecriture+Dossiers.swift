import Convention
import SQLEngine

extension Ecriture {
  func insert(_ fiche: Fiche, jour: Jour) throws {
    let columns = DossierColonnes.identite + DossierColonnes.etat
    let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let row = try connection.prepare(
      "INSERT INTO dossier(\(columns.joined(separator: ", "))) VALUES (\(places))")
    bindIdentity(of: fiche, jour: jour, on: row)
    bindState(of: fiche.dossier, on: row, from: DossierColonnes.identite.count)
    try row.run()
  }

  func update(_ fiche: Fiche) throws {
    let assignments = DossierColonnes.etat.enumerated().map { "\($0.element) = $\($0.offset + 1)" }
    let row = try connection.prepare(
      "UPDATE dossier SET \(assignments.joined(separator: ", ")) WHERE id = $\(assignments.count + 1)")
    bindState(of: fiche.dossier, on: row, from: 0)
    row.bind(fiche.id, at: assignments.count + 1)
    try row.run()
  }

  private func bindIdentity(of fiche: Fiche, jour: Jour, on row: any SQLStatement) {
    let demande = fiche.dossier.demande
    let principal = demande.principal
    row.bind(fiche.id, at: 1)
    row.bind(demande.cle.application, at: 2)
    row.bind(demande.cle.exploitation, at: 3)
    row.bind(demande.cle.numero, at: 4)
    row.bind(demande.poste, at: 5)
    row.bind(demande.phase.rawValue, at: 6)
    row.bind(demande.categorie, at: 7)
    row.bind(demande.date.iso, at: 8)
    row.bind(demande.titres.first?.nature ?? "", at: 9)
    row.bind(demande.montant.cents, at: 10)
    row.bind(principal?.nomComplet ?? "", at: 11)
    row.bind(String(decoding: repli("\(principal?.nom ?? "") \(principal?.prenom ?? "")"), as: UTF8.self), at: 12)
    row.bind(demande.redevables.contains { !$0.telephones.isEmpty }, at: 13)
    row.bind(fiche.source.fichier, at: 14)
    row.bind(fiche.source.ligne, at: 15)
    row.bind(fiche.source.octet, at: 16)
    row.bind(fiche.source.longueur, at: 17)
    row.bind(fiche.source.lignes, at: 18)
    row.bind(jour.iso, at: 19)
  }

  private func bindState(of dossier: Dossier, on row: any SQLStatement, from offset: Int) {
    for (index, value) in DossierColonnes.values(of: dossier).enumerated() {
      row.bind(value, at: offset + index + 1)
    }
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
    "reprise", "prolongation", "reveil",
  ]

  static func values(of dossier: Dossier) -> [SQLValue] {
    attribution(of: dossier) + compte(of: dossier) + suivi(of: dossier)
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
}

extension Dossier.Remise {
  /// From the commune when it is certain, else from the postal code's first digits, for scope only.
  fileprivate var departement: Departement? {
    insee?.departement ?? Departement(commune: codePostal.texte)
  }
}

extension Dossier {
  fileprivate var etatTexte: String {
    switch etat {
    case .transmis, .enAttente: "ATTENTE"
    case .remis: "REMIS"
    case .clos: "CLOS"
    case .ecarte: "ECARTE"
    }
  }
}
