/// A parameter with the Swift type of its value.
public struct ParameterKey<Value: Sendable>: Sendable {
  /// Its definition.
  public let pi: PI
  let decode: @Sendable ([UInt8]) -> Value?
  let encode: @Sendable (Value) -> [UInt8]
}

extension ParameterKey where Value == Text {
  init(_ code: UInt8, _ name: String, _ maxLength: Int, in group: PGI? = nil) {
    self.init(
      pi: PI(code, name, .text, maxLength, in: group), decode: { Text(bytes: $0) }, encode: { $0.bytes })
  }
}

extension ParameterKey where Value == Int {
  init(_ code: UInt8, _ name: String, _ maxLength: Int, in group: PGI? = nil) {
    self.init(pi: PI(code, name, .number, maxLength, in: group), decode: Self.number, encode: Self.octets)
  }

  /// Leading zeros are let pass: a real peer sends PI 13 with them.
  private static func number(_ bytes: [UInt8]) -> Int? {
    let significant = bytes.drop { $0 == 0 }
    guard !bytes.isEmpty, significant.count < 8 else { return nil }
    return significant.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Without leading zeros, one octet at least.
  private static func octets(_ value: Int) -> [UInt8] {
    precondition(value >= 0, "numbers of the protocol have no sign")
    let significant = (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }.drop { $0 == 0 }
    return significant.isEmpty ? [0] : Array(significant)
  }
}

extension ParameterKey where Value: RawRepresentable & CaseIterable, Value.RawValue == UInt8 {
  init(_ code: UInt8, _ name: String, in group: PGI? = nil) {
    let symbols = Set(Value.allCases.map(\.rawValue))
    self.init(
      pi: PI(code, name, .symbol(symbols), 1, in: group),
      decode: { $0.dropLast().allSatisfy { $0 == 0 } ? $0.last.flatMap(Value.init(rawValue:)) : nil },
      encode: { [$0.rawValue] })
  }
}

extension ParameterKey where Value == Bool {
  init(_ code: UInt8, _ name: String) {
    self.init(
      pi: PI(code, name, .symbol([0, 1]), 1),
      decode: { $0.dropLast().allSatisfy { $0 == 0 } ? $0.last.map { $0 == 1 } : nil },
      encode: { [$0 ? 1 : 0] })
  }
}

extension ParameterKey {
  init(
    _ pi: PI, _ decode: @escaping @Sendable ([UInt8]) -> Value?, _ encode: @escaping @Sendable (Value) -> [UInt8]
  ) {
    self.init(pi: pi, decode: decode, encode: encode)
  }
}
