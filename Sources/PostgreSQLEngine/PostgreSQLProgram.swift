import Foundation
import SQLEngine

/// One of PostgreSQL's client programs at work on a base.
///
/// It finds the server in its environment, as libpq names each setting: a password stands on no command line.
struct PostgreSQLProgram {
  private let name: String
  private let process = Process()
  private let complaints = Pipe()

  init(_ name: String, _ arguments: [String], _ settings: PostgreSQLSettings) throws {
    self.name = name
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(try settings.environment()) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = complaints
    do { try process.run() } catch { throw missing }
  }

  /// Returns when it has done its work; throws when it has not.
  func wait() throws {
    let text = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    switch process.terminationStatus {
    case 0: return
    case 127: throw missing
    default: throw SQLFault(.other, engine: PostgreSQLEngine.nom, detail: reason(text))
    }
  }

  /// Ends it if it is still at work.
  func stop() { if process.isRunning { process.terminate() } }

  /// Its first complaint: those that follow may show values of rows.
  private func reason(_ text: String) -> String {
    let first = text.split(separator: "\n").first.map(String.init)
    return first ?? "\(name) s'est arrêté (\(process.terminationStatus))"
  }

  private var missing: SQLFault {
    SQLFault(
      .other, engine: PostgreSQLEngine.nom,
      detail: "\(name) est introuvable : installez les programmes clients de PostgreSQL (paquet postgresql-client)")
  }
}
