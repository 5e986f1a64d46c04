import SQLEngine

/// Statements, table by table: plain insertions go by COPY, the others in one journey.
///
/// Order holds within each table, and tables are served in the order in which they came first.
struct PostgreSQLBatch: Sendable {
  /// What a text of SQL does.
  struct Kind: Sendable {
    let sql: String
    let table: String
    /// `table(a, b)` of a plain insertion.
    let target: String?

    init(_ sql: String) {
      self.sql = sql
      table = PostgreSQLDialect.table(sql)
      target = PostgreSQLDialect.plainInsertion(sql)
    }
  }

  /// The same statement many times.
  private struct Run: Sendable {
    let kind: Kind
    var rows: [[SQLValue]]
  }

  private var lanes: [[Run]] = []
  private var places: [String: Int] = [:]
  private(set) var count = 0

  mutating func add(_ kind: Kind, _ values: [SQLValue]) {
    count += 1
    guard let place = places[kind.table] else {
      places[kind.table] = lanes.count
      lanes.append([Run(kind: kind, rows: [values])])
      return
    }
    let last = lanes[place].count - 1
    if lanes[place][last].kind.sql == kind.sql {
      lanes[place][last].rows.append(values)
    } else {
      lanes[place].append(Run(kind: kind, rows: [values]))
    }
  }

  func run(on session: PostgreSQLSession) throws {
    for run in lanes.joined() {
      if let target = run.kind.target, run.rows.count > 1 {
        try PostgreSQLCopy(session).insert(run.rows, into: target)
      } else {
        try PostgreSQLPipeline(session).run(run.kind.sql, run.rows)
      }
    }
  }
}
