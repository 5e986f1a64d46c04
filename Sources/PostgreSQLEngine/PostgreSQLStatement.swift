import CPostgreSQL
import SQLEngine

/// A prepared statement, whose rows come one by one while nothing else is asked of the connection, or all at once for a look.
final class PostgreSQLStatement: SQLStatement {
  let parameterCount: Int
  private let name: String
  private unowned let connection: PostgreSQLConnection
  private var parameters: [SQLValue]
  var pending: SQLFault?
  /// The current row's result, which has that row alone in single-row mode, and its rank there.
  var rows: OpaquePointer?
  var rank: Int32 = 0
  /// Results read ahead because the connection was wanted for something else; then the end, or a fault.
  private var kept: ArraySlice<OpaquePointer> = []
  private var keptFault: (any Error)?
  /// The values with which it was sent ahead, as long as nobody has asked for its rows.
  private var sentAhead: [SQLValue]?
  private var isRunning = false
  private var isOnItsWay = false

  init(_ sql: String, _ connection: PostgreSQLConnection) throws {
    self.connection = connection
    let prepared = try connection.session.prepare(sql)
    (name, parameterCount) = (prepared.name, prepared.parameterCount)
    parameters = Array(repeating: .null, count: parameterCount)
  }

  deinit { for result in kept + [rows].compactMap({ $0 }) { PQclear(result) } }

  private var session: PostgreSQLSession { connection.session }
  var isIdle: Bool { !isRunning }

  func clear() {
    if sentAhead == nil { end() }
    parameters = Array(repeating: .null, count: parameterCount)
    pending = nil
  }

  func run() throws -> Int {
    try raisePending()
    try connection.settle()
    return try connection.noting {
      try session.send([message()])
      var count = 0
      try session.eachResult { count = PQcmdTuples($0).flatMap { Int(String(cString: $0)) } ?? 0 }
      return count
    }
  }

  func step() throws -> Bool {
    if pending != nil { try finish() }
    try connection.checkSound()
    if !isRunning { try begin() }
    rank += 1
    if rank < PQntuples(rows) { return true }
    PQclear(rows)
    (rows, rank) = (nil, 0)
    rows = try connection.noting { try next() }
    if rows == nil { end() }
    return rows != nil
  }

  /// What sends it; returns libpq's answer.
  private func message() throws -> () -> Int32 {
    let values = try parameters.map(PostgreSQLParameter.init)
    return { [pointer = session.pointer, name] in
      values.withArrays { PQsendQueryPrepared(pointer, name, $0, $1, $2, $3, 1) }
    }
  }

  private func begin() throws {
    try connection.stream(self)
    defer { sentAhead = nil }
    isRunning = true
    if sentAhead == parameters { return connection.leave(self) }
    (kept, keptFault) = ([], nil)
    let ahead = connection.leaving(with: self)
    try connection.noting {
      try session.send(([self] + ahead).map { try $0.message() })
      session.ahead = ahead
      for statement in ahead { statement.sentAhead = statement.parameters }
      if !connection.isLook { try session.sent(PQsetSingleRowMode(session.pointer)) }
    }
    isOnItsWay = true
  }

  /// Keeps its rows until they are asked for: they come behind those of the statement with which it was sent.
  func keepAhead() throws {
    while let result = try session.receive() {
      if PQresultStatus(result) == PGRES_TUPLES_OK, PQntuples(result) > 0 {
        kept.append(result)
        continue
      }
      if !isEnd(result) { keptFault = session.fault(result) }
      PQclear(result)
    }
  }

  private func next() throws -> OpaquePointer? {
    if let first = kept.popFirst() { return first }
    if let fault = keptFault { throw fault }
    return isOnItsWay ? try receive() : nil
  }

  /// One result from the server, nil when it has no more rows.
  private func receive() throws -> OpaquePointer? {
    let result = try session.receive()
    if PQresultStatus(result) == PGRES_SINGLE_TUPLE { return result }
    var isKept = false
    defer { if !isKept { PQclear(result) } }
    isOnItsWay = false
    connection.leave(self)
    let fault = isEnd(result) ? nil : session.fault(result)
    try session.eachResult { _ in }
    if let fault { throw fault }
    isKept = PQntuples(result) > 0
    return isKept ? result : nil
  }

  private func isEnd(_ result: OpaquePointer?) -> Bool {
    [PGRES_TUPLES_OK, PGRES_COMMAND_OK].contains(PQresultStatus(result))
  }

  /// Reads all rows that are still to come: the connection is wanted.
  func keepRest() {
    do { while isOnItsWay, let result = try receive() { kept.append(result) } } catch { keptFault = error }
  }

  private func end() {
    keepRest()
    for result in kept { PQclear(result) }
    PQclear(rows)
    (kept, keptFault, rows, rank, isRunning) = ([], nil, nil, 0, false)
  }

  func finish() throws {
    end()
    try raisePending()
  }

  private func raisePending() throws {
    guard let fault = pending else { return }
    pending = nil
    throw fault
  }
}

extension PostgreSQLStatement {
  func bindNull(at position: Int) { set(.null, position) }
  func bind(_ value: Int64?, at position: Int) { set(.int(value), position) }
  func bind(_ value: String?, at position: Int) { set(.text(value), position) }
  func bind(_ value: Bool?, at position: Int) { set(.bool(value), position) }
  func bind(_ value: [UInt8]?, at position: Int) { set(.blob(value), position) }
  func bind(_ bytes: UnsafeRawBufferPointer, at position: Int) { set(.blob(Array(bytes)), position) }

  private func set(_ value: SQLValue, _ position: Int) {
    guard position >= 1, position <= parameterCount else {
      return refuse("paramètre $\(position) : la requête n'a que \(parameterCount) paramètre(s)")
    }
    if case .text(let text) = value, text.utf8.contains(0) {
      return refuse("paramètre $\(position) : texte trop long ou contenant un caractère nul")
    }
    parameters[position - 1] = value
  }

  func refuse(_ reason: String) {
    pending = SQLFault(.value, engine: PostgreSQLEngine.nom, detail: reason)
  }
}
