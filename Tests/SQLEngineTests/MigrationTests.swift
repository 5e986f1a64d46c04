import SQLEngine
import Testing

@Suite("Migrations, on every engine")
struct MigrationTests {
  private static let first = Migration(
    numero: 1, nom: "comptes", sql: "CREATE TABLE compte(numero INTEGER PRIMARY KEY)")
  private static let second = Migration(
    numero: 2, nom: "soldes",
    sql: "ALTER TABLE compte ADD COLUMN solde INTEGER; CREATE TABLE lot(numero INTEGER PRIMARY KEY);")

  @Test("each migration is applied once, and only the new ones later", arguments: Engines.all)
  func once(_ engine: Engine) async throws {
    let store = try await engine.open()
    #expect(try await migrate(store, [Self.first]) == [1])
    #expect(try await migrate(store, [Self.first, Self.second]) == [2])
    #expect(try await migrate(store, [Self.first, Self.second]) == [])
    try await store.write { _ = try $0.run("INSERT INTO compte(numero, solde) VALUES ($1, $2)", 1, 2) }
    try await store.close()
  }

  @Test("an applied migration whose text changed is refused", arguments: Engines.all)
  func changed(_ engine: Engine) async throws {
    let store = try await engine.open()
    try await migrate(store, [Self.first])
    let changed = Migration(numero: 1, nom: "comptes", sql: Self.first.sql + " ")
    let fault = await #expect(throws: SQLFault.self) { try await migrate(store, [changed]) }
    #expect(fault?.kind == .schema)
    #expect(fault?.detail.contains("la migration 1 (« comptes ») n'est plus celle") == true)
    try await store.close()
  }

  @Test("an older program refuses a newer store", arguments: Engines.all)
  func newer(_ engine: Engine) async throws {
    let store = try await engine.open()
    try await migrate(store, [Self.first, Self.second])
    let fault = await #expect(throws: SQLFault.self) { try await migrate(store, [Self.first]) }
    #expect(fault?.detail.contains("installez une version plus récente") == true)
    try await store.close()
  }

  @Test("a migration that fails leaves the store as it was, the earlier ones applied", arguments: Engines.all)
  func failing(_ engine: Engine) async throws {
    let store = try await engine.open()
    let broken = Migration(
      numero: 2, nom: "cassée", sql: "CREATE TABLE lot(numero INTEGER PRIMARY KEY); SELECT absente;")
    await #expect(throws: SQLFault.self) { try await migrate(store, [Self.first, broken]) }
    #expect(try await migrate(store, [Self.first, Self.second]) == [2])
    try await store.close()
  }

  @Test("numbers with a gap are refused", arguments: Engines.all)
  func gap(_ engine: Engine) async throws {
    let store = try await engine.open()
    await #expect(throws: SQLFault.self) { try await migrate(store, [Self.second]) }
    try await store.close()
  }
}
