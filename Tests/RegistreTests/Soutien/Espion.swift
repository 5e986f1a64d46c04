import MoteurDEssai
import SQLEngine

/// A connection that remembers the statements asked of it.
final class Espion: SQLConnection {
  private let base: any SQLConnection
  private(set) var textes: [String] = []

  init(_ base: any SQLConnection) { self.base = base }

  func prepare(_ sql: String) throws -> any SQLStatement {
    textes.append(sql)
    return try base.prepare(sql)
  }

  func announce(_ sql: String, _ values: [SQLValue]) throws { try base.announce(sql, values) }

  func runLater(_ sql: String, _ values: [SQLValue]) throws {
    textes.append(sql)
    try base.runLater(sql, values)
  }

  func committed<T>(_ body: (any SQLConnection) throws -> T) throws -> T { try base.committed(body) }

  func execute(_ script: String) throws { try base.execute(script) }
  func savepoint<T>(_ body: () throws -> T) throws -> T { try base.savepoint(body) }

  /// How the engine will do each statement asked.
  func plans() throws -> [String] { try textes.map { try MoteurDEssai.plan($0, base) } }
}
