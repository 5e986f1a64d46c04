import Testing

@testable import PeSIT

/// §9: what each end does with each message in each state. Written from the standard's tables, not from the machine.
///
/// Points and RESYN are agreed; in a data phase SYN 1 was sent and waits for its answer. What a line leaves out is a
/// protocol error. ABORT closes everywhere. DTF* stands for the four messages of data.
///
/// Readings: an open file hears IDT at the server only, where the requester's may cross ACK(TRANS.END). A message that
/// only one role sends is dropped, while an answer is awaited, from that role only.
private let requesterTable = """
  unconnected any:
  connecting any: deliver ACONNECT; closed RCONNECT
  connected any:
  selecting write: deliver ACK(CREATE)
  selecting read: deliver ACK(SELECT)
  selected any:
  selectedStopped any:
  opening any: deliver ACK(ORF)
  open any:
  openStopped any:
  starting write: deliver ACK(WRITE)
  starting read: deliver ACK(READ)
  flowing write: acknowledged ACK(SYN); deliver RESYN; interrupted IDT
  flowing read: deliver DTF* SYN DTF.END RESYN; interrupted IDT
  awaitingResync any: deliver ACK(RESYN); interrupted IDT; ignore RESYN DTF* SYN DTF.END ACK(SYN) ACK(TRANS.END)
  answeringResync any: interrupted IDT
  awaitingInterrupt any: deliver ACK(IDT); \
  ignore IDT RESYN ACK(RESYN) DTF* SYN DTF.END ACK(SYN) ACK(TRANS.END)
  ended write: acknowledged ACK(SYN); deliver RESYN; interrupted IDT
  ended read: interrupted IDT
  ending write: deliver ACK(TRANS.END) RESYN; interrupted IDT; ignore ACK(SYN)
  ending read: deliver ACK(TRANS.END); interrupted IDT
  closing any: deliver ACK(CRF)
  deselecting any: deliver ACK(DESELECT)
  segmenting any:
  messaging any: deliver ACK(MSG)
  releasing any: closed RELCONF
  closed any: ignore *
  """

private let serverTable = """
  unconnected any: deliver CONNECT
  connecting any:
  connected any: deliver CREATE SELECT MSG MSGDM RELEASE
  selecting any:
  selected any: deliver ORF DESELECT
  selectedStopped any: deliver DESELECT
  opening any:
  open write: deliver WRITE CRF; interrupted IDT
  open read: deliver READ CRF; interrupted IDT
  openStopped any: deliver CRF; interrupted IDT
  starting any:
  flowing write: deliver DTF* SYN DTF.END RESYN; interrupted IDT
  flowing read: acknowledged ACK(SYN); deliver RESYN; interrupted IDT
  awaitingResync any: deliver ACK(RESYN) RESYN; interrupted IDT; ignore DTF* SYN DTF.END ACK(SYN) TRANS.END
  answeringResync any: interrupted IDT
  awaitingInterrupt any: deliver ACK(IDT); interrupted IDT; \
  ignore RESYN ACK(RESYN) DTF* SYN DTF.END ACK(SYN) TRANS.END
  ended write: deliver TRANS.END; interrupted IDT
  ended read: acknowledged ACK(SYN); deliver TRANS.END RESYN; interrupted IDT
  ending write: interrupted IDT
  ending read: interrupted IDT; ignore ACK(SYN)
  closing any:
  deselecting any:
  segmenting any: deliver MSGMM MSGFM
  messaging any:
  releasing any:
  closed any: ignore *
  """

private func lines(_ table: String) -> [String] { table.split(separator: "\n").map(String.init) }

@Suite("§9 — every message in every state")
struct SessionTableTests {
  @Test("a requester does with a message what the table says", arguments: lines(requesterTable))
  func requester(line: String) throws {
    try Row(line).check(.requester)
  }

  @Test("a server does with a message what the table says", arguments: lines(serverTable))
  func server(line: String) throws {
    try Row(line).check(.server)
  }

  @Test("a table has a line for each state, once", arguments: [requesterTable, serverTable])
  func complete(table: String) throws {
    var places: [String] = []
    for line in lines(table) {
      let row = try Row(line)
      places += row.accesses.map { "\(row.moment) \($0)" }
    }
    let all = Moment.allCases.flatMap { moment in [Access.write, .read].map { "\(moment) \($0)" } }
    #expect(places.sorted() == all.sorted())
  }

  @Test("what is dropped or refused changes nothing", arguments: Moment.allCases)
  func unchanged(moment: Moment) {
    for (role, access) in Moment.views {
      for code in FPDUCode.allCases {
        var machine = SessionMachine(role, after: moment.dialogue(for: role, access))
        let before = (machine.state, machine.lastSent, machine.lastAcknowledged)
        let outcome = machine.received(Saying.of(code))
        guard !outcome.isTaken else { continue }
        let isSame = (machine.state, machine.lastSent, machine.lastAcknowledged) == before
        #expect(isSame, "\(role), \(code.name)")
      }
    }
  }
}

/// A line of a table: a state, and the outcome of each message.
private struct Row {
  struct Unreadable: Error { let text: String }

  let moment: Moment
  let accesses: [Access]
  /// By the message's name; what is not there is a protocol error.
  private(set) var outcomes: [String: String] = [:]

  init(_ line: String) throws {
    let halves = line.split(separator: ":", maxSplits: 1)
    let place = halves[0].split(separator: " ")
    guard place.count == 2, let moment = Moment(rawValue: String(place[0])), let accesses = Self.accesses(place[1])
    else { throw Unreadable(text: line) }
    self.moment = moment
    self.accesses = accesses
    if moment != .closed { outcomes[FPDUCode.abort.name] = "closed" }
    guard halves.count > 1 else { return }
    for part in halves[1].split(separator: ";") { try read(part) }
  }

  private static func accesses(_ word: Substring) -> [Access]? {
    switch word {
    case "any": [.write, .read]
    case "write": [.write]
    case "read": [.read]
    default: nil
    }
  }

  /// An outcome, then the messages that have it.
  private mutating func read(_ part: Substring) throws {
    let words = part.split(separator: " ")
    guard let outcome = words.first else { return }
    for name in try words.dropFirst().flatMap(Self.names) {
      guard outcomes.updateValue(String(outcome), forKey: name) == nil else { throw Unreadable(text: name) }
    }
  }

  private static func names(_ word: Substring) throws -> [String] {
    switch word {
    case "*": return FPDUCode.allCases.map(\.name)
    case "DTF*": return FPDUCode.allCases.filter(\.isData).map(\.name)
    default:
      guard FPDUCode.allCases.contains(where: { $0.name == word }) else { throw Unreadable(text: String(word)) }
      return [String(word)]
    }
  }

  /// Each message has the outcome that the line gives it.
  func check(_ role: Role) {
    let expected = FPDUCode.allCases.map { "\($0.name) \(outcomes[$0.name] ?? "abort")" }
    for access in accesses {
      let found = FPDUCode.allCases.map { "\($0.name) \(Self.outcome(of: $0, at: moment, role, access))" }
      let differences = zip(found, expected).filter { $0 != $1 }.map { "\($0), the table says: \($1)" }
      #expect(differences.isEmpty, "\(role), \(moment), \(access)")
    }
  }

  private static func outcome(of code: FPDUCode, at moment: Moment, _ role: Role, _ access: Access) -> String {
    var machine = SessionMachine(role, after: moment.dialogue(for: role, access))
    switch machine.received(Saying.of(code)) {
    case .deliver: return "deliver"
    case .acknowledged(let number): return number == 1 ? "acknowledged" : "acknowledged \(number)"
    case .interrupted: return "interrupted"
    case .ignore: return "ignore"
    case .abort(let diagnostic): return diagnostic == .protocolError ? "abort" : "abort \(diagnostic)"
    case .closed: return "closed"
    }
  }
}

/// A place in a connection's life, and what was said to come there.
enum Moment: String, CaseIterable, Sendable {
  case unconnected, connecting, connected
  case selecting, selected, selectedStopped, opening, open, openStopped, starting
  case flowing, awaitingResync, answeringResync, awaitingInterrupt, ended, ending
  case closing, deselecting, segmenting, messaging, releasing, closed

  /// Either end of a write and of a read.
  static let views: [(Role, Access)] = [
    (.requester, .write), (.requester, .read), (.server, .write), (.server, .read),
  ]

  /// What leads there. In a RESYN or an IDT it matters whose it is.
  func dialogue(for role: Role, _ access: Access) -> Dialogue {
    switch self {
    case .unconnected: Dialogue()
    case .connecting: Dialogue().then(.requester, .connect)
    case .connected: Dialogue.connected()
    case .segmenting: Dialogue.connected().then(.requester, .messageStart)
    case .messaging: Dialogue.connected().then(.requester, .message)
    case .releasing: Dialogue.connected().then(.requester, .release)
    case .closed: Dialogue.connected().then(.requester, .release).then(.server, .releaseConfirmed)
    case .selecting: Dialogue.connected().then(.requester, access == .read ? .select : .create)
    case .selected: Dialogue.selected(access)
    case .opening: Dialogue.selected(access).then(.requester, .open)
    case .open: Dialogue.opened(access)
    case .starting: Dialogue.opened(access).then(.requester, access == .read ? .read : .write)
    case .closing: Dialogue.opened(access).then(.requester, .close)
    case .deselecting: Dialogue.selected(access).then(.requester, .deselect)
    case .openStopped: Self.stopped(access)
    case .selectedStopped: Self.stopped(access).then(.requester, .close).then(.server, .closeAnswer)
    case .flowing, .awaitingResync, .answeringResync, .awaitingInterrupt, .ended, .ending:
      dataPhase(for: role, access)
    }
  }

  /// SYN 1 has passed.
  private static func pointed(_ access: Access) -> Dialogue {
    Dialogue.flowing(access).then(SessionMachine.File(access: access).sender, .sync)
  }

  private static func stopped(_ access: Access) -> Dialogue {
    pointed(access).then(.requester, .interrupt).then(.server, .interruptAnswer)
  }

  private func dataPhase(for role: Role, _ access: Access) -> Dialogue {
    let pointed = Self.pointed(access)
    let ended = pointed.then(SessionMachine.File(access: access).sender, .dataEnd)
    return switch self {
    case .awaitingResync: pointed.then(role, .resync)
    case .answeringResync: pointed.then(role.peer, .resync)
    case .awaitingInterrupt: pointed.then(role, .interrupt)
    case .ended: ended
    case .ending: ended.then(.requester, .transferEnd)
    default: pointed
    }
  }
}
