import SQLEngine

extension PostgreSQLEngine {
  /// By `pg_dump`, on the snapshot that `body` sees: the tables of this base's schema, in PostgreSQL's archive format.
  public func backup<T: Sendable>(
    to file: String, _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await pool.use { [settings = pool.settings] session in
      try session.begin(PostgreSQLEngine.snapshot)
      let snapshot = try session.execute("SELECT pg_export_snapshot()") ?? ""
      let tables = try session.execute("SELECT quote_ident(current_schema()) || '.*'") ?? ""
      let dump = try PostgreSQLProgram(
        "pg_dump",
        [
          "--format=custom", "--no-owner", "--no-privileges", "--snapshot=\(snapshot)", "--table=\(tables)",
          "--file=\(file)",
        ],
        settings)
      defer { dump.stop() }
      let result = try PostgreSQLConnection(session).whole(body)
      try dump.wait()
      try session.execute("COMMIT")
      return result
    }
  }

  /// By `pg_restore`, in one transaction; the tables come back in the schema of the name that they had.
  public func restore(from file: String) async throws {
    let tables = try await read {
      try $0.scalar("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()") ?? 0
    }
    guard tables == 0 else { throw SQLFault.occupied(nom) }
    try await pool.use { [settings = pool.settings] _ in
      try PostgreSQLProgram(
        "pg_restore",
        ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--dbname=postgresql://", file],
        settings
      ).wait()
    }
  }
}
