import SQLEngine
import Testing

@Suite("Rows announced before they are asked for, and questions of one statement, on every engine")
struct AnnounceTests {
  private let one = "SELECT libelle FROM compte WHERE numero = $1"
  private let all = "SELECT numero FROM compte ORDER BY numero"
  private let from = "SELECT numero FROM compte WHERE numero >= $1 ORDER BY numero"

  private func filled(_ engine: Engine, _ body: (any SQLEngine) async throws -> Void) async throws {
    try await withCompte(engine) { store in
      try await store.write { connection in
        for (numero, libelle) in [(1, "a"), (2, "b"), (3, "c")] {
          try connection.run(insertCompte, .int(numero), .text(libelle), 0, true, nil)
        }
      }
      try await body(store)
    }
  }

  @Test(
    "asked for in any order, with the values announced or others, or not at all: the same rows",
    arguments: Engines.all)
  func sameRows(_ engine: Engine) async throws {
    try await filled(engine) { store in
      for _ in 1...3 {
        let found = try await store.glance { connection in
          try connection.announce(one, [2])
          try connection.announce(from, [2])
          let first = try connection.query(all) { $0.int(0) }
          let second = try connection.query(from, 2) { $0.int(0) }
          let third = try connection.query(from, 3) { $0.int(0) }
          return [first, second, third, try connection.query(from, 2) { $0.int(0) }]
        }
        #expect(found == [[1, 2, 3], [2, 3], [3], [2, 3]])
      }
    }
  }

  @Test("asked for first, or while the rows of another are read", arguments: Engines.all)
  func nested(_ engine: Engine) async throws {
    try await filled(engine) { store in
      let (alone, inside) = try await store.read { connection in
        try connection.announce(one, [3])
        let alone = try connection.query(one, 3) { $0.text(0) }
        try connection.announce(one, [2])
        let inside = try connection.query(all) { row in
          [String(row.int(0))] + (try connection.query(one, .int(row.int(0))) { $0.text(0) })
        }
        return (alone, inside)
      }
      #expect(alone == ["c"])
      #expect(inside == [["1", "a"], ["2", "b"], ["3", "c"]])
    }
  }

  @Test("no row and the first of several, then the transaction goes on", arguments: Engines.all)
  func firstAndNone(_ engine: Engine) async throws {
    try await filled(engine) { store in
      let found = try await store.read { connection in
        try connection.announce(one, [9])
        try connection.announce(all, [])
        return [
          try connection.scalar(from, 2), try connection.query(one, 9) { $0.text(0) }.isEmpty ? 0 : 1,
          try connection.scalar(all), try connection.scalar(from, 3),
        ]
      }
      #expect(found == [2, 0, 1, 3])
    }
  }

  @Test(
    "a body or a statement that fails before they are asked for leaves an engine that works", arguments: Engines.all)
  func faults(_ engine: Engine) async throws {
    try await filled(engine) { store in
      await #expect(throws: Stop.self) {
        try await store.read { connection in
          try connection.announce(one, [2])
          throw Stop()
        }
      }
      let fault = await #expect(throws: SQLFault.self) {
        try await store.read { connection in
          try connection.announce(all, [])
          return try connection.scalar("SELECT CAST($1 AS INTEGER) FROM compte WHERE absente", 1)
        }
      }
      #expect(fault?.kind == .schema)
      await #expect(throws: Stop.self) {
        try await store.read { connection in
          try connection.announce(all, [])
          try connection.forEach(from, 1) { _ in throw Stop() }
        }
      }
      let found = try await store.read { try $0.query(all) { $0.int(0) } }
      #expect(found == [1, 2, 3])
    }
  }

  @Test("one statement sees what is committed, and its fault is told", arguments: Engines.all)
  func ask(_ engine: Engine) async throws {
    try await filled(engine) { store in
      #expect(try await store.ask { try $0.query(one, 2) { $0.text(0) } } == ["b"])
      try await store.write { _ = try $0.run("UPDATE compte SET libelle = 'd' WHERE numero = 2") }
      #expect(try await store.ask { try $0.query(one, 2) { $0.text(0) } } == ["d"])
      let fault = await #expect(throws: SQLFault.self) { try await store.ask { _ = try $0.scalar("SELECT absente") } }
      #expect(fault?.kind == .schema)
      let found = try await store.ask { try $0.query(all) { $0.int(0) } }
      #expect(found == [1, 2, 3])
    }
  }

  @Test(
    "a question and what is announced with it see one moment, whatever is written meanwhile", arguments: Engines.all)
  func oneMoment(_ engine: Engine) async throws {
    try await filled(engine) { store in
      let count = "SELECT COUNT(*) FROM compte"
      let total = "SELECT SUM(solde) FROM compte"
      async let writing: Void = {
        for numero in 10..<60 {
          try await store.write { _ = try $0.run(insertCompte, .int(numero), .text("n\(numero)"), 1, true, nil) }
        }
      }()
      for _ in 1...200 {
        let (found, sum) = try await store.ask { connection in
          try connection.announce(total, [])
          return (try connection.scalar(count), try connection.scalar(total))
        }
        #expect(found == (sum ?? 0) + 3)
      }
      try await writing
    }
  }
}
