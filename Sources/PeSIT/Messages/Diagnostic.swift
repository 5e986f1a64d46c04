/// PI 2: what became of a request. Type 0 is success, 1 a transmission error, 2 a file's or a transfer's, 3 a
/// connection's (annex D).
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// 0…255; the standard has 0 to 3.
  public let type: UInt8
  /// 0, 100…, 200…, 300….
  public let reason: UInt16

  /// Any pair: a peer may have codes of its own.
  public init(type: UInt8, reason: UInt16) {
    self.type = type
    self.reason = reason
  }

  init?(bytes: [UInt8]) {
    guard bytes.count == 3 else { return nil }
    self.init(type: bytes[0], reason: UInt16(bytes[1]) << 8 | UInt16(bytes[2]))
  }

  var bytes: [UInt8] { [type, UInt8(reason >> 8), UInt8(reason & 0xFF)] }

  /// `0 000`.
  public var isSuccess: Bool { type == 0 && reason == 0 }

  /// As the standard writes it: `2 205`.
  public var description: String {
    let digits = String(reason)
    return "\(type) " + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  /// The two that say that a peer is not who it should be: a wrong password is 301 with Transfer CFT, 304 with others.
  public var isAuthentication: Bool { self == .callerNotAuthorised || self == .calledUnknown }
}

extension Diagnostic {
  /// 0 000.
  public static let success = Diagnostic(type: 0, reason: 0)
  /// 1 100: a checksum was wrong.
  public static let transmissionError = Diagnostic(type: 1, reason: 100)
  /// 2 200.
  public static let attributesInsufficient = Diagnostic(type: 2, reason: 200)
  /// 2 201.
  public static let systemResources = Diagnostic(type: 2, reason: 201)
  /// 2 204.
  public static let fileExists = Diagnostic(type: 2, reason: 204)
  /// 2 205.
  public static let noSuchFile = Diagnostic(type: 2, reason: 205)
  /// 2 207.
  public static let fileBusy = Diagnostic(type: 2, reason: 207)
  /// 2 209: a reply that belongs to no transfer, among others.
  public static let messageNotAccepted = Diagnostic(type: 2, reason: 209)
  /// 2 211.
  public static let cannotOpen = Diagnostic(type: 2, reason: 211)
  /// 2 213.
  public static let inputOutputError = Diagnostic(type: 2, reason: 213)
  /// 2 214.
  public static let restartPointRefused = Diagnostic(type: 2, reason: 214)
  /// 2 216.
  public static let voluntaryStop = Diagnostic(type: 2, reason: 216)
  /// 2 218.
  public static let cannotResynchronise = Diagnostic(type: 2, reason: 218)
  /// 2 219.
  public static let spaceExhausted = Diagnostic(type: 2, reason: 219)
  /// 2 220.
  public static let articleTooLong = Diagnostic(type: 2, reason: 220)
  /// 2 222.
  public static let tooMuchWithoutSync = Diagnostic(type: 2, reason: 222)
  /// 2 223.
  public static let abnormalEnd = Diagnostic(type: 2, reason: 223)
  /// 2 226.
  public static let transferRefused = Diagnostic(type: 2, reason: 226)
  /// 3 301.
  public static let calledUnknown = Diagnostic(type: 3, reason: 301)
  /// 3 303.
  public static let tooManyConnections = Diagnostic(type: 3, reason: 303)
  /// 3 304.
  public static let callerNotAuthorised = Diagnostic(type: 3, reason: 304)
  /// 3 308.
  public static let versionUnsupported = Diagnostic(type: 3, reason: 308)
  /// 3 310.
  public static let networkIncident = Diagnostic(type: 3, reason: 310)
  /// 3 311.
  public static let protocolError = Diagnostic(type: 3, reason: 311)
  /// 3 312.
  public static let serviceClosed = Diagnostic(type: 3, reason: 312)
  /// 3 313.
  public static let idleTooLong = Diagnostic(type: 3, reason: 313)
  /// 3 317.
  public static let activityTimeout = Diagnostic(type: 3, reason: 317)
  /// 3 318.
  public static let badParameter = Diagnostic(type: 3, reason: 318)
  /// 3 319.
  public static let countMismatch = Diagnostic(type: 3, reason: 319)
  /// 3 320.
  public static let tooManyResynchronisations = Diagnostic(type: 3, reason: 320)
  /// 3 332.
  public static let writeNotNegotiated = Diagnostic(type: 3, reason: 332)
  /// 3 333.
  public static let readNotNegotiated = Diagnostic(type: 3, reason: 333)
}
