import NIOCore
import Testing

@testable import PeSIT

@Suite("§9 — a connection's life, seen from both ends")
struct SessionMachineTests {
  typealias File = SessionMachine.File

  @Test("a write takes both ends through the same states")
  func write() {
    let file = File(access: .write)
    var ends = TwoMachines()
    ends.step(.requester, Saying.connect(), to: .connecting)
    ends.step(.server, Saying.accept(), to: .connected)
    ends.step(.requester, .create, to: .selecting(.write))
    ends.step(.server, .createAnswer, to: .selected(file))
    ends.step(.requester, .open, to: .opening(file))
    ends.step(.server, .openAnswer, to: .open(file))
    ends.step(.requester, .write, to: .starting(file))
    ends.step(.server, .writeAnswer, to: .transferring(file, .flowing))
    for part in [FPDUCode.data, .dataStart, .dataMiddle, .dataLast] {
      ends.step(.requester, part, to: .transferring(file, .flowing))
    }
    ends.step(.requester, .dataEnd, to: .transferring(file, .ended))
    ends.step(.requester, .transferEnd, to: .ending(file))
    ends.step(.server, .transferEndAnswer, to: .open(file))
    ends.leave(file)
    ends.step(.requester, .release, to: .releasing)
    ends.step(.server, .releaseConfirmed, to: .closed)
  }

  @Test("a read takes both ends through the same states; the requester ends it all the same")
  func read() {
    let file = File(access: .read)
    var ends = TwoMachines(after: .connected())
    ends.step(.requester, .select, to: .selecting(.read))
    ends.step(.server, .selectAnswer, to: .selected(file))
    ends.step(.requester, .open, to: .opening(file))
    ends.step(.server, .openAnswer, to: .open(file))
    ends.step(.requester, .read, to: .starting(file))
    ends.step(.server, .readAnswer, to: .transferring(file, .flowing))
    ends.step(.server, .data, to: .transferring(file, .flowing))
    ends.step(.server, .sync, to: .transferring(file, .flowing))
    ends.step(.requester, .syncAnswer, to: .transferring(file, .flowing), heardAs: .acknowledged(1))
    ends.step(.server, .dataEnd, to: .transferring(file, .ended))
    ends.step(.requester, .transferEnd, to: .ending(file))
    ends.step(.server, .transferEndAnswer, to: .open(file))
    ends.leave(file)
  }

  @Test("a file may be transferred again while it is open, and others follow on the same connection")
  func oneAfterTheOther() {
    var ends = TwoMachines(after: .flowing(.write))
    ends.end(File(access: .write))
    ends.step(.requester, .write, to: .starting(File(access: .write)))
    ends.step(.server, .writeAnswer, to: .transferring(File(access: .write), .flowing))
    ends.end(File(access: .write))
    ends.leave(File(access: .write))
    ends.step(.requester, .select, to: .selecting(.read))
    ends.step(.server, .selectAnswer, to: .selected(File(access: .read)))
  }

  @Test("a negative answer goes one step back", arguments: Refusal.all)
  func refusals(refusal: Refusal) {
    var ends = TwoMachines(after: refusal.dialogue)
    ends.step(.server, refusal.answer, to: refusal.place)
  }

  @Test("what does not fit is neither sent nor taken, and changes nothing", arguments: Misfit.all)
  func misfits(misfit: Misfit) {
    var ends = TwoMachines(after: misfit.dialogue)
    ends.refuse(misfit.role, misfit.body)
  }

  @Test(
    "RELEASE is only for a connection without a file",
    arguments: [
      Dialogue.selected(.write), .selected(.read), .opened(.write), .opened(.read), .flowing(.write), .flowing(.read),
      .flowing(.write).then(.requester, .dataEnd), .opened(.read).then(.requester, .close),
      .selected(.write).then(.requester, .deselect),
    ])
  func release(dialogue: Dialogue) {
    var ends = TwoMachines(after: dialogue)
    ends.refuse(.requester, Saying.of(.release))
  }

  @Test(
    "« ab »: after IDT nothing is opened, written or read until DESELECT",
    arguments: [Access.write, .read], [Role.requester, .server])
  func stoppedByInterrupt(access: Access, stopper: Role) {
    let stopped = File(access: access, isStopped: true)
    var ends = TwoMachines(after: .flowing(access).then(stopper, .interrupt).then(stopper.peer, .interruptAnswer))
    ends.expect(.open(stopped))
    ends.refuse(.requester, Saying.of(access == .read ? .read : .write))
    ends.step(.requester, .close, to: .closing(stopped))
    ends.step(.server, .closeAnswer, to: .selected(stopped))
    ends.refuse(.requester, Saying.of(.open))
    ends.step(.requester, .deselect, to: .deselecting)
    ends.step(.server, .deselectAnswer, to: .connected)
    ends.step(.requester, .create, to: .selecting(.write))
    ends.step(.server, .createAnswer, to: .selected(File(access: .write)))
    ends.step(.requester, .open, to: .opening(File(access: .write)))
  }

  @Test("« ab »: after a DTF.END that is not a success neither", arguments: [Access.write, .read])
  func stoppedByEnd(access: Access) {
    let stopped = File(access: access, isStopped: true)
    var ends = TwoMachines(after: .flowing(access))
    ends.step(stopped.sender, Saying.of(.dataEnd, .voluntaryStop), to: .transferring(stopped, .ended))
    ends.step(.requester, .transferEnd, to: .ending(stopped))
    ends.step(.server, .transferEndAnswer, to: .open(stopped))
    ends.refuse(.requester, Saying.of(access == .read ? .read : .write))
  }

  @Test("ABORT ends everything from anywhere, at both ends", arguments: Moment.allCases.filter { $0 != .closed })
  func abort(moment: Moment) {
    for (role, access) in Moment.views {
      var hearer = SessionMachine(role, after: moment.dialogue(for: role, access))
      let outcome = hearer.received(Saying.of(.abort))
      let heard = hearer.state
      #expect(outcome == .closed)
      #expect(heard == .closed)
      var sayer = SessionMachine(role, after: moment.dialogue(for: role, access))
      let decision = sayer.send(Saying.of(.abort))
      let said = sayer.state
      #expect(decision == .write)
      #expect(said == .closed)
    }
  }

  @Test("nothing comes after the end", arguments: FPDUCode.allCases)
  func closed(code: FPDUCode) {
    for role in [Role.requester, .server] {
      var machine = SessionMachine(role, after: Moment.closed.dialogue(for: role, .write))
      let outcome = machine.received(Saying.of(code))
      #expect(outcome == .ignore)
      guard code != .abort else { continue }
      let decision = machine.send(Saying.of(code))
      let state = machine.state
      #expect(decision == .misuse)
      #expect(state == .closed)
    }
  }
}

@Suite("§10 — synchronisation points and the window")
struct SyncWindowTests {
  @Test("three points fill a window of three; ACK(SYN) of the second frees two")
  func window() {
    var sender = SessionMachine(.requester, after: .flowing(.write))
    for number in 1...3 {
      let wasFull = sender.isWindowFull
      #expect(!wasFull)
      sender.sentSync(number)
    }
    let isFull = sender.isWindowFull
    #expect(isFull)
    let outcome = sender.received(Saying.of(.syncAnswer, number: 2))
    #expect(outcome == .acknowledged(2))
    sender.sentSync(4)
    let hasRoom = !sender.isWindowFull
    #expect(hasRoom)
    sender.sentSync(5)
    let isFullAgain = sender.isWindowFull
    #expect(isFullAgain)
  }

  @Test(
    "a window of 0 is never full, nor is one without points",
    arguments: [SyncOption(intervalKB: 1, window: 0), SyncOption.none])
  func withoutWindow(sync: SyncOption) {
    var sender = SessionMachine(.requester, after: .flowing(.write, sync, resync: false))
    for number in 1...20 { sender.sentSync(number) }
    let isFull = sender.isWindowFull
    #expect(!isFull)
  }

  @Test(
    "ACK(SYN) of a point that was not sent, or that is acknowledged already, is a protocol error",
    arguments: [0, 1, 3])
  func wrongAcknowledgement(number: Int) {
    let dialogue = Dialogue.flowing(.read).then(.server, .sync).then(.server, saying: Saying.of(.sync, number: 2))
    var sender = SessionMachine(.server, after: dialogue.then(.requester, .syncAnswer))
    let before = sender.state
    let outcome = sender.received(Saying.of(.syncAnswer, number: number))
    let after = (state: sender.state, acknowledged: sender.lastAcknowledged)
    #expect(outcome == .abort(.protocolError))
    #expect(after.state == before)
    #expect(after.acknowledged == 1)
  }

  @Test("ACK(SYN) may still come after DTF.END; after TRANS.END it means nothing any more")
  func lateAcknowledgement() {
    let file = SessionMachine.File(access: .write)
    var ends = TwoMachines(after: .flowing(.write).then(.requester, .sync).then(.requester, .dataEnd))
    ends.step(.server, .syncAnswer, to: .transferring(file, .ended), heardAs: .acknowledged(1))
    var late = SessionMachine(.requester, after: Moment.ending.dialogue(for: .requester, .write))
    let outcome = late.received(Saying.of(.syncAnswer))
    #expect(outcome == .ignore)
    var receiver = SessionMachine(.server, after: Moment.ending.dialogue(for: .server, .write))
    let decision = receiver.send(Saying.of(.syncAnswer))
    #expect(decision == .overtaken)
  }

  @Test("a transfer taken up at point 5 goes on with point 6, at both ends", arguments: [Access.write, .read])
  func restart(access: Access) {
    let file = SessionMachine.File(access: access)
    let ask = Saying.of(access == .read ? .read : .write, number: 5)
    let answer = Saying.of(access == .read ? .readAnswer : .writeAnswer, number: 5)
    var ends = TwoMachines(after: .opened(access).then(.requester, saying: ask).then(.server, saying: answer))
    for role in [Role.requester, .server] {
      let points = ends.points(of: role)
      #expect(points == [5, 5])
    }
    ends.step(file.sender, Saying.of(.sync, number: 6), to: .transferring(file, .flowing))
    let old = ends.receive(Saying.of(.syncAnswer, number: 5), at: file.sender)
    #expect(old == .abort(.protocolError))
    let new = ends.receive(Saying.of(.syncAnswer, number: 6), at: file.sender)
    #expect(new == .acknowledged(6))
  }

  @Test("after RESYN both ends count from the point that the answer names", arguments: [Role.requester, .server])
  func resync(asker: Role) {
    let file = SessionMachine.File(access: .write)
    let points = Dialogue.flowing(.write).then(.requester, .sync)
      .then(.requester, saying: Saying.of(.sync, number: 2))
    var ends = TwoMachines(after: points.then(asker, saying: Saying.of(.resync, number: 1)))
    ends.step(asker.peer, Saying.of(.resyncAnswer, number: 1), to: .transferring(file, .flowing))
    for role in [Role.requester, .server] {
      let points = ends.points(of: role)
      #expect(points == [1, 1])
    }
  }

  @Test(
    "points are used when both want them, with the smaller interval and window; RESYN needs both ends and points",
    arguments: [
      Agreement(proposed: SyncOption(intervalKB: 64, window: 3), answered: SyncOption(intervalKB: 36, window: 2)),
      Agreement(proposed: SyncOption(intervalKB: 64, window: 3), answered: SyncOption(intervalKB: 0xFFFF, window: 9)),
      Agreement(proposed: SyncOption(intervalKB: 64, window: 3), answered: .none),
      Agreement(proposed: .none, answered: SyncOption(intervalKB: 36, window: 2)),
    ])
  func negotiation(agreement: Agreement) {
    let sync = agreement.proposed.agreed(with: agreement.answered)
    for (asked, answered) in [(false, false), (true, false), (false, true), (true, true)] {
      for role in [Role.requester, .server] {
        let connect = Saying.connect(agreement.proposed, resync: asked)
        let accept = Saying.accept(agreement.answered, resync: answered)
        let dialogue = Dialogue().then(.requester, saying: connect).then(.server, saying: accept)
        let machine = SessionMachine(role, after: dialogue)
        let agreed = (sync: machine.sync, resync: machine.resync)
        #expect(agreed.sync == sync)
        #expect(agreed.resync == (asked && answered && sync.isUsed))
      }
    }
  }

  @Test("the smaller interval holds, « not said » loses to a number, and one end without points is enough for none")
  func smaller() {
    let proposed = SyncOption(intervalKB: 64, window: 3)
    #expect(
      proposed.agreed(with: SyncOption(intervalKB: 36, window: 2)) == SyncOption(intervalKB: 36, window: 2))
    #expect(
      proposed.agreed(with: SyncOption(intervalKB: 0xFFFF, window: 9)) == SyncOption(intervalKB: 64, window: 3))
    #expect(proposed.agreed(with: SyncOption.none) == SyncOption.none)
    #expect(proposed.agreed(with: nil) == SyncOption.none)
  }

  @Test("data may leave from the sender only, and only while they flow", arguments: Moment.allCases)
  func mayData(moment: Moment) {
    for (role, access) in Moment.views {
      let machine = SessionMachine(role, after: moment.dialogue(for: role, access))
      let mayData = machine.mayData
      #expect(mayData == (moment == .flowing && SessionMachine.File(access: access).sender == role))
    }
  }
}

@Suite("§14 — whose turn it is")
struct TurnTests {
  @Test("the silence of the peer means something only when it is its turn", arguments: Turn.all)
  func turns(turn: Turn) {
    for role in [Role.requester, .server] {
      let machine = SessionMachine(role, after: turn.moment.dialogue(for: role, turn.access))
      let awaitsPeer = machine.awaitsPeer
      #expect(awaitsPeer == turn.waiting.contains(role), "\(role)")
    }
  }

  @Test("every state has its turn")
  func complete() {
    #expect(Set(Turn.all.map(\.moment)) == Set(Moment.allCases))
  }

  @Test("a receiver that owes no acknowledgement waits for the sender", arguments: [Access.write, .read])
  func owingNothing(access: Access) {
    let sender = SessionMachine.File(access: access).sender
    for role in [Role.requester, .server] {
      let machine = SessionMachine(role, after: .flowing(access))
      let waits = machine.awaitsPeer
      #expect(waits == (role != sender))
    }
  }

  @Test("a sender whose window is full waits for the receiver")
  func windowFull() {
    var sender = SessionMachine(.requester, after: .flowing(.write))
    for number in 1...3 { sender.sentSync(number) }
    let waits = sender.awaitsPeer
    #expect(waits)
    _ = sender.received(Saying.of(.syncAnswer, number: 1))
    let goesOn = !sender.awaitsPeer
    #expect(goesOn)
  }
}

@Suite("§13 — messages")
struct MessageStepsTests {
  @Test("a message is answered, and the connection is as before", arguments: [Diagnostic.success, .messageNotAccepted])
  func message(diagnostic: Diagnostic) {
    var ends = TwoMachines(after: .connected())
    ends.step(.requester, .message, to: .messaging)
    ends.step(.server, Saying.of(.messageAnswer, diagnostic), to: .connected)
    ends.step(.requester, .release, to: .releasing)
  }

  @Test("a long message is answered once, after its last part", arguments: [0, 1, 5])
  func segments(middleCount: Int) {
    var ends = TwoMachines(after: .connected())
    ends.step(.requester, .messageStart, to: .segmenting)
    for _ in 0..<middleCount {
      ends.refuse(.server, Saying.of(.messageAnswer))
      ends.step(.requester, .messageMiddle, to: .segmenting)
    }
    ends.step(.requester, .messageLast, to: .messaging)
    ends.step(.server, .messageAnswer, to: .connected)
  }
}

extension SessionMachineTests {
  /// A negative answer, and where it leads.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let dialogue: Dialogue
    let answer: FPDUBody
    let place: SessionMachine.State
    var testDescription: String { answer.code.name }

    init(_ dialogue: Dialogue, _ answer: FPDUBody, leadsTo place: SessionMachine.State) {
      self.dialogue = dialogue
      self.answer = answer
      self.place = place
    }

    private static let written = SessionMachine.File(access: .write)
    private static let wanted = SessionMachine.File(access: .read)

    static let all: [Refusal] = [
      Refusal(Dialogue().then(.requester, .connect), Saying.of(.connectRefused), leadsTo: .closed),
      Refusal(
        .connected().then(.requester, .create), Saying.of(.createAnswer, .fileExists), leadsTo: .connected),
      Refusal(
        .connected().then(.requester, .create), Saying.of(.createAnswer, .writeNotNegotiated), leadsTo: .connected),
      Refusal(
        .connected().then(.requester, .select), Saying.of(.selectAnswer, .noSuchFile), leadsTo: .connected),
      Refusal(
        .selected(.write).then(.requester, .open), Saying.of(.openAnswer, .cannotOpen), leadsTo: .selected(written)),
      Refusal(
        .opened(.write).then(.requester, .write), Saying.of(.writeAnswer, .inputOutputError), leadsTo: .open(written)),
      Refusal(
        .opened(.read).then(.requester, .read), Saying.of(.readAnswer, .restartPointRefused), leadsTo: .open(wanted)),
      Refusal(
        .flowing(.write).then(.requester, .dataEnd).then(.requester, .transferEnd),
        Saying.of(.transferEndAnswer, .countMismatch), leadsTo: .open(written)),
      // CRF and DESELECT cannot be refused: their PI 2 only tells.
      Refusal(
        .opened(.write).then(.requester, .close), Saying.of(.closeAnswer, .inputOutputError),
        leadsTo: .selected(written)),
      Refusal(
        .selected(.read).then(.requester, .deselect), Saying.of(.deselectAnswer, .abnormalEnd), leadsTo: .connected),
      Refusal(
        .connected().then(.requester, .message), Saying.of(.messageAnswer, .messageNotAccepted), leadsTo: .connected),
    ]
  }
}

extension SessionMachineTests {
  /// A message that has no place where the connection is.
  struct Misfit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let dialogue: Dialogue
    let role: Role
    let body: FPDUBody

    init(_ description: String, _ dialogue: Dialogue, _ role: Role, _ code: FPDUCode) {
      testDescription = description
      self.dialogue = dialogue
      self.role = role
      body = Saying.of(code)
    }

    static let all: [Misfit] = outsideTransfers + aroundFiles + inTransfers + messages

    private static let outsideTransfers: [Misfit] = [
      Misfit("CREATE before CONNECT", Dialogue(), .requester, .create),
      Misfit("ACONNECT without CONNECT", Dialogue(), .server, .connectAccepted),
      Misfit("CREATE before ACONNECT", Dialogue().then(.requester, .connect), .requester, .create),
      Misfit("RELEASE before ACONNECT", Dialogue().then(.requester, .connect), .requester, .release),
      Misfit("CONNECT by the server", Dialogue(), .server, .connect),
      Misfit("a second CONNECT", .connected(), .requester, .connect),
      Misfit("RELEASE by the server", .connected(), .server, .release),
      Misfit("RELCONF without RELEASE", .connected(), .server, .releaseConfirmed),
      Misfit("DESELECT without a file", .connected(), .requester, .deselect),
    ]

    private static let aroundFiles: [Misfit] = [
      Misfit("a second CREATE", .selected(.write), .requester, .create),
      Misfit("SELECT answered as CREATE", .connected().then(.requester, .select), .server, .createAnswer),
      Misfit("ORF by the server", .selected(.write), .server, .open),
      Misfit("WRITE before ORF", .selected(.write), .requester, .write),
      Misfit("CRF before ORF", .selected(.write), .requester, .close),
      Misfit("DESELECT of an open file", .opened(.write), .requester, .deselect),
      Misfit("READ of a file that was created", .opened(.write), .requester, .read),
      Misfit("WRITE of a file that was selected", .opened(.read), .requester, .write),
      Misfit("WRITE answered as READ", .opened(.write).then(.requester, .write), .server, .readAnswer),
      Misfit("data before ACK(WRITE)", .opened(.write).then(.requester, .write), .requester, .data),
      Misfit("IDT without a transfer", .selected(.write), .requester, .interrupt),
      Misfit("CRF during the transfer", .flowing(.write), .requester, .close),
    ]

    private static let inTransfers: [Misfit] = [
      Misfit("data from the receiver of a write", .flowing(.write), .server, .data),
      Misfit("data from the receiver of a read", .flowing(.read), .requester, .data),
      Misfit("SYN from the receiver", .flowing(.write), .server, .sync),
      Misfit("DTF.END from the receiver", .flowing(.read), .requester, .dataEnd),
      Misfit("ACK(SYN) from the sender", .flowing(.write), .requester, .syncAnswer),
      Misfit("TRANS.END before DTF.END", .flowing(.write), .requester, .transferEnd),
      Misfit("TRANS.END by the server", .flowing(.read).then(.server, .dataEnd), .server, .transferEnd),
      Misfit("data after DTF.END", .flowing(.write).then(.requester, .dataEnd), .requester, .data),
      Misfit("a second DTF.END", .flowing(.read).then(.server, .dataEnd), .server, .dataEnd),
      Misfit("RESYN by the sender after DTF.END", .flowing(.read).then(.server, .dataEnd), .server, .resync),
      Misfit(
        "ACK(TRANS.END) before TRANS.END", .flowing(.write).then(.requester, .dataEnd), .server, .transferEndAnswer),
      Misfit("ACK(RESYN) without RESYN", .flowing(.write), .server, .resyncAnswer),
      Misfit("ACK(IDT) without IDT", .flowing(.write), .server, .interruptAnswer),
      Misfit("RESYN that was not agreed", .flowing(.write, Saying.points, resync: false), .server, .resync),
      Misfit("SYN where no points were agreed", .flowing(.write, .none, resync: false), .requester, .sync),
      Misfit("ACK(SYN) where no points were agreed", .flowing(.write, .none, resync: false), .server, .syncAnswer),
    ]

    private static let messages: [Misfit] = [
      Misfit("MSG while a file is selected", .selected(.write), .requester, .message),
      Misfit("MSG by the server", .connected(), .server, .message),
      Misfit("MSGMM without MSGDM", .connected(), .requester, .messageMiddle),
      Misfit("MSGFM without MSGDM", .connected(), .requester, .messageLast),
      Misfit("MSG among the parts of another", .connected().then(.requester, .messageStart), .requester, .message),
      Misfit("CREATE among the parts of a message", .connected().then(.requester, .messageStart), .requester, .create),
      Misfit("a second MSG before the answer", .connected().then(.requester, .message), .requester, .message),
    ]
  }
}

extension SyncWindowTests {
  /// PI 7 as proposed and as answered.
  struct Agreement: Sendable {
    let proposed: SyncOption
    let answered: SyncOption
  }
}

extension TurnTests {
  /// A place, and which ends wait there for the other.
  struct Turn: Sendable, CustomTestStringConvertible {
    let moment: Moment
    let access: Access
    let waiting: [Role]
    var testDescription: String { "\(moment), \(access)" }

    init(_ moment: Moment, _ access: Access = .write, waiting: Role...) {
      self.moment = moment
      self.access = access
      self.waiting = waiting
    }

    static let all: [Turn] = [
      Turn(.unconnected), Turn(.connecting, waiting: .requester), Turn(.connected),
      Turn(.selecting, waiting: .requester), Turn(.selected, waiting: .server),
      Turn(.selectedStopped, waiting: .server),
      Turn(.opening, waiting: .requester), Turn(.open, waiting: .server), Turn(.openStopped, waiting: .server),
      Turn(.starting, waiting: .requester),
      // A point waits for its acknowledgement there, and the window is not full.
      Turn(.flowing, .write), Turn(.flowing, .read),
      Turn(.awaitingResync, waiting: .requester, .server), Turn(.answeringResync),
      Turn(.awaitingInterrupt, waiting: .requester, .server),
      Turn(.ended, .write, waiting: .server), Turn(.ended, .read, waiting: .server),
      Turn(.ending, waiting: .requester), Turn(.closing, waiting: .requester), Turn(.deselecting, waiting: .requester),
      Turn(.segmenting, waiting: .server), Turn(.messaging, waiting: .requester), Turn(.releasing, waiting: .requester),
      Turn(.closed),
    ]
  }
}

/// Messages for the machine: right, and no longer than they need to be.
enum Saying {
  /// A point each kilobyte; three may wait.
  static let points = SyncOption(intervalKB: 1, window: 3)

  static func connect(_ sync: SyncOption = .none, resync: Bool = false) -> FPDUBody {
    .connect(
      Connect(
        requester: "PARIS", server: "NEWYORK", password: nil, access: .both, sync: sync, resync: resync, crc: false))
  }

  static func accept(_ sync: SyncOption = .none, resync: Bool = false) -> FPDUBody {
    .connectAccepted(ConnectAccepted(version: 2, sync: sync, resync: resync))
  }

  private static let message = Message(free: "NOTE", transferID: 1, from: "PARIS", to: "NEWYORK", text: "hello")

  private static func data(_ part: DataUnit.Part) -> FPDUBody {
    .data(DataUnit(part: part, content: ByteBuffer(string: "data")))
  }

  private static func writeAnswer(_ diagnostic: Diagnostic, from point: Int) -> FPDUBody {
    var answer = WriteAnswer(diagnostic)
    answer.point = point
    return .writeAnswer(answer)
  }

  /// One of a kind. The number is that of a SYN or its answer (1), or the point of a READ, a RESYN, an answer (0).
  static func of(_ code: FPDUCode, _ diagnostic: Diagnostic = .success, number: Int? = nil) -> FPDUBody {
    switch code {
    case .connect: connect(points, resync: true)
    case .connectAccepted: accept(points, resync: true)
    case .connectRefused: .connectRefused(ConnectRefused(.calledUnknown))
    case .release: .release(Release(diagnostic))
    case .releaseConfirmed: .releaseConfirmed(ReleaseConfirmed())
    case .abort: .abort(Abort(.serviceClosed))
    case .data: data(.whole)
    case .dataMiddle: data(.middle)
    case .dataStart: data(.start)
    case .dataLast: data(.last)
    case .read: .read(Read(from: number ?? 0))
    case .write: .write(Write())
    case .sync: .sync(Sync(number ?? 1))
    case .dataEnd: .dataEnd(DataEnd(diagnostic))
    case .resync: .resync(Resync(.transmissionError, from: number ?? 0))
    case .interrupt: .interrupt(Interrupt(.voluntaryStop, .suspended))
    case .transferEnd: .transferEnd(TransferEnd(byteCount: 4, articleCount: 1))
    case .create: .create(Create(fileName: "FLOW", transferID: 1, restart: false, maxEntity: 4096))
    case .select: .select(Select(fileName: "FLOW", transferID: 0, restart: false, maxEntity: 4096))
    case .deselect: .deselect(Deselect(diagnostic))
    case .open: .open(Open(compression: .none))
    case .close: .close(Close(diagnostic))
    case .message: .message(message)
    case .messageStart: .messageStart(MessageStart(checked: message.parameters))
    case .messageMiddle: .messageMiddle(MessageMiddle(text: "more"))
    case .messageLast: .messageLast(MessageLast(text: "end"))
    case .createAnswer: .createAnswer(CreateAnswer(diagnostic))
    case .selectAnswer: .selectAnswer(SelectAnswer(diagnostic))
    case .deselectAnswer: .deselectAnswer(DeselectAnswer(diagnostic))
    case .openAnswer: .openAnswer(OpenAnswer(diagnostic))
    case .closeAnswer: .closeAnswer(CloseAnswer(diagnostic))
    case .readAnswer: .readAnswer(ReadAnswer(diagnostic))
    case .writeAnswer: writeAnswer(diagnostic, from: number ?? 0)
    case .transferEndAnswer: .transferEndAnswer(TransferEndAnswer(diagnostic))
    case .syncAnswer: .syncAnswer(SyncAnswer(number ?? 1))
    case .resyncAnswer: .resyncAnswer(ResyncAnswer(from: number ?? 0))
    case .interruptAnswer: .interruptAnswer(InterruptAnswer())
    case .messageAnswer: .messageAnswer(MessageAnswer(diagnostic))
    }
  }
}

/// Who said what, in order.
struct Dialogue: Sendable, CustomTestStringConvertible {
  struct Line: Sendable {
    let from: Role
    let body: FPDUBody
  }

  private(set) var lines: [Line] = []
  var testDescription: String { lines.suffix(2).map(\.body.code.name).joined(separator: " ") }

  func then(_ role: Role, saying body: FPDUBody) -> Dialogue {
    var longer = self
    longer.lines.append(Line(from: role, body: body))
    return longer
  }

  func then(_ role: Role, _ code: FPDUCode) -> Dialogue { then(role, saying: Saying.of(code)) }

  static func connected(_ sync: SyncOption = Saying.points, resync: Bool = true) -> Dialogue {
    Dialogue().then(.requester, saying: Saying.connect(sync, resync: resync))
      .then(.server, saying: Saying.accept(sync, resync: resync))
  }

  static func selected(
    _ access: Access, _ sync: SyncOption = Saying.points, resync: Bool = true
  ) -> Dialogue {
    let isRead = access == .read
    return connected(sync, resync: resync)
      .then(.requester, isRead ? FPDUCode.select : .create)
      .then(.server, isRead ? FPDUCode.selectAnswer : .createAnswer)
  }

  static func opened(
    _ access: Access, _ sync: SyncOption = Saying.points, resync: Bool = true
  ) -> Dialogue {
    selected(access, sync, resync: resync).then(.requester, .open).then(.server, .openAnswer)
  }

  static func flowing(
    _ access: Access, _ sync: SyncOption = Saying.points, resync: Bool = true
  ) -> Dialogue {
    let isRead = access == .read
    return opened(access, sync, resync: resync)
      .then(.requester, isRead ? FPDUCode.read : .write)
      .then(.server, isRead ? FPDUCode.readAnswer : .writeAnswer)
  }
}

extension SessionMachine.OnReceived {
  /// Neither dropped nor refused.
  var isTaken: Bool {
    switch self {
    case .deliver, .acknowledged, .interrupted, .closed: true
    case .ignore, .abort: false
    }
  }
}

extension SessionMachine {
  /// This end after a dialogue.
  init(_ role: Role, after dialogue: Dialogue) {
    self.init(role)
    for line in dialogue.lines { take(line) }
  }

  private mutating func take(_ line: Dialogue.Line) {
    if line.from != role {
      let outcome = received(line.body)
      #expect(outcome.isTaken, "\(line.body.code.name)")
    } else if line.body.code != .interruptAnswer {
      // ACK(IDT) is sent without asking: the machine has said « interrupted ».
      let decision = send(line.body)
      #expect(decision == .write, "\(line.body.code.name)")
    }
  }
}

/// The two ends of a connection, with nothing between them.
struct TwoMachines: ~Copyable {
  private var requester = SessionMachine(.requester)
  private var server = SessionMachine(.server)

  init(after dialogue: Dialogue = Dialogue(), sourceLocation: SourceLocation = #_sourceLocation) {
    for line in dialogue.lines {
      let outcome = pass(line.body, by: line.from, sourceLocation: sourceLocation)
      #expect(outcome.isTaken, "\(line.body.code.name)", sourceLocation: sourceLocation)
    }
  }

  mutating func send(_ body: FPDUBody, by role: Role) -> SessionMachine.OnSend {
    switch role {
    case .requester: return requester.send(body)
    case .server: return server.send(body)
    }
  }

  mutating func receive(_ body: FPDUBody, at role: Role) -> SessionMachine.OnReceived {
    switch role {
    case .requester: return requester.received(body)
    case .server: return server.received(body)
    }
  }

  func state(of role: Role) -> SessionMachine.State {
    switch role {
    case .requester: return requester.state
    case .server: return server.state
    }
  }

  /// Last point sent, last point acknowledged.
  func points(of role: Role) -> [Int] {
    switch role {
    case .requester: return [requester.lastSent, requester.lastAcknowledged]
    case .server: return [server.lastSent, server.lastAcknowledged]
    }
  }

  func mayData(_ role: Role) -> Bool {
    switch role {
    case .requester: return requester.mayData
    case .server: return server.mayData
    }
  }

  /// What one end says reaches the other. ACK(IDT) is said without asking.
  mutating func pass(
    _ body: FPDUBody, by role: Role, sourceLocation: SourceLocation = #_sourceLocation
  ) -> SessionMachine.OnReceived {
    if body.code != .interruptAnswer {
      let decision = send(body, by: role)
      #expect(decision == .write, "\(body.code.name)", sourceLocation: sourceLocation)
    }
    return receive(body, at: role.peer)
  }

  /// Both ends are in a state.
  func expect(_ place: SessionMachine.State, sourceLocation: SourceLocation = #_sourceLocation) {
    for role in [Role.requester, .server] {
      let state = self.state(of: role)
      #expect(state == place, "\(role)", sourceLocation: sourceLocation)
    }
  }

  /// What one end says brings both to a state.
  mutating func step(
    _ role: Role, _ body: FPDUBody, to place: SessionMachine.State, heardAs: SessionMachine.OnReceived? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let outcome = pass(body, by: role, sourceLocation: sourceLocation)
    let expected: SessionMachine.OnReceived = heardAs ?? (place == .closed ? .closed : .deliver)
    #expect(outcome == expected, "\(body.code.name)", sourceLocation: sourceLocation)
    expect(place, sourceLocation: sourceLocation)
  }

  mutating func step(
    _ role: Role, _ code: FPDUCode, to place: SessionMachine.State, heardAs: SessionMachine.OnReceived? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    step(role, Saying.of(code), to: place, heardAs: heardAs, sourceLocation: sourceLocation)
  }

  /// One end may not say it, the other does not take it, and nothing changes.
  mutating func refuse(_ role: Role, _ body: FPDUBody, sourceLocation: SourceLocation = #_sourceLocation) {
    let before = [state(of: role), state(of: role.peer)]
    let decision = send(body, by: role)
    let outcome = receive(body, at: role.peer)
    let after = [state(of: role), state(of: role.peer)]
    #expect(decision == .misuse, "\(body.code.name)", sourceLocation: sourceLocation)
    #expect(outcome == .abort(.protocolError), "\(body.code.name)", sourceLocation: sourceLocation)
    #expect(after == before, sourceLocation: sourceLocation)
  }

  /// From the data to the open file.
  mutating func end(_ file: SessionMachine.File, sourceLocation: SourceLocation = #_sourceLocation) {
    step(file.sender, .dataEnd, to: .transferring(file, .ended), sourceLocation: sourceLocation)
    step(.requester, .transferEnd, to: .ending(file), sourceLocation: sourceLocation)
    step(.server, .transferEndAnswer, to: .open(file), sourceLocation: sourceLocation)
  }

  /// From the open file to the connection without one.
  mutating func leave(_ file: SessionMachine.File, sourceLocation: SourceLocation = #_sourceLocation) {
    step(.requester, .close, to: .closing(file), sourceLocation: sourceLocation)
    step(.server, .closeAnswer, to: .selected(file), sourceLocation: sourceLocation)
    step(.requester, .deselect, to: .deselecting, sourceLocation: sourceLocation)
    step(.server, .deselectAnswer, to: .connected, sourceLocation: sourceLocation)
  }
}
