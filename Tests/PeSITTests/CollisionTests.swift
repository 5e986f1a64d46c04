import Testing

@testable import PeSIT

private let accesses = [Access.write, .read]
private let roles = [Role.requester, .server]

/// Priority, high to low: ABORT, IDT, RESYN, TRANS.END, ACK(SYN), DTF.END, DTF; of two of a kind the requester's wins.
@Suite("§9 — what both ends say at once")
struct CollisionTests {
  typealias File = SessionMachine.File

  private static func stopped(_ access: Access) -> SessionMachine.State { .open(File(access: access, isStopped: true)) }

  /// Data flow, points 1 and 2 are sent.
  private static func flowing(_ access: Access) -> Dialogue {
    let sender = File(access: access).sender
    return .flowing(access).then(sender, .sync).then(sender, saying: Saying.of(.sync, number: 2))
  }

  private static func ending(_ access: Access) -> Dialogue {
    flowing(access).then(File(access: access).sender, .dataEnd).then(.requester, .transferEnd)
  }

  // IDT

  @Test("IDT and IDT: the requester's wins, the server answers it", arguments: accesses)
  func interrupts(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let heard = ends.cross(.requester, [.interrupt], against: [.interrupt])
    #expect(heard.own == [.ignore, .deliver])
    #expect(heard.peer == [.interrupted])
    ends.expect(Self.stopped(access))
  }

  @Test("IDT and IDT after TRANS.END: the same", arguments: accesses)
  func interruptsAfterEnd(access: Access) {
    var ends = TwoMachines(after: Self.ending(access))
    let heard = ends.cross(.requester, [.interrupt], against: [.interrupt])
    #expect(heard.own == [.ignore, .deliver])
    #expect(heard.peer == [.interrupted])
    ends.expect(Self.stopped(access))
  }

  @Test("IDT and RESYN: IDT wins, whoever sends it", arguments: accesses, roles)
  func interruptAndResync(access: Access, stopper: Role) {
    var ends = TwoMachines(after: Self.flowing(access))
    let heard = ends.cross(stopper, [.interrupt], against: [.resync])
    #expect(heard.own == [.ignore, .deliver])
    #expect(heard.peer == [.interrupted])
    ends.expect(Self.stopped(access))
  }

  @Test("the receiver's IDT and the sender's data, SYN and DTF.END: they are dropped", arguments: accesses)
  func interruptAndData(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let said: [FPDUCode] = [.dataStart, .dataLast, .data, .sync, .dataEnd]
    let heard = ends.cross(File(access: access).sender, said, against: [.interrupt])
    #expect(heard.own == [.interrupted])
    #expect(heard.peer == [.ignore, .ignore, .ignore, .ignore, .ignore, .deliver])
    ends.expect(Self.stopped(access))
  }

  @Test("the sender's IDT and the receiver's ACK(SYN): it is dropped", arguments: accesses)
  func interruptAndAcknowledgement(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let heard = ends.cross(File(access: access).sender, [.interrupt], against: [.syncAnswer])
    #expect(heard.own == [.ignore, .deliver])
    #expect(heard.peer == [.interrupted])
    ends.expect(Self.stopped(access))
  }

  @Test("the server's IDT and the requester's DTF.END with TRANS.END: both are dropped")
  func interruptAndBothEnds() {
    var ends = TwoMachines(after: Self.flowing(.write))
    let heard = ends.cross(.requester, [.dataEnd, .transferEnd], against: [.interrupt])
    #expect(heard.own == [.interrupted])
    #expect(heard.peer == [.ignore, .ignore, .deliver])
    ends.expect(Self.stopped(.write))
  }

  @Test("the server's IDT after DTF.END and the requester's TRANS.END: it is dropped", arguments: accesses)
  func interruptAndTransferEnd(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access).then(File(access: access).sender, .dataEnd))
    let heard = ends.cross(.requester, [.transferEnd], against: [.interrupt])
    #expect(heard.own == [.interrupted])
    #expect(heard.peer == [.ignore, .deliver])
    ends.expect(Self.stopped(access))
  }

  @Test("the requester's IDT and ACK(TRANS.END): the transfer is stopped at both ends", arguments: accesses)
  func interruptAndTransferEndAnswer(access: Access) {
    var ends = TwoMachines(after: Self.ending(access))
    let heard = ends.cross(.requester, [.interrupt], against: [.transferEndAnswer])
    #expect(heard.own == [.ignore, .deliver])
    #expect(heard.peer == [.interrupted])
    ends.expect(Self.stopped(access))
  }

  @Test("IDT and ACK(RESYN): IDT wins", arguments: accesses, roles)
  func interruptAndResyncAnswer(access: Access, stopper: Role) {
    var ends = TwoMachines(after: Self.flowing(access).then(stopper, .resync))
    let heard = ends.cross(stopper, [.interrupt], against: [.resyncAnswer])
    #expect(heard.own == [.ignore, .deliver])
    #expect(heard.peer == [.interrupted])
    ends.expect(Self.stopped(access))
  }

  @Test("IDT instead of ACK(RESYN) ends the wait", arguments: accesses, roles)
  func interruptForAnswer(access: Access, stopper: Role) {
    var ends = TwoMachines(after: Self.flowing(access).then(stopper.peer, .resync))
    let outcome = ends.pass(Saying.of(.interrupt), by: stopper)
    #expect(outcome == .interrupted)
    let answer = ends.receive(Saying.of(.interruptAnswer), at: stopper)
    #expect(answer == .deliver)
    ends.expect(Self.stopped(access))
  }

  @Test("RESYN, then IDT, against RESYN: IDT wins", arguments: accesses)
  func resyncThenInterrupt(access: Access) {
    var requesterStops = TwoMachines(after: Self.flowing(access))
    let first = requesterStops.cross(.requester, [.resync, .interrupt], against: [.resync])
    #expect(first.own == [.ignore, .deliver])
    #expect(first.peer == [.deliver, .interrupted])
    requesterStops.expect(Self.stopped(access))
    var serverStops = TwoMachines(after: Self.flowing(access))
    let second = serverStops.cross(.requester, [.resync], against: [.resync, .interrupt])
    #expect(second.own == [.ignore, .interrupted])
    #expect(second.peer == [.ignore, .deliver])
    serverStops.expect(Self.stopped(access))
  }

  // RESYN

  @Test("RESYN and RESYN: the requester's wins, the server answers it", arguments: accesses)
  func resyncs(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let heard = ends.cross(
      .requester, saying: [Saying.of(.resync, number: 1)], against: [Saying.of(.resync, number: 2)])
    #expect(heard.own == [.ignore])
    #expect(heard.peer == [.deliver])
    ends.expect(asking: .requester, File(access: access))
    ends.step(.server, Saying.of(.resyncAnswer, number: 1), to: .transferring(File(access: access), .flowing))
    for role in roles {
      let points = ends.points(of: role)
      #expect(points == [1, 1])
    }
  }

  @Test("the receiver's RESYN and the sender's data and SYN: they are dropped", arguments: accesses)
  func resyncAndData(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let sender = File(access: access).sender
    let said = [Saying.of(.data), Saying.of(.data), Saying.of(.sync, number: 3)]
    let heard = ends.cross(sender, saying: said, against: [Saying.of(.resync)])
    #expect(heard.own == [.deliver])
    #expect(heard.peer == [.ignore, .ignore, .ignore])
    ends.goOn(from: sender, File(access: access))
  }

  @Test("the receiver's RESYN and the sender's DTF.END: it is dropped, data flow again", arguments: accesses)
  func resyncAndDataEnd(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let sender = File(access: access).sender
    let heard = ends.cross(sender, [.dataEnd], against: [.resync])
    #expect(heard.own == [.deliver])
    #expect(heard.peer == [.ignore])
    ends.goOn(from: sender, File(access: access))
  }

  @Test("a DTF.END with an error that RESYN drops stops neither end", arguments: accesses)
  func resyncAndFailedDataEnd(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let sender = File(access: access).sender
    let heard = ends.cross(
      sender, saying: [Saying.of(.dataEnd, .inputOutputError)], against: [Saying.of(.resync)])
    #expect(heard.own == [.deliver])
    #expect(heard.peer == [.ignore])
    let answer = ends.pass(Saying.of(.resyncAnswer), by: sender)
    #expect(answer == .deliver)
    ends.expect(.transferring(File(access: access), .flowing))
  }

  @Test("the server's RESYN and the requester's DTF.END with TRANS.END: both are dropped, data flow again")
  func resyncAndBothEnds() {
    var ends = TwoMachines(after: Self.flowing(.write))
    let heard = ends.cross(.requester, [.dataEnd, .transferEnd], against: [.resync])
    #expect(heard.own == [.deliver])
    #expect(heard.peer == [.ignore, .ignore])
    ends.goOn(from: .requester, File(access: .write))
  }

  @Test("the server's RESYN after DTF.END and the requester's TRANS.END: it is dropped, data flow again")
  func resyncAndTransferEnd() {
    var ends = TwoMachines(after: Self.flowing(.write).then(.requester, .dataEnd))
    let heard = ends.cross(.requester, [.transferEnd], against: [.resync])
    #expect(heard.own == [.deliver])
    #expect(heard.peer == [.ignore])
    ends.goOn(from: .requester, File(access: .write))
  }

  @Test("a receiver may ask for RESYN after DTF.END too", arguments: accesses)
  func resyncAfterDataEnd(access: Access) {
    let sender = File(access: access).sender
    var ends = TwoMachines(after: Self.flowing(access).then(sender, .dataEnd))
    let outcome = ends.pass(Saying.of(.resync), by: sender.peer)
    #expect(outcome == .deliver)
    ends.goOn(from: sender, File(access: access))
  }

  @Test("the sender's RESYN and the receiver's ACK(SYN): it is dropped", arguments: accesses)
  func resyncAndAcknowledgement(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let sender = File(access: access).sender
    let heard = ends.cross(sender, [.resync], against: [.syncAnswer])
    #expect(heard.own == [.ignore])
    #expect(heard.peer == [.deliver])
    ends.goOn(from: sender.peer, File(access: access))
  }

  // ACK(SYN)

  @Test("ACK(SYN) and DTF.END: both are heard", arguments: accesses)
  func acknowledgementAndDataEnd(access: Access) {
    var ends = TwoMachines(after: Self.flowing(access))
    let heard = ends.cross(File(access: access).sender, [.dataEnd], against: [.syncAnswer])
    #expect(heard.own == [.acknowledged(1)])
    #expect(heard.peer == [.deliver])
    ends.expect(.transferring(File(access: access), .ended))
  }

  @Test("ACK(SYN) and DTF.END with TRANS.END: it means nothing any more")
  func acknowledgementAndBothEnds() {
    var ends = TwoMachines(after: Self.flowing(.write))
    let heard = ends.cross(.requester, [.dataEnd, .transferEnd], against: [.syncAnswer])
    #expect(heard.own == [.ignore])
    #expect(heard.peer == [.deliver, .deliver])
    ends.expect(.ending(File(access: .write)))
  }

  // ABORT

  @Test("ABORT and anything: nothing is heard after it", arguments: accesses, roles)
  func abort(access: Access, aborter: Role) {
    for other in [FPDUCode.abort, .interrupt, .resync] {
      var ends = TwoMachines(after: Self.flowing(access))
      let heard = ends.cross(aborter, [.abort], against: [other])
      #expect(heard.own == [.ignore])
      #expect(heard.peer == [other == .abort ? .ignore : .closed])
      ends.expect(.closed)
    }
  }

  // What an application wanted to say before it read what came first

  @Test(
    "after the peer's IDT or RESYN, data, points and ends are overtaken and change nothing",
    arguments: accesses, roles)
  func overtaken(access: Access, late: Role) {
    let isSender = File(access: access).sender == late
    let wanted: [FPDUCode] = (isSender ? [.data, .sync, .dataEnd] : [.syncAnswer]) + [.resync, .interrupt]
    for code in wanted {
      var ends = TwoMachines(after: Self.flowing(access).then(late.peer, .interrupt))
      ends.overtake(late, code)
    }
    for code in wanted where code != .interrupt {
      var ends = TwoMachines(after: Self.flowing(access).then(late.peer, .resync))
      ends.overtake(late, code)
    }
  }

  @Test("while an answer to IDT or RESYN is to come, this end says nothing else", arguments: accesses, roles)
  func waiting(access: Access, waiter: Role) {
    let isSender = File(access: access).sender == waiter
    for asked in [FPDUCode.interrupt, .resync] {
      for code in isSender ? [FPDUCode.data, .sync, .dataEnd] : [FPDUCode.syncAnswer] {
        var machine = SessionMachine(waiter, after: Self.flowing(access).then(waiter, asked))
        let before = machine.state
        let decision = machine.send(Saying.of(code))
        let after = machine.state
        #expect(decision != .write, "\(code)")
        #expect(after == before, "\(code)")
      }
    }
  }
}

extension TwoMachines {
  /// What each end heard of the other.
  struct Heard {
    var own: [SessionMachine.OnReceived]
    var peer: [SessionMachine.OnReceived]
  }

  /// Both speak before either hears. Who hears IDT answers it at once.
  mutating func cross(
    _ role: Role, saying said: [FPDUBody], against answer: [FPDUBody],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Heard {
    let lines = said.map { (role, $0) } + answer.map { (role.peer, $0) }
    for (speaker, body) in lines {
      let decision = send(body, by: speaker)
      #expect(decision == .write, "\(speaker), \(body.code.name)", sourceLocation: sourceLocation)
    }
    var heard = Heard(own: [], peer: [])
    for body in said { heard.peer.append(receive(body, at: role.peer)) }
    for body in answer { heard.own.append(receive(body, at: role)) }
    if heard.peer.contains(.interrupted) { heard.own.append(receive(Saying.of(.interruptAnswer), at: role)) }
    if heard.own.contains(.interrupted) { heard.peer.append(receive(Saying.of(.interruptAnswer), at: role.peer)) }
    return heard
  }

  mutating func cross(
    _ role: Role, _ said: [FPDUCode], against answer: [FPDUCode], sourceLocation: SourceLocation = #_sourceLocation
  ) -> Heard {
    cross(
      role, saying: said.map { Saying.of($0, number: $0 == .sync ? 3 : nil) }, against: answer.map { Saying.of($0) },
      sourceLocation: sourceLocation)
  }

  /// One end waits for ACK(RESYN), the other owes it.
  func expect(asking: Role, _ file: SessionMachine.File, sourceLocation: SourceLocation = #_sourceLocation) {
    let asker = state(of: asking)
    let answerer = state(of: asking.peer)
    #expect(asker == .transferring(file, .awaitingResync), sourceLocation: sourceLocation)
    #expect(answerer == .transferring(file, .answeringResync), sourceLocation: sourceLocation)
  }

  /// RESYN is answered, and the transfer goes on to its end.
  mutating func goOn(
    from answerer: Role, _ file: SessionMachine.File, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(asking: answerer.peer, file, sourceLocation: sourceLocation)
    step(answerer, .resyncAnswer, to: .transferring(file, .flowing), sourceLocation: sourceLocation)
    step(file.sender, .data, to: .transferring(file, .flowing), sourceLocation: sourceLocation)
    step(file.sender, .sync, to: .transferring(file, .flowing), sourceLocation: sourceLocation)
    end(file, sourceLocation: sourceLocation)
  }

  /// What an end says too late is not sent.
  mutating func overtake(_ role: Role, _ code: FPDUCode, sourceLocation: SourceLocation = #_sourceLocation) {
    let before = state(of: role)
    let mayData = self.mayData(role)
    let decision = send(Saying.of(code, number: code == .sync ? 3 : nil), by: role)
    let after = state(of: role)
    #expect(!mayData, sourceLocation: sourceLocation)
    #expect(decision == .overtaken, "\(code)", sourceLocation: sourceLocation)
    #expect(after == before, "\(code)", sourceLocation: sourceLocation)
  }
}
