extension SQLConnection {
  /// Prepares, binds and runs; returns the number of rows changed.
  @discardableResult
  public func run(_ sql: String, _ values: SQLValue...) throws -> Int { try run(sql, values) }

  @discardableResult
  public func run(_ sql: String, _ values: [SQLValue]) throws -> Int { try bound(sql, values).run() }

  /// Visits every row of a query.
  public func forEach(
    _ sql: String, _ values: SQLValue..., row: (any SQLRow) throws -> Void
  ) throws {
    try forEach(sql, values, row: row)
  }

  public func forEach(
    _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> Void
  ) throws {
    try bound(sql, values).forEach(row)
  }

  /// Every row of a query, made into values.
  public func query<T>(
    _ sql: String, _ values: SQLValue..., row: (any SQLRow) throws -> T
  ) throws -> [T] {
    try query(sql, values, row: row)
  }

  public func query<T>(
    _ sql: String, _ values: [SQLValue], row: (any SQLRow) throws -> T
  ) throws -> [T] {
    var results: [T] = []
    try forEach(sql, values) { results.append(try row($0)) }
    return results
  }

  /// The first row of a query, if there is one.
  public func first<T>(
    _ sql: String, _ values: SQLValue..., row: (any SQLRow) throws -> T
  ) throws -> T? {
    try first(sql, values, row: row)
  }

  public func first<T>(
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

  private func bound(_ sql: String, _ values: [SQLValue]) throws -> any SQLStatement {
    let statement = try prepare(sql)
    try statement.bind(all: values)
    return statement
  }
}
