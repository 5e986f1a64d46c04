/// Who opened the connection.
public enum Role: Hashable, Sendable {
  case requester
  case server

  var peer: Role { self == .requester ? .server : .requester }
}

/// The life of a connection, seen from one of its ends, without a channel (§9 of docs/pesit.md; PeSIT E §4.8).
///
/// The two ends take the same steps: what one sends, the other receives. Only where both may speak at once (IDT, RESYN,
/// ACK(SYN)) does it matter which end one is.
public struct SessionMachine: ~Copyable {
  /// Where the connection is. The standard's states are in brackets.
  public enum State: Hashable, Sendable {
    /// [CN01]
    case unconnected
    /// CONNECT is to be answered. [CN02]
    case connecting
    /// No file is selected. [CN03]
    case connected
    /// CREATE (write) or SELECT (read) is to be answered. [SF01, SF02]
    case selecting(Access)
    /// [SF03]
    case selected(File)
    /// ORF is to be answered. [OF01]
    case opening(File)
    /// No transfer is under way. [OF02]
    case open(File)
    /// WRITE or READ is to be answered. [TDE01, TDL01]
    case starting(File)
    /// [TDE02–07, TDL02–07]
    case transferring(File, DataState)
    /// TRANS.END is to be answered. [TDE08, TDL08]
    case ending(File)
    /// CRF is to be answered. [OF03]
    case closing(File)
    /// DESELECT is to be answered. [SF04]
    case deselecting
    /// MSGDM came, MSGFM is to come.
    case segmenting
    /// MSG or MSGFM is to be answered.
    case messaging
    /// RELEASE is to be answered. [CN04]
    case releasing
    /// Nothing may follow.
    case closed
  }

  /// The file that is selected.
  public struct File: Hashable, Sendable {
    /// Write or read.
    public var access: Access
    /// « ab »: stopped early; nothing more is transferred until DESELECT.
    public var isStopped = false

    /// Who sends the data.
    public var sender: Role { access == .read ? .server : .requester }
  }

  /// Where a data phase is.
  public enum DataState: Hashable, Sendable {
    /// [02]
    case flowing
    /// This end sent RESYN. [03]
    case awaitingResync
    /// The other end sent RESYN. [04]
    case answeringResync
    /// This end sent IDT. [05]
    case awaitingInterrupt
    /// DTF.END has passed. [07]
    case ended
  }

  /// Which end this is.
  public let role: Role
  /// Where the connection is.
  public private(set) var state = State.unconnected
  /// PI 7 as agreed.
  public private(set) var sync = SyncOption.none
  /// PI 23 as agreed.
  public private(set) var resync = false
  /// Last synchronisation point that passed in this data phase.
  public private(set) var lastSent = 0
  /// Last one whose acknowledgement passed.
  public private(set) var lastAcknowledged = 0

  /// Not connected yet.
  public init(_ role: Role) { self.role = role }

  /// What to do with a message that came.
  public enum OnReceived: Hashable, Sendable {
    /// It is for the application.
    case deliver
    /// The sender may go on: ACK(SYN).
    case acknowledged(Int)
    /// Answer with ACK(IDT), and tell the application.
    case interrupted
    /// It was overtaken by something else.
    case ignore
    /// Answer with ABORT and close.
    case abort(Diagnostic)
    /// The connection has ended.
    case closed
  }

  /// What to do with a message that the application wants to send.
  public enum OnSend: Hashable, Sendable {
    case write
    /// The other end has stopped the transfer, or wants it from another point: what it said comes first.
    case overtaken
    /// It does not fit where the connection is.
    case misuse
  }
}

extension SessionMachine {
  /// The peer has sent a message.
  public mutating func received(_ body: FPDUBody) -> OnReceived {
    switch (state, body) {
    case (.closed, _): return .ignore
    case (_, .abort):
      state = .closed
      return .closed
    case (.transferring(let file, let data), _): return received(body, in: data, of: file)
    case (.ending(let file), _): return received(body, whileEnding: file)
    // It crossed our ACK(TRANS.END).
    case (.open(let file), .interrupt) where role == .server: return interrupted(file)
    default: return step(body, from: role.peer)
    }
  }

  /// The application wants to send a message.
  public mutating func send(_ body: FPDUBody) -> OnSend {
    switch (state, body) {
    case (_, .abort):
      state = .closed
      return .write
    case (.transferring(let file, let data), _): return send(body, in: data, of: file)
    case (.ending(let file), .interrupt):
      state = .transferring(file, .awaitingInterrupt)
      return .write
    // ACK(TRANS.END), which comes next, acknowledges all points.
    case (.ending(let file), .syncAnswer) where file.sender != role: return .overtaken
    case (.open(let file), _) where file.isStopped && body.belongsToTransfer: return .overtaken
    default:
      let before = state
      switch step(body, from: role) {
      case .deliver, .closed: return .write
      case .abort, .acknowledged, .ignore, .interrupted:
        state = before
        return .misuse
      }
    }
  }

  /// A synchronisation point left with the data before it.
  public mutating func sentSync(_ number: Int) { lastSent = number }

  /// The window is full: the sender waits for ACK(SYN).
  public var isWindowFull: Bool {
    sync.isUsed && sync.window > 0 && lastSent - lastAcknowledged >= sync.window
  }

  /// The receiver has not acknowledged all points yet: the sender may be waiting for it.
  private var owesAcknowledgement: Bool { sync.window > 0 && lastSent > lastAcknowledged }

  /// Data may leave now; false when the receiver has said something that comes first.
  public var mayData: Bool {
    if case .transferring(let file, .flowing) = state { return file.sender == role }
    return false
  }

  /// This end receives data and may ask for them again.
  public var mayResync: Bool {
    if case .transferring(let file, .flowing) = state { return resync && file.sender != role }
    return false
  }

  /// The next message is the peer's to send, so that its silence means something (timer Tp).
  public var awaitsPeer: Bool {
    switch state {
    case .unconnected, .connected, .closed: false
    case .connecting, .selecting, .opening, .starting, .ending, .closing, .deselecting, .messaging, .releasing:
      role == .requester
    case .selected, .open, .segmenting: role == .server
    case .transferring(let file, .flowing): file.sender == role ? isWindowFull : !owesAcknowledgement
    case .transferring(_, .awaitingResync), .transferring(_, .awaitingInterrupt): true
    case .transferring(_, .answeringResync): false
    case .transferring(_, .ended): role == .server
    }
  }
}

extension FPDUBody {
  /// What a sender may have sent before it hears of RESYN.
  var isOvertakenByResync: Bool {
    switch self {
    case .data, .sync, .dataEnd, .transferEnd: true
    default: false
    }
  }

  /// Has no sense once the transfer is stopped.
  fileprivate var belongsToTransfer: Bool {
    switch self {
    case .data, .sync, .syncAnswer, .dataEnd, .resync, .resyncAnswer, .interrupt, .transferEnd, .transferEndAnswer: true
    default: false
    }
  }
}

/// Steps that both ends take alike.
extension SessionMachine {
  private mutating func step(_ body: FPDUBody, from sender: Role) -> OnReceived {
    guard let next = next(body, from: sender) else { return .abort(.protocolError) }
    state = next
    return next == .closed ? .closed : .deliver
  }

  private mutating func next(_ body: FPDUBody, from sender: Role) -> State? {
    sender == .requester ? nextOfRequester(body) : nextOfServer(body)
  }

  private mutating func nextOfRequester(_ body: FPDUBody) -> State? {
    switch (state, body) {
    case (.unconnected, .connect(let connect)):
      sync = connect.sync
      resync = connect.resync
      return .connecting
    case (.connected, .create): return .selecting(.write)
    case (.connected, .select): return .selecting(.read)
    case (.connected, .message): return .messaging
    case (.connected, .messageStart), (.segmenting, .messageMiddle): return .segmenting
    case (.segmenting, .messageLast): return .messaging
    case (.connected, .release): return .releasing
    case (.selected(let file), .open) where !file.isStopped: return .opening(file)
    case (.selected, .deselect): return .deselecting
    case (.open(let file), .write) where file.access == .write && !file.isStopped: return .starting(file)
    case (.open(let file), .read(let read)) where file.access == .read && !file.isStopped:
      lastSent = read.point
      lastAcknowledged = read.point
      return .starting(file)
    case (.open(let file), .close): return .closing(file)
    default: return nil
    }
  }

  private mutating func nextOfServer(_ body: FPDUBody) -> State? {
    switch (state, body) {
    case (.connecting, .connectAccepted(let accepted)):
      sync = sync.agreed(with: accepted.sync)
      resync = resync && accepted.resync && sync.isUsed
      return .connected
    case (.connecting, .connectRefused): return .closed
    case (.selecting(.write), .createAnswer(let answer)):
      return answer.diagnostic.isSuccess ? .selected(File(access: .write)) : .connected
    case (.selecting(.read), .selectAnswer(let answer)):
      return answer.diagnostic.isSuccess ? .selected(File(access: .read)) : .connected
    case (.opening(let file), .openAnswer(let answer)):
      return answer.diagnostic.isSuccess ? .open(file) : .selected(file)
    case (.starting(let file), .writeAnswer(let answer)) where file.access == .write:
      lastSent = answer.point
      lastAcknowledged = answer.point
      return answer.diagnostic.isSuccess ? .transferring(file, .flowing) : .open(file)
    case (.starting(let file), .readAnswer(let answer)) where file.access == .read:
      return answer.diagnostic.isSuccess ? .transferring(file, .flowing) : .open(file)
    case (.ending(let file), .transferEndAnswer): return .open(file)
    case (.closing(let file), .closeAnswer): return .selected(file)
    case (.deselecting, .deselectAnswer): return .connected
    case (.messaging, .messageAnswer): return .connected
    case (.releasing, .releaseConfirmed): return .closed
    default: return nil
    }
  }
}

/// The data phase, where both ends may speak at once. Priority, high to low: ABORT, IDT, RESYN, TRANS.END, ACK(SYN),
/// DTF.END, DTF; of two of a kind the requester's wins (§4.8.3). The lower one is dropped by whoever receives it.
extension SessionMachine {
  private mutating func received(_ body: FPDUBody, in data: DataState, of file: File) -> OnReceived {
    switch data {
    case .flowing: receivedWhileFlowing(body, of: file)
    case .awaitingResync: receivedWhileAwaitingResync(body, of: file)
    case .answeringResync: if case .interrupt = body { interrupted(file) } else { .abort(.protocolError) }
    case .awaitingInterrupt: receivedWhileAwaitingInterrupt(body, of: file)
    case .ended: receivedAfterEnd(body, of: file)
    }
  }

  private mutating func receivedWhileFlowing(_ body: FPDUBody, of file: File) -> OnReceived {
    switch body {
    case .data where file.sender != role: return .deliver
    case .sync(let point) where file.sender != role:
      guard sync.isUsed else { return .abort(.protocolError) }
      lastSent = point.number
      return .deliver
    case .dataEnd(let end) where file.sender != role:
      state = .transferring(Self.stopped(file, if: !end.diagnostic.isSuccess), .ended)
      return .deliver
    case .syncAnswer(let answer) where file.sender == role: return acknowledged(answer.number)
    case .resync where resync:
      state = .transferring(file, .answeringResync)
      return .deliver
    case .interrupt: return interrupted(file)
    default: return .abort(.protocolError)
    }
  }

  private mutating func receivedWhileAwaitingResync(_ body: FPDUBody, of file: File) -> OnReceived {
    switch body {
    case .resyncAnswer(let answer):
      return resumed(file, at: answer.point)
    case .resync:
      guard role == .server else { return .ignore }
      state = .transferring(file, .answeringResync)
      return .deliver
    case .interrupt: return interrupted(file)
    case .data, .sync, .dataEnd, .syncAnswer: return .ignore
    case .transferEnd where role == .server, .transferEndAnswer where role == .requester: return .ignore
    default: return .abort(.protocolError)
    }
  }

  private mutating func receivedWhileAwaitingInterrupt(_ body: FPDUBody, of file: File) -> OnReceived {
    switch body {
    case .interruptAnswer:
      state = .open(Self.stopped(file, if: true))
      return .deliver
    case .interrupt: return role == .requester ? .ignore : interrupted(file)
    case .data, .sync, .dataEnd, .syncAnswer, .resync, .resyncAnswer: return .ignore
    case .transferEnd where role == .server, .transferEndAnswer where role == .requester: return .ignore
    default: return .abort(.protocolError)
    }
  }

  private mutating func receivedAfterEnd(_ body: FPDUBody, of file: File) -> OnReceived {
    switch body {
    case .transferEnd where role == .server:
      state = .ending(file)
      return .deliver
    case .syncAnswer(let answer) where file.sender == role: return acknowledged(answer.number)
    case .resync where resync && file.sender == role:
      state = .transferring(file, .answeringResync)
      return .deliver
    case .interrupt: return interrupted(file)
    default: return .abort(.protocolError)
    }
  }

  private mutating func received(_ body: FPDUBody, whileEnding file: File) -> OnReceived {
    switch body {
    case .syncAnswer where file.sender == role: return .ignore
    case .resync where resync && role == .requester && file.sender == role:
      state = .transferring(file, .answeringResync)
      return .deliver
    case .interrupt: return interrupted(file)
    default: return step(body, from: role.peer)
    }
  }

  private mutating func send(_ body: FPDUBody, in data: DataState, of file: File) -> OnSend {
    switch (data, body) {
    case (.flowing, .data) where file.sender == role: return .write
    case (.flowing, .sync(let point)) where file.sender == role && sync.isUsed:
      lastSent = point.number
      return .write
    case (.flowing, .dataEnd(let end)) where file.sender == role:
      state = .transferring(Self.stopped(file, if: !end.diagnostic.isSuccess), .ended)
      return .write
    case (.flowing, .syncAnswer(let answer)) where file.sender != role && sync.window > 0,
      (.ended, .syncAnswer(let answer)) where file.sender != role && sync.window > 0:
      lastAcknowledged = answer.number
      return .write
    case (.flowing, .resync) where resync, (.ended, .resync) where resync && file.sender != role:
      state = .transferring(file, .awaitingResync)
      return .write
    case (.answeringResync, .resyncAnswer(let answer)):
      _ = resumed(file, at: answer.point)
      return .write
    case (.awaitingInterrupt, .interrupt): return .misuse
    case (_, .interrupt):
      state = .transferring(file, .awaitingInterrupt)
      return .write
    case (.ended, .transferEnd) where role == .requester:
      state = .ending(file)
      return .write
    case (.answeringResync, _), (.awaitingResync, _), (.awaitingInterrupt, _): return .overtaken
    default: return .misuse
    }
  }

  private mutating func acknowledged(_ number: Int) -> OnReceived {
    guard sync.window > 0, number > lastAcknowledged, number <= lastSent else { return .abort(.protocolError) }
    lastAcknowledged = number
    return .acknowledged(number)
  }

  private mutating func interrupted(_ file: File) -> OnReceived {
    state = .open(Self.stopped(file, if: true))
    return .interrupted
  }

  private mutating func resumed(_ file: File, at point: Int) -> OnReceived {
    lastSent = point
    lastAcknowledged = point
    // A DTF.END that RESYN overtook has stopped nothing.
    state = .transferring(File(access: file.access), .flowing)
    return .deliver
  }

  private static func stopped(_ file: File, if stopped: Bool) -> File {
    File(access: file.access, isStopped: file.isStopped || stopped)
  }
}
