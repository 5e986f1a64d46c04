import SQLEngine

extension MoteurDEssai {
  /// Everything that a base holds, table by table, each row as text: bases with the same content are equal.
  public static func photographie(_ engine: any SQLEngine) async throws -> [String: [String]] {
    try await engine.read { connection in
      var found: [String: [String]] = [:]
      for table in try tables(connection) {
        found[table] = try connection.query("SELECT \(try row(of: table, connection)) FROM \(table) t ORDER BY 1") {
          $0.text(0)
        }
      }
      return found
    }
  }

  /// How a step of a reading is told by the engine: one line a step.
  public static func plan(_ sql: String, _ connection: any SQLConnection) throws -> String {
    if estPostgreSQL { return try generic(sql, connection) }
    var steps: [String] = []
    try connection.prepare("EXPLAIN QUERY PLAN " + sql).forEach { steps.append($0.text(3)) }
    return steps.joined(separator: "\n")
  }

  public static var estPostgreSQL: Bool { serveur != nil }

  /// PostgreSQL's plan for any values, on a table long enough to be worth an index.
  private static func generic(_ sql: String, _ connection: any SQLConnection) throws -> String {
    let count = try connection.prepare(sql).parameterCount
    try connection.execute(
      """
      SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off; PREPARE lecture AS \(sql)
      """)
    let values = count == 0 ? "" : "(\(Array(repeating: "NULL", count: count).joined(separator: ", ")))"
    let steps = try connection.query("EXPLAIN (COSTS OFF) EXECUTE lecture\(values)") { $0.text(0) }
    try connection.execute("DEALLOCATE lecture")
    return steps.joined(separator: "\n")
  }

  private static func tables(_ connection: any SQLConnection) throws -> [String] {
    try connection.query(
      estPostgreSQL
        ? "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
        : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    ) { $0.text(0) }
  }

  private static func row(of table: String, _ connection: any SQLConnection) throws -> String {
    if estPostgreSQL { return "CAST(t AS TEXT)" }
    let columns = try connection.query("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid") { $0.text(0) }
    return columns.map { "COALESCE(quote(\($0)), '')" }.joined(separator: " || '|' || ")
  }
}
