import Convention
import SQLEngine

/// An e-mail that the centre owes; its text is made again from what it tells of.
public struct CourrielDu: Hashable, Sendable {
  public var id: Int64 = 0
  /// What it tells of: the same cause is mailed once.
  public var cause: String
  public var destinataire: String
  public var objet: String
  public var jour: Jour
  public var instant: Instant
  public init(cause: String, destinataire: String, objet: String, jour: Jour, instant: Instant) {
    self.cause = cause
    self.destinataire = destinataire
    self.objet = objet
    self.jour = jour
    self.instant = instant
  }
}

extension Ecriture {
  /// Registers an e-mail to send; nothing if its cause was already told.
  public func devoir(_ courriel: CourrielDu) throws {
    try connection.run(
      """
      INSERT INTO courriel(id, cause, destinataire, objet, jour, instant)
      VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM courriel), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
      """,
      .text(courriel.cause), .text(courriel.destinataire), .text(courriel.objet), .text(courriel.jour.iso),
      .int(courriel.instant.milliseconds))
  }

  /// What it told of is over before it left: it is owed no more.
  public func renoncer(_ courriel: CourrielDu) throws {
    try connection.run("DELETE FROM courriel WHERE id = $1 AND NOT envoye", .int(courriel.id))
  }

  public func marquerEnvoye(_ courriel: CourrielDu) throws {
    try connection.run("UPDATE courriel SET envoye = TRUE WHERE id = $1", .int(courriel.id))
  }
}

extension Lecture {
  public func courrielsAEnvoyer() throws -> [CourrielDu] {
    try connection.query(
      "SELECT id, cause, destinataire, objet, jour, instant FROM courriel WHERE NOT envoye ORDER BY id"
    ) { row in
      var courriel = CourrielDu(
        cause: row.text(1), destinataire: row.text(2), objet: row.text(3), jour: try day(row.text(4)),
        instant: Instant(milliseconds: row.int(5)))
      courriel.id = row.int(0)
      return courriel
    }
  }
}

/// One line of an attestation of hand-over (annexe II.1.1.1 a, R123–R125): what a poste needs to match its own flow.
public struct LigneAttestation: Hashable, Sendable {
  public let numero: String
  public let etude: String
  public let nomEtude: String
  public let instant: Instant
  public let fichier: Int64
  public let sequence: Int64?
}

extension Lecture {
  /// The dossiers handed over in a day's work, for one poste, by flow then line (R124): what the journal says, whatever
  /// became of them since.
  public func attestation(_ jour: Jour, poste: String) throws -> [LigneAttestation] {
    let noms = try nomsDesEtudes()
    return try connection.query(
      """
      SELECT d.numero, j.octets, j.position, d.fichier, f.sequence
      FROM journal j JOIN dossier d ON d.id = j.dossier JOIN fichier_recu f ON f.id = d.fichier
      WHERE j.jour = $1 AND j.genre = 'DossierRemis' AND d.poste = $2 AND j.octets IS NOT NULL
      ORDER BY d.fichier, d.octet, j.position
      """, .text(jour.iso), .text(poste)
    ) { row -> LigneAttestation? in
      guard
        case .dossierRemis(let remis) = try Evenement(
          genre: Evenement.Genre.dossierRemis.rawValue, octets: row.blob(1), position: row.int(2))
      else { return nil }
      return LigneAttestation(
        numero: row.text(0), etude: remis.etude.texte, nomEtude: noms[remis.etude.texte] ?? "", instant: remis.instant,
        fichier: row.int(3), sequence: row.optInt(4))
    }.compactMap { $0 }
  }

  private func nomsDesEtudes() throws -> [String: String] {
    let rows = try connection.query("SELECT code, nom FROM etude ORDER BY code") { ($0.text(0), $0.text(1)) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// Postes that had dossiers handed over in a day's work.
  public func postesServis(_ jour: Jour) throws -> [String] {
    try connection.query(
      """
      SELECT DISTINCT d.poste FROM journal j JOIN dossier d ON d.id = j.dossier
      WHERE j.jour = $1 AND j.genre = 'DossierRemis' ORDER BY d.poste
      """, .text(jour.iso)
    ) { $0.text(0) }
  }

  /// The reminders of a day for one étude, by dossier number (R154: one message with a list).
  public func relances(_ jour: Jour, etude: String) throws -> [(cle: CleDemande, objet: Relance.Objet)] {
    try connection.query(
      """
      SELECT d.application, d.exploitation, d.numero, r.objet FROM relance r JOIN dossier d ON d.id = r.dossier
      WHERE r.jour = $1 AND r.etude = $2 ORDER BY r.rang, d.numero, d.id
      """, .text(jour.iso), .text(etude)
    ) {
      (
        CleDemande(application: $0.text(0), exploitation: $0.text(1), numero: $0.text(2)),
        Relance.Objet(rawValue: $0.text(3)) ?? .actionAttendue
      )
    }
  }

  public func etudesRelancees(_ jour: Jour) throws -> [String] {
    try connection.query("SELECT DISTINCT r.etude FROM relance r WHERE r.jour = $1 ORDER BY r.etude", .text(jour.iso)) {
      $0.text(0)
    }
  }
}
