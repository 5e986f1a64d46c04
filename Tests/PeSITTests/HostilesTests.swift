import Foundation
import NIOCore
import Testing

@testable import PeSIT

/// A peer written by hand: it speaks over a plain socket, in H2, and may say anything.
final class HandWrittenPeer {
  struct Closed: Error {}

  let socket: PlainSocket
  let ownID: UInt8 = 5
  private(set) var otherID: UInt8 = 0
  var crc = false
  /// What a pre-connection is answered with; nil for nothing at all.
  var logonAnswer: [UInt8]? = Logon.accepted
  private var unread: [UInt8] = []
  private var heard: [FPDU] = []

  init(_ socket: PlainSocket) { self.socket = socket }

  /// A requester whose CONNECT was accepted.
  static func requester(
    _ port: Int, sync: SyncOption = .none, receiveBuffer: Int32? = nil
  ) throws -> HandWrittenPeer {
    let peer = HandWrittenPeer(try PlainSocket.calling(port, receiveBuffer: receiveBuffer))
    try peer.ask(.connect(connect(sync)), for: .connectAccepted)
    return peer
  }

  static func connect(_ sync: SyncOption = .none, crc: Bool = false) -> Connect {
    Connect(
      requester: Banc.requester, server: Banc.server, password: Banc.password, access: .both, sync: sync,
      resync: false, crc: crc)
  }
}

/// Saying.
extension HandWrittenPeer {
  /// Messages, each in an entity of its own.
  func say(_ bodies: FPDUBody...) { for body in bodies { say(entity: octets(body)) } }

  /// Messages that leave at once.
  func say(atOnce bodies: [FPDUBody]) { socket.give(bodies.flatMap { framed(octets($0)) }) }

  func say(entity octets: [UInt8]) { socket.give(framed(octets)) }

  func octets(_ body: FPDUBody) -> [UInt8] {
    let fpdu = FPDU(
      to: body.code == .connect ? 0 : otherID, from: body.code.isConnectionPhase ? ownID : 0, body)
    return Array(fpdu.encoded(crc: crc).readableBytesView)
  }

  func framed(_ entity: [UInt8]) -> [UInt8] {
    var octets = [UInt8(entity.count >> 8), UInt8(entity.count & 0xFF)]
    octets += entity
    return octets
  }

  /// A message of parameters that need not be right.
  func fpdu(_ code: UInt16, _ parameters: [UInt8]) -> [UInt8] {
    var octets: [UInt8] = [0, UInt8(6 + parameters.count), UInt8(code >> 8), UInt8(code & 0xFF), otherID, 0]
    octets += parameters
    return octets
  }

  /// An octet every quarter of a second until the other side closes.
  ///
  /// - Returns: how long that took; nil when it does not.
  func drip(_ octets: some Sequence<UInt8>) -> Duration? {
    let start = ContinuousClock.now
    for octet in octets {
      guard socket.give([octet]) else { return ContinuousClock.now - start }
      guard let came = socket.receive(within: 250) else { continue }
      if came.isEmpty { return ContinuousClock.now - start }
      unread += came
    }
    return nil
  }
}

/// Hearing.
extension HandWrittenPeer {
  /// The next message; a pre-connection before it is answered.
  func hear() throws -> FPDUBody {
    while heard.isEmpty {
      let header = try take(2)
      let entity = ByteBuffer(bytes: try take(Int(header[0]) << 8 | Int(header[1])))
      if Logon(decoding: entity) != nil {
        if let logonAnswer { say(entity: logonAnswer) }
      } else {
        heard = try FPDU.decodeAll(entity, crc: crc)
      }
    }
    let fpdu = heard.removeFirst()
    if otherID == 0 { otherID = fpdu.source }
    return fpdu.body
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while unread.count < count {
      guard let more = socket.receive(), !more.isEmpty else { throw Closed() }
      unread += more
    }
    defer { unread.removeFirst(count) }
    return Array(unread.prefix(count))
  }

  /// The next message of a kind; what comes before it is answered with good will.
  @discardableResult
  func hear(_ code: FPDUCode) throws -> FPDUBody {
    while true {
      let body = try hear()
      if body.code == code { return body }
      if case .abort = body { throw Closed() }
      answer(body)
    }
  }

  @discardableResult
  func ask(_ body: FPDUBody, for code: FPDUCode) throws -> FPDUBody {
    say(body)
    return try hear(code)
  }

  /// The diagnostic with which the other side ends what is under way.
  func verdict() throws -> Diagnostic {
    while true {
      switch try hear() {
      case .abort(let abort): return abort.diagnostic
      case .interrupt(let interrupt): return interrupt.diagnostic
      case .connectRefused(let refused): return refused.diagnostic
      case .createAnswer(let answer): return answer.diagnostic
      case .selectAnswer(let answer): return answer.diagnostic
      case .transferEndAnswer(let answer): return answer.diagnostic
      default: continue
      }
    }
  }
}

/// Transfers as a requester.
extension HandWrittenPeer {
  static func create(_ transferID: Int, restart: Bool = false, maxEntity: Int = 1000) -> Create {
    var create = Create(fileName: "ESSAI", transferID: transferID, restart: restart, maxEntity: maxEntity)
    create.dataCode = .binary
    create.articleFormat = .variable
    create.articleLength = 100
    return create
  }

  /// Up to ACK(WRITE): articles of 100 octets at most, entities of 1000.
  ///
  /// - Returns: the point that the server wants the data from.
  @discardableResult
  func startWriting(_ transferID: Int = 1, restart: Bool = false, compression: Compression = .none) throws -> Int {
    try ask(.create(Self.create(transferID, restart: restart)), for: .createAnswer)
    try ask(.open(Open(compression: compression)), for: .openAnswer)
    guard case .writeAnswer(let answer) = try ask(.write(Write()), for: .writeAnswer) else { throw Closed() }
    return answer.point
  }

  /// From DTF.END to ACK(DESELECT).
  func finishWriting(byteCount: Int, articleCount: Int) throws {
    say(.dataEnd(DataEnd(.success)))
    let end = TransferEnd(byteCount: byteCount, articleCount: articleCount)
    guard case .transferEndAnswer(let answer) = try ask(.transferEnd(end), for: .transferEndAnswer),
      answer.diagnostic.isSuccess
    else { throw Closed() }
    try leave()
  }

  func leave() throws {
    try ask(.close(Close(.success)), for: .closeAnswer)
    try ask(.deselect(Deselect(.success)), for: .deselectAnswer)
  }

  /// Up to READ, whose answer and data are to come.
  func startReading(_ name: Text, maxEntity: Int = 1000) throws {
    let select = Select(fileName: name, transferID: 0, restart: false, maxEntity: maxEntity)
    try ask(.select(select), for: .selectAnswer)
    try ask(.open(Open(compression: .none)), for: .openAnswer)
    say(.read(Read(from: 0)))
  }
}

/// Transfers as a server.
extension HandWrittenPeer {
  /// Serves with good will, but for one kind of message.
  func serve(_ code: FPDUCode?, by reply: (HandWrittenPeer) throws -> Void) throws {
    while true {
      let body = try hear()
      if body.code == code { try reply(self) } else { answer(body) }
    }
  }

  /// What a peer of good will answers; nothing where nothing is expected.
  func answer(_ body: FPDUBody) {
    switch body {
    case .connect(let connect): say(.connectAccepted(ConnectAccepted(version: 2, sync: connect.sync, resync: nil)))
    case .create: say(.createAnswer(CreateAnswer(.success)))
    case .select(let select): say(.selectAnswer(Self.selectAnswer(select)))
    case .open: say(.openAnswer(OpenAnswer(.success)))
    case .write: say(.writeAnswer(WriteAnswer(.success)))
    case .read: say(.readAnswer(ReadAnswer(.success)), data([1, 2, 3]), data([4, 5]), .dataEnd(DataEnd(.success)))
    case .sync(let sync): say(.syncAnswer(SyncAnswer(sync.number)))
    case .transferEnd: say(.transferEndAnswer(TransferEndAnswer(.success)))
    case .interrupt: say(.interruptAnswer(InterruptAnswer()))
    case .close: say(.closeAnswer(CloseAnswer(.success)))
    case .deselect: say(.deselectAnswer(DeselectAnswer(.success)))
    case .release: say(.releaseConfirmed(ReleaseConfirmed()))
    default: break
    }
  }

  static func selectAnswer(_ select: Select) -> SelectAnswer {
    var answer = SelectAnswer(.success)
    answer.fileName = select.fileName
    answer.transferID = 77
    answer.dataCode = .binary
    answer.articleFormat = .variable
    answer.articleLength = 100
    return answer
  }
}

private func data(_ content: [UInt8], _ part: DataUnit.Part = .whole, articles: UInt8 = 0) -> FPDUBody {
  .data(DataUnit(part: part, articleCount: articles, content: ByteBuffer(bytes: content)))
}

private func article(_ length: Int) -> [UInt8] { Array(repeating: 0x61, count: length) }

/// A DTF of several articles, each after its length.
private func several(_ articles: [[UInt8]]) -> FPDUBody {
  var content: [UInt8] = []
  for article in articles {
    content.append(UInt8(article.count >> 8))
    content.append(UInt8(article.count & 0xFF))
    content += article
  }
  return data(content, articles: UInt8(articles.count))
}

/// What a peer does on a thread of its own, half a minute at most.
private func byHand<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await bounded { try await onThread(work) }
}

/// Something that may not be said, and what it is answered with.
struct Faux: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let expected: Diagnostic
  let say: @Sendable (HandWrittenPeer) -> Void

  init(_ testDescription: String, _ expected: Diagnostic, _ say: @escaping @Sendable (HandWrittenPeer) -> Void) {
    self.testDescription = testDescription
    self.expected = expected
    self.say = say
  }

  /// A message that may not come.
  init(_ expected: Diagnostic, _ body: FPDUBody) {
    self.init(body.code.name, expected) { $0.say(body) }
  }

  private static func create(_ change: (inout Create) -> Void) -> FPDUBody {
    var create = HandWrittenPeer.create(1)
    change(&create)
    return .create(create)
  }

  /// Before CONNECT.
  static let unconnected: [Faux] = [
    Faux("CONNECT without PI 4", .badParameter) { peer in
      var connect = HandWrittenPeer.connect()
      connect.parameters[Key.server] = nil
      peer.say(.connect(connect))
    },
    Faux("CONNECT with a PI 22 that there is not", .badParameter) { peer in
      var connect = HandWrittenPeer.connect()
      connect.parameters.set(Key.access.pi, to: [7])
      peer.say(.connect(connect))
    },
    Faux("CONNECT of version D", .versionUnsupported) { peer in
      var connect = HandWrittenPeer.connect()
      connect.parameters[Key.version] = 1
      peer.say(.connect(connect))
    },
    Faux("CONNECT from connection 0", .protocolError) { peer in
      peer.say(entity: Array(FPDU(to: 0, from: 0, .connect(HandWrittenPeer.connect())).encoded().readableBytesView))
    },
    Faux("CONNECT to a connection", .protocolError) { peer in
      peer.say(entity: Array(FPDU(to: 9, from: 5, .connect(HandWrittenPeer.connect())).encoded().readableBytesView))
    },
    Faux("CONNECT that promises checksums and has another one", .networkIncident) { peer in
      peer.crc = true
      var entity = peer.octets(.connect(HandWrittenPeer.connect(crc: true)))
      entity[entity.count - 1] ^= 1
      peer.say(entity: entity)
    },
  ]

  /// After ACONNECT.
  static let connected: [Faux] = [
    Faux("an FPDU shorter than its header", .protocolError) { $0.say(entity: [0, 5, 0xC0, 0x14, $0.otherID, 0]) },
    Faux("an FPDU of length 0", .protocolError) { $0.say(entity: [0, 0, 0xC0, 0x14, $0.otherID, 0]) },
    Faux("an FPDU longer than its entity", .protocolError) { $0.say(entity: [0, 20, 0xC0, 0x14, $0.otherID, 0]) },
    Faux("an octet behind an FPDU", .protocolError) { $0.say(entity: [0, 6, 0xC0, 0x14, $0.otherID, 0, 0]) },
    Faux("an entity of three octets", .protocolError) { $0.say(entity: [1, 2, 3]) },
    Faux("an entity without octets", .protocolError) { $0.say(entity: []) },
    Faux("a code that there is not", .protocolError) { $0.say(entity: $0.fpdu(0xC07F, [])) },
    Faux("a class that there is not", .protocolError) { $0.say(entity: $0.fpdu(0x8011, [])) },
    Faux("a message to another connection", .protocolError) { peer in
      peer.say(entity: Array(FPDU(to: peer.otherID &+ 1, peer.message).encoded().readableBytesView))
    },
    Faux("a parameter longer than its FPDU", .protocolError) { $0.say(entity: $0.fpdu(0xC011, [13, 5, 1])) },
    Faux("a group that its parameters overrun", .protocolError) { $0.say(entity: $0.fpdu(0xC011, [9, 3, 12, 5, 65])) },
    Faux("a long length that is cut", .protocolError) { $0.say(entity: $0.fpdu(0xC011, [13, 0xFF, 0])) },
    Faux("CREATE without PI 13", .badParameter) { $0.say(create { $0.parameters[Key.transferID] = nil }) },
    Faux("CREATE without PI 12", .badParameter) { $0.say(create { $0.parameters[Key.fileName] = nil }) },
    Faux("CREATE with an empty PI 12", .badParameter) { $0.say(entity: $0.fpdu(0xC011, [9, 2, 12, 0, 13, 1, 1])) },
    Faux("CREATE with a PI 12 of 77 octets", .badParameter) { peer in
      peer.say(create { $0.fileName = Text(bytes: article(77)) })
    },
    Faux("CREATE with a PI 16 that there is not", .badParameter) { peer in
      peer.say(create { $0.parameters.set(Key.dataCode.pi, to: [9]) })
    },
    Faux("CREATE with a PI 13 of four octets", .badParameter) { peer in
      peer.say(create { $0.parameters.set(Key.transferID.pi, to: [1, 0, 0, 0]) })
    },
    Faux("CREATE and ORF in one entity", .protocolError) { peer in
      peer.say(entity: peer.octets(create { _ in }) + peer.octets(.open(Open(compression: .none))))
    },
    Faux("CREATE and at once ORF, before its answer", .protocolError) { peer in
      peer.say(atOnce: [create { _ in }, .open(Open(compression: .none))])
    },
    Faux("DTF without data", .protocolError) { $0.say(entity: $0.fpdu(0x0000, [])) },
    Faux(.protocolError, .connect(HandWrittenPeer.connect())),
    Faux(.protocolError, .connectAccepted(ConnectAccepted(version: 2, sync: nil, resync: nil))),
    Faux(.protocolError, .releaseConfirmed(ReleaseConfirmed())),
    Faux(.protocolError, .open(Open(compression: .none))),
    Faux(.protocolError, .write(Write())),
    Faux(.protocolError, .read(Read(from: 0))),
    Faux(.protocolError, data([1])),
    Faux(.protocolError, .sync(Sync(1))),
    Faux(.protocolError, .dataEnd(DataEnd(.success))),
    Faux(.protocolError, .transferEnd(TransferEnd(byteCount: 0, articleCount: 0))),
    Faux(.protocolError, .interrupt(Interrupt(.voluntaryStop, .error))),
    Faux(.protocolError, .close(Close(.success))),
    Faux(.protocolError, .deselect(Deselect(.success))),
    Faux(.protocolError, .createAnswer(CreateAnswer(.success))),
    Faux(.protocolError, .messageLast(MessageLast(text: "fin"))),
    Faux(.protocolError, .messageAnswer(MessageAnswer(.success))),
  ]

  /// In the data of a write, points every kilobyte.
  static let writing: [Faux] = [
    Faux("the middle of an article that has not begun", .protocolError) { $0.say(data([1], .middle)) },
    Faux("the end of an article that has not begun", .protocolError) { $0.say(data([1], .last)) },
    Faux("an article within another", .protocolError) { $0.say(data([1], .start), data([2])) },
    Faux("an article that begins twice", .protocolError) { $0.say(data([1], .start), data([2], .start)) },
    Faux("SYN within an article", .protocolError) { $0.say(data([1], .start), .sync(Sync(1))) },
    Faux("DTF.END within an article", .protocolError) { $0.say(data([1], .start), .dataEnd(DataEnd(.success))) },
    Faux("SYN 2 before SYN 1", .protocolError) { $0.say(data([1]), .sync(Sync(2))) },
    Faux("SYN 0", .protocolError) { $0.say(data([1]), .sync(Sync(0))) },
    Faux("SYN 1 twice", .protocolError) { $0.say(data([1]), .sync(Sync(1)), data([2]), .sync(Sync(1))) },
    Faux("lengths of articles beyond their DTF", .protocolError) { $0.say(data([0, 1, 65, 0, 9, 65], articles: 2)) },
    Faux("lengths of articles short of their DTF", .protocolError) { $0.say(data([0, 1, 65, 0, 0, 7], articles: 2)) },
    Faux("more articles than there are", .protocolError) { $0.say(data([0, 1, 65], articles: 2)) },
    Faux("WRITE again", .protocolError) { $0.say(.write(Write())) },
    Faux("CRF in the data", .protocolError) { $0.say(.close(Close(.success))) },
    Faux("ACK(SYN) of the sender", .protocolError) { $0.say(.sync(Sync(1)), .syncAnswer(SyncAnswer(1))) },
    Faux("TRANS.END before DTF.END", .protocolError) { peer in
      peer.say(.transferEnd(TransferEnd(byteCount: 0, articleCount: 0)))
    },
    Faux("data after DTF.END", .protocolError) { $0.say(.dataEnd(DataEnd(.success)), data([1])) },
    Faux("RESYN that was not agreed on", .protocolError) { $0.say(.resync(Resync(.transmissionError, from: 0))) },
    Faux("an entity beyond PI 25", .protocolError) { peer in
      peer.say(several(Array(repeating: article(100), count: 10)))
    },
    Faux("an article longer than PI 32", .articleTooLong) { $0.say(data(article(101))) },
    Faux("one of several articles longer than PI 32", .articleTooLong) { $0.say(several([[65], article(101)])) },
    Faux("segments longer than PI 32", .articleTooLong) { peer in
      peer.say(data(article(60), .start), data(article(60), .middle))
    },
    Faux("more data than the interval and an article", .tooMuchWithoutSync) { peer in
      // 1024 and 100 octets may be there; these are 1200.
      for _ in 0..<12 { peer.say(data(article(100))) }
    },
    Faux("TRANS.END with an octet too few", .countMismatch) { $0.sayEnd(byteCount: 199, articleCount: 2) },
    Faux("TRANS.END with an article too many", .countMismatch) { $0.sayEnd(byteCount: 200, articleCount: 3) },
    Faux("TRANS.END with segments counted as articles", .countMismatch) { peer in
      peer.say(data(article(50), .start), data(article(50), .last), .dataEnd(DataEnd(.success)))
      peer.say(.transferEnd(TransferEnd(byteCount: 100, articleCount: 2)))
    },
    Faux("TRANS.END with a PI 27 that no file has", .badParameter) { peer in
      peer.say(data([1]), .dataEnd(DataEnd(.success)))
      var end = TransferEnd(byteCount: 1, articleCount: 1)
      end.parameters.set(Key.byteCount.pi, to: Array(repeating: 0xFF, count: 8))
      peer.say(.transferEnd(end))
    },
  ]

  /// In a write with compressions, which may hold horizontal and vertical strings.
  static let compressed: [Faux] = [
    Faux("a string of type 01", .protocolError) { $0.say(data([0x41, 0x61])) },
    Faux("a string of no octets", .protocolError) { $0.say(data([0x00])) },
    Faux("a run of no octets", .protocolError) { $0.say(data([0x80, 0x61])) },
    Faux("a repetition of no octets", .protocolError) { $0.say(data([0xC0])) },
    Faux("a literal beyond its article", .protocolError) { $0.say(data([0x05, 0x61])) },
    Faux("a run without its octet", .protocolError) { $0.say(data([0x83])) },
    Faux("runs that become longer than PI 32", .articleTooLong) { $0.say(data([0xBF, 0x61, 0xBF, 0x61])) },
    Faux("repetitions that become longer than PI 32", .articleTooLong) { $0.say(data([0xFF, 0xFF])) },
  ]
}

extension HandWrittenPeer {
  fileprivate var message: FPDUBody {
    .message(Message(free: "MOT", transferID: 1, from: Banc.requester, to: Banc.server, text: "bonjour"))
  }

  /// Two articles of 100 octets, and these counts.
  fileprivate func sayEnd(byteCount: Int, articleCount: Int) {
    say(data(article(100)), data(article(100)), .dataEnd(DataEnd(.success)))
    say(.transferEnd(TransferEnd(byteCount: byteCount, articleCount: articleCount)))
  }
}

@Suite("A requester that does not keep to the protocol")
struct DemandeursHostilesTests {
  private static let points = SyncOption(intervalKB: 1, window: 2)

  /// What is said wrongly has its diagnostic, nothing arrives, and the next transfer passes.
  private func expectVerdict(_ faux: Faux, before: @escaping @Sendable (Int) throws -> HandWrittenPeer) async throws {
    try await Banc.with { banc in
      let port = banc.port
      let verdict = try await byHand {
        let peer = try before(port)
        faux.say(peer)
        return try peer.verdict()
      }
      #expect(verdict == faux.expected)
      #expect(banc.service.incoming.names().isEmpty)
      try await banc.passes()
    }
  }

  @Test("before it is connected", arguments: Faux.unconnected)
  func unconnected(_ faux: Faux) async throws {
    try await expectVerdict(faux) { HandWrittenPeer(try PlainSocket.calling($0)) }
  }

  @Test("between transfers", arguments: Faux.connected)
  func connected(_ faux: Faux) async throws {
    try await expectVerdict(faux) { try HandWrittenPeer.requester($0) }
  }

  @Test("in the data that it sends", arguments: Faux.writing)
  func writing(_ faux: Faux) async throws {
    try await expectVerdict(faux) { port in
      let peer = try HandWrittenPeer.requester(port, sync: Self.points)
      try peer.startWriting()
      return peer
    }
  }

  @Test("in strings of a compression", arguments: Faux.compressed)
  func compressed(_ faux: Faux) async throws {
    try await expectVerdict(faux) { port in
      let peer = try HandWrittenPeer.requester(port)
      try peer.startWriting(compression: .both)
      return peer
    }
  }

  @Test("in strings of the compression that was not agreed on: 3 311", arguments: [Compression.horizontal, .vertical])
  func otherCompression(_ agreed: Compression) async throws {
    let strings: [UInt8] = agreed == .horizontal ? [0xC3] : [0x83, 0x61]
    let faux = Faux("", .protocolError) { $0.say(data(strings)) }
    try await expectVerdict(faux) { port in
      let peer = try HandWrittenPeer.requester(port)
      try peer.startWriting(compression: agreed)
      return peer
    }
  }

  @Test("SYN where there are no points: 3 311")
  func unagreedPoint() async throws {
    let faux = Faux("", .protocolError) { $0.say(.sync(Sync(1))) }
    try await expectVerdict(faux) { port in
      let peer = try HandWrittenPeer.requester(port)
      try peer.startWriting()
      return peer
    }
  }

  @Test("a reader that acknowledges a point which was not put: 3 311", arguments: [0, 2, 999_999])
  func wrongAcknowledgement(_ number: Int) async throws {
    try await Banc.with { banc in
      try banc.offer("FICHIER", Banc.octets(5000, seed: 5), .binary(100))
      let port = banc.port
      let verdict = try await byHand {
        let peer = try HandWrittenPeer.requester(port, sync: SyncOption(intervalKB: 1, window: 1))
        try peer.startReading("FICHIER")
        while true {
          if case .sync = try peer.hear() { break }
        }
        peer.say(.syncAnswer(SyncAnswer(number)))
        return try peer.verdict()
      }
      #expect(verdict == .protocolError)
      try await banc.passes()
    }
  }

  @Test("a reader that counted otherwise: 3 319, and the file is not taken as given")
  func wrongReaderCounts() async throws {
    try await Banc.with { banc in
      try banc.offer("FICHIER", article(300), .binary(100))
      let port = banc.port
      let verdict = try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        try peer.startReading("FICHIER")
        try peer.hear(.dataEnd)
        peer.say(.transferEnd(TransferEnd(byteCount: 299, articleCount: 3)))
        return try peer.verdict()
      }
      #expect(verdict == .countMismatch)
      let isSent = banc.service.seen.events.contains { event in
        if case .sent = event { return true }
        return false
      }
      #expect(!isSent)
      try await banc.passes()
    }
  }

  @Test("CREATE of no file, or of no number, is refused", arguments: [0xFFFD, 0xFFFE, 0xFFFF])
  func noFile(_ fileType: Int) async throws {
    try await Banc.with { banc in
      let port = banc.port
      let verdicts = try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        var message = HandWrittenPeer.create(1)
        message.fileType = fileType
        peer.say(.create(message))
        let first = try peer.verdict()
        peer.say(.create(HandWrittenPeer.create(0)))
        return [first, try peer.verdict()]
      }
      #expect(verdicts.allSatisfy { !$0.isSuccess })
      #expect(banc.service.seen.creates.isEmpty)
      try await banc.passes()
    }
  }

  @Test("a restart of a transfer that is not known: 2 214")
  func unknownRestart() async throws {
    try await Banc.with { banc in
      try banc.offer("FICHIER", [1], .binary(100))
      let port = banc.port
      let verdicts = try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        peer.say(.create(HandWrittenPeer.create(99, restart: true)))
        let first = try peer.verdict()
        peer.say(.select(Select(fileName: "FICHIER", transferID: 99, restart: true, maxEntity: 1000)))
        return [first, try peer.verdict()]
      }
      #expect(verdicts == [.restartPointRefused, .restartPointRefused])
      try await banc.passes()
    }
  }

  @Test("after an article that is too long the connection goes on: ACK(IDT), CRF, DESELECT, another file")
  func afterInterrupt() async throws {
    try await Banc.with { banc in
      let port = banc.port
      let endCode = try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        try peer.startWriting(1)
        peer.say(data(article(101)))
        guard case .interrupt(let interrupt) = try peer.hear(.interrupt) else { throw HandWrittenPeer.Closed() }
        peer.say(.interruptAnswer(InterruptAnswer()))
        try peer.leave()
        try peer.startWriting(2)
        peer.say(data([1, 2, 3]))
        try peer.finishWriting(byteCount: 3, articleCount: 1)
        try peer.ask(.release(Release(.success)), for: .releaseConfirmed)
        return interrupt.endCode
      }
      #expect(endCode == .cancelledByServer)
      #expect(banc.arrivals(1).isEmpty)
      #expect(banc.arrivals(2).map(Banc.content(at:)) == [[1, 2, 3]])
    }
  }

  /// §9: DTF.END may say why the data end early; TRANS.END follows it and is answered, and nothing was received.
  @Test("a sender that stops by itself with DTF.END goes on with TRANS.END, CRF, DESELECT and another file")
  func stoppedBySender() async throws {
    try await Banc.with { banc in
      let port = banc.port
      try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        try peer.startWriting(1)
        peer.say(data([1, 2, 3]), .dataEnd(DataEnd(.inputOutputError)))
        try peer.ask(.transferEnd(TransferEnd(byteCount: 3, articleCount: 1)), for: .transferEndAnswer)
        try peer.leave()
        try peer.startWriting(2)
        peer.say(data([4, 5]))
        try peer.finishWriting(byteCount: 2, articleCount: 1)
      }
      #expect(banc.arrivals(1).isEmpty)
      #expect(banc.arrivals(2).map(Banc.content(at:)) == [[4, 5]])
    }
  }

  @Test("one that calls again while its old connection hangs goes on from the last point; the old one is closed")
  func callsAgain() async throws {
    try await Banc.with { banc in
      let port = banc.port
      let (point, isClosed) = try await byHand {
        let first = try HandWrittenPeer.requester(port, sync: Self.points)
        try first.startWriting(7)
        for _ in 0..<10 { first.say(data(article(100))) }
        try first.ask(.sync(Sync(1)), for: .syncAnswer)
        first.say(data(article(100)))
        let second = try HandWrittenPeer.requester(port, sync: Self.points)
        let point = try second.startWriting(7, restart: true)
        let isClosed = first.socket.rest() != nil
        second.say(data([1, 2, 3]))
        try second.finishWriting(byteCount: 1003, articleCount: 11)
        return (point, isClosed)
      }
      #expect(point == 1)
      #expect(isClosed)
      let whole: [UInt8] = article(1000) + [1, 2, 3]
      #expect(banc.arrivals(7).map(Banc.content(at:)) == [whole])
    }
  }

  @Test("a transfer whose end was not heard is taken up again: it is told that all is there, and arrives once")
  func repeated() async throws {
    try await Banc.with { banc in
      let port = banc.port
      let point = try await byHand {
        let peer = try HandWrittenPeer.requester(port, sync: Self.points)
        try peer.startWriting(8)
        peer.say(several(Array(repeating: article(100), count: 9)))
        try peer.ask(.sync(Sync(1)), for: .syncAnswer)
        peer.say(data([1, 2, 3]))
        try peer.finishWriting(byteCount: 903, articleCount: 10)
        let point = try peer.startWriting(8, restart: true)
        peer.say(data([1, 2, 3]))
        try peer.finishWriting(byteCount: 903, articleCount: 10)
        return point
      }
      #expect(point == 1)
      let whole: [UInt8] = article(900) + [1, 2, 3]
      #expect(banc.arrivals(8).map(Banc.content(at:)) == [whole])
    }
  }

  @Test("octets of anything instead of the first message: it is closed without a word", arguments: Canal.allCases)
  func garbage(_ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      let port = banc.port
      var alea = SplitMix64(seed: 17)
      let hello: [UInt8] = [0x16, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3]
      let create: [UInt8] = [0, 44, 0, 44, 0xC0, 0x11, 0, 5]
      var openings: [[UInt8]] = [
        Array("GET / HTTP/1.1\r\nHost: pesit\r\n\r\n".utf8), Array(repeating: 0, count: 64),
        Array(repeating: 0xFF, count: 64), hello + alea.octets(190), create + alea.octets(36),
      ]
      for _ in 0..<20 { openings.append(alea.octets(64)) }
      let all = openings
      let answers = try await byHand {
        try all.map { opening in
          let socket = try PlainSocket.calling(port)
          socket.give(opening)
          socket.finishWriting()
          return socket.rest()
        }
      }
      #expect(answers.allSatisfy { $0 != nil })
      // TLS may say goodbye with an alert.
      if canal == .tcp { #expect(answers.allSatisfy { $0?.isEmpty == true }) }
      #expect(banc.service.seen.connects.isEmpty)
      try await banc.passes()
    }
  }

  private static let steps: [(body: FPDUBody, answer: FPDUCode?)] = [
    (.create(HandWrittenPeer.create(1)), .createAnswer), (.open(Open(compression: .both)), .openAnswer),
    (.write(Write()), .writeAnswer), (data([3, 1, 2, 3]), nil), (.sync(Sync(1)), .syncAnswer),
    (.dataEnd(DataEnd(.success)), nil), (.transferEnd(TransferEnd(byteCount: 4, articleCount: 1)), .transferEndAnswer),
    (.close(Close(.success)), .closeAnswer), (.deselect(Deselect(.success)), .deselectAnswer),
    (.release(Release(.success)), .releaseConfirmed),
  ]

  @Test("a transfer with a message of which a few octets are other ones: the connection ends", arguments: 0..<4)
  func mutated(_ round: Int) async throws {
    try await Banc.with { banc in
      let port = banc.port
      let ends = try await byHand {
        var alea = SplitMix64(seed: UInt64(100 + round))
        return try (0..<40).map { _ in
          let peer = try HandWrittenPeer.requester(port, sync: Self.points)
          let place = alea.below(Self.steps.count)
          for step in Self.steps.prefix(place) {
            peer.say(step.body)
            if let answer = step.answer { try peer.hear(answer) }
          }
          peer.socket.give(alea.mutated(peer.framed(peer.octets(Self.steps[place].body))))
          peer.socket.finishWriting()
          return peer.socket.rest() != nil
        }
      }
      #expect(ends.allSatisfy { $0 })
      try await banc.passes()
    }
  }
}

/// A requester up to where it falls silent, and what is said to that; nothing before CONNECT.
struct Silence: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let expected: Diagnostic?
  let begin: @Sendable (Int) throws -> HandWrittenPeer

  init(
    _ testDescription: String, _ expected: Diagnostic?, _ begin: @escaping @Sendable (Int) throws -> HandWrittenPeer
  ) {
    self.testDescription = testDescription
    self.expected = expected
    self.begin = begin
  }

  private static func connected(_ port: Int, _ say: (HandWrittenPeer) throws -> Void) throws -> HandWrittenPeer {
    let peer = try HandWrittenPeer.requester(port, sync: SyncOption(intervalKB: 1, window: 1))
    try say(peer)
    return peer
  }

  static let all: [Silence] = [
    Silence("nothing at all", nil) { HandWrittenPeer(try PlainSocket.calling($0)) },
    Silence("half of CONNECT", nil) { port in
      let peer = HandWrittenPeer(try PlainSocket.calling(port))
      peer.socket.give(peer.framed(peer.octets(.connect(HandWrittenPeer.connect()))).prefix(20))
      return peer
    },
    Silence("the pre-connection and no more", nil) { port in
      let peer = HandWrittenPeer(try PlainSocket.calling(port))
      peer.say(entity: Array(Logon(requester: "NOUS", password: "SECRET").encoded.readableBytesView))
      return peer
    },
    Silence("no transfer: 3 313", .idleTooLong) { try connected($0) { _ in } },
    Silence("half of CREATE: 3 313", .idleTooLong) { port in
      try connected(port) { peer in
        peer.socket.give(peer.framed(peer.octets(.create(HandWrittenPeer.create(1)))).prefix(20))
      }
    },
    Silence("no ORF: 3 317", .activityTimeout) { port in
      try connected(port) { try $0.ask(.create(HandWrittenPeer.create(1)), for: .createAnswer) }
    },
    Silence("no WRITE: 3 317", .activityTimeout) { port in
      try connected(port) { peer in
        try peer.ask(.create(HandWrittenPeer.create(1)), for: .createAnswer)
        try peer.ask(.open(Open(compression: .none)), for: .openAnswer)
      }
    },
    Silence("no data: 3 317", .activityTimeout) { try connected($0) { try $0.startWriting() } },
    Silence("half of an entity of data: 3 317", .activityTimeout) { port in
      try connected(port) { peer in
        try peer.startWriting()
        peer.socket.give(peer.framed(peer.octets(data(article(100)))).prefix(50))
      }
    },
    Silence("no TRANS.END: 3 317", .activityTimeout) { port in
      try connected(port) { peer in
        try peer.startWriting()
        peer.say(.dataEnd(DataEnd(.success)))
      }
    },
    Silence("no acknowledgement of a point, the window being full: 3 317", .activityTimeout) { port in
      try connected(port) { try $0.startReading("FICHIER") }
    },
    Silence("a message without its last part: 3 317", .activityTimeout) { port in
      try connected(port) { peer in
        guard case .message(let message) = peer.message else { return }
        peer.say(.messageStart(MessageStart(checked: message.parameters)))
      }
    },
  ]
}

@Suite("A requester that takes its time, or takes all there is")
struct DemandeursLentsTests {
  private static let short = Timers(
    connection: .seconds(1), activity: .seconds(1), idle: .seconds(1), close: .seconds(1))

  /// A server whose timers are all of a second; it gives FICHIER.
  private func withShortTimers(_ body: (Banc) async throws -> Void) async throws {
    try await Banc.with(settings: { $0.timers = Self.short }) { banc in
      try banc.offer("FICHIER", Banc.octets(5000, seed: 5), .binary(100))
      try await body(banc)
      try await banc.passes()
    }
  }

  @Test("that says nothing more after", arguments: Silence.all)
  func silent(_ silence: Silence) async throws {
    try await withShortTimers { banc in
      let port = banc.port
      let (verdict, isClosed) = try await byHand {
        let peer = try silence.begin(port)
        let verdict = try silence.expected == nil ? nil : peer.verdict()
        return (verdict, peer.socket.rest() != nil)
      }
      #expect(verdict == silence.expected)
      // A second and a second of Tr after ABORT: it does not wait for this end to close.
      #expect(isClosed)
    }
  }

  @Test("an octet at a time: Tc runs from the network connection on")
  func drippedConnect() async throws {
    try await withShortTimers { banc in
      let port = banc.port
      let (duration, verdict) = try await byHand {
        let peer = HandWrittenPeer(try PlainSocket.calling(port))
        let duration = peer.drip(peer.framed(peer.octets(.connect(HandWrittenPeer.connect()))).dropLast())
        return (duration, try? peer.verdict())
      }
      let took = try #require(duration)
      #expect(took > .milliseconds(900))
      #expect(took < .seconds(60))
      #expect(verdict == nil)
    }
  }

  @Test("an octet at a time after CONNECT: Td and Tp are for whole messages", arguments: [true, false])
  func drippedMessages(_ isInData: Bool) async throws {
    try await withShortTimers { banc in
      let port = banc.port
      let (duration, verdict) = try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        if isInData { try peer.startWriting() }
        let body = isInData ? data(article(100)) : FPDUBody.create(HandWrittenPeer.create(1))
        let duration = peer.drip(peer.framed(peer.octets(body)).dropLast())
        return (duration, try peer.verdict())
      }
      let expected: Diagnostic = isInData ? .activityTimeout : .idleTooLong
      #expect(duration != nil)
      #expect(verdict == expected)
    }
  }

  @Test("that stops reading: 3 317, and the connection is closed")
  func stopsReading() async throws {
    try await withShortTimers { banc in
      try banc.offer("GROS", Array(repeating: 0x61, count: 0x1000000), .binary(60_000))
      let port = banc.port
      let socket = try await byHand {
        let peer = try HandWrittenPeer.requester(port, receiveBuffer: 4096)
        try peer.startReading("GROS", maxEntity: 65_535)
        return peer.socket
      }
      let isTold = await eventually { banc.service.faults.contains { $0.diagnostic == .activityTimeout } }
      #expect(isTold)
      let isClosed = try await byHand { socket.rest() != nil }
      #expect(isClosed)
    }
  }

  @Test("that does not close after RELCONF: Tr does")
  func staysAfterRelease() async throws {
    try await withShortTimers { banc in
      let port = banc.port
      let isClosed = try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        try peer.ask(.release(Release(.success)), for: .releaseConfirmed)
        return peer.socket.rest() != nil
      }
      #expect(isClosed)
    }
  }

  @Test("three hundred connections that say nothing keep nobody out", arguments: Canal.allCases)
  func flood(_ canal: Canal) async throws {
    try await Banc.with(canal, settings: { $0.maxUnconnected = 16 }) { banc in
      let port = banc.port
      let sockets = try await byHand { try (0..<300).map { _ in try PlainSocket.calling(port) } }
      try await banc.passes()
      // Sixteen at most of these are still open.
      let areClosed = await eventually { sockets.count(where: { $0.hasEnded }) >= 300 - 16 }
      #expect(areClosed)
    }
  }

  @Test("two hundred connections with a wrong password keep nobody out")
  func refusedFlood() async throws {
    try await Banc.with { banc in
      let port = banc.port
      let verdicts = try await byHand {
        try (0..<200).map { _ in
          let peer = HandWrittenPeer(try PlainSocket.calling(port))
          var connect = HandWrittenPeer.connect()
          connect.parameters[Key.accessControl] = AccessControl(password: "FAUX")
          peer.say(.connect(connect))
          return try peer.verdict()
        }
      }
      #expect(verdicts.allSatisfy { $0 == .callerNotAuthorised })
      try await banc.passes()
    }
  }

  @Test("when there are as many connections as there may be, a newcomer is turned away and the others go on")
  func full() async throws {
    try await Banc.with(settings: { $0.maxConnections = 4 }) { banc in
      let client = try banc.client()
      var connections: [ClientConnection] = []
      for _ in 0..<4 { connections.append(try await bounded { try await client.connect() }) }
      let fault = try await failure { try await client.connect() }
      #expect(fault != nil)
      #expect(fault?.isRetriable == true)
      for connection in connections {
        let transferID = try await banc.send([1, 2, 3], on: connection, of: client)
        #expect(banc.arrivals(transferID).map(Banc.content(at:)) == [[1, 2, 3]])
        try await bounded { try await connection.release() }
      }
      try await banc.passes()
    }
  }
}

/// A server of good will but for one answer, and how a transfer with it ends.
struct FauxServeur: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let access: Access
  let cause: SessionFault.Cause
  let diagnostic: Diagnostic
  let code: FPDUCode
  let reply: @Sendable (HandWrittenPeer) throws -> Void

  init(
    _ testDescription: String, _ access: Access, _ code: FPDUCode, _ cause: SessionFault.Cause,
    _ diagnostic: Diagnostic, _ reply: @escaping @Sendable (HandWrittenPeer) throws -> Void
  ) {
    self.testDescription = testDescription
    self.access = access
    self.cause = cause
    self.diagnostic = diagnostic
    self.code = code
    self.reply = reply
  }

  private static func accepted(version: Int = 2) -> FPDUBody {
    .connectAccepted(ConnectAccepted(version: version, sync: SyncOption(intervalKB: 4, window: 2), resync: nil))
  }

  private static func hangUp(_ peer: HandWrittenPeer) throws { throw HandWrittenPeer.Closed() }

  static let connecting: [FauxServeur] = [
    FauxServeur("closes instead of ACONNECT", .write, .connect, .network, .networkIncident, hangUp),
    FauxServeur("refuses with 3 301", .write, .connect, .refused, .calledUnknown) { peer in
      peer.say(.connectRefused(ConnectRefused(.calledUnknown, words: "inconnu")))
    },
    FauxServeur("aborts with 3 312", .write, .connect, .abortedByPeer, .serviceClosed) { peer in
      peer.say(.abort(Abort(.serviceClosed)))
    },
    FauxServeur("speaks version D", .write, .connect, .aborted, .versionUnsupported) { $0.say(accepted(version: 1)) },
    FauxServeur("answers with ACK(CREATE)", .write, .connect, .aborted, .protocolError) { peer in
      peer.say(.createAnswer(CreateAnswer(.success)))
    },
    FauxServeur("answers another connection", .write, .connect, .aborted, .protocolError) { peer in
      peer.say(entity: Array(FPDU(to: peer.otherID &+ 1, from: 5, accepted()).encoded().readableBytesView))
    },
    FauxServeur("accepts twice", .write, .connect, .aborted, .protocolError) { peer in
      peer.say(atOnce: [accepted(), accepted()])
    },
    FauxServeur("answers CREATE before it is asked", .write, .connect, .aborted, .protocolError) { peer in
      peer.say(atOnce: [accepted(), .createAnswer(CreateAnswer(.success))])
    },
    FauxServeur("calls back", .write, .connect, .aborted, .protocolError) { peer in
      peer.say(.connect(HandWrittenPeer.connect()))
    },
    FauxServeur("answers with octets that are no entity", .write, .connect, .aborted, .protocolError) { peer in
      peer.socket.give([0, 2, 0, 0])
    },
    FauxServeur("answers with a parameter that is missing", .write, .connect, .aborted, .badParameter) { peer in
      peer.say(entity: [0, 6, 0x40, 0x21, peer.otherID, 5])
    },
  ]

  static let writing: [FauxServeur] = [
    FauxServeur("refuses CREATE", .write, .create, .answer(.createAnswer), .transferRefused) { peer in
      peer.say(.createAnswer(CreateAnswer(.transferRefused)))
    },
    FauxServeur("refuses ORF", .write, .open, .answer(.openAnswer), .cannotOpen) { peer in
      peer.say(.openAnswer(OpenAnswer(.cannotOpen)))
    },
    FauxServeur("refuses WRITE", .write, .write, .answer(.writeAnswer), .inputOutputError) { peer in
      peer.say(.writeAnswer(WriteAnswer(.inputOutputError)))
    },
    FauxServeur("answers CREATE as if it were SELECT", .write, .create, .aborted, .protocolError) { peer in
      peer.say(.selectAnswer(SelectAnswer(.success)))
    },
    FauxServeur("answers WRITE as if it were READ", .write, .write, .aborted, .protocolError) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)))
    },
    FauxServeur("wants a point beyond anything", .write, .write, .local, .restartPointRefused) { peer in
      var answer = WriteAnswer(.success)
      answer.point = 999_999
      peer.say(.writeAnswer(answer))
    },
    FauxServeur("acknowledges a point that was not put", .write, .write, .aborted, .protocolError) { peer in
      peer.say(.writeAnswer(WriteAnswer(.success)), .syncAnswer(SyncAnswer(99)))
    },
    FauxServeur("wants to resynchronise, which was not agreed on", .write, .write, .aborted, .protocolError) { peer in
      peer.say(.writeAnswer(WriteAnswer(.success)), .resync(Resync(.transmissionError, from: 0)))
    },
    FauxServeur("sends data itself", .write, .write, .aborted, .protocolError) { peer in
      peer.say(.writeAnswer(WriteAnswer(.success)), data([1]))
    },
    FauxServeur("answers the end before it is there", .write, .write, .aborted, .protocolError) { peer in
      peer.say(.writeAnswer(WriteAnswer(.success)), .transferEndAnswer(TransferEndAnswer(.success)))
    },
    FauxServeur(
      "stops the transfer for good", .write, .sync, .interrupted(.cancelledByServer), .voluntaryStop
    ) { peer in
      peer.say(.interrupt(Interrupt(.voluntaryStop, .cancelledByServer)))
      while try peer.hear().code != .interruptAnswer {}
    },
    FauxServeur("aborts in the data", .write, .sync, .abortedByPeer, .networkIncident) { peer in
      peer.say(.abort(Abort(.networkIncident)))
    },
    FauxServeur("closes in the data", .write, .sync, .network, .networkIncident, hangUp),
    FauxServeur("has no room for the end", .write, .transferEnd, .answer(.transferEndAnswer), .spaceExhausted) { peer in
      peer.say(.transferEndAnswer(TransferEndAnswer(.spaceExhausted)))
    },
    FauxServeur("counted otherwise", .write, .transferEnd, .answer(.transferEndAnswer), .countMismatch) { peer in
      var answer = TransferEndAnswer(.success)
      answer.byteCount = 1
      answer.articleCount = 20
      peer.say(.transferEndAnswer(answer))
    },
  ]

  static let reading: [FauxServeur] = [
    FauxServeur("has no such file", .read, .select, .answer(.selectAnswer), .noSuchFile) { peer in
      peer.say(.selectAnswer(SelectAnswer(.noSuchFile)))
    },
    FauxServeur("refuses READ", .read, .read, .answer(.readAnswer), .inputOutputError) { peer in
      peer.say(.readAnswer(ReadAnswer(.inputOutputError)))
    },
    FauxServeur("sends data before READ", .read, .open, .aborted, .protocolError) { peer in
      peer.say(atOnce: [.openAnswer(OpenAnswer(.success)), data([1])])
    },
    FauxServeur("sends an article longer than it said", .read, .read, .local, .articleTooLong) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)), data(article(101)))
    },
    FauxServeur("sends more than the interval without a point", .read, .read, .local, .tooMuchWithoutSync) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)))
      // 4096 and 100 octets may be there; these are 4500.
      for _ in 0..<45 { peer.say(data(article(100))) }
    },
    FauxServeur("leaves a point out", .read, .read, .aborted, .protocolError) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)), data([1]), .sync(Sync(2)))
    },
    FauxServeur("puts a point within an article", .read, .read, .aborted, .protocolError) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)), data([1], .start), .sync(Sync(1)))
    },
    FauxServeur("ends within an article", .read, .read, .aborted, .protocolError) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)), data([1], .start), .dataEnd(DataEnd(.success)))
    },
    FauxServeur("sends the middle of an article that has not begun", .read, .read, .aborted, .protocolError) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)), data([1], .middle))
    },
    FauxServeur("ends the transfer itself", .read, .read, .aborted, .protocolError) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)), .dataEnd(DataEnd(.success)))
      peer.say(.transferEnd(TransferEnd(byteCount: 0, articleCount: 0)))
    },
    FauxServeur("stops the transfer for a while", .read, .read, .interrupted(.suspended), .voluntaryStop) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)), data([1]), .interrupt(Interrupt(.voluntaryStop, .suspended)))
    },
    FauxServeur("did not send what was counted", .read, .transferEnd, .answer(.transferEndAnswer), .countMismatch) {
      $0.say(.transferEndAnswer(TransferEndAnswer(.countMismatch)))
    },
    FauxServeur("closes in the data", .read, .read, .network, .networkIncident) { peer in
      peer.say(.readAnswer(ReadAnswer(.success)), data([1]))
      throw HandWrittenPeer.Closed()
    },
  ]
}

@Suite("A server that does not keep to the protocol")
struct ServeursHostilesTests {
  /// Serves one connection by hand.
  ///
  /// - Returns: the port.
  private func serve(_ script: @escaping @Sendable (HandWrittenPeer) throws -> Void) throws -> Int {
    let (listener, port) = try PlainSocket.listening()
    Thread.detachNewThread {
      guard let socket = listener.accepted() else { return }
      try? script(HandWrittenPeer(socket))
    }
    return port
  }

  /// How a transfer with a server ends.
  private func fault(
    _ access: Access, _ banc: Banc, size: Int = 20_000, settings: (inout ClientSettings) -> Void = { _ in },
    _ script: @escaping @Sendable (HandWrittenPeer) throws -> Void
  ) async throws -> SessionFault? {
    let client = try banc.client(through: try serve(script)) {
      $0.preconnects = false
      $0.sync = SyncOption(intervalKB: 4, window: 2)
      settings(&$0)
    }
    let request = SendRequest(
      path: try banc.source(Banc.octets(size, seed: 9)), fileName: "ESSAI", format: .binary(1000))
    let wanted = banc.wanted("ESSAI")
    return try await failure {
      try await access == .write ? client.send(request) : client.receive(wanted)
    }
  }

  private func expectFault(_ faux: FauxServeur) async throws {
    try await Banc.with { banc in
      let found = try await fault(faux.access, banc) { try $0.serve(faux.code, by: faux.reply) }
      #expect(found?.cause == faux.cause, "\(found?.description ?? "it went")")
      #expect(found?.diagnostic == faux.diagnostic)
      #expect(banc.received.names().isEmpty)
      try await banc.passes()
    }
  }

  /// Without it, what the others show would be nothing.
  @Test("one of good will is no trouble", arguments: [Access.write, .read], [true, false])
  func goodWill(_ access: Access, _ preconnects: Bool) async throws {
    try await Banc.with { banc in
      let found = try await fault(access, banc, settings: { $0.preconnects = preconnects }) { peer in
        try peer.serve(nil) { _ in }
      }
      #expect(found == nil)
      let arrived = banc.received.names().map(banc.received.path(of:)).map(Banc.content(at:))
      let expected: [[UInt8]?] = access == .read ? [[1, 2, 3, 4, 5]] : []
      #expect(arrived == expected)
    }
  }

  @Test("when the client calls", arguments: FauxServeur.connecting)
  func connecting(_ faux: FauxServeur) async throws { try await expectFault(faux) }

  @Test("when the client writes", arguments: FauxServeur.writing)
  func writing(_ faux: FauxServeur) async throws { try await expectFault(faux) }

  @Test("when the client reads", arguments: FauxServeur.reading)
  func reading(_ faux: FauxServeur) async throws { try await expectFault(faux) }

  @Test("NAK0 ends the call; anything else than ACK0 too")
  func logons() async throws {
    try await Banc.with { banc in
      let refused = try await fault(.write, banc, settings: { $0.preconnects = true }) { peer in
        peer.logonAnswer = Logon.refused
        try peer.serve(nil) { _ in }
      }
      #expect(refused?.cause == .logonRefused)
      let strange = try await fault(.write, banc, settings: { $0.preconnects = true }) { peer in
        peer.logonAnswer = [1, 2, 3, 4]
        try peer.serve(nil) { _ in }
      }
      #expect(strange?.cause == .aborted)
      #expect(strange?.diagnostic == .protocolError)
      try await banc.passes()
    }
  }

  private static let questions: [(Access, FPDUCode)] = [
    (.write, .connect), (.write, .create), (.write, .open), (.write, .write), (.write, .sync), (.write, .transferEnd),
    (.read, .select), (.read, .open), (.read, .read), (.read, .transferEnd),
  ]

  @Test("one that never answers: 3 317", arguments: questions)
  func silent(_ access: Access, _ code: FPDUCode) async throws {
    try await Banc.with { banc in
      let settings: (inout ClientSettings) -> Void = {
        $0.timers = Timers(connection: .seconds(1), activity: .seconds(1), idle: .seconds(1), close: .seconds(1))
      }
      let found = try await fault(access, banc, settings: settings) { try $0.serve(code) { _ in } }
      #expect(found?.cause == .aborted)
      #expect(found?.diagnostic == .activityTimeout)
      #expect(banc.received.names().isEmpty)
      try await banc.passes()
    }
  }

  @Test("one that never answers the pre-connection, nor the first octets of TLS")
  func silentAtFirst() async throws {
    for canal in Canal.allCases {
      try await Banc.with(canal) { banc in
        let settings: (inout ClientSettings) -> Void = {
          $0.preconnects = true
          $0.timers.connection = .seconds(1)
        }
        let found = try await fault(.write, banc, settings: settings) { _ = $0.socket.rest() }
        #expect(found?.diagnostic == .activityTimeout)
        #expect(found?.isRetriable == true)
        try await banc.passes()
      }
    }
  }

  @Test("one that does not answer RELEASE takes nothing away from what was done", arguments: [Access.write, .read])
  func silentAtLast(_ access: Access) async throws {
    try await Banc.with { banc in
      let found = try await fault(access, banc, settings: { $0.timers.activity = .seconds(1) }) { peer in
        try peer.serve(.release) { _ in }
      }
      #expect(found == nil)
    }
  }

  @Test("one that stops reading in the data: 3 317")
  func stopsReading() async throws {
    try await Banc.with { banc in
      let settings: (inout ClientSettings) -> Void = {
        $0.sync = .none
        $0.timers.activity = .seconds(1)
      }
      let found = try await fault(.write, banc, size: 0x1000000, settings: settings) { peer in
        try peer.serve(.write) { peer in
          peer.say(.writeAnswer(WriteAnswer(.success)))
          // Looking for the end would be reading.
          Thread.sleep(forTimeInterval: 8)
          throw HandWrittenPeer.Closed()
        }
      }
      #expect(found?.cause == .aborted)
      #expect(found?.diagnostic == .activityTimeout)
      try await banc.passes()
    }
  }

  /// A refusal of a point is answered by one new beginning, not by one after the other.
  @Test("one that refuses every READ with 2 214 is not asked for ever")
  func refusesEveryRead() async throws {
    try await Banc.with { banc in
      let found = try await fault(.read, banc) { peer in
        var count = 0
        try peer.serve(.read) { peer in
          count += 1
          guard count <= 5 else { throw HandWrittenPeer.Closed() }
          peer.say(.readAnswer(ReadAnswer(.restartPointRefused)))
        }
      }
      #expect(found?.cause == .answer(.readAnswer))
      #expect(found?.diagnostic == .restartPointRefused)
    }
  }

  /// §9: DTF.END may say why the data end early.
  @Test("one that ends its data with 2 213 is heard, and nothing has arrived")
  func stoppedBySender() async throws {
    try await Banc.with { banc in
      let found = try await fault(.read, banc) { peer in
        try peer.serve(.read) { peer in
          peer.say(.readAnswer(ReadAnswer(.success)), data([1]), .dataEnd(DataEnd(.inputOutputError)))
        }
      }
      #expect(found?.diagnostic == .inputOutputError)
      #expect(banc.received.names().isEmpty)
      try await banc.passes()
    }
  }
}

/// §7: PI 25 is some hundreds of octets at least; nothing fits an entity of a few.
@Suite("Entities of a few octets are refused")
struct EntitesMinusculesTests {
  @Test("by the server, in CREATE", arguments: [0, 1, 3, 5, 6])
  func create(_ maxEntity: Int) async throws {
    try await Banc.with { banc in
      let port = banc.port
      let verdict = try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        peer.say(.create(HandWrittenPeer.create(1, maxEntity: maxEntity)))
        return try peer.verdict()
      }
      #expect(!verdict.isSuccess)
      try await banc.passes()
    }
  }

  @Test("by the server, in SELECT", arguments: [0, 1, 3, 5, 6])
  func select(_ maxEntity: Int) async throws {
    try await Banc.with { banc in
      try banc.offer("FICHIER", Banc.octets(5000, seed: 5), .binary(100))
      let port = banc.port
      let verdict = try await byHand {
        let peer = try HandWrittenPeer.requester(port)
        peer.say(.select(Select(fileName: "FICHIER", transferID: 0, restart: false, maxEntity: maxEntity)))
        return try peer.verdict()
      }
      #expect(!verdict.isSuccess)
      try await banc.passes()
    }
  }

  @Test("by the client, in the answers", arguments: [Access.write, .read], [0, 1, 3, 5, 6])
  func answers(_ access: Access, _ maxEntity: Int) async throws {
    try await Banc.with { banc in
      let (listener, port) = try PlainSocket.listening()
      Thread.detachNewThread {
        guard let socket = listener.accepted() else { return }
        let peer = HandWrittenPeer(socket)
        let code: FPDUCode = access == .write ? .create : .select
        try? peer.serve(code) { peer in
          if access == .write {
            var answer = CreateAnswer(.success)
            answer.maxEntity = maxEntity
            peer.say(.createAnswer(answer))
          } else {
            var answer = HandWrittenPeer.selectAnswer(
              Select(fileName: "ESSAI", transferID: 0, restart: false, maxEntity: 1000))
            answer.maxEntity = maxEntity
            peer.say(.selectAnswer(answer))
          }
        }
      }
      let client = try banc.client(through: port) { $0.preconnects = false }
      let request = SendRequest(path: try banc.source(article(5000)), fileName: "ESSAI", format: .binary(100))
      let wanted = banc.wanted("ESSAI")
      let fault = try await failure {
        try await access == .write ? client.send(request) : client.receive(wanted)
      }
      #expect(fault != nil)
      try await banc.passes()
    }
  }
}
