import NIOCore

/// How long a connection waits (§14 of docs/pesit.md). Time is the event loop's, which tests hold.
public struct Timers: Hashable, Sendable {
  /// Tc: from the network connection to CONNECT, or to its answer.
  public var connection: TimeAmount
  /// Tp: for the peer's next message when it is its turn.
  public var activity: TimeAmount
  /// Td: between transfers, kept by the server.
  public var idle: TimeAmount
  /// Tr: for the peer to close the network after the last message.
  public var close: TimeAmount

  /// The standard's values unless told otherwise.
  public init(
    connection: TimeAmount = .seconds(30), activity: TimeAmount = .seconds(30), idle: TimeAmount = .seconds(300),
    close: TimeAmount = .seconds(30)
  ) {
    self.connection = connection
    self.activity = activity
    self.idle = idle
    self.close = close
  }
}

/// One message that passed, for whoever watches.
public struct TraceEvent: Sendable {
  /// Which way.
  public enum Direction: Sendable {
    case sent
    case received
    case noted
  }
  /// Which way.
  public let direction: Direction
  /// In words; data are counted, never shown, and passwords neither.
  public let text: String
}

/// How a connection is to be.
public struct SessionOptions: Sendable {
  /// Which end this is.
  public var role: Role
  /// Nil for a server that finds out.
  public var framing: Framing?
  /// PI 1, a requester's choice.
  public var crc = false
  /// How long it waits.
  public var timers: Timers
  /// Octets of data that may wait for the application before nothing more is read.
  public var inboundLimit = 0x100000
  /// Called on the event loop for each message.
  public var trace: (@Sendable (TraceEvent) -> Void)?

  /// How a connection is to be.
  public init(role: Role, framing: Framing?, timers: Timers = Timers()) {
    self.role = role
    self.framing = framing
    self.timers = timers
  }
}

/// Why a connection, or what was under way on it, ended.
public struct SessionFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// How it ended.
  public enum Cause: Hashable, Sendable {
    /// The network closed, or failed.
    case network
    /// The peer sent ABORT.
    case abortedByPeer
    /// This end sent ABORT: the peer broke a rule, or was silent.
    case aborted
    /// The peer refused the connection.
    case refused
    /// The pre-connection was answered by NAK0.
    case logonRefused
    /// The answer was negative.
    case answer(FPDUCode)
    /// The peer sent IDT.
    case interrupted(EndCode)
    /// A file of this end cannot be used.
    case local
  }
  /// How it ended.
  public let cause: Cause
  /// What was told, or is to be told.
  public let diagnostic: Diagnostic
  /// In words.
  public let words: String

  /// Why something ended.
  public init(_ cause: Cause, _ diagnostic: Diagnostic, _ words: String = "") {
    self.cause = cause
    self.diagnostic = diagnostic
    self.words = words
  }

  /// Code, meaning, words.
  public var description: String {
    "\(diagnostic) \(diagnostic.english)" + (words.isEmpty ? "" : ": \(words)")
  }

  /// Worth another try: the network, the peer's state or its resources may be better then.
  public var isRetriable: Bool {
    switch cause {
    case .network: true
    case .aborted: diagnostic == .activityTimeout || diagnostic == .networkIncident
    case .abortedByPeer:
      !diagnostic.isAuthentication && ![.protocolError, .badParameter, .countMismatch].contains(diagnostic)
    case .interrupted(let code): code == .error || code == .suspended
    case .refused, .answer:
      [.systemResources, .tooManyConnections, .fileBusy].contains(diagnostic)
        || [Diagnostic(type: 2, reason: 202), Diagnostic(type: 3, reason: 300), Diagnostic(type: 3, reason: 322)]
          .contains(diagnostic)
    case .logonRefused, .local: false
    }
  }
}
