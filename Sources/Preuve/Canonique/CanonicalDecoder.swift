/// Reads a value back from its canonical bytes.
///
/// Bytes that the encoder would not have written are refused; a key that the type does not know is passed over, so that an
/// older program reads what a newer one wrote. Errors: ``CanonicalFault``.
public enum CanonicalDecoder {
  public static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    let document = try CanonicalDocument(bytes)
    do { return try CanonicalNode(document, 0).decode(type) } catch let error as DecodingError {
      throw CanonicalFault(error)
    }
  }

  /// Like ``decode(_:from:)``, and refuses any key that the type does not know: nothing in the bytes goes unread.
  static func decodeExactly<T: Codable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    let value = try decode(type, from: bytes)
    guard try CanonicalEncoder.encode(value) == bytes else { throw CanonicalFault("une clé inconnue, ou en désordre") }
    return value
  }

  /// Whether these bytes are canonical, whatever they hold.
  public static func check(_ bytes: [UInt8]) throws { _ = try CanonicalDocument(bytes) }
}

/// One value of the document, as decoder of what the type expects there.
struct CanonicalNode: Decoder {
  let document: CanonicalDocument
  let index: Int

  init(_ document: CanonicalDocument, _ index: Int) {
    self.document = document
    self.index = index
  }

  var codingPath: [any CodingKey] { document.steps(to: index).map(CanonicalKey.init) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try expect(.object)
    return KeyedDecodingContainer(CanonicalKeyedDecoding<Key>(self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try expect(.array)
    return CanonicalUnkeyedDecoding(self)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    if holdsOthers, let type = type as? any HashOrdered.Type { try checkOrder(isSortable: type.isSortable) }
    return try T(from: self)
  }

  func fault(_ reason: String) -> CanonicalFault { CanonicalFault(reason, path: document.path(to: index)) }

  /// Whether a set or a dictionary could be read here: to ask it of the type is dear, and most values are texts and integers.
  private var holdsOthers: Bool {
    switch document.nodes[index].kind {
    case .object, .array: true
    case .text, .integer, .yes, .no: false
    }
  }

  private func expect(_ kind: CanonicalDocument.Kind) throws {
    guard document.nodes[index].kind == kind else { throw fault("\(kind.texte) attendu") }
  }

  /// The keys of a dictionary must be sorted, else another order would have given the same value.
  private func checkOrder(isSortable: Bool) throws {
    guard isSortable else {
      throw fault("un ensemble ou un dictionnaire sans clés textuelles n'a pas d'ordre")
    }
    try expect(.object)
    var previous: ArraySlice<UInt8>?
    var member = index + 1
    for _ in 0..<document.nodes[index].count {
      let node = document.nodes[member]
      let key = document.bytes[Int(node.start)..<Int(node.end)]
      if let previous, !CanonicalOrder.precedes(previous, key) {
        throw fault("clés d'un dictionnaire en désordre")
      }
      previous = key
      member = Int(document.nodes[member + 1].next)
    }
  }
}

extension CanonicalNode: SingleValueDecodingContainer {
  func decodeNil() -> Bool { false }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch document.nodes[index].kind {
    case .yes: return true
    case .no: return false
    case .object, .array, .text, .integer: throw fault("booléen attendu")
    }
  }

  func decode(_ type: String.Type) throws -> String {
    try expect(.text)
    return document.text(index)
  }

  func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
    try expect(.integer)
    guard let value = document.integer(index, as: type) else {
      throw fault("entier hors des bornes de son type")
    }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double { throw fault("un nombre décimal ne se lit pas") }
  func decode(_ type: Float.Type) throws -> Float { throw fault("un nombre décimal ne se lit pas") }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }
}

extension CanonicalDocument.Kind {
  var texte: String {
    switch self {
    case .object: "objet"
    case .array: "liste"
    case .text: "texte"
    case .integer: "entier"
    case .yes, .no: "booléen"
    }
  }
}
