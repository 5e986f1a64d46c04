/// The members of an object; each search begins where the last one ended.
struct CanonicalKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let node: CanonicalNode

  init(_ node: CanonicalNode) {
    self.node = node
    document.cursors[node.index] = UInt32(node.index + 1)
  }

  private var document: CanonicalDocument { node.document }
  var codingPath: [any CodingKey] { node.codingPath }

  var allKeys: [Key] {
    var keys: [Key] = []
    var member = node.index + 1
    for _ in 0..<document.nodes[node.index].count {
      if let key = Key(stringValue: document.text(member)) { keys.append(key) }
      member = Int(document.nodes[member + 1].next)
    }
    return keys
  }

  /// The value's node, nil when the key is not there.
  private func find(_ key: Key, moving: Bool = true) -> CanonicalNode? {
    let name = key.stringValue
    let first = node.index + 1
    let end = Int(document.nodes[node.index].next)
    var member = Int(document.cursors[node.index])
    for _ in 0..<document.nodes[node.index].count {
      if member >= end { member = first }
      let value = member + 1
      if document.text(member, equals: name) {
        if moving { document.cursors[node.index] = document.nodes[value].next }
        return CanonicalNode(document, value)
      }
      member = Int(document.nodes[value].next)
    }
    return nil
  }

  private func value(_ key: Key) throws -> CanonicalNode {
    guard let value = find(key) else { throw node.fault("clé « \(key.stringValue) » absente") }
    return value
  }

  func contains(_ key: Key) -> Bool { find(key, moving: false) != nil }
  func decodeNil(forKey key: Key) -> Bool { false }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).integer(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(key).integer(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(key).integer(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(key).integer(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).integer(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(key).integer(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(key).integer(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(key).integer(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(key).integer(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(key).integer(type) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try value(key).decode(type) }

  // The standard versions look the key up twice.
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try find(key)?.decode(type) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try find(key)?.decode(type) }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try find(key)?.integer(type) }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try find(key)?.integer(type) }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try find(key)?.decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try value(key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try value(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { throw node.fault("l'héritage de Codable n'est pas admis") }
  func superDecoder(forKey key: Key) throws -> any Decoder { try superDecoder() }
}

/// The elements of a list.
struct CanonicalUnkeyedDecoding: UnkeyedDecodingContainer {
  private let node: CanonicalNode
  private var element: Int
  private(set) var currentIndex = 0

  init(_ node: CanonicalNode) {
    self.node = node
    element = node.index + 1
  }

  var codingPath: [any CodingKey] { node.codingPath }
  var count: Int? { Int(node.document.nodes[node.index].count) }
  var isAtEnd: Bool { currentIndex == node.document.nodes[node.index].count }

  private mutating func next() throws -> CanonicalNode {
    guard !isAtEnd else { throw node.fault("liste trop courte") }
    defer {
      element = Int(node.document.nodes[element].next)
      currentIndex += 1
    }
    return CanonicalNode(node.document, element)
  }

  mutating func decodeNil() -> Bool { false }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().decode(type) }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder {
    throw node.fault("l'héritage de Codable n'est pas admis")
  }
}
