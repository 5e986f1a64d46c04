import SQLEngine

/// What the common SQL becomes here: column types and references in the statements that define tables, nothing else.
enum PostgreSQLDialect {
  private static let words: [Substring: String] = [
    "INTEGER": "BIGINT", "BLOB": "BYTEA",
    // Order, prefixes and uniqueness are those of the bytes, whatever the locale of the base.
    "TEXT": "TEXT COLLATE \"C\"",
  ]

  /// A script of definitions with this engine's column types.
  static func translate(_ script: String) -> String {
    var result = ""
    var rest = script[...]
    while let start = rest.firstIndex(where: isWord) {
      let end = rest[start...].firstIndex { !isWord($0) } ?? rest.endIndex
      let word = rest[start..<end]
      result += rest[..<start]
      rest = rest[end...]
      result += word == "REFERENCES" ? "REFERENCES" + reference(&rest) : words[word] ?? String(word)
    }
    return result + rest
  }

  /// What is referred to, checked when the transaction ends: tables of one transaction are filled one after the other, each by
  /// one COPY, in whatever order.
  private static func reference(_ rest: inout Substring) -> String {
    guard let close = rest.firstIndex(of: ")") else { return "" }
    var end = rest.index(after: close)
    let cascade = " ON DELETE CASCADE"
    if rest[end...].hasPrefix(cascade) { end = rest.index(end, offsetBy: cascade.count) }
    defer { rest = rest[end...] }
    return rest[..<end] + " DEFERRABLE INITIALLY DEFERRED"
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// `table(a, b)` when the statement is a plain insertion of `$1` to `$n`, which can go by COPY.
  static func plainInsertion(_ sql: String) -> String? {
    let text = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let start = "INSERT INTO "
    guard text.hasPrefix(start), let values = text.firstRange(of: " VALUES ("), text.hasSuffix(")") else { return nil }
    let target = text[text.index(text.startIndex, offsetBy: start.count)..<values.lowerBound]
    let places = text[values.upperBound...].dropLast().split(separator: ",").map { $0.drop { $0 == " " } }
    let expected = places.indices.map { "$\($0 + 1)" }
    return places.elementsEqual(expected) { $0 == $1 } ? String(target) : nil
  }

  /// The table that a statement writes to.
  static func table(_ sql: String) -> String {
    let words = sql.split { $0.isWhitespace || $0 == "(" }
    let first = words.first.map { $0.uppercased() }
    return String(first == "UPDATE" ? words[1] : words.count > 2 ? words[2] : "")
  }
}
