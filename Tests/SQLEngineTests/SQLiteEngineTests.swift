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
}

private final class Outcome: @unchecked Sendable {  // read after the semaphore that follows its only write
  private(set) var fault: SQLFault?
  func set(_ fault: SQLFault?) { self.fault = fault }
}
