import MoteurDEssai
import PostgreSQLEngine
import SQLEngine
import Testing

/// Beside the server of `script/postgresql` only, as the second run of `script/test` does.
@Suite("PostgreSQL alone", .enabled(if: MoteurDEssai.estPostgreSQL))
struct PostgreSQLEngineTests {
  private func engine(silence: Int32 = 30, patience: Int = 5) async throws -> PostgreSQLEngine {
    let serveur = try #require(MoteurDEssai.serveur)
    return PostgreSQLEngine(
      url: try await MoteurDEssai.adresseNeuve(serveur), connections: 2, patienceSeconds: patience,
      busyTimeoutSeconds: 0.2, silenceSeconds: silence)
  }

  /// Has the server end a connection, and waits until it has.
  private func cut(_ process: Int64?, by store: PostgreSQLEngine) async throws {
    let isCut = try await store.read { connection in
      // Ten seconds at most, in milliseconds.
      try connection.first("SELECT pg_terminate_backend(CAST($1 AS INTEGER), 10000)", .int(process)) { $0.bool(0) }
    }
    #expect(isCut == true)
  }

  @Test("a connection that the server cut while it waited is replaced without a word")
  func cutWhileFree() async throws {
    let (store, other) = (try await engine(), try await engine())
    let process = try await store.read { try $0.scalar("SELECT CAST(pg_backend_pid() AS BIGINT)") }
    try await cut(process, by: other)
    try await store.write { try $0.execute("CREATE TABLE t(n INTEGER)") }
    #expect(try await store.read { try $0.scalar("SELECT COUNT(*) FROM t") } == 0)
  }

  @Test("cut in the middle of a transaction: told, nothing kept, and the next one works")
  func cutInside() async throws {
    let store = try await engine()
    try await store.write { try $0.execute("CREATE TABLE t(n INTEGER)") }
    let fault = await #expect(throws: SQLFault.self) {
      try await store.write { connection in
        try connection.run("INSERT INTO t(n) VALUES ($1)", 1)
        try connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
      }
    }
    #expect(fault?.kind == .connectionLost)
    try await store.write { _ = try $0.run("INSERT INTO t(n) VALUES ($1)", 2) }
    #expect(try await store.read { try $0.query("SELECT n FROM t ORDER BY n") { $0.int(0) } } == [2])
  }

  @Test("a server that says nothing for too long is given up")
  func silent() async throws {
    let store = try await engine(silence: 1)
    let fault = await #expect(throws: SQLFault.self) {
      try await store.read { try $0.execute("SELECT pg_sleep(20)") }
    }
    #expect(fault?.kind == .connectionLost && fault?.detail.contains("ne répond plus") == true)
    #expect(try await store.read { try $0.scalar("SELECT 1") } == 1)
  }

  @Test(
    "a task that is cancelled stops what the server does for it, even if it was before the server began",
    arguments: [0, 300])
  func cancelled(_ milliseconds: Int) async throws {
    let store = try await engine(silence: 300)
    #expect(try await store.read { try $0.scalar("SELECT 1") } == 1)
    let task = Task { try await store.read { try $0.execute("SELECT pg_sleep(300)") } }
    try await Task.sleep(for: .milliseconds(milliseconds))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await store.read { try $0.scalar("SELECT 1") } == 1)
  }

  @Test("a reading that begins on a connection cut while it waited is done again on another, announced rows included")
  func announcedOnCut() async throws {
    let (store, other) = (try await engine(), try await engine())
    for _ in 1...3 {
      let process = try await store.read { try $0.scalar("SELECT CAST(pg_backend_pid() AS BIGINT)") }
      try await cut(process, by: other)
      let found = try await store.read { connection in
        try connection.announce("SELECT CAST($1 AS BIGINT)", [7])
        return [
          try connection.scalar("SELECT CAST(1 AS BIGINT)"), try connection.scalar("SELECT CAST($1 AS BIGINT)", 7),
        ]
      }
      #expect(found == [1, 7])
    }
  }

  @Test("another instance that writes for too long makes the base busy; another base on the same server does not")
  func busy() async throws {
    let serveur = try #require(MoteurDEssai.serveur)
    let address = try await MoteurDEssai.adresseNeuve(serveur)
    let first = PostgreSQLEngine(url: address, connections: 2)
    let second = PostgreSQLEngine(url: address, connections: 2, busyTimeoutSeconds: 0.1)
    let elsewhere = try await engine()
    let (begun, signal) = AsyncStream.makeStream(of: Void.self)
    let long = Task {
      try await first.write { connection in
        try connection.execute("CREATE TABLE t(n INTEGER)")
        signal.finish()
        try connection.execute("SELECT pg_sleep(300)")
      }
    }
    for await _ in begun {}
    let fault = await #expect(throws: SQLFault.self) { try await second.write { _ = try $0.scalar("SELECT 1") } }
    #expect(fault?.kind == .busy)
    #expect(try await elsewhere.write { try $0.scalar("SELECT 1") } == 1)
    long.cancel()
    await #expect(throws: CancellationError.self) { try await long.value }
  }

  @Test("an unknown base and a server that is not there are told in French, the second after a while")
  func unreachable() async throws {
    let serveur = try #require(MoteurDEssai.serveur)
    let unknown = PostgreSQLEngine(url: serveur.replacing("///postgres", with: "///inconnue"), patienceSeconds: 60)
    let absent = PostgreSQLEngine(url: "postgresql:///x?host=/nulle/part", patienceSeconds: 1)
    for store in [unknown, absent] {
      let fault = await #expect(throws: SQLFault.self) { try await store.read { try $0.scalar("SELECT 1") } }
      #expect(fault?.kind == .connectionLost && fault?.detail.hasPrefix("connexion impossible") == true)
    }
  }

  @Test("a password that is wrong or missing is said, never shown; the right one opens")
  func password() async throws {
    let serveur = try #require(MoteurDEssai.serveur)
    let maitre = PostgreSQLEngine(url: serveur, connections: 1)
    try await maitre.write { try $0.execute("DROP ROLE IF EXISTS secret; CREATE ROLE secret LOGIN PASSWORD 'Juste-1'") }
    let address = serveur.replacing("user=centre", with: "user=secret")
    #expect(
      try await PostgreSQLEngine(url: address + "&password=Juste-1").read { try $0.scalar("SELECT 1") } == 1)
    for wrong in ["&password=Faux-2", ""] {
      let fault = await #expect(throws: SQLFault.self) {
        try await PostgreSQLEngine(url: address + wrong).read { try $0.scalar("SELECT 1") }
      }
      #expect(fault?.kind == .connectionLost)
      #expect(
        fault?.detail.contains("utilisateur ou mot de passe refusé") == true && !"\(fault as Any)".contains("Faux-2"))
    }
  }

  @Test("a server that gives fewer connections than wanted: readers share those, and none at all is said")
  func tooMany() async throws {
    let serveur = try #require(MoteurDEssai.serveur)
    let maitre = PostgreSQLEngine(url: serveur, connections: 1)
    try await maitre.write { try $0.execute("DROP ROLE IF EXISTS peu; CREATE ROLE peu LOGIN CONNECTION LIMIT 2") }
    let address = serveur.replacing("user=centre", with: "user=peu")
    let store = PostgreSQLEngine(url: address, connections: 8)
    let sum = try await withThrowingTaskGroup(of: Int64.self) { group in
      for number in Int64(1)...12 {
        group.addTask {
          try await store.read { connection in
            try connection.execute("SELECT pg_sleep(0.05)")
            return try connection.first("SELECT CAST($1 AS BIGINT)", .int(number)) { $0.int(0) } ?? 0
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 78)
    // One is left: whoever gets none leaves his question to whoever has it, busy or asleep.
    try await maitre.write { try $0.execute("ALTER ROLE peu CONNECTION LIMIT 3") }
    let alone = PostgreSQLEngine(url: address, connections: 8)
    async let first = alone.read { try $0.scalar("SELECT CAST(1 AS BIGINT)") }
    async let second = alone.read { try $0.scalar("SELECT CAST(2 AS BIGINT)") }
    let both = (try await first, try await second)
    #expect(both == (1, 2))
    try await alone.close()
    let other = PostgreSQLEngine(url: address, connections: 8)
    try await maitre.write { try $0.execute("ALTER ROLE peu CONNECTION LIMIT 0") }
    let fault = await #expect(throws: SQLFault.self) { try await other.read { try $0.scalar("SELECT 1") } }
    #expect(fault?.kind == .connectionLost && fault?.detail.contains("connexion impossible") == true)
    try await maitre.write { try $0.execute("ALTER ROLE peu CONNECTION LIMIT 2") }
    try await store.close()
    // The server counts a connection until its process has ended.
    while try await maitre.read({ try $0.scalar("SELECT COUNT(*) FROM pg_stat_activity WHERE usename = 'peu'") }) != 0 {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try await other.read { try $0.scalar("SELECT 1") } == 1)
  }

  @Test("ten programs that start together on a new base migrate it once")
  func together() async throws {
    let address = try await MoteurDEssai.adresseNeuve(try #require(MoteurDEssai.serveur))
    let migrations = (1...5).map { Migration(numero: $0, nom: "m\($0)", sql: "CREATE TABLE t\($0)(n INTEGER)") }
    let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 1...10 {
        group.addTask { try await migrate(PostgreSQLEngine(url: address, connections: 1), migrations) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(applied.sorted() == [1, 2, 3, 4, 5])
  }

  @Test("sums beyond the width of a column, negative and null, come back as integers or as a fault")
  func sums() async throws {
    let store = try await engine()
    let found = try await store.read { connection in
      try [
        "CAST(0 AS NUMERIC)", "CAST(10000 AS NUMERIC)", "CAST(-123456789012 AS NUMERIC)",
        "CAST(9223372036854775807 AS NUMERIC)",
      ].map { try connection.scalar("SELECT \($0)") }
    }
    #expect(found == [0, 10_000, -123_456_789_012, Int64.max])
    for refused in ["CAST(9223372036854775808 AS NUMERIC)", "CAST(1.5 AS NUMERIC)"] {
      let fault = await #expect(throws: SQLFault.self) { try await store.read { try $0.scalar("SELECT \(refused)") } }
      #expect(fault?.kind == .value)
    }
  }
}
