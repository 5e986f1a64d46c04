import NIOCore
import NIOEmbedded
import Testing

@testable import PeSIT

@Suite("§14 — timers, on a clock that the test holds")
struct TimerTests {
  // Tc

  @Test("Tc: a connection on which nothing comes is closed without a word")
  func silentConnection() throws {
    try HeldEnd.hold(.server) { end in
      end.wait(HeldEnd.timers.connection - .seconds(1))
      #expect(end.isOpen)
      end.wait(.seconds(1))
      #expect(!end.isOpen)
      let said = try end.sent()
      #expect(said.isEmpty)
      #expect(end.handler.fault?.diagnostic == .activityTimeout)
    }
  }

  @Test("Tc runs from the network connection, however the octets of CONNECT trickle")
  func tricklingConnection() throws {
    try HeldEnd.hold(.server) { end in
      let connect = HeldEnd.framed(FPDU(to: 0, from: HeldEnd.peerID, Saying.of(.connect)))
      for octet in connect.readableBytesView.prefix(19) {
        end.wait(.seconds(1))
        try end.hear(octets: ByteBuffer(bytes: [octet]))
      }
      #expect(end.isOpen)
      end.wait(.seconds(1))
      #expect(!end.isOpen)
      let said = try end.sent()
      #expect(said.isEmpty)
    }
  }

  @Test("Tc is not prolonged by the pre-connection")
  func preconnection() throws {
    try HeldEnd.hold(.server) { end in
      end.wait(.seconds(15))
      var logon = ByteBuffer()
      Framing.h2.write(Logon(requester: "PARIS", password: "").encoded, into: &logon)
      try end.hear(octets: logon)
      #expect(end.handler.takeItems().count == 1)
      end.wait(.seconds(4))
      #expect(end.isOpen)
      end.wait(.seconds(1))
      #expect(!end.isOpen)
    }
  }

  @Test("a CONNECT that comes in time stops Tc, and its answer is the server's own time")
  func connected() throws {
    try HeldEnd.hold(.server) { end in
      end.wait(.seconds(19))
      try end.live(Moment.connecting.dialogue(for: .server, .write))
      end.wait(.hours(1))
      #expect(end.isOpen)
      let said = try end.sent()
      #expect(said.isEmpty)
    }
  }

  @Test("a server that does not answer CONNECT is told 3 317 after Tc, then Tr closes")
  func unansweredConnect() throws {
    try HeldEnd.hold(.requester) { end in
      try end.live(Moment.connecting.dialogue(for: .requester, .write))
      try end.expectAbort(.activityTimeout, after: HeldEnd.timers.connection)
    }
  }

  @Test("a server that does not answer the pre-connection is left after Tc")
  func unansweredPreconnection() throws {
    try HeldEnd.hold(.requester) { end in
      end.handler.expectLogonAnswer()
      end.handler.sendLogon(Logon(requester: "PARIS", password: "SECRET").encoded)
      end.wait(HeldEnd.timers.connection)
      #expect(!end.isOpen)
      #expect(end.handler.fault?.diagnostic == .activityTimeout)
    }
  }

  // Tp

  @Test("Tp: a peer that is silent when it is its turn is told 3 317, then Tr closes", arguments: Wait.peers)
  func peerIsSilent(wait: Wait) throws {
    try HeldEnd.hold(wait.role) { end in
      try end.live(wait.moment.dialogue(for: wait.role, wait.access))
      try end.expectAbort(.activityTimeout, after: HeldEnd.timers.activity)
    }
  }

  @Test("Tp: a sender that is silent while nothing is owed to it is told 3 317", arguments: [Access.write, .read])
  func senderIsSilent(access: Access) throws {
    try HeldEnd.hold(access == .write ? .server : .requester) { end in
      try end.live(.flowing(access))
      try end.expectAbort(.activityTimeout, after: HeldEnd.timers.activity)
    }
  }

  @Test("nothing happens while it is this end's own turn", arguments: Wait.own)
  func ownTurn(wait: Wait) throws {
    try HeldEnd.hold(wait.role) { end in
      try end.live(wait.moment.dialogue(for: wait.role, wait.access))
      end.wait(.hours(1))
      #expect(end.isOpen)
      let said = try end.sent()
      #expect(said.isEmpty)
    }
  }

  @Test("Tp begins again with each message")
  func eachMessage() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.flowing(.write))
      for _ in 0..<5 {
        end.wait(HeldEnd.timers.activity - .seconds(1))
        try end.hear(Saying.of(.data))
        _ = end.handler.takeItems()
      }
      try end.expectAbort(.activityTimeout, after: HeldEnd.timers.activity)
    }
  }

  @Test("Tp does not run while what came waits for this end")
  func unreadMessage() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.flowing(.write))
      try end.hear(Saying.of(.data))
      end.wait(.hours(1))
      let said = try end.sent()
      #expect(said.isEmpty)
      #expect(end.handler.takeItems().count == 1)
      try end.expectAbort(.activityTimeout, after: HeldEnd.timers.activity)
    }
  }

  @Test("a sender whose window is full waits for ACK(SYN) no longer than Tp")
  func fullWindow() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.flowing(.read))
      for number in 1...3 { end.say(Saying.of(.sync, number: number)) }
      _ = try end.sent()
      end.wait(HeldEnd.timers.activity - .seconds(1))
      try end.hear(Saying.of(.syncAnswer, number: 1))
      end.wait(.hours(1))
      let said = try end.sent()
      #expect(said.isEmpty)
      end.say(Saying.of(.sync, number: 4))
      try end.expectAbort(.activityTimeout, after: HeldEnd.timers.activity)
    }
  }

  @Test("a receiver that owes the ACK(SYN) of a full window does not call the sender silent")
  func owedAcknowledgement() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.flowing(.write, SyncOption(intervalKB: 1, window: 1)))
      try end.hear(Saying.of(.sync))
      _ = end.handler.takeItems()
      _ = try end.sent()
      end.wait(.hours(1))
      let said = try end.sent()
      #expect(said.isEmpty)
      #expect(end.isOpen)
      guard end.isOpen else { return }
      end.say(Saying.of(.syncAnswer))
      try end.expectAbort(.activityTimeout, after: HeldEnd.timers.activity)
    }
  }

  // Td

  @Test("Td: a server without a transfer to do says 3 313, then Tr closes")
  func idle() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.connected())
      try end.expectAbort(.idleTooLong, after: HeldEnd.timers.idle)
    }
  }

  @Test("Td begins again after each transfer and each message")
  func idleAgain() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.connected())
      for _ in 0..<3 {
        end.wait(HeldEnd.timers.idle - .seconds(1))
        try end.hear(Saying.of(.message))
        _ = end.handler.takeItems()
        end.say(Saying.of(.messageAnswer))
      }
      try end.expectAbort(.idleTooLong, after: HeldEnd.timers.idle)
    }
  }

  // Tr

  @Test("Tr: after RELCONF the server leaves the requester time to close, then closes")
  func released() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(Moment.closed.dialogue(for: .server, .write))
      #expect(try end.sent().last == Saying.of(.releaseConfirmed))
      end.wait(HeldEnd.timers.close - .seconds(1))
      #expect(end.isOpen)
      end.wait(.seconds(1))
      #expect(!end.isOpen)
      #expect(end.handler.fault == nil)
      let said = try end.sent()
      #expect(said.isEmpty)
    }
  }

  @Test("who is told ABORT closes at once, without an answer")
  func aborted() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.flowing(.write))
      _ = try end.sent()
      try end.hear(Saying.of(.abort))
      #expect(!end.isOpen)
      let said = try end.sent()
      #expect(said.isEmpty)
      #expect(end.handler.fault == SessionFault(.abortedByPeer, .serviceClosed))
    }
  }
}

@Suite("§3, §9 — what is answered by ABORT")
struct AbortTests {
  @Test("a message for another connection is answered by 3 311", arguments: [UInt8(0), 0xA0, 0xA2, 0xFF])
  func wrongDestination(destination: UInt8) throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.connected())
      _ = try end.sent()
      try end.hear(Saying.of(.create), to: destination)
      try end.expectAborted(.protocolError)
    }
  }

  @Test("a CONNECT that names an addressee is answered by 3 311")
  func addressedConnect() throws {
    try HeldEnd.hold(.server) { end in
      try end.hear(Saying.of(.connect), to: HeldEnd.ownID)
      try end.expectAborted(.protocolError)
    }
  }

  @Test("a message out of its place is answered by 3 311, and nothing is read after it")
  func outOfPlace() throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.connected())
      _ = try end.sent()
      try end.hear(Saying.of(.write))
      try end.hear(Saying.of(.create))
      try end.expectAborted(.protocolError)
      #expect(end.handler.takeItems().isEmpty)
    }
  }

  @Test("a message without a parameter that it needs is answered by 3 318", arguments: Gap.all)
  func missingParameter(gap: Gap) throws {
    try HeldEnd.hold(.server) { end in
      try end.live(gap.dialogue)
      _ = try end.sent()
      try end.hear(gap.body)
      try end.expectAborted(.badParameter)
    }
  }

  @Test(
    "first octets that are no CONNECT and no pre-connection are not answered, the connection is closed",
    arguments: [
      Array("GET / HTTP/1.1\r\nHost: centre\r\n\r\n".utf8),
      // TLS, where none is spoken.
      [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03],
      [UInt8](repeating: 0, count: 12),
    ])
  func unknownOctets(octets: [UInt8]) throws {
    try HeldEnd.hold(.server) { end in
      try end.hear(octets: ByteBuffer(bytes: octets))
      #expect(!end.isOpen)
      let said = try end.sent()
      #expect(said.isEmpty)
      #expect(end.handler.fault?.cause == .aborted)
    }
  }

  @Test("IDT is answered at once by ACK(IDT), and the application is told", arguments: [Access.write, .read])
  func interrupt(access: Access) throws {
    try HeldEnd.hold(.server) { end in
      try end.live(.flowing(access))
      _ = try end.sent()
      try end.hear(Saying.of(.interrupt))
      #expect(try end.sent() == [Saying.of(.interruptAnswer)])
      let items = end.handler.takeItems()
      guard items.count == 1, case .interrupted(let interrupt)? = items.first else {
        Issue.record("IDT is not among what came")
        return
      }
      #expect(interrupt.endCode == .suspended)
    }
  }
}

extension TimerTests {
  /// A place, and whose turn it is there.
  struct Wait: Sendable, CustomTestStringConvertible {
    let role: Role
    let moment: Moment
    let access: Access
    var testDescription: String { "\(role), \(moment), \(access)" }

    init(_ role: Role, _ moment: Moment, _ access: Access = .write) {
      self.role = role
      self.moment = moment
      self.access = access
    }

    /// The peer's. CONNECT has its own timer, Tc; between transfers runs Td.
    static let peers: [Wait] = [
      Wait(.server, .selected), Wait(.server, .open), Wait(.server, .openStopped), Wait(.server, .selectedStopped),
      Wait(.server, .ended, .write), Wait(.server, .ended, .read),
      Wait(.server, .awaitingResync), Wait(.server, .awaitingInterrupt), Wait(.server, .segmenting),
      Wait(.requester, .selecting, .write), Wait(.requester, .selecting, .read), Wait(.requester, .opening),
      Wait(.requester, .starting), Wait(.requester, .awaitingResync),
      Wait(.requester, .awaitingInterrupt), Wait(.requester, .ending, .write), Wait(.requester, .ending, .read),
      Wait(.requester, .closing), Wait(.requester, .deselecting), Wait(.requester, .messaging),
      Wait(.requester, .releasing),
    ]

    /// This end's.
    static let own: [Wait] = [
      Wait(.server, .connecting), Wait(.server, .selecting), Wait(.server, .opening), Wait(.server, .starting),
      Wait(.server, .flowing, .read), Wait(.server, .flowing, .write), Wait(.server, .answeringResync),
      Wait(.server, .ending),
      Wait(.server, .closing), Wait(.server, .deselecting), Wait(.server, .messaging), Wait(.server, .releasing),
      Wait(.requester, .connected), Wait(.requester, .selected),
      Wait(.requester, .open), Wait(.requester, .flowing, .write), Wait(.requester, .answeringResync),
      Wait(.requester, .ended, .write), Wait(.requester, .ended, .read), Wait(.requester, .segmenting),
    ]
  }
}

extension AbortTests {
  /// A message that lacks a parameter.
  struct Gap: Sendable, CustomTestStringConvertible {
    let dialogue: Dialogue
    let body: FPDUBody
    let testDescription: String

    init(_ dialogue: Dialogue, _ body: FPDUBody, _ description: String) {
      self.dialogue = dialogue
      self.body = body
      testDescription = description
    }

    static let all: [Gap] = [
      Gap(Dialogue(), connect { $0[Key.requester] = nil }, "CONNECT without PI 3"),
      Gap(Dialogue(), connect { $0[Key.version] = nil }, "CONNECT without PI 6"),
      Gap(Dialogue(), connect { $0[Key.access] = nil }, "CONNECT without PI 22"),
      Gap(.connected(), create { $0[Key.fileName] = nil }, "CREATE without PI 12"),
      Gap(.connected(), create { $0[Key.transferID] = nil }, "CREATE without PI 13"),
      Gap(.connected(), .message(Message(checked: Parameters())), "MSG without PI 12"),
      Gap(.opened(.read), .read(Read(checked: Parameters())), "READ without PI 18"),
      Gap(.flowing(.write), .sync(Sync(checked: Parameters())), "SYN without PI 20"),
      Gap(.flowing(.read), .resync(Resync(checked: Parameters())), "RESYN without PI 2 and 18"),
    ]

    private static func connect(_ change: (inout Parameters) -> Void) -> FPDUBody {
      var parameters = Saying.of(.connect).parameters ?? Parameters()
      change(&parameters)
      return .connect(Connect(checked: parameters))
    }

    private static func create(_ change: (inout Parameters) -> Void) -> FPDUBody {
      var parameters = Saying.of(.create).parameters ?? Parameters()
      change(&parameters)
      return .create(Create(checked: parameters))
    }
  }
}

/// One end of a connection in front of an event loop whose time stands still until it is told to go on.
struct HeldEnd {
  static let ownID: UInt8 = 0xA1
  static let peerID: UInt8 = 0x05
  /// All different, so that a test sees which one ran.
  static let timers = Timers(
    connection: .seconds(20), activity: .seconds(40), idle: .seconds(300), close: .seconds(10))

  let role: Role
  let handler: SessionHandler
  let channel: EmbeddedChannel

  private init(_ role: Role) {
    self.role = role
    let framing: Framing? = role == .server ? nil : .h2
    handler = SessionHandler(SessionOptions(role: role, framing: framing, timers: Self.timers), ownID: Self.ownID)
    channel = EmbeddedChannel(handler: handler)
  }

  /// The network connection is made before, and closed after.
  static func hold(_ role: Role, _ test: (HeldEnd) throws -> Void) throws {
    let end = HeldEnd(role)
    defer { _ = try? end.channel.finish(acceptAlreadyClosed: true) }
    try end.channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1761)).wait()
    try test(end)
  }

  static func framed(_ fpdu: FPDU) -> ByteBuffer {
    var framed = ByteBuffer()
    Framing.h2.write(fpdu.encoded(), into: &framed)
    return framed
  }

  var isOpen: Bool { channel.isActive }

  func wait(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }

  func hear(octets: ByteBuffer) throws { try channel.writeInbound(octets) }

  /// The peer says something.
  func hear(_ body: FPDUBody, to destination: UInt8? = nil) throws {
    let isOpening = body.code == .connect
    let source = body.code.isConnectionPhase ? Self.peerID : 0
    try hear(octets: Self.framed(FPDU(to: destination ?? (isOpening ? 0 : Self.ownID), from: source, body)))
  }

  /// The application says something.
  func say(_ body: FPDUBody) {
    let decision = handler.send(body)
    #expect(decision == .write, "\(body.code.name)")
  }

  /// Takes this end's part in a dialogue, and reads all that comes. ACK(IDT) is the handler's own.
  func live(_ dialogue: Dialogue) throws {
    for line in dialogue.lines {
      if line.from != role {
        try hear(line.body)
        _ = handler.takeItems()
      } else if line.body.code != .interruptAnswer {
        say(line.body)
      }
    }
    if dialogue.lines.last?.body.code != .releaseConfirmed { _ = try sent() }
  }

  /// What was said since the last time.
  func sent() throws -> [FPDUBody] {
    var decoder = EntityDecoder(framing: .h2, crc: false, expecting: .fpdus)
    var bodies: [FPDUBody] = []
    while var octets = try channel.readOutbound(as: ByteBuffer.self) { decoder.append(&octets) }
    while case .fpdus(let fpdus)? = try decoder.next() { bodies += fpdus.map(\.body) }
    return bodies
  }

  /// Nothing is said before a time has gone by; then ABORT.
  func expectAbort(
    _ diagnostic: Diagnostic, after time: TimeAmount, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    _ = try sent()
    wait(time - .seconds(1))
    let early = try sent()
    #expect(early.isEmpty, sourceLocation: sourceLocation)
    wait(.seconds(1))
    try expectAborted(diagnostic, sourceLocation: sourceLocation)
  }

  /// ABORT was said, and nothing else; the peer has Tr to close.
  func expectAborted(_ diagnostic: Diagnostic, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let said = try sent()
    #expect(said == [.abort(Abort(diagnostic))], sourceLocation: sourceLocation)
    #expect(handler.fault?.diagnostic == diagnostic, sourceLocation: sourceLocation)
    wait(Self.timers.close - .seconds(1))
    #expect(isOpen, sourceLocation: sourceLocation)
    wait(.seconds(1))
    #expect(!isOpen, sourceLocation: sourceLocation)
    let after = try sent()
    #expect(after.isEmpty, sourceLocation: sourceLocation)
  }
}
