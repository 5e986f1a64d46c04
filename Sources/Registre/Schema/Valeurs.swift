import Convention
import Preuve
import SQLEngine

/// Canonical text of a value kept in one column.
func canonical(_ value: some Encodable) throws -> String {
  String(decoding: try CanonicalEncoder.encode(value), as: UTF8.self)
}

func canonical<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
  try CanonicalDecoder.decode(type, from: Array(text.utf8))
}

/// A day read from a column.
func day(_ text: String) throws -> Jour {
  guard let jour = Jour(iso: text) else {
    throw SQLFault(.value, engine: nil, detail: "date illisible dans une colonne")
  }
  return jour
}

/// What a partner sent, as a text column can hold it: a NUL, which no engine takes, reads U+FFFD.
func received(_ text: String?) -> SQLValue {
  guard let text, text.utf8.contains(0) else { return .text(text) }
  return .text(text.replacing("\0", with: "\u{FFFD}"))
}
