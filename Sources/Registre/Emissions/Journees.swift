import Convention
import SQLEngine

/// How far the evening of a day has gone.
public enum EtapeJournee: String, Hashable, Sendable {
  /// The follow-up is being done.
  case suivi = "SUIVI"
  /// Return files are being written.
  case restitution = "RESTITUTION"
  case close = "CLOSE"
}

extension Lecture {
  public func etape(_ jour: Jour) throws -> EtapeJournee? {
    try connection.first("SELECT etape FROM journee WHERE jour = $1", .text(jour.iso)) {
      EtapeJournee(rawValue: $0.text(0))
    } ?? nil
  }

  /// The last day that is closed.
  public func derniereJourneeClose() throws -> Jour? {
    try connection.first("SELECT jour FROM journee WHERE etape = 'CLOSE' ORDER BY jour DESC LIMIT 1") {
      try day($0.text(0))
    }
  }

  /// The first day on which the centre received anything.
  public func premierJour() throws -> Jour? {
    try connection.first("SELECT jour FROM fichier_recu ORDER BY id LIMIT 1") { try day($0.text(0)) }
  }
}

extension Ecriture {
  public func marquer(_ jour: Jour, _ etape: EtapeJournee, instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO journee(jour, instant, etape) VALUES ($1, $2, $3)
      ON CONFLICT(jour) DO UPDATE SET etape = excluded.etape
      """, .text(jour.iso), .int(instant.milliseconds), .text(etape.rawValue))
  }
}

/// Something that the exploitant must know, without anyone's name or amount.
public struct Incident: Hashable, Sendable {
  public var jour: Jour
  public var instant: Instant
  /// `flux`, `excedent`, `fichier`, `attente`.
  public var genre: String
  /// The same cause is told once.
  public var cause: String
  public var texte: String
  public init(jour: Jour, instant: Instant, genre: String, cause: String, texte: String) {
    self.jour = jour
    self.instant = instant
    self.genre = genre
    self.cause = cause
    self.texte = texte
  }
}

extension Ecriture {
  public func signaler(_ incident: Incident) throws {
    try connection.run(
      """
      INSERT INTO incident(id, jour, instant, genre, cause, texte)
      VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM incident), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
      """,
      .text(incident.jour.iso), .int(incident.instant.milliseconds), .text(incident.genre), .text(incident.cause),
      .text(incident.texte))
  }
}

extension Lecture {
  /// Whether this cause was already told.
  public func estSignale(_ cause: String) throws -> Bool {
    try connection.scalar("SELECT id FROM incident WHERE cause = $1", .text(cause)) != nil
  }

  public func incidents(from first: Jour, to last: Jour) throws -> [Incident] {
    try connection.query(
      "SELECT jour, instant, genre, cause, texte FROM incident WHERE jour >= $1 AND jour <= $2 ORDER BY id",
      .text(first.iso), .text(last.iso)
    ) {
      Incident(
        jour: try day($0.text(0)), instant: Instant(milliseconds: $0.int(1)), genre: $0.text(2), cause: $0.text(3),
        texte: $0.text(4))
    }
  }
}
