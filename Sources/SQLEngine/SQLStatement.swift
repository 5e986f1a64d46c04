/// The current row of a statement. Columns count from 0.
///
/// A NULL or another type where the reader asked for a value is a fault: the reader gets an empty value, and the next
/// ``SQLStatement/step()`` or ``SQLStatement/finish()`` throws it with the column's name.
public protocol SQLRow: AnyObject {
  func isNull(_ column: Int) -> Bool
  func int(_ column: Int) -> Int64
  func text(_ column: Int) -> String
  func blob(_ column: Int) -> [UInt8]
  func bool(_ column: Int) -> Bool
  /// nil for NULL.
  func optText(_ column: Int) -> String?
  /// The bytes where they are, without copy; valid inside `body` only.
  func withBlob<T>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T
}

extension SQLRow {
  public func optInt(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
  public func optBlob(_ column: Int) -> [UInt8]? { isNull(column) ? nil : blob(column) }
  public func optBool(_ column: Int) -> Bool? { isNull(column) ? nil : bool(column) }
}

/// A prepared statement. Parameters count from 1, as `$1` is written.
///
/// Bound values stay until they are bound again or the text is prepared again. A value that cannot be bound (position out of
/// range, NUL in a text) is thrown by the next ``run()`` or ``step()``.
public protocol SQLStatement: SQLRow {
  /// The highest parameter position.
  var parameterCount: Int { get }

  func bindNull(at position: Int)
  func bind(_ value: Int64?, at position: Int)
  func bind(_ value: String?, at position: Int)
  func bind(_ value: Bool?, at position: Int)
  func bind(_ value: [UInt8]?, at position: Int)
  func bind(_ bytes: UnsafeRawBufferPointer, at position: Int)

  /// Runs to the end, ready to be run again; returns the number of rows inserted, changed or deleted.
  @discardableResult func run() throws -> Int

  /// Goes to the next row; at the end, answers false and the statement is ready again.
  func step() throws -> Bool

  /// Leaves the rows, ready to be run again, and throws what reading a column found wrong.
  func finish() throws
}

extension SQLStatement {
  public func bind(_ value: Int?, at position: Int) { bind(value.map(Int64.init), at: position) }

  /// Binds a whole list in order; throws when its length is not the number of parameters.
  public func bind(all values: [SQLValue]) throws {
    guard values.count == parameterCount else {
      throw SQLFault(
        .value, engine: nil, detail: "\(parameterCount) paramètre(s) attendu(s), \(values.count) fourni(s)")
    }
    for (index, value) in values.enumerated() { bind(value, at: index + 1) }
  }

  public func bind(_ value: SQLValue, at position: Int) {
    switch value {
    case .null: bindNull(at: position)
    case .int(let value): bind(value, at: position)
    case .text(let value): bind(value, at: position)
    case .blob(let value): bind(value, at: position)
    case .bool(let value): bind(value, at: position)
    }
  }

  /// Visits every row; the statement is ready again however this ends.
  @inlinable public func forEach(_ body: (any SQLRow) throws -> Void) throws {
    do {
      while try step() { try body(self) }
    } catch {
      try? finish()
      throw error
    }
  }

  /// The first row, if there is one; the statement is ready again however this ends.
  @inlinable public func first<T>(_ body: (any SQLRow) throws -> T) throws -> T? {
    do {
      let result = try step() ? try body(self) : nil
      try finish()
      return result
    } catch {
      try? finish()
      throw error
    }
  }
}
