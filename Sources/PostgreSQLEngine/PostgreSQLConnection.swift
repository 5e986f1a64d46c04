import SQLEngine

/// A connection during a transaction.
final class PostgreSQLConnection: SQLConnection {
  let session: PostgreSQLSession
  /// Rows are few: each statement's come in one result.
  let isLook: Bool
  /// Where what was committed before this transaction is read; nil for one that only reads.
  private let beside: PostgreSQLBeside?
  private var statements: [String: PostgreSQLStatement] = [:]
  private var backlog: PostgreSQLBacklog?
  /// The statement whose rows are still on their way.
  private var streaming: PostgreSQLStatement?
  /// Those that leave with the next statement.
  private var announced: [PostgreSQLStatement] = []
  private var lostThrough: SQLFault?

  init(_ session: PostgreSQLSession, isLook: Bool = false, beside: PostgreSQLBeside? = nil) {
    self.session = session
    self.isLook = isLook
    self.beside = beside
  }

  /// Runs `body`, and what it put off; throws when an earlier fault lost the transaction.
  func whole<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
    do {
      let result = try body(self)
      try settle()
      return result
    } catch {
      abandon()
      throw error
    }
  }

  func prepare(_ sql: String) throws -> any SQLStatement { try prepared(sql) }

  private func prepared(_ sql: String) throws -> PostgreSQLStatement {
    try checkSound()
    if let known = statements[sql], known.isIdle {
      known.clear()
      return known
    }
    try settle()
    let statement = try noting { try PostgreSQLStatement(sql, self) }
    if statements[sql] == nil { statements[sql] = statement }
    return statement
  }

  func announce(_ sql: String, _ values: [SQLValue]) throws {
    let statement = try prepared(sql)
    try statement.bind(all: values)
    announced.append(statement)
  }

  /// Those to send along with a statement; none of them is that one.
  func leaving(with statement: PostgreSQLStatement) -> [PostgreSQLStatement] {
    defer { announced = [] }
    return announced.filter { $0 !== statement }
  }

  func runLater(_ sql: String, _ values: [SQLValue]) throws {
    try checkSound()
    if streaming != nil { try settle() }
    let backlog = backlog ?? PostgreSQLBacklog(session)
    self.backlog = backlog
    try noting { try backlog.add(sql, values) }
  }

  func committed<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
    guard let beside else { return try body(self) }
    return try body(beside.connection())
  }

  func execute(_ script: String) throws {
    try settle()
    _ = try noting { try session.execute(PostgreSQLDialect.translate(script)) }
  }

  func savepoint<T>(_ body: () throws -> T) throws -> T {
    try execute("SAVEPOINT point")
    do {
      let result = try body()
      try execute("RELEASE SAVEPOINT point")
      return result
    } catch {
      abandon()
      lostThrough = nil
      try execute("ROLLBACK TO SAVEPOINT point; RELEASE SAVEPOINT point")
      throw error
    }
  }

  /// What was to run later has run, and no row is on its way: the connection may be asked something else.
  func settle() throws {
    try checkSound()
    streaming?.keepRest()
    streaming = nil
    try noting { try backlog?.drain() }
  }

  /// Takes the connection for a statement's rows.
  func stream(_ statement: PostgreSQLStatement) throws {
    try settle()
    streaming = statement
  }

  func leave(_ statement: PostgreSQLStatement) {
    if streaming === statement { streaming = nil }
  }

  private func abandon() {
    streaming?.keepRest()
    streaming = nil
    backlog?.abandon()
  }

  func checkSound() throws {
    if let lostThrough {
      throw SQLFault(.abandoned, engine: PostgreSQLEngine.nom, detail: lostThrough.description)
    }
  }

  /// Remembers the fault that lost the transaction.
  func noting<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch {
      lostThrough = error as? SQLFault ?? lostThrough
      throw error
    }
  }
}

/// A second connection during a writing transaction, taken when it is first wanted and kept to its end.
final class PostgreSQLBeside {
  private let pool: PostgreSQLPool
  private let begin: String
  private var session: PostgreSQLSession?

  init(_ pool: PostgreSQLPool, _ begin: String) {
    self.pool = pool
    self.begin = begin
  }

  deinit {
    guard let session else { return }
    session.leave()
    pool.give(back: session)
  }

  /// What was committed before the transaction began: no other writer works as long as it does.
  func connection() throws -> PostgreSQLConnection {
    if let session { return PostgreSQLConnection(session) }
    let lent = try pool.lend()
    lent.beginLater(begin)
    session = lent
    return PostgreSQLConnection(lent)
  }
}
