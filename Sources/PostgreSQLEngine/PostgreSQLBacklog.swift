import SQLEngine

/// Statements to run later, table by table: plain insertions go by COPY, the others in one journey.
///
/// Order holds within each table, and tables are served in the order in which they came first.
struct PostgreSQLBacklog {
  private typealias Job = (sql: String, values: [SQLValue])
  /// What a text of SQL does, found once.
  private struct Kind {
    let table: String
    /// `table(a, b)` of a plain insertion.
    let target: String?
  }
  private var kinds: [String: Kind] = [:]
  private var lanes: [String: [Job]] = [:]
  private var order: [String] = []
  private var count = 0

  private static let capacity = 20_000
  var isFull: Bool { count >= PostgreSQLBacklog.capacity }

  mutating func add(_ sql: String, _ values: [SQLValue]) throws {
    for case .text(let text) in values where text.utf8.contains(0) {
      throw SQLFault(.value, engine: PostgreSQLEngine.nom, detail: "texte contenant un caractère nul")
    }
    let table = kind(sql).table
    if lanes[table] == nil { order.append(table) }
    lanes[table, default: []].append((sql, values))
    count += 1
  }

  mutating func run(on session: PostgreSQLSession) throws {
    guard count > 0 else { return }
    let (lanes, order) = (lanes, order)
    (self.lanes, self.order, count) = ([:], [], 0)
    for table in order { try run(lanes[table] ?? [], on: session) }
  }

  private mutating func kind(_ sql: String) -> Kind {
    if let known = kinds[sql] { return known }
    let kind = Kind(table: PostgreSQLDialect.table(sql), target: PostgreSQLDialect.plainInsertion(sql))
    kinds[sql] = kind
    return kind
  }

  /// Runs of the same statement, one after the other.
  private mutating func run(_ jobs: [Job], on session: PostgreSQLSession) throws {
    var rest = jobs[...]
    while let first = rest.first {
      let same = rest.prefix { $0.sql == first.sql }
      rest = rest[same.endIndex...]
      let rows = same.map(\.values)
      if let target = kind(first.sql).target, rows.count > 1 {
        try PostgreSQLCopy(session).insert(rows, into: target)
      } else {
        try PostgreSQLPipeline(session).run(first.sql, rows)
      }
    }
  }
}
