/// Reads canonical bytes into nodes and refuses all that the encoder would not have written: spaces, `null`, decimals, leading
/// zeros, needless escapes, invalid UTF-8, a key twice in one object, anything after the value.
struct CanonicalScanner {
  typealias Node = CanonicalDocument.Node
  private(set) var nodes: [Node] = []
  private var offset = 0
  private var depth = 0

  init(byteCount: Int) { nodes.reserveCapacity(byteCount / 8 + 4) }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard bytes.count <= CanonicalLimits.byteCount else {
      throw CanonicalFault("plus de \(CanonicalLimits.byteCount) octets")
    }
    try value(bytes)
    if offset < bytes.count { throw fault("des octets après la fin de la valeur") }
  }

  private mutating func value(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard offset < bytes.count else { throw fault("fin inattendue") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): try object(bytes)
    case UInt8(ascii: "["): try array(bytes)
    case UInt8(ascii: "\""): try text(bytes)
    case UInt8(ascii: "t"): try word("true", .yes, bytes)
    case UInt8(ascii: "f"): try word("false", .no, bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try integer(bytes)
    default: throw fault("début de valeur inattendu")
    }
  }

  private mutating func object(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let object = try open(.object)
    var keys = CanonicalKeys(of: object)
    while try more(bytes, after: object, closing: UInt8(ascii: "}")) {
      let key = nodes.count
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw fault("clé attendue") }
      try text(bytes)
      guard keys.insert(key, nodes, bytes) else { throw fault("clé en double") }
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { throw fault("« : » attendu") }
      offset += 1
      try value(bytes)
    }
  }

  private mutating func array(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let array = try open(.array)
    while try more(bytes, after: array, closing: UInt8(ascii: "]")) { try value(bytes) }
  }

  private mutating func open(_ kind: CanonicalDocument.Kind) throws -> Int {
    depth += 1
    if depth > CanonicalLimits.nesting { throw fault("plus de \(CanonicalLimits.nesting) niveaux") }
    nodes.append(Node(kind: kind, start: UInt32(offset)))
    offset += 1
    return nodes.count - 1
  }

  /// Goes past the comma before a further member, or past the end of the object or array.
  private mutating func more(
    _ bytes: UnsafeBufferPointer<UInt8>, after parent: Int, closing: UInt8
  ) throws -> Bool {
    guard offset < bytes.count else { throw fault("fin inattendue") }
    if bytes[offset] == closing {
      offset += 1
      depth -= 1
      nodes[parent].end = UInt32(offset)
      nodes[parent].next = UInt32(nodes.count)
      return false
    }
    if nodes[parent].count > 0 {
      guard bytes[offset] == UInt8(ascii: ",") else { throw fault("« , » ou fin attendus") }
      offset += 1
    }
    nodes[parent].count += 1
    return true
  }

  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    offset += 1
    let start = offset
    var isEscaped = false
    var isASCII = true
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      let byte = bytes[offset]
      if byte < 0x20 { throw fault("caractère de contrôle non échappé") }
      if byte >= 0x80 { isASCII = false }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        offset += try escapeLength(bytes)
      } else {
        offset += 1
      }
    }
    guard offset < bytes.count else { throw fault("texte sans fin") }
    if !isASCII, String(validating: bytes[start..<offset], as: UTF8.self) == nil {
      throw fault("texte qui n'est pas de l'UTF-8", at: start)
    }
    append(.text, start, isEscaped)
    offset += 1
  }

  /// `\"`, `\\`, or `\u00` and two digits for a character below U+0020: the escapes the encoder writes.
  private func escapeLength(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Int {
    let rest = bytes[offset...].dropFirst()
    if rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "\\") { return 2 }
    guard rest.count >= 5, rest.starts(with: "u00".utf8), let high = rest.dropFirst(3).first,
      let low = rest.dropFirst(4).first,
      high == UInt8(ascii: "0") || high == UInt8(ascii: "1"),
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(low)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(low)
    else { throw fault("échappement non canonique") }
    return 6
  }

  private mutating func integer(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let start = offset
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let digits = offset
    while offset < bytes.count, bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") {
      offset += 1
    }
    guard offset > digits, offset - digits <= 20 else { throw fault("entier attendu", at: start) }
    if bytes[digits] == UInt8(ascii: "0"), offset - start > 1 {
      throw fault("entier avec un zéro de trop ou un signe sur zéro", at: start)
    }
    append(.integer, start, false)
  }

  private mutating func word(
    _ word: StaticString, _ kind: CanonicalDocument.Kind, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws {
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[offset...].starts(with: expected) else { throw fault("début de valeur inattendu") }
    let start = offset
    offset += expected.count
    append(kind, start, false)
  }

  private mutating func append(_ kind: CanonicalDocument.Kind, _ start: Int, _ isEscaped: Bool) {
    nodes.append(
      Node(
        kind: kind, isEscaped: isEscaped, start: UInt32(start), end: UInt32(offset),
        next: UInt32(nodes.count + 1)))
  }

  private func fault(_ reason: String, at place: Int? = nil) -> CanonicalFault {
    CanonicalFault(reason, offset: place ?? offset)
  }
}
