import Foundation
import SQLEngine
import SQLiteEngine
import Testing

@Suite("SQLite alone")
struct SQLiteEngineTests {
  @Test("a commit is on the disk, foreign keys hold, deleted content is overwritten")
  func pragmas() async throws {
    let store = try SQLiteEngine(path: temporaryPath())
    let pragmas = try await store.write { connection in
      try ["synchronous", "foreign_keys", "secure_delete"].map { try connection.scalar("PRAGMA \($0)") }
    }
    #expect(pragmas == [2, 1, 1])
    try await store.close()
  }

  @Test("a file that is not a base is refused in French")
  func notABase() throws {
    let path = temporaryPath()
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: path))
    let fault = #expect(throws: SQLFault.self) { try SQLiteEngine(path: path) }
    #expect(fault?.kind == .storage)
    #expect(fault?.description.hasPrefix("Base de données (SQLite) : fichier ou disque illisible") == true)
  }

  @Test("another process that writes for too long makes the base busy")
  func busy() async throws {
    let path = temporaryPath()
    let first = try SQLiteEngine(path: path)
    let second = try SQLiteEngine(path: path, busyTimeoutSeconds: 0.05)
    try await first.write { try $0.execute("CREATE TABLE t(n INTEGER)") }
    try await first.write { connection in
      try connection.run("INSERT INTO t(n) VALUES ($1)", 1)
      let done = DispatchSemaphore(value: 0)
      let outcome = Outcome()
      Task.detached {
        do { try await second.write { _ = try $0.run("INSERT INTO t(n) VALUES ($1)", 2) } } catch {
          outcome.set(error as? SQLFault)
        }
        done.signal()
      }
      done.wait()
      #expect(outcome.fault?.kind == .busy)
    }
    try await second.close()
    try await first.close()
  }

  @Test("500 000 rows of six columns go in at the speed of the disk", .enabled(if: measuring))
  func bulkInsert() async throws {
    let store = try SQLiteEngine(path: temporaryPath())
    try await store.write {
      try $0.execute(
        "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL, c INTEGER, d TEXT, e BLOB NOT NULL, f BOOLEAN)"
      )
    }
    let rows = 500_000
    let hash = [UInt8](repeating: 7, count: 32)
    let elapsed = try await ContinuousClock().measure {
      try await store.write { connection in
        let insert = try connection.prepare("INSERT INTO t(a, b, c, d, e, f) VALUES ($1, $2, $3, $4, $5, $6)")
        for row in 1...rows {
          insert.bind(row, at: 1)
          insert.bind("DossierTransmis", at: 2)
          insert.bind(row &* 7919, at: 3)
          insert.bind("agent de l'étude numéro douze", at: 4)
          insert.bind(hash, at: 5)
          insert.bind(row.isMultiple(of: 2), at: 6)
          try insert.run()
        }
      }
    }
    let reading = try await ContinuousClock().measure {
      let sum = try await store.read { connection in
        var sum = Int64(0)
        try connection.forEach("SELECT a, b, c, d, e, f FROM t ORDER BY a") {
          sum += $0.int(0) + Int64($0.text(1).utf8.count) + $0.withBlob(4) { Int64($0.count) }
        }
        return sum
      }
      #expect(sum > 0)
    }
    print(
      "insert:", Double(rows) / elapsed.seconds, "rows/s; read:", Double(rows) / reading.seconds, "rows/s")
    try await store.close()
  }
}

/// Measurements run in release when `MESURER=1` is in the environment.
private let measuring = ProcessInfo.processInfo.environment["MESURER"] != nil

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

private final class Outcome: @unchecked Sendable {  // read after the semaphore that follows its only write
  private(set) var fault: SQLFault?
  func set(_ fault: SQLFault?) { self.fault = fault }
}
