/// A value bound to a parameter when speed does not matter; loops bind directly on the statement.
public enum SQLValue: Hashable, Sendable {
  case null
  case int(Int64)
  case text(String)
  case blob([UInt8])
  case bool(Bool)

  public static func int(_ value: Int) -> SQLValue { .int(Int64(value)) }
  public static func int(_ value: Int64?) -> SQLValue { value.map { .int($0) } ?? .null }
  public static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
  public static func blob(_ value: [UInt8]?) -> SQLValue { value.map { .blob($0) } ?? .null }
  public static func bool(_ value: Bool?) -> SQLValue { value.map { .bool($0) } ?? .null }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension SQLValue: ExpressibleByNilLiteral {
  public init(nilLiteral: ()) { self = .null }
}
