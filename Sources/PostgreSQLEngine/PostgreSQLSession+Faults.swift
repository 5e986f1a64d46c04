import CPostgreSQL
import SQLEngine

extension PostgreSQLSession {
  /// The fault for a result, from its SQLSTATE; the server's sentence without the values that it may show.
  func fault(_ result: OpaquePointer?) -> any Error {
    let state = field("C", result) ?? ""
    // Refused by whoever asked, or by a limit of time that was set in the address.
    if state == "57014", isCancelled { return CancellationError() }
    let kind = isCut ? .connectionLost : SQLFault.Kind(sqlState: state)
    let sentence = kind == .value ? "valeur que le serveur refuse (\(state))" : field("M", result) ?? connectionMessage
    // A limit on the size of files has no code of its own.
    let isFull = sentence.hasPrefix("could not extend file")
    return SQLFault(isFull ? .diskFull : kind, engine: PostgreSQLEngine.nom, detail: sentence)
  }

  /// Why the server would not have us.
  func refusal() -> SQLFault {
    let reason = PQconnectionUsedPassword(pointer) == 1 || PQconnectionNeedsPassword(pointer) == 1
    return SQLFault(
      .connectionLost, engine: PostgreSQLEngine.nom,
      detail: (reason ? "utilisateur ou mot de passe refusé : " : "connexion impossible : ") + connectionMessage)
  }

  private func field(_ code: Unicode.Scalar, _ result: OpaquePointer?) -> String? {
    PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
  }

  private var connectionMessage: String {
    let text = PQerrorMessage(pointer).map { String(cString: $0) } ?? ""
    return text.split(separator: "\n").joined(separator: " ")
  }
}

extension SQLFault.Kind {
  /// Classes and codes of PostgreSQL's appendix A.
  init(sqlState: String) {
    switch sqlState {
    case "23505", "23P01": self = .constraint(.unique)
    case "23503": self = .constraint(.foreignKey)
    case "23514": self = .constraint(.check)
    case "23502": self = .constraint(.notNull)
    case "40001", "40P01", "55P03", "57014", "53300": self = .busy
    case "53100": self = .diskFull
    case "25P02": self = .abandoned
    case "57P01", "57P02", "57P03": self = .connectionLost
    default: self = SQLFault.Kind(stateClass: sqlState.prefix(2))
    }
  }

  private init(stateClass: Substring) {
    switch stateClass {
    case "08": self = .connectionLost
    case "22": self = .value
    case "23": self = .constraint(.other)
    case "0A", "25", "2B", "3D", "3F", "42": self = .schema
    case "58", "XX": self = .storage
    default: self = .other
    }
  }
}
