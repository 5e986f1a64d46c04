import Foundation
import SQLEngine

/// Everything that the base holds, table by table, as text: two centres that lived the same days are equal.
extension CentreDEssai {
  func photographie() async throws -> [String: [String]] {
    try await engine.read { connection in
      let tables = try connection.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
        $0.text(0)
      }
      var found: [String: [String]] = [:]
      for table in tables where !table.hasPrefix("sqlite_") {
        let columns = try connection.query("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid") { $0.text(0) }
        let texts = columns.map { "COALESCE(quote(\($0)), '')" }.joined(separator: " || '|' || ")
        found[table] = try connection.query("SELECT \(texts) FROM \(table) ORDER BY 1") { $0.text(0) }
      }
      return found
    }
  }
}
