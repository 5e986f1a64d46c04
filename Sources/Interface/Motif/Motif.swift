/// A regular expression of the table, compiled once to a table of states over bytes.
///
/// It is applied to the whole value. Syntax: characters, `.`, `[…]` with ranges and negation, `(…)`, `(?:…)`, `|`, `?`, `*`, `+`,
/// `{n}`, `{n,}`, `{n,m}`, `\d`, `\w`, `\s` and escaped signs, `^` first and `$` last. Anything else is refused
/// with its place, so that no table is understood differently here and elsewhere.
struct Motif: Sendable {
  struct Faute: Error, Equatable {
    /// Character of the expression, from 1.
    let position: Int
    /// French.
    let message: String
  }

  let texte: String
  /// Rows of states; row 0 accepts nothing any more. Column `classCount` is 1 where the value may end.
  let transitions: [UInt16]
  /// The column of each byte.
  let classes: [UInt8]
  let classCount: Int
  let start: UInt16

  init(_ texte: String) throws(Faute) {
    var parser = MotifParser(texte)
    let tree = try parser.parse()
    var automaton = MotifAutomaton()
    let end = try automaton.add(tree, from: automaton.start)
    let table = try MotifTable(automaton, end: end)
    self.texte = texte
    transitions = table.transitions
    classes = table.classes
    classCount = table.classCount
    start = table.start
  }

  /// Does the whole value follow the expression?
  func matches(_ value: some Sequence<UInt8>) -> Bool {
    var row = Int(start)
    for byte in value { row = Int(transitions[row + Int(classes[Int(byte)])]) }
    return transitions[row + classCount] == 1
  }
}

/// What an expression is made of.
indirect enum MotifNode {
  case empty
  case bytes(Set<UInt8>)
  case sequence([MotifNode])
  case choice([MotifNode])
  /// From `minimum` to `maximum` times, nil for as many as one likes.
  case repeated(MotifNode, minimum: Int, maximum: Int?)
}
