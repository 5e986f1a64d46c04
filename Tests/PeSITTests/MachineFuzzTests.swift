import NIOCore
import Testing

@testable import PeSIT

@Suite("The machine under random events, fixed seeds")
struct MachineFuzzTests {
  @Test(
    "whatever comes and whatever is asked for, a machine answers; what it refuses changes nothing; closed stays closed",
    arguments: UInt64(1)...6)
  func anything(seed: UInt64) {
    var storm = Storm(seed: seed)
    let fault = storm.blow(eventCount: 60_000)
    #expect(fault == nil)
    // The seed does go everywhere.
    #expect(storm.seen.count == 6)
  }

  @Test(
    "two ends that do only what they may never call each other wrong, and agree once all is heard",
    arguments: UInt64(1)...10)
  func twoEnds(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var dropped: Set<FPDUCode> = []
    var fault: String?
    for number in 0..<2_000 where fault == nil {
      var encounter = Encounter(random, from: Encounter.beginnings[number % Encounter.beginnings.count])
      fault = encounter.run(moveCount: 40).map { "session \(number): \($0)" }
      dropped.formUnion(encounter.dropped)
      random = encounter.random
    }
    #expect(fault == nil)
    // The seed does have the collisions.
    let collisions: Set<FPDUCode> = [
      .interrupt, .resync, .transferEnd, .transferEndAnswer, .syncAnswer, .dataEnd, .sync, .data,
    ]
    #expect(dropped.isSuperset(of: collisions))
  }
}

/// Events of every kind, in no order at all, at one machine after the other.
private struct Storm {
  /// Where new machines are.
  private static let moments = Moment.allCases.filter { $0 != .closed }
  private static let rare: [FPDUBody] = [Saying.of(.abort), Saying.of(.connectRefused), Saying.of(.releaseConfirmed)]
  private static let bodies: [FPDUBody] = positive + negative + numbered

  private static let positive: [FPDUBody] = FPDUCode.allCases.filter { $0 != .abort }.map { Saying.of($0) }
  private static let negative: [FPDUBody] = [
    FPDUCode.createAnswer, .selectAnswer, .openAnswer, .writeAnswer, .readAnswer, .dataEnd, .transferEndAnswer,
    .closeAnswer, .deselectAnswer, .messageAnswer,
  ].map { Saying.of($0, .transferRefused) }
  private static let numbered: [FPDUBody] = [0, 1, 2, 3, 999_999].flatMap { number in
    [FPDUCode.sync, .syncAnswer, .resync, .resyncAnswer, .read, .writeAnswer].map { Saying.of($0, number: number) }
  }

  private var random: SplitMix64
  private var eventsSinceEnd = 0
  /// Outcomes that were seen.
  private(set) var seen: Set<String> = []

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The first thing that is wrong; nil when nothing is.
  mutating func blow(eventCount: Int) -> String? {
    var machine = SessionMachine(.requester)
    for event in 0..<eventCount {
      if eventsSinceEnd > 15 || random.once(in: 300) {
        machine = anyMachine()
        eventsSinceEnd = 0
      }
      if machine.state == .closed { eventsSinceEnd += 1 }
      let body = random.once(in: 500) ? random.pick(Self.rare) : random.pick(Self.bodies)
      let fault = random.once(in: 2) ? receive(body, &machine) : send(body, &machine)
      if let fault {
        return "event \(event), \(body.code.name): \(fault)"
      }
    }
    return nil
  }

  private mutating func anyMachine() -> SessionMachine {
    let (role, access) = random.pick(Moment.views)
    return SessionMachine(role, after: random.pick(Self.moments).dialogue(for: role, access))
  }

  private mutating func receive(_ body: FPDUBody, _ machine: inout SessionMachine) -> String? {
    let before = machine.state
    let outcome = machine.received(body)
    seen.insert(Self.kind(of: outcome))
    let after = machine.state
    if before == .closed { return outcome == .ignore && after == .closed ? nil : "\(outcome) after the end" }
    if !outcome.isTaken, after != before { return "\(outcome) changes \(before) to \(after)" }
    if (outcome == .closed) != (after == .closed) { return "\(outcome), but \(after)" }
    if case .abort(let diagnostic) = outcome, diagnostic != .protocolError { return "\(outcome)" }
    return nil
  }

  private mutating func send(_ body: FPDUBody, _ machine: inout SessionMachine) -> String? {
    let before = machine.state
    let decision = machine.send(body)
    let after = machine.state
    if before == .closed, after != .closed { return "\(decision) after the end" }
    if before == .closed, body.code != .abort, decision != .misuse { return "\(decision) after the end" }
    if decision != .write, after != before { return "\(decision) changes \(before) to \(after)" }
    return nil
  }

  private static func kind(of outcome: SessionMachine.OnReceived) -> String {
    switch outcome {
    case .deliver: "deliver"
    case .acknowledged: "acknowledged"
    case .interrupted: "interrupted"
    case .ignore: "ignore"
    case .abort: "abort"
    case .closed: "closed"
    }
  }
}

/// An application at one end that does nothing but what the protocol lets it.
private struct Player: ~Copyable {
  let role: Role
  private(set) var machine: SessionMachine
  /// Last point that came, and last one that this end acknowledged.
  private var lastCome = 0
  private var lastGiven = 0
  /// Where the peer's RESYN wants to go.
  private var wanted = 0

  init(_ role: Role) {
    self.role = role
    machine = SessionMachine(role)
  }

  /// Something that may be said now, and what the machine thinks of it; nil when there is nothing to say.
  mutating func move(_ random: inout SplitMix64) -> (body: FPDUBody, decision: SessionMachine.OnSend)? {
    let codes = moves(&random)
    guard !codes.isEmpty else { return nil }
    let said = body(random.pick(codes), &random)
    return (said, say(said))
  }

  mutating func say(_ body: FPDUBody) -> SessionMachine.OnSend {
    let wasFlowing = isFlowing
    let decision = machine.send(body)
    if case .syncAnswer(let answer) = body { lastGiven = answer.number }
    begin(wasFlowing)
    return decision
  }

  mutating func hear(_ body: FPDUBody) -> SessionMachine.OnReceived {
    let wasFlowing = isFlowing
    let outcome = machine.received(body)
    if outcome == .deliver {
      if case .sync(let sync) = body { lastCome = sync.number }
      if case .resync(let resync) = body { wanted = resync.point }
    }
    begin(wasFlowing)
    return outcome
  }

  private var isFlowing: Bool {
    if case .transferring(_, .flowing) = machine.state { true } else { false }
  }

  /// A data phase begins, or goes on elsewhere: at the point that both ends know.
  private mutating func begin(_ wasFlowing: Bool) {
    guard isFlowing, !wasFlowing else { return }
    lastCome = machine.lastSent
    lastGiven = machine.lastSent
  }
}

/// What may be said in each state.
extension Player {
  private func moves(_ random: inout SplitMix64) -> [FPDUCode] {
    if machine.state != .unconnected, machine.state != .closed, random.once(in: 500) { return [.abort] }
    switch machine.state {
    case .unconnected: return asking([.connect])
    case .connecting: return answering([random.once(in: 16) ? .connectRefused : .connectAccepted])
    case .connected:
      return asking([.create, .select, random.once(in: 8) ? .release : .create, .select, .message, .messageStart])
    case .selecting(let access): return answering([access == .read ? .selectAnswer : .createAnswer])
    case .selected(let file): return asking(file.isStopped ? [.deselect] : [.open, .open, .open, .deselect])
    case .opening: return answering([.openAnswer])
    case .open(let file): return asking(file.isStopped ? [.close] : [start(file), start(file), .close])
    case .starting(let file): return answering([file.access == .read ? .readAnswer : .writeAnswer])
    case .transferring(let file, let data): return moves(in: data, of: file, &random)
    case .ending: return answering([.transferEndAnswer]) + interrupt(&random)
    case .closing: return answering([.closeAnswer])
    case .deselecting: return answering([.deselectAnswer])
    case .segmenting: return asking([.messageMiddle, .messageLast])
    case .messaging: return answering([.messageAnswer])
    case .releasing: return answering([.releaseConfirmed])
    case .closed: return []
    }
  }

  private func asking(_ codes: [FPDUCode]) -> [FPDUCode] { role == .requester ? codes : [] }
  private func answering(_ codes: [FPDUCode]) -> [FPDUCode] { role == .server ? codes : [] }
  private func start(_ file: SessionMachine.File) -> FPDUCode { file.access == .read ? .read : .write }
  private func interrupt(_ random: inout SplitMix64) -> [FPDUCode] { random.once(in: 6) ? [.interrupt] : [] }

  private func moves(
    in data: SessionMachine.DataState, of file: SessionMachine.File, _ random: inout SplitMix64
  ) -> [FPDUCode] {
    let isSender = file.sender == role
    switch data {
    case .flowing: return (isSender ? sending : receiving) + resync(&random) + interrupt(&random)
    case .awaitingResync: return interrupt(&random)
    case .answeringResync: return [.resyncAnswer] + interrupt(&random)
    case .awaitingInterrupt: return []
    case .ended:
      let asked = isSender ? [] : receiving + resync(&random)
      return asking([.transferEnd]) + asked + interrupt(&random)
    }
  }

  /// Data and points as long as the window has room; the end at any time.
  private var sending: [FPDUCode] {
    guard !machine.isWindowFull else { return [.dataEnd] }
    return [.data, .dataStart, .dataEnd] + (machine.sync.isUsed ? [.sync, .sync] : [])
  }

  private var receiving: [FPDUCode] {
    machine.sync.window > 0 && lastCome > lastGiven ? [.syncAnswer, .syncAnswer] : []
  }

  private func resync(_ random: inout SplitMix64) -> [FPDUCode] {
    machine.resync && random.once(in: 3) ? [.resync] : []
  }
}

/// With which numbers.
extension Player {
  private static let offers: [SyncOption] = [
    SyncOption.none, SyncOption(intervalKB: 1, window: 0), SyncOption(intervalKB: 1, window: 1), Saying.points,
  ]

  private func body(_ code: FPDUCode, _ random: inout SplitMix64) -> FPDUBody {
    let diagnostic = random.once(in: 8) ? Diagnostic.transferRefused : .success
    switch code {
    case .connect: return Saying.connect(random.pick(Self.offers), resync: !random.once(in: 4))
    case .connectAccepted: return Saying.accept(random.pick(Self.offers), resync: !random.once(in: 4))
    case .read, .writeAnswer: return Saying.of(code, diagnostic, number: random.below(3))
    case .sync: return Saying.of(code, number: machine.lastSent + 1)
    case .syncAnswer: return Saying.of(code, number: random.int(lastGiven + 1...lastCome))
    case .resync: return Saying.of(code, number: random.int(known))
    case .resyncAnswer: return Saying.of(code, number: random.pick([0, isSender ? wanted : max(wanted, lastCome)]))
    case .dataEnd: return Saying.of(code, random.once(in: 3) ? .inputOutputError : .success)
    default: return Saying.of(code, diagnostic)
    }
  }

  /// From the last point that is safe to the last one that passed.
  private var known: ClosedRange<Int> {
    isSender ? machine.lastAcknowledged...machine.lastSent : lastGiven...lastCome
  }

  /// Last point that passed and last one that was acknowledged, as this end knows it.
  var points: [Int] {
    isSender ? [machine.lastSent, machine.lastAcknowledged] : [lastCome, lastGiven]
  }

  var isSender: Bool {
    if case .transferring(let file, _) = machine.state { file.sender == role } else { false }
  }
}

/// Two applications, two machines, and what is under way between them.
private struct Encounter: ~Copyable {
  /// From the very beginning, or from an open file.
  static let beginnings = [
    Dialogue(), Dialogue.opened(.write), .opened(.read), .flowing(.write), .flowing(.read),
    .flowing(.write, SyncOption(intervalKB: 1, window: 1)), .flowing(.read, SyncOption(intervalKB: 1, window: 1)),
    .flowing(.read, SyncOption(intervalKB: 1, window: 0)), .flowing(.write, .none, resync: false),
  ]

  private struct Event {
    let role: Role
    let isHeard: Bool
    let code: FPDUCode
  }

  private var requester = Player(.requester)
  private var server = Player(.server)
  private var toRequester: [FPDUBody] = []
  private var toServer: [FPDUBody] = []
  private var events: [Event] = []
  private var fault: String?
  private(set) var random: SplitMix64
  /// What was said and overtaken.
  private(set) var dropped: Set<FPDUCode> = []

  init(_ random: SplitMix64, from beginning: Dialogue) {
    self.random = random
    for line in beginning.lines {
      let decision = say(line.body, by: line.from)
      if decision != .write { fault = "\(line.body.code.name): \(decision)" }
      while deliver(to: line.from.peer) {}
    }
  }

  /// The first thing that is wrong; nil when nothing is.
  mutating func run(moveCount: Int) -> String? {
    for _ in 0..<moveCount where fault == nil { step() }
    while fault == nil, !toRequester.isEmpty || !toServer.isEmpty {
      let role: Role = random.once(in: 2) ? .requester : .server
      _ = deliver(to: role)
    }
    if fault == nil { fault = disagreement }
    guard let fault else { return nil }
    return "\(fault)\n\(told)"
  }

  /// All that was said and heard, for whoever looks for the fault.
  private var told: String {
    events.map { "\($0.role) \($0.isHeard ? "hears" : "says") \($0.code.name)" }.joined(separator: ", ")
  }

  /// One end says something or hears something: the first of the four that can be, from any of them on.
  private mutating func step() {
    let first = random.below(4)
    for turn in first..<first + 4 {
      let role: Role = turn % 2 == 0 ? .requester : .server
      let isDone = turn % 4 < 2 ? act(role) : deliver(to: role)
      if isDone { return }
    }
  }

  private mutating func act(_ role: Role) -> Bool {
    let move = role == .requester ? requester.move(&random) : server.move(&random)
    guard let move else { return false }
    post(move.body, from: role)
    if move.decision != .write { fault = "\(role) may not say \(move.body.code.name): \(move.decision)" }
    return true
  }

  private mutating func say(_ body: FPDUBody, by role: Role) -> SessionMachine.OnSend {
    post(body, from: role)
    return role == .requester ? requester.say(body) : server.say(body)
  }

  private mutating func post(_ body: FPDUBody, from role: Role) {
    events.append(Event(role: role, isHeard: false, code: body.code))
    if role == .requester { toServer.append(body) } else { toRequester.append(body) }
  }

  /// The oldest message reaches its end; false when there is none.
  private mutating func deliver(to role: Role) -> Bool {
    guard role == .requester ? !toRequester.isEmpty : !toServer.isEmpty else { return false }
    let body = role == .requester ? toRequester.removeFirst() : toServer.removeFirst()
    events.append(Event(role: role, isHeard: true, code: body.code))
    let outcome = role == .requester ? requester.hear(body) : server.hear(body)
    switch outcome {
    case .interrupted: post(Saying.of(.interruptAnswer), from: role)
    case .ignore: if state(of: role) != .closed { dropped.insert(body.code) }
    case .abort(let diagnostic): fault = "\(role) does not take \(body.code.name): \(diagnostic)"
    case .deliver, .acknowledged, .closed: break
    }
    return true
  }

  private func state(of role: Role) -> SessionMachine.State {
    switch role {
    case .requester: return requester.machine.state
    case .server: return server.machine.state
    }
  }

  /// How the ends differ when nothing is under way.
  private var disagreement: String? {
    let left = state(of: .requester)
    let right = state(of: .server)
    guard Self.correspond(left, right) else { return "\(left) and \(right)" }
    // ABORT may overtake ACONNECT.
    guard left != .closed else { return nil }
    guard requester.machine.sync == server.machine.sync, requester.machine.resync == server.machine.resync else {
      return "they do not agree on points"
    }
    guard case .transferring(_, .flowing) = left else { return nil }
    let sent = requester.isSender ? requester.points : server.points
    let come = requester.isSender ? server.points : requester.points
    return sent == come ? nil : "points \(sent) and \(come)"
  }

  /// The same, but for who owes an answer to whom.
  private static func correspond(_ left: SessionMachine.State, _ right: SessionMachine.State) -> Bool {
    switch (left, right) {
    case (.transferring(let file, .awaitingResync), .transferring(let other, .answeringResync)),
      (.transferring(let file, .answeringResync), .transferring(let other, .awaitingResync)):
      // A DTF.END with an error stops its sender until the RESYN that drops it is answered.
      file.access == other.access
    default: left == right
    }
  }
}
