import NIOCore

/// CONNECT: the requester says who it is and what it can do (§3.6.1; negotiation: §7).
public struct Connect: PeSITMessage {
  public static let code = FPDUCode.connect
  public static let mandatory = [Key.requester.pi, Key.server.pi, Key.version.pi, Key.access.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }

  /// What a requester proposes; version E.
  public init(
    requester: Text, server: Text, password: Text?, access: Access, sync: SyncOption, resync: Bool, crc: Bool
  ) {
    parameters = Parameters()
    parameters[Key.crc] = crc ? true : nil
    parameters[Key.requester] = requester
    parameters[Key.server] = server
    parameters[Key.accessControl] = password.map { AccessControl(password: $0) }
    parameters[Key.version] = 2
    parameters[Key.sync] = sync.isUsed ? sync : nil
    parameters[Key.access] = access
    parameters[Key.resync] = resync ? true : nil
  }

  /// PI 1: imposed by the requester; its CONNECT has a checksum already.
  public var usesCRC: Bool { parameters[Key.crc] ?? false }
  /// PI 3.
  public var requester: Text { required(Key.requester) }
  /// PI 4.
  public var server: Text { required(Key.server) }
  /// PI 5.
  public var accessControl: AccessControl? { parameters[Key.accessControl] }
  /// PI 6.
  public var version: Int { required(Key.version) }
  /// PI 7.
  public var sync: SyncOption { parameters[Key.sync] ?? .none }
  /// PI 22.
  public var access: Access { required(Key.access) }
  /// PI 23.
  public var resync: Bool { parameters[Key.resync] ?? false }
}

/// ACONNECT: the server's side of the negotiation.
public struct ConnectAccepted: PeSITMessage {
  public static let code = FPDUCode.connectAccepted
  public static let mandatory = [Key.version.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }

  /// What holds from now on.
  public init(version: Int, sync: SyncOption?, resync: Bool?) {
    parameters = Parameters()
    parameters[Key.version] = version
    parameters[Key.sync] = sync
    parameters[Key.resync] = resync
  }

  /// PI 6.
  public var version: Int { required(Key.version) }
  /// PI 7; absent: no points.
  public var sync: SyncOption { parameters[Key.sync] ?? .none }
  /// PI 23.
  public var resync: Bool { parameters[Key.resync] ?? false }
}

/// RCONNECT: the server does not want the connection; the requester closes the network.
public struct ConnectRefused: PeSITAnswer {
  public static let code = FPDUCode.connectRefused
  public static let mandatory = [Key.diagnostic.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// RELEASE: the requester ends the connection. Some leave PI 2 out.
public struct Release: PeSITAnswer {
  public static let code = FPDUCode.release
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// RELCONF: the connection is ended; the requester closes the network.
public struct ReleaseConfirmed: PeSITMessage {
  public static let code = FPDUCode.releaseConfirmed
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// Nothing to say.
  public init() { parameters = Parameters() }
}

/// ABORT: the connection ends at once; nobody answers.
public struct Abort: PeSITAnswer {
  public static let code = FPDUCode.abort
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }

  /// From the body of an FPDU. Some leave out the code and the length of PI 2, as when a session service carries it (§5).
  public init(decoding body: inout ByteBuffer) throws(ParameterFault) {
    if body.readableBytes == 3, let bytes = body.readBytes(length: 3), let diagnostic = Diagnostic(bytes: bytes) {
      self.init(diagnostic)
      return
    }
    let parameters = try Parameters(decoding: &body)
    try parameters.check(mandatory: Self.mandatory)
    self.init(checked: parameters)
  }
}
