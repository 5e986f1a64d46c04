import CPostgreSQL
import SQLEngine

/// Where the server is, and how long it is waited for.
struct PostgreSQLSettings: Sendable {
  /// An address `postgresql://…` or a list of settings of libpq; what it says has precedence over what is said here.
  let url: String
  /// Connections opened at most.
  let connections: Int
  /// How long a server that is stopped or starting is waited for.
  let patience: Duration
  /// How long an answer is waited for, in seconds.
  let silence: Int32

  /// Opens a connection by libpq; never nil unless memory is exhausted.
  func connect() -> OpaquePointer? {
    let settings = [
      ("application_name", "centre-serveur"), ("connect_timeout", "10"), ("keepalives_idle", "30"),
      ("tcp_user_timeout", "\(silence)000"), ("dbname", url), ("client_encoding", "UTF8"),
    ]
    return withCStrings(settings.map(\.0)) { names in
      withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
    }
  }

  /// Whether the server may answer in a moment: it is stopped, starting, or stopping.
  var isExpected: Bool { [PQPING_NO_RESPONSE, PQPING_REJECT].contains(PQping(url)) }

  /// What the address says, under the names of the environment that programs of libpq read.
  func environment() throws -> [String: String] {
    guard let options = PQconninfoParse(url, nil) else {
      throw SQLFault(.connectionLost, engine: PostgreSQLEngine.nom, detail: "l'adresse de la base est illisible")
    }
    defer { PQconninfoFree(options) }
    var found: [String: String] = [:]
    var next = options
    while next.pointee.keyword != nil {
      if let name = next.pointee.envvar, let value = next.pointee.val {
        found[String(cString: name)] = String(cString: value)
      }
      next += 1
    }
    return found
  }

  /// The texts as C wants them, ended by a null pointer.
  private func withCStrings<T>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T
  ) -> T {
    let bytes = texts.map { Array($0.utf8CString) }
    let starts = bytes.map(\.count).reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    return bytes.flatMap { $0 }.withUnsafeBufferPointer { memory in
      let pointers = starts.dropLast().map { start in memory.baseAddress.map { $0 + start } } + [nil]
      return pointers.withUnsafeBufferPointer { list in
        guard let first = list.baseAddress else { preconditionFailure("the list has its final null at least") }
        return body(first)
      }
    }
  }
}
