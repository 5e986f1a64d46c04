/// Canonical bytes read once: every value with its place, the syntax proved canonical.
///
/// The nodes are in the order of the text, a value before what it contains; a member of an object is its key's node, then its
/// value's.
final class CanonicalDocument {
  enum Kind: UInt8 {
    case object, array, text, integer, yes, no
  }

  struct Node {
    let kind: Kind
    /// A text with escapes, whose bytes are not its characters.
    var isEscaped = false
    /// First byte; for a text, the one after the quote.
    let start: UInt32
    /// One past the last byte; for a text, the closing quote.
    var end: UInt32 = 0
    /// The node after this value and all it contains.
    var next: UInt32 = 0
    /// Members of an object, elements of an array.
    var count: UInt32 = 0
  }

  let bytes: [UInt8]
  let nodes: [Node]
  /// By node of an object, the member where the next key is expected: types read their keys in the order in which they
  /// wrote them.
  let cursors: UnsafeMutablePointer<UInt32>

  init(_ bytes: [UInt8]) throws {
    var scanner = CanonicalScanner(byteCount: bytes.count)
    try bytes.withUnsafeBufferPointer { try scanner.scan($0) }
    self.bytes = bytes
    nodes = scanner.nodes
    cursors = .allocate(capacity: nodes.count)
    cursors.initialize(repeating: 0, count: nodes.count)
  }

  deinit { cursors.deallocate() }

  /// The characters of a text node.
  func text(_ index: Int) -> String {
    let node = nodes[index]
    let range = Int(node.start)..<Int(node.end)
    return bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeBufferPointer(rebasing: bytes[range])
      return node.isEscaped ? unescaped(raw) : String(decoding: raw, as: UTF8.self)
    }
  }

  /// Whether the text node is this one, which has no escapes in nearly all cases.
  func text(_ index: Int, equals other: String) -> Bool {
    let node = nodes[index]
    if node.isEscaped { return text(index).utf8.elementsEqual(other.utf8) }
    let count = Int(node.end - node.start)
    guard other.utf8.count == count else { return false }
    var other = other
    return bytes.withUnsafeBufferPointer { bytes in
      other.withUTF8 { characters in
        for offset in 0..<count where bytes[Int(node.start) + offset] != characters[offset] { return false }
        return true
      }
    }
  }

  /// The integer of a node, nil beyond the range of the type.
  func integer<T: FixedWidthInteger>(_ index: Int, as type: T.Type) -> T? {
    let node = nodes[index]
    return bytes.withUnsafeBufferPointer { bytes in
      let isNegative = bytes[Int(node.start)] == UInt8(ascii: "-")
      var result: T = 0
      for offset in Int(node.start) + (isNegative ? 1 : 0)..<Int(node.end) {
        let (shifted, over) = result.multipliedReportingOverflow(by: 10)
        let digit = T(bytes[offset] - UInt8(ascii: "0"))
        let (sum, more) =
          isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
        if over || more { return nil }
        result = sum
      }
      return result
    }
  }

  private func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String {
    var plain: [UInt8] = []
    var offset = 0
    while offset < raw.count {
      if raw[offset] != UInt8(ascii: "\\") {
        plain.append(raw[offset])
        offset += 1
      } else if raw[offset + 1] == UInt8(ascii: "u") {
        plain.append(controlCharacter(raw[offset + 4], raw[offset + 5]))
        offset += 6
      } else {
        plain.append(raw[offset + 1])
        offset += 2
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private func controlCharacter(_ high: UInt8, _ low: UInt8) -> UInt8 {
    let unit = low <= UInt8(ascii: "9") ? low - UInt8(ascii: "0") : low - UInt8(ascii: "a") + 10
    return (high - UInt8(ascii: "0")) * 16 + unit
  }
}

extension CanonicalDocument {
  /// One step of the way to a node.
  enum Step {
    case key(String)
    case element(Int)
  }

  /// The way from the root to a node; found again only when a message needs it.
  func steps(to target: Int) -> [Step] {
    var steps: [Step] = []
    var parent = 0
    while parent != target, let (child, step) = child(of: parent, holding: target) {
      steps.append(step)
      parent = child
    }
    return steps
  }

  /// `titres[2].montant`.
  func path(to target: Int) -> String {
    steps(to: target).reduce("") { path, step in
      switch step {
      case .key(let key): path.isEmpty ? key : path + "." + key
      case .element(let position): path + "[\(position)]"
      }
    }
  }

  private func child(of parent: Int, holding target: Int) -> (Int, Step)? {
    let isObject = nodes[parent].kind == .object
    var child = parent + 1
    for position in 0..<Int(nodes[parent].count) {
      let value = isObject ? child + 1 : child
      if target < nodes[value].next {
        return (value, isObject ? .key(text(child)) : .element(position))
      }
      child = Int(nodes[value].next)
    }
    return nil
  }
}
