/// Turns a value into its canonical bytes: the ones that are stored, hashed and handed to a verifier.
///
/// A restricted JSON: UTF-8 without any space; keys in the order in which the type encodes them (declaration order when the
/// compiler writes `Codable`), the keys of a dictionary sorted; nil omitted, no `null`; integers only; `"`, `\` and
/// characters below U+0020 (as `\u00xx`, lower case) escaped, nothing else. One value has one sequence of bytes.
///
/// A decimal number, a nil inside a list, a `Set`, a dictionary without text keys, and nesting beyond
/// ``CanonicalLimits/nesting`` are errors: ``CanonicalFault``.
public enum CanonicalEncoder {
  public static func encode<T: Encodable>(_ value: T) throws -> [UInt8] {
    let output = CanonicalOutput()
    try output.encode(value)
    return try output.finish()
  }
}

/// The encoder a value sees: writing goes straight to the bytes.
struct CanonicalValueEncoder: Encoder {
  let output: CanonicalOutput
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(CanonicalKeyedEncoding<Key>(output, output.open(object: true)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    CanonicalUnkeyedEncoding(output, output.open(object: false))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    CanonicalSingleEncoding(output: output)
  }
}
