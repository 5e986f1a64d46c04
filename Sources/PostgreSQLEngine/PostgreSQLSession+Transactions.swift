import CPostgreSQL
import SQLEngine

/// How a transaction begins and ends on a connection.
extension PostgreSQLSession {
  /// Comes to serve someone: what was asked for the one before has been answered.
  func arrive() throws {
    isServing = false
    guard isLeaving else { return }
    isLeaving = false
    try eachResult { _ in }
  }

  /// Begins now; returns what ``execute(_:)`` does.
  @discardableResult
  func begin(_ script: String) throws -> String? {
    let found = try execute(script)
    isServing = true
    return found
  }

  /// Begins with the first statement, in the same message.
  func beginLater(_ statement: String) { beginning = statement }

  /// Ends a transaction that only read, without waiting: a connection lost since then takes nothing back.
  func leave() {
    guard beginning == nil else { return beginning = nil }
    isLeaving = PQsendQuery(pointer, "COMMIT") == 1
  }

  func rollBack() throws {
    guard beginning == nil else { return beginning = nil }
    if PQtransactionStatus(pointer) != PQTRANS_IDLE { try execute("ROLLBACK") }
  }

  /// What is to begin begins now: something else than a prepared statement comes first.
  func beginFirst() throws {
    guard let statement = beginning else { return }
    beginning = nil
    try begin(statement)
  }

  /// Sends prepared statements in one message, behind what begins the transaction if it has not begun.
  func send(_ statements: [() -> Int32]) throws {
    let name = try beginning.map { try prepare($0).name }
    guard name != nil || statements.count > 1 else { return try sent(statements[0]()) }
    beginning = nil
    try sent(PQenterPipelineMode(pointer))
    if let name { try sent(PQsendQueryPrepared(pointer, name, 0, nil, nil, nil, 1)) }
    for statement in statements { try sent(statement()) }
    try sent(PQpipelineSync(pointer))
    guard name != nil else { return }
    try checkBegun()
    isServing = true
  }

  /// Reads what the server says of the beginning, to where the statement's results begin.
  private func checkBegun() throws {
    var fault: (any Error)?
    while let result = try receive() {
      if PQresultStatus(result) != PGRES_COMMAND_OK { fault = self.fault(result) }
      PQclear(result)
    }
    guard let fault else { return }
    try? eachResult { _ in }
    throw fault
  }

  /// Reads what else was sent in the same message, and the mark that ends it.
  func endPipeline() throws {
    guard PQpipelineStatus(pointer) != PQ_PIPELINE_OFF else { return }
    defer { ahead = [] }
    for statement in ahead { try statement.keepAhead() }
    while let result = try receive() { PQclear(result) }
    PQexitPipelineMode(pointer)
  }
}
