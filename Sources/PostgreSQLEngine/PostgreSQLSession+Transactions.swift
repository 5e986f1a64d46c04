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
    try execute("ROLLBACK")
  }

  /// What is to begin begins now: something else than a prepared statement comes first.
  func beginFirst() throws {
    guard let statement = beginning else { return }
    beginning = nil
    try begin(statement)
  }

  /// Sends a prepared statement, behind what begins the transaction if it has not begun.
  func send(_ statement: () -> Int32) throws {
    guard let begin = beginning else { return try sent(statement()) }
    let name = try prepare(begin).name
    beginning = nil
    try sent(PQenterPipelineMode(pointer))
    try sent(PQsendQueryPrepared(pointer, name, 0, nil, nil, nil, 1))
    try sent(statement())
    try sent(PQpipelineSync(pointer))
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

  /// Reads the mark that ends a pipeline, once the results before it have been read.
  func endPipeline() throws {
    guard PQpipelineStatus(pointer) != PQ_PIPELINE_OFF else { return }
    while let result = try receive() { PQclear(result) }
    PQexitPipelineMode(pointer)
  }
}
