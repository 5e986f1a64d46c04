import NIOCore

/// Where a server listens, and what it agrees to at most.
public struct ServerSettings: Sendable {
  /// Name or address.
  public var host: String
  /// 0 lets the system choose.
  public var port: Int
  /// PI 7.
  public var sync = SyncOption(intervalKB: 65_535, window: 255)
  /// PI 23.
  public var resync = true
  /// PI 25.
  public var maxEntity = 65_535
  /// PI 21.
  public var compression = Compression.both
  /// Nil: found out by connection.
  public var framing: Framing?
  /// How long it waits.
  public var timers = Timers()
  /// TLS from the first octet on.
  public var tls: TLSIdentity?
  /// Connections that may wait for their CONNECT; the oldest goes when there is one more.
  public var maxUnconnected = 64
  /// Connections at once.
  public var maxConnections = 1024
  /// Called for each message.
  public var trace: (@Sendable (TraceEvent) -> Void)?

  /// Where it listens.
  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }
}
