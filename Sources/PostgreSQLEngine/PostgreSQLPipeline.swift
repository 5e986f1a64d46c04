import CPostgreSQL
import SQLEngine

/// The same statement many times, without waiting for each answer.
struct PostgreSQLPipeline {
  private let session: PostgreSQLSession
  init(_ session: PostgreSQLSession) { self.session = session }

  /// Bounded, so that neither side waits for the other to read.
  private static let length = 256

  func run(_ sql: String, _ rows: [[SQLValue]]) throws {
    let name = try session.prepare(sql).name
    for start in stride(from: 0, to: rows.count, by: PostgreSQLPipeline.length) {
      try run(name, rows[start..<min(start + PostgreSQLPipeline.length, rows.count)])
    }
  }

  private func run(_ name: String, _ rows: ArraySlice<[SQLValue]>) throws {
    let pointer = session.pointer
    try session.sent(PQenterPipelineMode(pointer))
    defer { PQexitPipelineMode(pointer) }
    for row in rows {
      let values = try row.map(PostgreSQLParameter.init)
      try session.sent(values.withArrays { PQsendQueryPrepared(pointer, name, $0, $1, $2, $3, 1) })
    }
    try session.sent(PQpipelineSync(pointer))
    try answers()
  }

  /// Each statement's results end with nothing; the synchronisation ends all.
  private func answers() throws {
    var fault: (any Error)?
    while true {
      guard let result = try session.receive() else {
        if session.isCut { throw session.fault(nil) }
        continue
      }
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_PIPELINE_SYNC:
        if let fault { throw fault }
        return
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_ABORTED: break
      default: fault = fault ?? session.fault(result)
      }
    }
  }
}
