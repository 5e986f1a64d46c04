/// A relational store as this program sees it: transactions, statements, rows read by column index.
///
/// SQL is written once, in the subset that SQLite 3.40 and PostgreSQL 15 share; nothing above knows which engine it is.
/// What the writer of a statement keeps to:
/// - parameters are `$1`, `$2`…, each position used at least once, in any order and as often as wanted;
/// - column types are `INTEGER` (64 bits), `TEXT` (no NUL character), `BLOB` and `BOOLEAN`; a driver whose dialect calls them
///   otherwise replaces these words itself;
/// - no `REPLACE`, `INSERT OR …`, `rowid`, `AUTOINCREMENT`, date functions or implicit conversions; `ON CONFLICT`, `RETURNING`,
///   `WITH`, window functions, `TRUE` and `FALSE`, `IS NOT DISTINCT FROM` written out, are common ground;
/// - a row order is always asked for, and texts are compared byte by byte;
/// - after a fault the transaction is lost, unless it happened inside a ``SQLConnection/savepoint(_:)``: every later
///   statement is refused and nothing is committed, whichever the engine.
public protocol SQLEngine: Sendable {
  /// The engine's name, for messages: `SQLite`, `PostgreSQL`.
  var nom: String { get }

  /// Runs `body` on one consistent snapshot that sees every transaction committed before its first statement.
  func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

  /// The same for the few rows of a page, which would wait longer for another thread than for them.
  func glance<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

  /// The same for one statement and those announced with it (``SQLConnection/announce(_:_:)``): what is asked after them may see
  /// what was committed since.
  func ask<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

  /// Runs `body` in one transaction: durable on disk when this returns, rolled back when `body` or the commit throws.
  ///
  /// Writers wait for each other; `body` runs once.
  func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

  /// Keeps the whole store in one file, as it is at one moment, while others read and write; `body` looks at that moment.
  ///
  /// - Parameter file: a path where nothing is yet; on the disk when this returns.
  func backup<T: Sendable>(
    to file: String, _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T

  /// Fills this store with what ``backup(to:_:)`` kept, all of it or nothing.
  ///
  /// Throws ``SQLFault/Kind/schema`` when this store has tables already.
  func restore(from file: String) async throws

  /// Closes every connection; no call may follow.
  func close() async throws
}
