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

  @Test("a full disk is told, nothing is kept of the transaction, and the next one works once there is room")
  func fullDisk() async throws {
    let store = try SQLiteEngine(path: temporaryPath())
    try await store.write { try $0.execute("CREATE TABLE t(n INTEGER, texte TEXT)") }
    let text = String(repeating: "é", count: 1_000)
    let fill: @Sendable (any SQLConnection) throws -> Void = { connection in
      for row in Int64(1)...200 {
        try connection.runLater("INSERT INTO t(n, texte) VALUES ($1, $2)", [.int(row), .text(text)])
      }
    }
    let fault = await #expect(throws: SQLFault.self) {
      try await store.write { connection in
        try connection.execute("PRAGMA max_page_count = 40")
        try fill(connection)
      }
    }
    #expect(fault?.kind == .diskFull)
    #expect(try await store.read { try $0.scalar("SELECT COUNT(*) FROM t") } == 0)
    try await store.write { connection in
      try connection.execute("PRAGMA max_page_count = 100000")
      try fill(connection)
    }
    #expect(try await store.read { try $0.scalar("SELECT COUNT(*) FROM t") } == 200)
    try await store.close()
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
}

private final class Outcome: @unchecked Sendable {  // read after the semaphore that follows its only write
  private(set) var fault: SQLFault?
  func set(_ fault: SQLFault?) { self.fault = fault }
}
