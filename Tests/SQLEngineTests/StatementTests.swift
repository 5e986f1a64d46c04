import SQLEngine
import Testing

@Suite("Statements and rows, on every engine")
struct StatementTests {
  @Test("integers, texts, booleans, bytes and NULL come back as they were bound", arguments: Engines.all)
  func roundTrip(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      let texts = ["", "Éléonore Çağrı — 12 €", "日本\u{1F1EB}\u{1F1F7}", "l'a\"b\\c\n\t$1?"]
      let bytes: [UInt8] = (0...255).map { $0 }
      try await store.write { connection in
        let insert = try connection.prepare(insertCompte)
        for (index, text) in texts.enumerated() {
          insert.bind(index + 1, at: 1)
          insert.bind(text, at: 2)
          insert.bind(Int64.max - Int64(index), at: 3)
          insert.bind(index.isMultiple(of: 2), at: 4)
          insert.bind(index == 0 ? nil : Array(bytes.prefix(index == 1 ? 0 : 256)), at: 5)
          #expect(try insert.run() == 1)
        }
      }
      let rows = try await store.read { connection in
        try connection.query("SELECT libelle, solde, actif, piece FROM compte ORDER BY numero") {
          Row(text: $0.text(0), int: $0.int(1), bool: $0.bool(2), blob: $0.optBlob(3))
        }
      }
      #expect(rows.map(\.text) == texts)
      #expect(rows.map(\.int) == (0..<4).map { Int64.max - $0 })
      #expect(rows.map(\.bool) == [true, false, true, false])
      #expect(rows.map(\.blob) == [nil, [], bytes, bytes])
    }
  }

  private struct Row: Sendable {
    let text: String
    let int: Int64
    let bool: Bool
    let blob: [UInt8]?
  }

  @Test("parameters may appear in any order and more than once", arguments: Engines.all)
  func parameterOrder(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      let found = try await store.write { connection in
        try connection.run(
          "INSERT INTO compte(libelle, numero, solde, actif) VALUES ($2, $1, $1, $3)", 7, "sept", true)
        return try connection.query(
          "SELECT numero FROM compte WHERE libelle = $2 AND numero = $1 AND solde = $1", 7, "sept"
        ) { $0.int(0) }
      }
      #expect(found == [7])
    }
  }

  @Test("the number of rows changed is told, zero included", arguments: Engines.all)
  func rowCount(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      let counts = try await store.write { connection in
        for numero in 1...3 {
          try connection.run(insertCompte, .int(numero), .text("c\(numero)"), 0, true, nil)
        }
        return [
          try connection.run("UPDATE compte SET solde = $1 WHERE numero >= $2", 5, 2),
          try connection.run("DELETE FROM compte WHERE numero = $1", 9),
          try connection.run(
            insertCompte + " ON CONFLICT (numero) DO UPDATE SET solde = excluded.solde", 1, "c1", 8, true, nil
          ),
        ]
      }
      #expect(counts == [2, 0, 1])
    }
  }

  @Test("a query can be iterated while the same text is asked again inside", arguments: Engines.all)
  func nested(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      let pairs = try await store.write { connection in
        for numero in 1...3 {
          try connection.run(insertCompte, .int(numero), .text("c\(numero)"), 0, true, nil)
        }
        var pairs: [[Int64]] = []
        let all = "SELECT numero FROM compte ORDER BY numero"
        try connection.forEach(all) { outer in
          let first = outer.int(0)
          try connection.forEach(all) { pairs.append([first, $0.int(0)]) }
        }
        return pairs
      }
      #expect(pairs.count == 9)
      #expect(pairs.last == [3, 3])
    }
  }

  @Test("a row body that throws leaves a statement that can be used again", arguments: Engines.all)
  func throwingBody(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      let numeros = try await store.write { connection in
        for numero in 1...2 {
          try connection.run(insertCompte, .int(numero), .text("c\(numero)"), 0, true, nil)
        }
        let select = try connection.prepare("SELECT numero FROM compte ORDER BY numero")
        #expect(throws: Stop.self) { try select.forEach { _ in throw Stop() } }
        var numeros: [Int64] = []
        try select.forEach { numeros.append($0.int(0)) }
        return numeros
      }
      #expect(numeros == [1, 2])
    }
  }

  @Test("NULL where a value is read is a fault that names the column", arguments: Engines.all)
  func unexpectedNull(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      try await store.write { _ = try $0.run(insertCompte, 1, "a", 0, true, nil) }
      let fault = await #expect(throws: SQLFault.self) {
        try await store.read { try $0.query("SELECT piece FROM compte") { $0.blob(0) } }
      }
      #expect(fault?.kind == .value)
      #expect(fault?.detail == "colonne piece : octets attendu, NULL trouvé")
    }
  }

  @Test("a NUL in a text, a missing value, a position too high are faults of value", arguments: Engines.all)
  func badValues(_ engine: Engine) async throws {
    try await withCompte(engine) { store in
      for values: [SQLValue] in [[1, "a\0b", 0, true, nil], [1, "a", 0, true], [1, "a", 0, true, nil, 3]] {
        let fault = await #expect(throws: SQLFault.self) {
          try await store.write { try $0.run(insertCompte, values) }
        }
        #expect(fault?.kind == .value)
      }
      let fault = await #expect(throws: SQLFault.self) {
        try await store.write { connection in
          let statement = try connection.prepare("SELECT numero FROM compte WHERE numero = $1")
          statement.bind(1, at: 2)
          return try statement.step()
        }
      }
      #expect(fault?.detail == "paramètre $2 : la requête n'a que 1 paramètre(s)")
    }
  }
}

struct Stop: Error {}
