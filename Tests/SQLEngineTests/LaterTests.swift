import SQLEngine
import Testing

@Suite("What is to run later, on every engine")
struct LaterTests {
  @Test("runs in order and before whatever else is asked, a row being read included", arguments: Engines.all)
  func order(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      let sums = try await store.write { connection in
        for numero in 1...2_000 { try insertLater(numero, connection) }
        let all = try connection.scalar("SELECT COUNT(*) FROM compte")
        try connection.forEach("SELECT numero FROM compte WHERE numero <= 3 ORDER BY numero") { row in
          try insertLater(Int(row.int(0)) + 5_000, connection)
        }
        try connection.runLater("UPDATE compte SET solde = $2 WHERE numero = $1", [1, 7])
        return [all, try connection.scalar("SELECT solde FROM compte WHERE numero = 1")]
      }
      #expect(sums == [2_000, 7])
      let kept = try await numbers(store).suffix(4)
      #expect(kept == [2_000, 5_001, 5_002, 5_003])
    }
  }

  @Test("a fault is thrown by a later call or the end, and nothing is committed", arguments: Engines.all, [1, 5_000])
  func fault(_ engine: Engine, _ followers: Int) async throws {
    try await withCompte(engine) { store in
      let fault = await #expect(throws: SQLFault.self) {
        try await store.write { connection in
          try insertLater(1, connection)
          try insertLater(1, connection)
          for numero in 2...(1 + followers) { try insertLater(numero, connection) }
        }
      }
      #expect(fault?.kind == .constraint(.unique))
      let kept = try await numbers(store)
      #expect(kept.isEmpty)
    }
  }

  @Test("a fault inside a savepoint is thrown there, and the rest goes on", arguments: Engines.all)
  func savepoint(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      try await store.write { connection in
        try insertLater(1, connection)
        #expect(throws: SQLFault.self) {
          try connection.savepoint { for numero in [2, 1, 3] { try insertLater(numero, connection) } }
        }
        try insertLater(4, connection)
      }
      let kept = try await numbers(store)
      #expect(kept == [1, 4])
    }
  }

  @Test("a body that throws leaves nothing of it", arguments: Engines.all)
  func rollback(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      await #expect(throws: Halt.self) {
        try await store.write { connection in
          for numero in 1...3_000 { try insertLater(numero, connection) }
          throw Halt()
        }
      }
      let kept = try await numbers(store)
      #expect(kept.isEmpty)
    }
  }

  @Test("what was committed before is read beside the transaction, which it does not see", arguments: Engines.all)
  func committed(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      try await store.write { try insertLater(1, $0) }
      try await store.write { connection in
        try connection.committed { before in
          for numero in 2...2_000 { try insertLater(numero, connection) }
          let seen = try before.scalar("SELECT COUNT(*) FROM compte")
          #expect(seen == 1)
        }
        let all = try connection.scalar("SELECT COUNT(*) FROM compte")
        #expect(all == 2_000)
      }
    }
  }

  private struct Halt: Error {}

  private func numbers(_ store: any SQLEngine) async throws -> [Int64] {
    try await store.read { try $0.query("SELECT numero FROM compte ORDER BY numero") { $0.int(0) } }
  }
}

private func insertLater(_ numero: Int, _ connection: any SQLConnection) throws {
  try connection.runLater(insertCompte, [.int(numero), .text("c\(numero)"), 0, true, nil])
}
