import Convention
import SQLEngine

/// A document that was handed in with a dossier or a history: its bytes are a file beside the base.
public struct DocumentDepose: Hashable, Sendable {
  /// Given by the base.
  public internal(set) var id: Int64 = 0
  /// Of the bytes, in lower-case hexadecimal.
  public let sha256: String
  /// Byte count.
  public let taille: Int64
  /// `application/pdf`.
  public let type: String
  /// Under which it was handed in, made safe.
  public let nom: String
  public let sujet: Sujet
  public let auteur: String
  public let instant: Instant
  public let jour: Jour
  /// Of the file, from the folder of documents.
  public let chemin: String

  public init(sha256: String, taille: Int64, type: String, nom: String, sujet: Sujet, chemin: String, trace: Trace) {
    self.sha256 = sha256
    self.taille = taille
    self.type = type
    self.nom = nom
    self.sujet = sujet
    self.chemin = chemin
    auteur = trace.auteur
    instant = trace.instant
    jour = trace.jour
  }
}

extension DocumentDepose {
  static let columns = """
    t.id, t.sha256, t.taille, t.type, t.nom, t.dossier, t.histoire, t.auteur, t.instant, t.jour, t.chemin
    """

  init(row: any SQLRow) throws {
    self.init(
      sha256: row.text(1), taille: row.int(2), type: row.text(3), nom: row.text(4),
      sujet: row.optInt(5).map { .dossier($0) } ?? .histoire(row.int(6)), chemin: row.text(10),
      trace: Trace(
        auteur: row.text(7), instant: Instant(milliseconds: row.int(8)), jour: try day(row.text(9))))
    id = row.int(0)
  }

  var values: [SQLValue] {
    [
      .int(id), .text(sha256), .int(taille), .text(type), .text(nom), .int(sujet.dossier), .int(sujet.histoire),
      .text(auteur), .int(instant.milliseconds), .text(jour.iso), .text(chemin),
    ]
  }
}

extension Sujet {
  fileprivate var dossier: Int64? {
    guard case .dossier(let id) = self else { return nil }
    return id
  }

  fileprivate var histoire: Int64? {
    guard case .histoire(let id) = self else { return nil }
    return id
  }
}
