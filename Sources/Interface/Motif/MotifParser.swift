/// Reads an expression by recursive descent.
struct MotifParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private static let greatestRepeat = 1000

  init(_ texte: String) { scalars = Array(texte.unicodeScalars) }

  mutating func parse() throws(Motif.Faute) -> MotifNode {
    if next == "^" { index += 1 }
    let node = try choice(depth: 0)
    if next == "$", index == scalars.count - 1 { index += 1 }
    guard index == scalars.count else { throw fault("« \(scalars[index]) » inattendu") }
    return node
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func fault(_ message: String) -> Motif.Faute {
    Motif.Faute(position: index + 1, message: message)
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice(depth: Int) throws(Motif.Faute) -> MotifNode {
    guard depth < 50 else { throw fault("trop de parenthèses emboîtées") }
    var branches = [try sequence(depth: depth)]
    while take("|") { branches.append(try sequence(depth: depth)) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence(depth: Int) throws(Motif.Faute) -> MotifNode {
    var parts: [MotifNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if scalar == "$", index == scalars.count - 1, depth == 0 { break }
      parts.append(try repeated(try atom(depth: depth)))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom(depth: Int) throws(Motif.Faute) -> MotifNode {
    guard let scalar = next else { throw fault("expression incomplète") }
    switch scalar {
    case "(": return try group(depth: depth)
    case "[": return .bytes(try characterClass())
    case "\\": return .bytes(try escape())
    case ".":
      index += 1
      return .bytes(Set((0...255).map { UInt8($0) }))
    case "*", "+", "?", "{": throw fault("répétition « \(scalar) » sans rien à répéter")
    case "^", "$": throw fault("ancre « \(scalar) » ailleurs qu'au bord du motif")
    case "]", "}": throw fault("« \(scalar) » sans ouverture")
    default: return .bytes([try byte()])
    }
  }

  private mutating func group(depth: Int) throws(Motif.Faute) -> MotifNode {
    index += 1
    if take("?") {
      guard take(":") else { throw fault("forme de groupe « (?… » non admise") }
    }
    let node = try choice(depth: depth + 1)
    guard take(")") else { throw fault("parenthèse non fermée") }
    return node
  }

  /// The next character as its byte in ISO-8859-15.
  private mutating func byte() throws(Motif.Faute) -> UInt8 {
    guard let scalar = next else { throw fault("expression incomplète") }
    guard let byte = Latin9.byte(scalar) else { throw fault("« \(scalar) » n'est pas un caractère ISO-8859-15") }
    index += 1
    return byte
  }

  private mutating func escape() throws(Motif.Faute) -> Set<UInt8> {
    index += 1
    guard let scalar = next else { throw fault("« \\ » en fin de motif") }
    let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
    switch scalar {
    case "d": index += 1; return digits
    case "w":
      index += 1
      return digits.union(UInt8(ascii: "A")...UInt8(ascii: "Z")).union(UInt8(ascii: "a")...UInt8(ascii: "z"))
        .union([UInt8(ascii: "_")])
    case "s": index += 1; return [Octet.blanc]
    default:
      guard scalar.isASCII, !scalar.properties.isAlphabetic, scalar.value < 0x30 || scalar.value > 0x39 else {
        throw fault("échappement « \\\(scalar) » non admis")
      }
      return [try byte()]
    }
  }
}

// Character classes and repetitions.
extension MotifParser {
  private mutating func characterClass() throws(Motif.Faute) -> Set<UInt8> {
    let opening = index
    index += 1
    let negated = take("^")
    var bytes: Set<UInt8> = []
    while let scalar = next, scalar != "]" {
      if scalar == "[", index + 1 < scalars.count, [":", ".", "="].contains(scalars[index + 1]) {
        throw fault("classe nommée non admise")
      }
      try addItem(to: &bytes)
    }
    guard next == "]", index > opening + (negated ? 2 : 1) else { throw fault("classe vide ou non fermée") }
    index += 1
    return negated ? Set((0...255).map { UInt8($0) }).subtracting(bytes) : bytes
  }

  private mutating func addItem(to bytes: inout Set<UInt8>) throws(Motif.Faute) {
    let first = next == "\\" ? try escape() : [try byte()]
    guard next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
      return bytes.formUnion(first)
    }
    index += 1
    let last = next == "\\" ? try escape() : [try byte()]
    guard first.count == 1, last.count == 1, let low = first.first, let high = last.first, low <= high else {
      throw fault("intervalle à l'envers")
    }
    bytes.formUnion(low...high)
  }

  private mutating func repeated(_ node: MotifNode) throws(Motif.Faute) -> MotifNode {
    let bounds: (Int, Int?)
    switch next {
    case "?": bounds = (0, 1); index += 1
    case "*": bounds = (0, nil); index += 1
    case "+": bounds = (1, nil); index += 1
    case "{": bounds = try braces()
    default: return node
    }
    if let following = next, ["?", "*", "+", "{"].contains(following) {
      throw fault("répétition « \(following) » d'une répétition")
    }
    return .repeated(node, minimum: bounds.0, maximum: bounds.1)
  }

  private mutating func braces() throws(Motif.Faute) -> (Int, Int?) {
    index += 1
    let minimum = try number()
    var maximum: Int? = minimum
    if take(",") { maximum = next == "}" ? nil : try number() }
    guard take("}") else { throw fault("accolade non fermée") }
    guard maximum.map({ $0 >= minimum }) ?? true else { throw fault("bornes de répétition à l'envers") }
    return (minimum, maximum)
  }

  private mutating func number() throws(Motif.Faute) -> Int {
    var value: Int?
    while let scalar = next, let digit = scalar.properties.numericType == .decimal ? Int(String(scalar)) : nil {
      value = (value ?? 0) * 10 + digit
      index += 1
      guard let value, value <= Self.greatestRepeat else { throw fault("répétition de plus de \(Self.greatestRepeat)") }
    }
    guard let value else { throw fault("nombre attendu") }
    return value
  }
}
