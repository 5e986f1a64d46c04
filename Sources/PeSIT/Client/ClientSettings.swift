import NIOCore

/// Whom to call, as whom, and what to propose.
public struct ClientSettings: Sendable {
  /// Name or address.
  public var host: String
  /// 1…65535.
  public var port: Int
  /// PI 3 of CONNECT.
  public var identity: Text
  /// PI 4 of CONNECT.
  public var server: Text
  /// Octets 1 to 8 of PI 5.
  public var password: Text?
  /// PI 22.
  public var access = Access.both
  /// PI 7.
  public var sync = SyncOption(intervalKB: 256, window: 4)
  /// PI 23.
  public var resync = false
  /// PI 1.
  public var crc = false
  /// H2 unless the server wants something else.
  public var framing = Framing.h2
  /// Whether the 24 octets come before CONNECT.
  public var preconnects = true
  /// PI 25, 800…65535.
  public var maxEntity = 65_535
  /// PI 21.
  public var compression = Compression.none
  /// How long to wait.
  public var timers = Timers()
  /// TLS from the first octet on.
  public var tls: TLSIdentity?
  /// Called for each message.
  public var trace: (@Sendable (TraceEvent) -> Void)?

  /// Whom to call, as whom.
  public init(host: String, port: Int, identity: Text, server: Text) {
    self.host = host
    self.port = port
    self.identity = identity
    self.server = server
  }
}
