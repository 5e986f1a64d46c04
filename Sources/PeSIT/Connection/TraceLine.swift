extension FPDU {
  /// One line for a trace: name, ids, parameters; data are counted, passwords hidden.
  public var traceLine: String {
    switch body {
    case .data(let unit):
      let articles = unit.articleCount > 0 ? ", \(unit.articleCount) articles" : ""
      return "\(body.code.name) dst=\(destination) \(unit.content.readableBytes) octets\(articles)"
    default:
      let units = body.parameters?.units.map(Parameters.traceText) ?? []
      return (["\(body.code.name) dst=\(destination) src=\(source)"] + units).joined(separator: " ")
    }
  }
}

extension Parameters {
  static func traceText(_ unit: Unit) -> String {
    switch unit {
    case .group(let code, let inner): "PGI\(code){" + inner.map(traceText).joined(separator: " ") + "}"
    case .parameter(let code, let bytes): "PI\(code)=" + traceValue(code, bytes)
    }
  }

  /// A parameter's value for people.
  public static func traceValue(_ code: UInt8, _ bytes: [UInt8]) -> String {
    guard code != Key.accessControl.pi.code else { return "(hidden)" }
    if code == Key.diagnostic.pi.code, let diagnostic = Diagnostic(bytes: bytes) {
      return diagnostic.isSuccess ? "0" : "\"\(diagnostic) \(diagnostic.english)\""
    }
    switch PI.defined(code)?.kind {
    case .text, .date: return "\"\(readable(bytes))\""
    case .number, .symbol: return String(bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    default: return hex(bytes)
    }
  }

  static func readable(_ bytes: [UInt8]) -> String {
    String(
      String.UnicodeScalarView(
        Text(bytes: bytes).description.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "·" : $0 }))
  }
}
