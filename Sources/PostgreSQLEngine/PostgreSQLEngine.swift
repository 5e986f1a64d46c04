import SQLEngine

/// The store in a PostgreSQL base (15 or later), through libpq.
///
/// Readers have a snapshot each (`REPEATABLE READ`). Writers wait for each other, over all instances, by a lock of the base that
/// ends with their transaction: positions of the journal have no gap, and a seal covers nothing that may still be undone.
public struct PostgreSQLEngine: SQLEngine {
  public var nom: String { PostgreSQLEngine.nom }
  static let nom = "PostgreSQL"
  let pool: PostgreSQLPool
  private let begin: String

  /// The writers' lock, an arbitrary number; beside it stands the schema, since several bases may share a server's.
  private static let lock = 724_321_051
  /// Milliseconds after which the server undoes what a writer that was paused has begun: the others wait for it.
  private static let longestIdle = 60_000
  static let snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

  /// - Parameters:
  ///   - url: an address `postgresql://…` or a list of settings of libpq, TLS included.
  ///   - connections: opened at most; each transaction has one.
  ///   - patienceSeconds: how long a server that is stopped or starting is waited for.
  ///   - busyTimeoutSeconds: how long a writer waits for another before ``SQLFault/Kind/busy``.
  ///   - silenceSeconds: how long an answer is waited for before ``SQLFault/Kind/connectionLost``.
  public init(
    url: String, connections: Int = 16, patienceSeconds: Int = 10, busyTimeoutSeconds: Double = 30,
    silenceSeconds: Int32 = 300
  ) {
    pool = PostgreSQLPool(
      PostgreSQLSettings(
        url: url, connections: connections, patience: .seconds(patienceSeconds), silence: silenceSeconds))
    begin = """
      BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = \(Int(busyTimeoutSeconds * 1_000));
      SET LOCAL idle_in_transaction_session_timeout = \(PostgreSQLEngine.longestIdle);
      SELECT pg_advisory_xact_lock(\(PostgreSQLEngine.lock), hashtext(current_schema()::text)); SELECT pg_current_xact_id()
      """
  }

  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T { try await read(.reading, body) }

  public func glance<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T { try await read(.look, body) }

  private func read<T: Sendable>(
    _ kind: PostgreSQLJob.Kind, _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await pool.use(kind) { session in
      session.beginLater(PostgreSQLEngine.snapshot)
      let result = try PostgreSQLConnection(session, isLook: kind == .look).whole(body)
      session.leave()
      return result
    }
  }

  /// Without a transaction: beginning and ending one costs as much as a statement.
  public func ask<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T { try await pool.use(.look) { try PostgreSQLConnection($0, isLook: true).whole(body) } }

  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    let written = try await pool.use(.writing) { [pool, begin] session in
      let number = try session.begin(begin)
      let result = try PostgreSQLConnection(session, beside: PostgreSQLBeside(pool, PostgreSQLEngine.snapshot)).whole(
        body)
      do { try session.execute("COMMIT") } catch  where session.isCut { return Written.cut(result, number: number) }
      return .done(result)
    }
    switch written {
    case .done(let result): return result
    case .cut(let result, let number):
      try await confirm(number)
      return result
    }
  }

  public func close() async throws { pool.close() }
}

/// How a commit ended.
private enum Written<T: Sendable>: Sendable {
  case done(T)
  /// The connection was lost while the server was asked to commit: the base alone knows.
  case cut(T, number: String?)
}

extension PostgreSQLEngine {
  /// Returns if the transaction of that number is in the base; throws if it is not.
  private func confirm(_ number: String?) async throws {
    let limit = ContinuousClock.now + pool.settings.patience
    var status: String?
    repeat {
      status = try await pool.use { try $0.execute("SELECT pg_xact_status('\(number ?? "")')") }
      if status == "committed" { return }
      try await Task.sleep(for: .milliseconds(100))
    } while status == "in progress" && ContinuousClock.now < limit
    throw SQLFault(
      .connectionLost, engine: nom,
      detail: "la connexion a été coupée pendant l'enregistrement, et rien n'a été gardé : recommencez")
  }
}
