/// What a type writes its members to.
struct CanonicalKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let output: CanonicalOutput
  private let handle: CanonicalOutput.Handle
  var codingPath: [any CodingKey] { [] }

  init(_ output: CanonicalOutput, _ handle: CanonicalOutput.Handle) {
    self.output = output
    self.handle = handle
  }

  private func integer<T: FixedWidthInteger>(_ value: T, _ key: Key) throws {
    try output.beginMember(handle, key.stringValue)
    output.write(value)
  }

  func encodeNil(forKey key: Key) throws {
    throw output.refuse("une valeur absente s'omet, elle ne s'écrit pas")
  }
  func encode(_ value: Bool, forKey key: Key) throws {
    try output.beginMember(handle, key.stringValue)
    output.write(value)
  }
  func encode(_ value: String, forKey key: Key) throws {
    try output.beginMember(handle, key.stringValue)
    output.write(value)
  }
  func encode(_ value: Double, forKey key: Key) throws { throw output.refuseDecimal() }
  func encode(_ value: Float, forKey key: Key) throws { throw output.refuseDecimal() }
  func encode(_ value: Int, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: Int8, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: Int16, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: Int32, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: Int64, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt8, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt16, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt32, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt64, forKey key: Key) throws { try integer(value, key) }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try output.beginMember(handle, key.stringValue)
    try output.encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    begin(key)
    return CanonicalValueEncoder(output: output).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return CanonicalValueEncoder(output: output).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { output.refusingInheritance() }
  func superEncoder(forKey key: Key) -> any Encoder { output.refusingInheritance() }

  /// A fault here is kept by the output, since these calls cannot throw.
  private func begin(_ key: Key) { try? output.beginMember(handle, key.stringValue) }
}

/// What a list writes its elements to.
struct CanonicalUnkeyedEncoding: UnkeyedEncodingContainer {
  private let output: CanonicalOutput
  private let handle: CanonicalOutput.Handle
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(_ output: CanonicalOutput, _ handle: CanonicalOutput.Handle) {
    self.output = output
    self.handle = handle
  }

  mutating func encodeNil() throws { throw output.refuse("une liste ne contient pas de valeur absente") }

  mutating func encode<T: Encodable>(_ value: T) throws {
    try output.beginElement(handle)
    try output.encode(value)
    count += 1
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    try? output.beginElement(handle)
    count += 1
    return CanonicalValueEncoder(output: output).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    try? output.beginElement(handle)
    count += 1
    return CanonicalValueEncoder(output: output).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder { output.refusingInheritance() }
}

/// What a value that is one integer, text or boolean writes itself to.
struct CanonicalSingleEncoding: SingleValueEncodingContainer {
  let output: CanonicalOutput
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws { throw output.refuse("une valeur absente s'omet, elle ne s'écrit pas") }
  func encode(_ value: Bool) throws { output.write(value) }
  func encode(_ value: String) throws { output.write(value) }
  func encode(_ value: Double) throws { throw output.refuseDecimal() }
  func encode(_ value: Float) throws { throw output.refuseDecimal() }
  func encode(_ value: Int) throws { output.write(value) }
  func encode(_ value: Int8) throws { output.write(value) }
  func encode(_ value: Int16) throws { output.write(value) }
  func encode(_ value: Int32) throws { output.write(value) }
  func encode(_ value: Int64) throws { output.write(value) }
  func encode(_ value: UInt) throws { output.write(value) }
  func encode(_ value: UInt8) throws { output.write(value) }
  func encode(_ value: UInt16) throws { output.write(value) }
  func encode(_ value: UInt32) throws { output.write(value) }
  func encode(_ value: UInt64) throws { output.write(value) }
  func encode<T: Encodable>(_ value: T) throws { try output.encode(value) }
}

extension CanonicalOutput {
  func refuseDecimal() -> CanonicalFault { refuse("un nombre décimal ; seuls les entiers s'écrivent") }

  /// Classes that inherit their coding are not written; the fault surfaces at the next write.
  func refusingInheritance() -> any Encoder {
    refuse("l'héritage de Codable n'est pas admis")
    return CanonicalValueEncoder(output: self)
  }
}
