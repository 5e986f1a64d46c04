import Foundation
import PeSIT

/// What is written beside a received file: who sent it, all its PIs, what was counted.
struct Sidecar: Codable {
  /// PI 3 of CONNECT.
  var partner: String
  /// PI 4 of CONNECT.
  var called: String
  /// The caller's address.
  var address: String
  /// ISO 8601, UTC.
  var receivedAt: String
  /// PI 27.
  var bytes: Int
  /// PI 28.
  var articles: Int
  /// Each PI of CREATE or MSG by its number, readable.
  var pi: [String: PIValue]
  /// The same as they travelled, hexadecimal: what « pesit acknowledge » goes by.
  var parameters: String

  init(_ caller: Caller, _ parameters: Parameters, totals: Checkpoint) {
    partner = caller.partner.description
    called = caller.called.description
    address = caller.address
    receivedAt = Date().ISO8601Format()
    bytes = totals.byteCount
    articles = totals.articleCount
    pi = PIValue.all(parameters)
    self.parameters = parameters.hexadecimal
  }
}

/// A parameter's value in JSON: a number or a text.
enum PIValue: Codable {
  case number(Int)
  case text(String)

  static func all(_ parameters: Parameters) -> [String: PIValue] {
    var values: [String: PIValue] = [:]
    collect(parameters.units, into: &values)
    return values
  }

  private static func collect(_ units: [Parameters.Unit], into values: inout [String: PIValue]) {
    for unit in units {
      switch unit {
      case .group(_, let inner): collect(inner, into: &values)
      case .parameter(let code, let bytes): values["\(code)"] = value(code, bytes)
      }
    }
  }

  private static func value(_ code: UInt8, _ bytes: [UInt8]) -> PIValue {
    switch PI.defined(code)?.kind {
    case .number, .symbol, .mask: .number(bytes.prefix(7).reduce(0) { $0 << 8 | Int($1) })
    case .text, .date: .text(Text(bytes: bytes).description)
    case .aggregate, nil: .text(bytes.map { String(format: "%02x", $0) }.joined())
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = try (try? .number(container.decode(Int.self))) ?? .text(container.decode(String.self))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}
