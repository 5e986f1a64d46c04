// Inlined where they are used: a page makes some hundred values, and a closure that is known costs nothing.
extension SQLConnection {
  /// Prepares, binds and runs; returns the number of rows changed.
  @discardableResult
  public func run(_ sql: String, _ values: SQLValue...) throws -> Int { try run(sql, values) }

  @discardableResult
  public func run(_ sql: String, _ values: [SQLValue]) throws -> Int { try bound(sql, values).run() }

  /// Visits every row of a query.
  @inlinable public func forEach(
    _ sql: String, _ values: SQLValue..., row: (any SQLRow) throws -> Void
  ) throws {
    try forEach(sql, values, row: row)
  }

  @inlinable public func forEach(
    _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Void
  ) throws {
    try bound(sql, values).forEach(row)
  }

  /// Every row of a query, made into values.
  @inlinable public func query<T>(
    _ sql: String, _ values: SQLValue..., row: (any SQLRow) throws -> T
  ) throws -> [T] {
    try query(sql, values, row: row)
  }

  @inlinable public func query<T>(
    _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> T
  ) throws -> [T] {
    var results: [T] = []
    try forEach(sql, values) { results.append(try row($0)) }
    return results
  }

  /// The first row of a query, if there is one.
  @inlinable public func first<T>(
    _ sql: String, _ values: SQLValue..., row: (any SQLRow) throws -> T
  ) throws -> T? {
    try first(sql, values, row: row)
  }

  @inlinable public func first<T>(
    _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> T
  ) throws -> T? {
    try bound(sql, values).first(row)
  }

  /// The integer in the first column of the first row; nil for NULL or no row.
  public func scalar(_ sql: String, _ values: SQLValue...) throws -> Int64? {
    try scalar(sql, values)
  }

  public func scalar(_ sql: String, _ values: [SQLValue]) throws -> Int64? {
    try first(sql, values) { $0.optInt(0) } ?? nil
  }

  @usableFromInline func bound(_ sql: String, _ values: [SQLValue]) throws -> any SQLStatement {
    let statement = try prepare(sql)
    try statement.bind(all: values)
    return statement
  }
}
