/// A sentence with its names of fields and its references, not yet dressed for the terminal or the page.
struct Phrase: Hashable {
  enum Fragment: Hashable {
    case texte(String)
    /// The name of a field, a code, a pattern: shown as it stands.
    case code(String)
    /// A reference to another place of the document.
    case lien(String, ancre: String)
  }

  var fragments: [Fragment]

  init(_ fragments: [Fragment] = []) { self.fragments = fragments }
  static func texte(_ texte: String) -> Phrase { Phrase([.texte(texte)]) }
  static func code(_ texte: String) -> Phrase { Phrase([.code(texte)]) }
  static func lien(_ texte: String, _ ancre: String) -> Phrase { Phrase([.lien(texte, ancre: ancre)]) }

  var isEmpty: Bool { fragments.isEmpty }

  static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(left.fragments + right.fragments) }
}

extension Phrase: ExpressibleByStringInterpolation {
  struct StringInterpolation: StringInterpolationProtocol {
    var phrase = Phrase()
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { phrase.fragments.append(.texte(literal)) }
    }
    mutating func appendInterpolation(_ texte: String) { appendLiteral(texte) }
    mutating func appendInterpolation(_ nombre: Int) { appendLiteral(String(nombre)) }
    mutating func appendInterpolation(code: String) { phrase.fragments.append(.code(code)) }
    mutating func appendInterpolation(_ other: Phrase) { phrase.fragments += other.fragments }
  }

  init(stringLiteral value: String) { self = .texte(value) }
  init(stringInterpolation: StringInterpolation) { self = stringInterpolation.phrase }
}

extension [Phrase] {
  func joined(separator: Phrase, last: Phrase? = nil) -> Phrase {
    enumerated().reduce(into: Phrase()) { result, item in
      if item.offset > 0 { result = result + (item.offset == count - 1 ? last ?? separator : separator) }
      result = result + item.element
    }
  }
}
