import Convention

/// A value to be shown as JSON, keys in the order in which they were written.
indirect enum JSONValue: Sendable {
  case nul
  case texte(String)
  case entier(Int64)
  case booleen(Bool)
  case liste([JSONValue])
  case objet([(String, JSONValue)])
}

extension JSONValue {
  init(_ texte: String?) { self = texte.map { .texte($0) } ?? .nul }
  init(_ entier: Int64?) { self = entier.map { .entier($0) } ?? .nul }
  init(_ entier: Int?) { self = entier.map { .entier(Int64($0)) } ?? .nul }
  init(_ montant: Montant) { self = .entier(montant.cents) }
  init(_ jour: Jour?) { self = jour.map { .texte($0.iso) } ?? .nul }

  /// An object without the members that have no value.
  static func objetSansNul(_ members: [(String, JSONValue)]) -> JSONValue {
    .objet(members.filter { if case .nul = $0.1 { false } else { true } })
  }

  /// On one line.
  var texte: String {
    switch self {
    case .nul: "null"
    case .texte(let text): JSONValue.quoted(text)
    case .entier(let value): String(value)
    case .booleen(let value): value ? "true" : "false"
    case .liste(let items): "[" + items.map(\.texte).joined(separator: ", ") + "]"
    case .objet(let members):
      "{" + members.map { "\(JSONValue.quoted($0.0)): \($0.1.texte)" }.joined(separator: ", ") + "}"
    }
  }

  /// On several lines: members of objects and objects of lists each on theirs.
  func pages(indent: String = "") -> String {
    let inner = indent + " "
    switch self {
    case .objet(let members) where !members.isEmpty:
      let lines = members.map { "\(inner)\(JSONValue.quoted($0.0)): \($0.1.pages(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    case .liste(let items) where items.contains(where: \.isObject):
      return "[\n" + items.map { inner + $0.texte }.joined(separator: ",\n") + "\n\(indent)]"
    case .nul, .texte, .entier, .booleen, .liste, .objet: return texte
    }
  }

  private var isObject: Bool {
    if case .objet = self { true } else { false }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Ecran {
  func json(_ value: JSONValue) { ligne(value.pages()) }

  /// A list of objects, one a line, written by pieces however long it is.
  func liste(_ items: some Sequence<JSONValue>, indent: String = "") {
    var piece = "["
    var isEmpty = true
    for item in items {
      piece += (isEmpty ? "\n" : ",\n") + indent + " " + item.texte
      isEmpty = false
      if piece.utf8.count > 1 << 16 {
        ecrire(piece)
        piece = ""
      }
    }
    ecrire(piece + (isEmpty ? "]" : "\n\(indent)]"))
  }
}
