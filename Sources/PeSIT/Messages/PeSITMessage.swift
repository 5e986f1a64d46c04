import NIOCore

/// A message with parameters. One type each; its parameters travel as they are kept.
public protocol PeSITMessage: Hashable, Sendable {
  /// Octets 3 and 4 of its header.
  static var code: FPDUCode { get }
  /// Without which it is answered with 3 318.
  static var mandatory: [PI] { get }
  /// As they travel.
  var parameters: Parameters { get set }
  /// From parameters that were checked.
  init(checked parameters: Parameters)
}

extension PeSITMessage {
  /// From the body of an FPDU.
  ///
  /// - Throws: ``ParameterFault`` when a parameter is missing, too long, or has a value that it cannot have.
  public init(decoding body: inout ByteBuffer) throws(ParameterFault) {
    let parameters = try Parameters(decoding: &body)
    try parameters.check(mandatory: Self.mandatory)
    self.init(checked: parameters)
  }

  /// A parameter that ``mandatory`` makes sure of.
  func required<Value>(_ key: ParameterKey<Value>) -> Value {
    guard let value = parameters[key] else { preconditionFailure("PI \(key.pi.code) is checked before") }
    return value
  }

  /// PI 99.
  public var freeMessage: Text? {
    get { parameters[Key.freeMessage] }
    set { parameters[Key.freeMessage] = newValue }
  }
}

/// A message that says what became of a request (PI 2, and PI 29 in words).
public protocol PeSITAnswer: PeSITMessage {}

extension PeSITAnswer {
  /// PI 2.
  public var diagnostic: Diagnostic { parameters[Key.diagnostic] ?? .success }
  /// PI 29, or else PI 99: the peer's own words.
  public var words: Text? { parameters[Key.diagnosticText] ?? parameters[Key.freeMessage] }

  /// With a diagnostic, and words for it if there are any.
  public init(_ diagnostic: Diagnostic, words: Text? = nil) {
    var parameters = Parameters()
    parameters[Key.diagnostic] = diagnostic
    parameters[Key.diagnosticText] = words.map { Text(bytes: Array($0.bytes.prefix(254))) }
    self.init(checked: parameters)
  }
}
