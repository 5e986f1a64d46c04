import Foundation
import Interface

/// What a reception must find in a generated file, told by the one who made it: `F.attendu.json` beside `F`.
///
/// Its parts have the names and the shape of the results of `recevoir --json --detail`.
public struct Attendu: Codable, Hashable, Sendable {
  public struct Fichier: Codable, Hashable, Sendable {
    public var statut = "A"
    public var genre: String
    public var version: Int
    public var sequence: Int
    public var enregistrements = 0
    /// Those that the file itself causes; a break in the sequence is the receiver's to know.
    public var anomalies: [String] = []
  }
  public struct Resume: Codable, Hashable, Sendable {
    public var acceptes = 0
    public var attente = 0
    public var rejetes = 0
    public var messages_acceptes: [String: Int] = [:]
    public var rejets = 0
    /// Cents.
    public var montant_accepte: Int64 = 0
  }
  public struct Rejet: Codable, Hashable, Sendable {
    public var ligne: Int
    public var type: String
    public var numero_demande: String?
    public var niveau: String
    public var code: String
    public var champ: String?
  }
  /// A demand that bears a defect; all the others are accepted without warning, at the code that they give.
  public struct Dossier: Codable, Hashable, Sendable {
    public var numero_demande: String
    public var ligne: Int
    public var defaut: String
    /// ACCEPTE, ATTENTE or REJETE.
    public var statut: String
    public var code: String?
    public var code_postal: String?
    public var avertissement: String?
  }

  public var graine: UInt64
  public var fichier: Fichier
  public var resume = Resume()
  /// The trailer: counts of records and sums in cents, by field.
  public var totaux: [String: Int64] = [:]
  /// How many times each defect occurs.
  public var defauts: [String: Int] = [:]
  public var rejets: [Rejet] = []
  public var dossiers: [Dossier] = []

  init(graine: UInt64, genre: Genre, version: Int, sequence: Int) {
    self.graine = graine
    fichier = Fichier(genre: genre.code, version: version, sequence: sequence)
  }

  mutating func finish(_ comptes: Comptes, _ genre: Genre) {
    fichier.enregistrements = comptes.total + 1
    totaux = Dictionary(uniqueKeysWithValues: comptes.enQueue(genre).map { ($0.nom, $0.valeur) })
    resume.rejets = rejets.count
    fichier.statut = rejets.isEmpty ? "A" : "P"
  }

  /// Writes the file beside the one it speaks of, and gives its place.
  @discardableResult
  public func write(beside url: URL) throws -> URL {
    let target = Attendu.url(of: url)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try encoder.encode(self).write(to: target, options: .atomic)
    } catch {
      throw FauteDeGeneration("\(target.path) : impossible d’écrire l’attendu.")
    }
    return target
  }

  public static func url(of fichier: URL) -> URL { fichier.appendingPathExtension("attendu.json") }

  /// The expectation of a generated file, nil if it has none beside it.
  public static func read(beside url: URL) throws -> Attendu? {
    let target = Attendu.url(of: url)
    guard FileManager.default.fileExists(atPath: target.path) else { return nil }
    do {
      return try JSONDecoder().decode(Attendu.self, from: try Data(contentsOf: target))
    } catch {
      throw FauteDeGeneration("\(target.path) : ce n’est pas un attendu de ce programme.")
    }
  }
}
