import SQLEngine
import Testing

@Suite("Transactions and faults, on every engine")
struct TransactionTests {
  @Test(
    "a row that the schema refuses says which kind of constraint, and no value",
    arguments: Engines.all,
    [
      (insertCompte, [1, "autre", 0, true, nil], SQLFault.Constraint.unique),
      (insertCompte, [2, "Dupont", 0, true, nil], .unique),
      (insertCompte, [2, "autre", -1, true, nil], .check),
      (insertCompte, [2, nil, 0, true, nil], .notNull),
      ("INSERT INTO ecriture(numero, compte) VALUES ($1, $2)", [1, 99], .foreignKey),
    ] as [(String, [SQLValue], SQLFault.Constraint)])
  func constraints(
    _ engine: Engine, _ refused: (sql: String, values: [SQLValue], constraint: SQLFault.Constraint)
  ) async throws {
    try await withCompte(engine) { store in
      try await store.write { _ = try $0.run(insertCompte, 1, "Dupont", 0, true, nil) }
      let fault = await #expect(throws: SQLFault.self) {
        try await store.write { try $0.run(refused.sql, refused.values) }
      }
      #expect(fault?.kind == .constraint(refused.constraint))
      #expect(fault?.description.contains("Dupont") == false)
      try await expectCount(store, 1)
    }
  }

  @Test("a body that throws leaves nothing behind", arguments: Engines.all)
  func rollback(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      await #expect(throws: Stop.self) {
        try await store.write { connection in
          try connection.run(insertCompte, 1, "a", 0, true, nil)
          throw Stop()
        }
      }
      try await expectCount(store, 0)
    }
  }

  @Test(
    "after a fault that was swallowed, nothing more runs and nothing is committed", arguments: Engines.all)
  func abandoned(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      let fault = await #expect(throws: SQLFault.self) {
        try await store.write { connection in
          try connection.run(insertCompte, 1, "a", 0, true, nil)
          _ = try? connection.run(insertCompte, 1, "b", 0, true, nil)
        }
      }
      #expect(fault?.kind == .abandoned)
      try await expectCount(store, 0)
    }
  }

  @Test("a fault inside a savepoint undoes the savepoint only", arguments: Engines.all)
  func savepoint(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      try await store.write { connection in
        try connection.run(insertCompte, 1, "a", 0, true, nil)
        #expect(throws: SQLFault.self) {
          try connection.savepoint {
            try connection.run(insertCompte, 2, "b", 0, true, nil)
            try connection.savepoint { _ = try connection.run(insertCompte, 3, "c", 0, true, nil) }
            try connection.run(insertCompte, 1, "d", 0, true, nil)
          }
        }
        try connection.run(insertCompte, 4, "e", 0, true, nil)
      }
      let kept = try await store.read {
        try $0.query("SELECT numero FROM compte ORDER BY numero") { $0.int(0) }
      }
      #expect(kept == [1, 4])
    }
  }

  @Test(
    "two readers see the committed state while a writer works, and the new one after", arguments: Engines.all)
  func concurrentReaders(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      try await store.write { _ = try $0.run(insertCompte, 1, "a", 0, true, nil) }
      let (begun, signal) = AsyncStream.makeStream(of: Void.self)
      async let writing: Void = store.write { connection in
        for numero in 2...20_000 {
          try connection.run(insertCompte, .int(numero), .text("c\(numero)"), 0, true, nil)
          if numero == 3 { signal.finish() }
        }
      }
      for await _ in begun {}
      async let first = count(store)
      async let second = count(store)
      let during = try await [first, second]
      try await writing
      #expect(during.allSatisfy { $0 == 1 || $0 == 20_000 })
      try await expectCount(store, 20_000)
    }
  }

  @Test(
    "a reader cannot write, and a statement that does not exist is a fault of schema", arguments: Engines.all)
  func readOnly(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      await #expect(throws: SQLFault.self) {
        try await store.read { try $0.run(insertCompte, 1, "a", 0, true, nil) }
      }
      let fault = await #expect(throws: SQLFault.self) {
        try await store.read { try $0.scalar("SELECT absente FROM compte") }
      }
      #expect(fault?.kind == .schema)
    }
  }

  private func expectCount(
    _ store: any SQLEngine, _ expected: Int64, at location: SourceLocation = #_sourceLocation
  ) async throws {
    let found = try await count(store)
    #expect(found == expected, sourceLocation: location)
  }

  private func count(_ store: any SQLEngine) async throws -> Int64? {
    try await store.read { try $0.scalar("SELECT COUNT(*) FROM compte") }
  }
}
