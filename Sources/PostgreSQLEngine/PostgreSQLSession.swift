import CPostgreSQL
import SQLEngine

/// One connection to the server.
///
/// `@unchecked Sendable`: it is touched by one thread at a time, its worker's or that of the transaction it was lent to, and
/// ``cancel()`` uses what libpq made for being used from anywhere.
final class PostgreSQLSession: @unchecked Sendable {
  /// What the server calls a statement that it has parsed.
  struct Prepared {
    let name: String
    let parameterCount: Int
  }

  let pointer: OpaquePointer
  private let canceler: OpaquePointer?
  private let silence: Int32
  private var prepared: [String: Prepared] = [:]
  /// Whom it serves.
  var asked: PostgreSQLAsked?
  var isCancelled: Bool { asked?.isCancelled ?? false }
  /// Has served nobody yet.
  var isNew = true
  /// The server has begun the transaction of whoever holds it: something of his may have been done.
  var isServing = false
  /// What begins the transaction with its first statement.
  var beginning: String?
  /// The end of the last transaction was asked for, and its answer not read.
  var isLeaving = false
  /// Sent with the statement whose results come now; theirs come next.
  var ahead: [PostgreSQLStatement] = []
  /// Nothing can be expected from it any more.
  private var isLost = false

  init(_ settings: PostgreSQLSettings) throws {
    silence = settings.silence
    guard let connection = settings.connect() else {
      throw SQLFault(.connectionLost, engine: PostgreSQLEngine.nom, detail: "mémoire épuisée")
    }
    pointer = connection
    canceler = PQgetCancel(connection)
    guard PQstatus(connection) == CONNECTION_OK else { throw refusal() }
    // The server's remarks (« relation already exists, skipping ») are not for the standard error.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    for setting in PostgreSQLSession.settings { _ = try? execute("SET " + setting) }
  }

  /// Where the server knows them. A page takes less time than compiling its statements; those of one message see one moment.
  private static let settings = ["jit = off", "default_transaction_isolation = 'repeatable read'"]

  deinit {
    PQfreeCancel(canceler)
    PQfinish(pointer)
  }

  /// May serve another transaction.
  var isSound: Bool { !isCut && (isLeaving || PQtransactionStatus(pointer) == PQTRANS_IDLE) }

  var isCut: Bool { isLost || PQstatus(pointer) == CONNECTION_BAD }

  /// Asks the server to give up the statement that runs, from any thread.
  func cancel() {
    var reason: [CChar] = Array(repeating: 0, count: 256)
    _ = PQcancel(canceler, &reason, Int32(reason.count))
  }

  /// Runs a script by the simple protocol; returns the first column of the last statement's first row.
  @discardableResult
  func execute(_ script: String) throws -> String? {
    try beginFirst()
    try sent(PQsendQuery(pointer, script))
    var last: String?
    try eachResult { result in
      last = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0).map { String(cString: $0) } : nil
    }
    return last
  }

  /// The statement as the server knows it: parsed once for all transactions of this connection.
  func prepare(_ sql: String) throws -> Prepared {
    if let known = prepared[sql] { return known }
    let name = "s\(prepared.count)"
    try sent(PQsendPrepare(pointer, name, sql, 0, nil))
    try eachResult { _ in }
    var count = 0
    try sent(PQsendDescribePrepared(pointer, name))
    try eachResult { count = Int(PQnparams($0)) }
    let statement = Prepared(name: name, parameterCount: count)
    prepared[sql] = statement
    return statement
  }

  /// Visits the results of what was sent, to the last; throws the first that is a fault.
  func eachResult(_ body: (OpaquePointer) -> Void) throws {
    var fault: (any Error)?
    while let result = try receive() {
      switch PQresultStatus(result) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC, PGRES_COPY_IN: body(result)
      default: fault = fault ?? self.fault(result)
      }
      let isEntering = PQresultStatus(result) == PGRES_COPY_IN
      PQclear(result)
      if isEntering { return }
    }
    try endPipeline()
    if let fault { throw fault }
  }

  /// The next result; nil when there is none left. A server that says nothing for too long is given up.
  func receive() throws -> OpaquePointer? {
    while PQisBusy(pointer) == 1 {
      try waitForInput()
      guard PQconsumeInput(pointer) == 1 else { throw fault(nil) }
    }
    return PQgetResult(pointer)
  }

  /// A cancellation is asked for again each second: the server forgets one that it got between two statements.
  private func waitForInput() throws {
    var watched = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
    for _ in 0..<silence {
      if poll(&watched, 1, 1_000) != 0 { return }
      if isCancelled { cancel() }
    }
    isLost = true
    throw SQLFault(
      .connectionLost, engine: PostgreSQLEngine.nom, detail: "le serveur ne répond plus depuis \(silence) secondes")
  }

  /// Throws when libpq could not send.
  func sent(_ code: Int32) throws { if code != 1 { throw fault(nil) } }
}
