import Convention
import SQLEngine

/// A demand that someone is typing, kept from one page to the next (R142); his own, and nobody else's.
public struct Brouillon: Hashable, Sendable {
  public var id: Int64 = 0
  /// Whose it is: the internal number of the user.
  public let utilisateur: Int64
  public let poste: Codique
  /// Of the demand that it becomes: sent twice, it makes one.
  public let cle: String
  public var contenu: Contenu
  /// When it was last kept.
  public var instant: Instant

  /// What was typed, as it was typed, by the names of the format's fields.
  public struct Contenu: Hashable, Sendable, Codable {
    public var demande: [String: String]
    public var redevables: [[String: String]]
    public var titres: [[String: String]]
    public init(demande: [String: String] = [:], redevables: [[String: String]] = [], titres: [[String: String]] = []) {
      self.demande = demande
      self.redevables = redevables
      self.titres = titres
    }
  }

  public init(utilisateur: Int64, poste: Codique, cle: String, contenu: Contenu, instant: Instant) {
    self.utilisateur = utilisateur
    self.poste = poste
    self.cle = cle
    self.contenu = contenu
    self.instant = instant
  }
}

extension Ecriture {
  /// Keeps a new draft; its number is given by the base.
  public func creer(_ brouillon: Brouillon) throws -> Brouillon {
    var result = brouillon
    result.id = (try connection.scalar("SELECT MAX(id) FROM brouillon") ?? 0) + 1
    try connection.run(
      "INSERT INTO brouillon(id, utilisateur, poste, cle, contenu, instant) VALUES ($1, $2, $3, $4, $5, $6)",
      .int(result.id), .int(result.utilisateur), .text(result.poste.texte), .text(result.cle),
      .text(try canonical(result.contenu)), .int(result.instant.milliseconds))
    return result
  }

  public func garder(_ brouillon: Brouillon) throws {
    try connection.run(
      "UPDATE brouillon SET contenu = $1, instant = $2 WHERE id = $3", .text(try canonical(brouillon.contenu)),
      .int(brouillon.instant.milliseconds), .int(brouillon.id))
  }

  public func supprimer(_ brouillon: Brouillon) throws {
    try connection.run("DELETE FROM brouillon WHERE id = $1", .int(brouillon.id))
  }
}

extension Lecture {
  /// A draft of this user; nil for another's as for one that does not exist.
  public func brouillon(_ id: Int64, of utilisateur: Int64) throws -> Brouillon? {
    try connection.first(
      "SELECT \(Brouillon.columns) FROM brouillon b WHERE b.id = $1 AND b.utilisateur = $2", .int(id), .int(utilisateur)
    ) { try Brouillon(row: $0) } ?? nil
  }

  /// The drafts of this user, the last kept first.
  public func brouillons(of utilisateur: Int64) throws -> [Brouillon] {
    try connection.query(
      "SELECT \(Brouillon.columns) FROM brouillon b WHERE b.utilisateur = $1 ORDER BY b.instant DESC, b.id DESC",
      .int(utilisateur)
    ) { try Brouillon(row: $0) }.compactMap { $0 }
  }
}

extension Brouillon {
  fileprivate static let columns = "b.id, b.utilisateur, b.poste, b.cle, b.contenu, b.instant"

  /// nil when the poste is none: nothing can be done of it.
  fileprivate init?(row: any SQLRow) throws {
    guard let poste = Codique(row.text(2)) else { return nil }
    self.init(
      utilisateur: row.int(1), poste: poste, cle: row.text(3), contenu: try canonical(Contenu.self, row.text(4)),
      instant: Instant(milliseconds: row.int(5)))
    id = row.int(0)
  }
}
