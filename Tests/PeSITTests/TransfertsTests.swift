import Foundation
import NIOCore
import Testing

@testable import PeSIT

/// Who sends the data, and over what.
enum Voie: CaseIterable, Sendable {
  case writeTCP
  case writeTLS
  case readTCP
  case readTLS

  var canal: Canal { self == .writeTLS || self == .readTLS ? .tls : .tcp }
  var access: Access { self == .writeTCP || self == .writeTLS ? .write : .read }
}

/// What is in a file that is sent.
enum Contenu: Sendable {
  case octets(Int)
  /// Lines of letters, with accents, of at most so many characters.
  case lines(Int, longest: Int)
  /// Runs, octets of any kind, repetitions of the article before.
  case compressible(articles: Int, length: Int)
  case these([UInt8])

  var bytes: [UInt8] {
    var alea = SplitMix64(seed: 7)
    switch self {
    case .octets(let count): return alea.octets(count)
    case .these(let bytes): return bytes
    case .lines(let count, let longest):
      let letters = Array("abcdefghij KLMNOPQ 0123456789 éàçü")
      let lines = (0..<count).map { _ in String((0..<alea.int(1...longest)).map { _ in alea.pick(letters) }) + "\n" }
      return Array(lines.joined().utf8)
    case .compressible(let count, let length):
      var article: [UInt8] = []
      return (0..<count).flatMap { _ in
        article = alea.article(after: article, length: length)
        return article
      }
    }
  }
}

/// What arrives of a content, and how long its articles are on the way (§11 of docs/pesit.md).
struct Attendu {
  var content: [UInt8] = []
  var lengths: [Int] = []

  init(_ sent: [UInt8], _ format: FileFormat) {
    if format.isText {
      for line in Self.lines(sent) { add(line, format) }
    } else {
      for start in stride(from: 0, to: sent.count, by: format.articleLength) {
        add(sent[start..<min(start + format.articleLength, sent.count)], format)
      }
    }
  }

  private static func lines(_ sent: [UInt8]) -> [Substring] {
    var lines = String(decoding: sent, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private mutating func add(_ piece: ArraySlice<UInt8>, _ format: FileFormat) {
    let missing = format.articles == .fixed ? format.articleLength - piece.count : 0
    content += piece
    content += repeatElement(0, count: missing)
    lengths.append(piece.count + missing)
  }

  /// A line without characters travels as a blank.
  private mutating func add(_ line: Substring, _ format: FileFormat) {
    let line = line.isEmpty ? " " : String(line)
    let length = format.code == .ebcdic ? line.unicodeScalars.count : line.utf8.count
    let missing = format.articles == .fixed ? format.articleLength - length : 0
    content += Array((line + String(repeating: " ", count: missing) + "\n").utf8)
    lengths.append(length + missing)
  }

  /// §10: a point comes before the article that would take the data beyond the interval, or when it is reached.
  func points(_ sync: SyncOption) -> Int {
    guard sync.isUsed, sync.intervalKB < 0xFFFF else { return 0 }
    var (points, since) = (0, 0)
    for length in lengths {
      if since > 0, since + length > sync.intervalKB * 1024 { (points, since) = (points + 1, 0) }
      since += length
      if since >= sync.intervalKB * 1024 { (points, since) = (points + 1, 0) }
    }
    return points
  }
}

/// A transfer to try.
struct Cas: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let content: Contenu
  let format: FileFormat
  let settings: @Sendable (inout ClientSettings) -> Void

  init(
    _ testDescription: String, _ content: Contenu, _ format: FileFormat,
    _ settings: @escaping @Sendable (inout ClientSettings) -> Void = { _ in }
  ) {
    self.testDescription = testDescription
    self.content = content
    self.format = format
    self.settings = settings
  }

  static let files = [
    Cas("an empty file", .octets(0), .binary(1000)),
    Cas("an empty text", .octets(0), .text(80)),
    Cas("one octet", .octets(1), .binary(1000)),
    Cas("a small file", .octets(5000), .binary(1000)),
    Cas("a file that is a multiple of its articles", .octets(4000), .binary(1000)),
    Cas("one megabyte", .octets(0x100000), .binary(4096)),
    Cas("one megabyte, fixed", .octets(0x100000), .binary(512, .fixed)),
    Cas("fixed articles, the last one filled up", .octets(5010), .binary(100, .fixed)),
    Cas("articles of one octet", .octets(600), .binary(1)),
    Cas("lines", .lines(300, longest: 60), .text(150)),
    Cas("lines filled up", .lines(100, longest: 60), .text(150, .fixed)),
    Cas("lines, some empty, the last one without its end", .these(Array("un\n\n\ndeux\ntrois".utf8)), .text(80)),
    Cas("lines in EBCDIC", .lines(300, longest: 60), .ebcdic(150)),
    Cas("lines in EBCDIC filled up", .lines(100, longest: 60), .ebcdic(150, .fixed)),
  ]

  static let entities = [
    Cas("an article that an entity just holds", .octets(5000), .binary(794)) { $0.maxEntity = 800 },
    Cas("an article an octet too long for an entity", .octets(5000), .binary(795)) { $0.maxEntity = 800 },
    Cas("articles of several entities", .octets(20_000), .binary(5000)) { $0.maxEntity = 800 },
    Cas("lines of several entities", .lines(20, longest: 2000), .text(6000)) { $0.maxEntity = 800 },
    Cas("the longest article in the smallest entity", .octets(150_000), .binary(65_535)) { $0.maxEntity = 800 },
    Cas("the longest article in the largest entity", .octets(150_000), .binary(65_535)) { $0.maxEntity = 65_535 },
    Cas("the longest article that the largest entity holds", .octets(150_000), .binary(65_529)),
    Cas("articles of several entities with checksums", .octets(20_000), .binary(5000)) {
      $0.maxEntity = 800
      $0.crc = true
    },
    Cas("an article that an entity just holds with its checksum", .octets(5000), .binary(792)) {
      $0.maxEntity = 800
      $0.crc = true
    },
  ]
}

/// How a connection begins.
struct Entree: Sendable, CustomTestStringConvertible {
  let framing: Framing
  let preconnects: Bool
  let crc: Bool

  var testDescription: String {
    framing.name + (preconnects ? ", pre-connection" : "") + (crc ? ", checksums" : "")
  }

  static let all = [Framing.h2, .raw, .h4(countsItself: false), .h4(countsItself: true)].flatMap { framing in
    [true, false].flatMap { preconnects in
      [true, false].map { Entree(framing: framing, preconnects: preconnects, crc: $0) }
    }
  }
}

@Suite("A file arrives as it left")
struct TransfertsTests {
  private func expectArrival(
    _ content: Contenu, _ format: FileFormat, _ voie: Voie,
    server: (inout ServerSettings) -> Void = { _ in }, client settings: (inout ClientSettings) -> Void = { _ in },
    _ check: (TransferReport, Attendu) -> Void = { _, _ in }
  ) async throws {
    let sent = content.bytes
    let expected = Attendu(sent, format)
    try await Banc.with(voie.canal, settings: server) { banc in
      let client = try banc.client(settings)
      let outcome = try await banc.transfer(voie.access, sent, format, by: client)
      let isSame = outcome.arrived == expected.content
      #expect(isSame, "\(outcome.arrived?.count ?? -1) octets for \(expected.content.count)")
      #expect(outcome.report.articleCount == expected.lengths.count)
      #expect(outcome.report.restarts == 0)
      check(outcome.report, expected)
    }
  }

  @Test("whatever is in it, and however it is cut into articles", arguments: Cas.files, Voie.allCases)
  func files(_ cas: Cas, _ voie: Voie) async throws {
    try await expectArrival(cas.content, cas.format, voie, client: cas.settings) { report, expected in
      #expect(report.byteCount == expected.lengths.reduce(0, +))
    }
  }

  @Test("when its articles are longer than the entities", arguments: Cas.entities, Voie.allCases)
  func entities(_ cas: Cas, _ voie: Voie) async throws {
    try await expectArrival(cas.content, cas.format, voie, client: cas.settings) { report, expected in
      #expect(report.byteCount == expected.lengths.reduce(0, +))
    }
  }

  @Test("in every framing, with and without pre-connection and checksums", arguments: Entree.all, Voie.allCases)
  func openings(_ entree: Entree, _ voie: Voie) async throws {
    let settings: (inout ClientSettings) -> Void = {
      $0.framing = entree.framing
      $0.preconnects = entree.preconnects
      $0.crc = entree.crc
      $0.maxEntity = 2000
      $0.sync = SyncOption(intervalKB: 4, window: 2)
    }
    try await expectArrival(.octets(20_000), .binary(1500), voie, client: settings)
  }

  @Test(
    "with the synchronisation points that were agreed",
    arguments: [
      SyncOption(intervalKB: 0, window: 0), SyncOption(intervalKB: 1, window: 0), SyncOption(intervalKB: 1, window: 1),
      SyncOption(intervalKB: 1, window: 4), SyncOption(intervalKB: 7, window: 1),
      SyncOption(intervalKB: 32, window: 255), SyncOption(intervalKB: 65_535, window: 3),
    ], Voie.allCases)
  func points(_ sync: SyncOption, _ voie: Voie) async throws {
    try await expectArrival(.octets(50_000), .binary(300), voie, client: { $0.sync = sync }) { report, expected in
      #expect(report.syncPoints == expected.points(sync))
    }
  }

  @Test("with a point after each article that is longer than the interval", arguments: Voie.allCases)
  func longArticles(_ voie: Voie) async throws {
    let sync = SyncOption(intervalKB: 1, window: 1)
    let settings: (inout ClientSettings) -> Void = {
      $0.sync = sync
      $0.maxEntity = 800
    }
    try await expectArrival(.octets(30_000), .binary(3000), voie, client: settings) { report, expected in
      #expect(report.syncPoints == 10)
      #expect(expected.points(sync) == 10)
    }
  }

  @Test(
    "in every compression, with points and segments", arguments: Compression.allCases, Voie.allCases)
  func compressions(_ compression: Compression, _ voie: Voie) async throws {
    let contents: [Contenu] = [
      .compressible(articles: 60, length: 1000), .octets(10_000), .these(Array(repeating: 0x20, count: 30_000)),
    ]
    for content in contents {
      let settings: (inout ClientSettings) -> Void = {
        $0.compression = compression
        $0.sync = SyncOption(intervalKB: 4, window: 2)
        $0.maxEntity = 800
      }
      try await expectArrival(content, .binary(1000), voie, client: settings) { report, expected in
        let uncompressed = expected.lengths.reduce(0, +)
        if compression == .none { #expect(report.byteCount == uncompressed) }
        // Annex A: an article becomes at most a sixty-third longer.
        #expect(report.byteCount <= uncompressed + expected.lengths.count * (1000 / 63 + 1))
      }
    }
  }

  @Test("compressed with the segments and the checksums of a small entity", arguments: Voie.allCases)
  func compressedAndChecked(_ voie: Voie) async throws {
    let settings: (inout ClientSettings) -> Void = {
      $0.compression = .both
      $0.crc = true
      $0.maxEntity = 800
      $0.sync = SyncOption(intervalKB: 8, window: 1)
    }
    try await expectArrival(.compressible(articles: 30, length: 3000), .binary(3000), voie, client: settings)
  }

  @Test("in the compression that the server allows, or none", arguments: Voie.allCases)
  func refusedCompression(_ voie: Voie) async throws {
    let blanks = Contenu.these(Array(repeating: 0x20, count: 10_000))
    try await expectArrival(
      blanks, .binary(1000), voie, server: { $0.compression = .none }, client: { $0.compression = .both }
    ) { report, _ in #expect(report.byteCount == 10_000) }
    try await expectArrival(
      blanks, .binary(1000), voie, server: { $0.compression = .vertical }, client: { $0.compression = .horizontal }
    ) { report, _ in #expect(report.byteCount == 10_000) }
    // Ten articles of 1000 blanks: sixteen strings of two octets each, 16 × 63 ≥ 1000.
    try await expectArrival(
      blanks, .binary(1000), voie, server: { $0.compression = .horizontal }, client: { $0.compression = .both }
    ) { report, _ in #expect(report.byteCount == 10 * 16 * 2) }
  }

  @Test("in the entities and at the points to which the server lowers a proposal", arguments: Voie.allCases)
  func lowered(_ voie: Voie) async throws {
    let agreed = SyncOption(intervalKB: 8, window: 1)
    let settings: (inout ServerSettings) -> Void = {
      $0.maxEntity = 900
      $0.sync = agreed
    }
    try await expectArrival(
      .octets(60_000), .binary(3000), voie, server: settings,
      client: { $0.sync = SyncOption(intervalKB: 64, window: 5) }
    ) { report, expected in
      #expect(report.syncPoints == expected.points(agreed))
    }
  }

  @Test("without points when the server wants none", arguments: Voie.allCases)
  func noPoints(_ voie: Voie) async throws {
    try await expectArrival(
      .octets(60_000), .binary(3000), voie, server: { $0.sync = .none },
      client: { $0.sync = SyncOption(intervalKB: 1, window: 1) }
    ) { report, _ in #expect(report.syncPoints == 0) }
  }

  @Test("from fifty connections at once, each way", arguments: Canal.allCases)
  func fiftyAtOnce(_ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      for number in 1...50 {
        try banc.offer("FICHIER\(number)", Banc.octets(3000 + number, seed: UInt64(number)), .binary(1000))
      }
      try await concurrently(Array(1...50), atOnce: 50) { number in
        let client = try banc.client()
        let content = Banc.octets(3000 + number, seed: UInt64(number))
        let connection = try await bounded { try await client.connect() }
        let transferID = try await banc.send(content, on: connection, of: client)
        #expect(banc.arrivals(transferID).map(Banc.content(at:)) == [content])
        let read = try await banc.receive(Text("FICHIER\(number)"), on: connection)
        #expect(read == content)
        try await bounded { try await connection.release() }
      }
      #expect(banc.service.incoming.names().count == 50)
    }
  }
}

@Suite("What is said of a file arrives with it")
struct DescriptionsTests {
  private static let label = Text("Relevé du 31 janvier – définitif.dat")
  private static let longName = Text(String(repeating: "N", count: 76))

  @Test("CREATE: names, label, users, PI 61, 62 and 99, date, format are as they were given", arguments: Canal.allCases)
  func create(_ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      var request = SendRequest(
        path: try banc.source([1, 2, 3]), fileName: Self.longName, format: .binary(1024, .fixed))
      request.label = Self.label
      request.priority = .urgent
      request.sendingUser = "APPLI   USER"
      request.receivingUser = "AUTRE   MOI     LIBRE"
      request.created = Timestamp(year: 2026, month: 2, day: 28, hour: 23, minute: 59, second: 58)
      request.initialSender = "ORIGINE"
      request.finalReceiver = "DESTINATAIRE"
      request.freeMessage = Text(String(repeating: "é", count: 127))
      let (client, sent) = (try banc.client(), request)
      let report = try await bounded { try await client.send(sent) }
      let create = try #require(banc.service.seen.creates.last)
      #expect(create.fileName == Self.longName)
      #expect(create.transferID == report.transferID)
      #expect(create.label == Self.label)
      #expect(create.parameters[Key.priority] == .urgent)
      #expect(create.sendingUser == "APPLI   USER")
      #expect(create.receivingUser == "AUTRE   MOI     LIBRE")
      #expect(create.created?.description == "260228235958")
      #expect(create.initialSender == "ORIGINE")
      #expect(create.finalReceiver == "DESTINATAIRE")
      #expect(create.freeMessage?.bytes == sent.freeMessage?.bytes)
      #expect(create.dataCode == .binary)
      #expect(create.articleFormat == .fixed)
      #expect(create.articleLength == 1024)
      #expect(create.organisation == .sequential)
      #expect(create.spaceKB == 1)
      #expect(!create.isRestart)
    }
  }

  @Test("SELECT: what was asked for, and what ACK(SELECT) says of the file", arguments: Canal.allCases)
  func select(_ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      try banc.offer("CATALOGUE", Array("une ligne\n".utf8), .ebcdic(300, .fixed), label: Self.label)
      var request = banc.wanted("CATALOGUE")
      request.priority = .low
      request.initialSender = "ORIGINE"
      request.finalReceiver = "DESTINATAIRE"
      let (client, wanted) = (try banc.client(), request)
      let report = try await bounded { try await client.receive(wanted) }
      let select = try #require(banc.service.seen.selects.last)
      #expect(select.fileName == "CATALOGUE")
      #expect(select.transferID == 0)
      #expect(select.attributesWanted == .all)
      #expect(select.parameters[Key.priority] == .low)
      #expect(select.initialSender == "ORIGINE")
      #expect(select.finalReceiver == "DESTINATAIRE")
      #expect(report.transferID > 0)
      #expect(report.fileName == "CATALOGUE")
      #expect(report.label == Self.label)
      #expect(report.parameters[Key.dataCode] == .ebcdic)
      #expect(report.parameters[Key.articleFormat] == .fixed)
      #expect(report.parameters[Key.articleLength] == 300)
      #expect(report.parameters[Key.created]?.description == "260131142530")
    }
  }

  @Test("CONNECT: who calls, whom, with what password and access")
  func connect() async throws {
    try await Banc.with { banc in
      let client = try banc.client { $0.access = .write }
      let connection = try await bounded { try await client.connect() }
      try await bounded { try await connection.release() }
      let connect = try #require(banc.service.seen.connects.last)
      #expect(connect.requester == Banc.requester)
      #expect(connect.server == Banc.server)
      #expect(connect.accessControl?.password == Banc.password)
      #expect(connect.access == .write)
      #expect(connect.version == 2)
      #expect(connect.freeMessage == nil)
    }
  }

  @Test("each transfer has a number of its own, which is not 0")
  func numbers() async throws {
    try await Banc.with { banc in
      var numbers: Set<Int> = []
      for _ in 1...5 {
        let outcome = try await banc.transfer(.write, [1], .binary(10), by: try banc.client())
        numbers.insert(outcome.report.transferID)
      }
      #expect(numbers.count == 5)
      #expect(!numbers.contains(0))
    }
  }
}

@Suite("Several things on one connection")
struct ConnexionsTests {
  @Test("files go both ways and messages between them", arguments: Canal.allCases)
  func oneConnection(_ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      let client = try banc.client { $0.sync = SyncOption(intervalKB: 2, window: 1) }
      let connection = try await bounded { try await client.connect() }
      for turn in 1...4 {
        let content = Banc.octets(4000 * turn, seed: UInt64(turn))
        let transferID = try await banc.send(content, on: connection, of: client)
        #expect(banc.arrivals(transferID).map(Banc.content(at:)) == [content])
        try banc.offer("TOUR\(turn)", content, .binary(700))
        let read = try await banc.receive(Text("TOUR\(turn)"), on: connection)
        #expect(read == content)
        let message = Message(
          free: "MOT", transferID: turn, from: Banc.requester, to: Banc.server, text: Text("tour \(turn)"))
        try await bounded { try await connection.send(message) }
      }
      try await bounded { try await connection.release() }
      #expect(banc.service.seen.connects.count == 1)
      #expect(banc.service.seen.messages.compactMap(\.text) == ["tour 1", "tour 2", "tour 3", "tour 4"])
      #expect(banc.service.faults.isEmpty)
    }
  }

  @Test("a refusal takes nothing away from what comes after it")
  func afterRefusals() async throws {
    try await Banc.with { banc in
      let client = try banc.client()
      let connection = try await bounded { try await client.connect() }
      for _ in 1...3 {
        let fault = try await failure { try await banc.receive("ABSENT", on: connection) }
        #expect(fault?.diagnostic == .noSuchFile)
      }
      let content = Banc.octets(3000, seed: 3)
      let transferID = try await banc.send(content, on: connection, of: client)
      #expect(banc.arrivals(transferID).map(Banc.content(at:)) == [content])
      try await bounded { try await connection.release() }
    }
  }

  @Test("a pattern is asked for until there is nothing more: 2 205", arguments: Canal.allCases)
  func wildcards(_ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      for name in ["A1", "A2", "A3", "B1"] { try banc.offer(name, Array(name.utf8), .binary(100)) }
      let (client, all) = (try banc.client(), banc.wanted("A*"))
      let reports = try await bounded { try await client.receiveAll(all) }
      #expect(reports.map(\.fileName) == ["A1", "A2", "A3"])
      let arrived = reports.compactMap { Banc.content(at: $0.path) }
      #expect(arrived == [Array("A1".utf8), Array("A2".utf8), Array("A3".utf8)])
      #expect(Set(reports.map(\.transferID)).count == 3)
      #expect(banc.service.seen.selects.map(\.fileName) == ["A*", "A*", "A*", "A*"])
      #expect(banc.service.seen.connects.count == 1)
      let one = banc.wanted("?1")
      let first = try await bounded { try await client.receive(one) }
      #expect(first.fileName == "A1")
      let none = banc.wanted("C*")
      let fault = try await failure { try await client.receiveAll(none) }
      #expect(fault?.cause == .answer(.selectAnswer))
      #expect(fault?.diagnostic == .noSuchFile)
    }
  }
}

@Suite("What is refused")
struct RefusTests {
  private func expect(
    _ cause: SessionFault.Cause, _ diagnostic: Diagnostic, _ fault: SessionFault?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(fault?.cause == cause, "\(fault?.description ?? "it went")", sourceLocation: sourceLocation)
    #expect(fault?.diagnostic == diagnostic, sourceLocation: sourceLocation)
  }

  @Test("an unknown partner: 3 301; a wrong password, or none: 3 304", arguments: [true, false], Canal.allCases)
  func identification(_ preconnects: Bool, _ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      let strangers: [(Diagnostic, (inout ClientSettings) -> Void)] = [
        (.calledUnknown, { $0.identity = "INCONNU" }), (.callerNotAuthorised, { $0.password = "FAUX" }),
        (.callerNotAuthorised, { $0.password = nil }),
      ]
      for (diagnostic, settings) in strangers {
        let client = try banc.client {
          settings(&$0)
          $0.preconnects = preconnects
        }
        let fault = try await failure { try await client.connect() }
        expect(.refused, diagnostic, fault)
        #expect(fault?.isRetriable == false)
      }
      try await banc.passes()
    }
  }

  @Test("a file that there is not: 2 205, in the service's list or on the disk")
  func absent() async throws {
    try await Banc.with { banc in
      let client = try banc.client()
      let unknown = banc.wanted("ABSENT")
      let unknownFault = try await failure { try await client.receive(unknown) }
      expect(.answer(.selectAnswer), .noSuchFile, unknownFault)
      banc.service.offer(
        ProvidedFile(path: banc.folder.path(of: "nulle-part"), fileName: "PERDU", format: .binary(10)))
      let lost = banc.wanted("PERDU")
      let lostFault = try await failure { try await client.receive(lost) }
      expect(.answer(.selectAnswer), .noSuchFile, lostFault)
    }
  }

  @Test("a file that the service does not want, with its words")
  func unwanted() async throws {
    try await Banc.with { banc in
      let client = try banc.client()
      let request = SendRequest(path: try banc.source([1]), fileName: "REFUSE", format: .binary(10))
      let fault = try await failure { try await client.send(request) }
      expect(.answer(.createAnswer), .transferRefused, fault)
      #expect(fault?.words == "not this one")
      #expect(banc.service.incoming.names().isEmpty)
    }
  }

  @Test("CREATE on a connection that reads, SELECT on one that writes: 3 332 and 3 333; the connection goes on")
  func access() async throws {
    try await Banc.with { banc in
      try banc.offer("FICHIER", [1, 2, 3], .binary(10))
      let reader = try banc.client { $0.access = .read }
      let reading = try await bounded { try await reader.connect() }
      let written = try await failure { try await banc.send([1], on: reading, of: reader) }
      expect(.answer(.createAnswer), .writeNotNegotiated, written)
      let read = try await banc.receive("FICHIER", on: reading)
      #expect(read == [1, 2, 3])
      try await bounded { try await reading.release() }

      let writer = try banc.client { $0.access = .write }
      let writing = try await bounded { try await writer.connect() }
      let wanted = try await failure { try await banc.receive("FICHIER", on: writing) }
      expect(.answer(.selectAnswer), .readNotNegotiated, wanted)
      let transferID = try await banc.send([4, 5], on: writing, of: writer)
      #expect(banc.arrivals(transferID).map(Banc.content(at:)) == [[4, 5]])
      try await bounded { try await writing.release() }
    }
  }

  /// §13: a message goes on a connection that writes, or does both.
  @Test("a message on a connection that only reads")
  func messageAccess() async throws {
    try await Banc.with { banc in
      let client = try banc.client { $0.access = .read }
      let message = Message(free: "MOT", transferID: 1, from: Banc.requester, to: Banc.server, text: "bonjour")
      let fault = try await failure { try await client.send(message) }
      #expect(fault != nil)
      #expect(banc.service.seen.messages.isEmpty)
    }
  }

  @Test("a line that is longer than an article may be: the sender says so, nothing arrives", arguments: Canal.allCases)
  func longLine(_ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      let client = try banc.client()
      let request = SendRequest(
        path: try banc.source(Array("court\nbien trop long\n".utf8)), fileName: "LIGNES", format: .text(8))
      let fault = try await failure { try await client.send(request) }
      expect(.local, .articleTooLong, fault)
      #expect(banc.service.incoming.names().isEmpty)
      try await banc.passes()
    }
  }
}

@Suite("TLS: who is believed")
struct CertificatsTests {
  private func expectNetworkFault(
    _ client: PeSITClient, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let fault = try await failure { try await client.connect() }
    #expect(fault?.cause == .network, "\(fault?.description ?? "it went")", sourceLocation: sourceLocation)
  }

  @Test("a server's certificate of another authority is refused")
  func untrustedServer() async throws {
    let certificats = try Certificats.shared()
    try await Banc.with(.tls, settings: { $0.tls = certificats.identity("untrusted") }) { banc in
      try await expectNetworkFault(try banc.client())
      #expect(banc.service.seen.connects.isEmpty)
      let believer = try banc.client { $0.tls = certificats.identity(nil, believing: "other-ca") }
      let connection = try await bounded { try await believer.connect() }
      try await bounded { try await connection.release() }
    }
  }

  @Test("a name that is wanted must be the certificate's")
  func serverName() async throws {
    try await Banc.with(.tls) { banc in
      let right = try banc.client { $0.tls?.serverName = "localhost" }
      let connection = try await bounded { try await right.connect() }
      try await bounded { try await connection.release() }
      try await expectNetworkFault(try banc.client { $0.tls?.serverName = "ailleurs.example" })
    }
  }

  @Test("a client's certificate is wanted: the authority's own comes in, none or another one does not")
  func clientCertificate() async throws {
    let certificats = try Certificats.shared()
    try await Banc.with(.tls, settings: { $0.tls?.requiresClientCertificate = true }) { banc in
      try await expectNetworkFault(try banc.client())
      var untrusted = certificats.identity("untrusted")
      untrusted.authorityPath = certificats.identity(nil).authorityPath
      try await expectNetworkFault(try banc.client { $0.tls = untrusted })
      #expect(banc.service.seen.connects.isEmpty)
      let known = try banc.client { $0.tls = certificats.identity("client") }
      let outcome = try await banc.transfer(.write, [1, 2, 3], .binary(10), by: known)
      #expect(outcome.arrived == [1, 2, 3])
    }
  }

  @Test("neither end understands the other when only one of them speaks TLS")
  func onlyOne() async throws {
    try await Banc.with(.tls) { banc in
      let plain = try banc.client {
        $0.tls = nil
        $0.timers.connection = .seconds(1)
        $0.preconnects = false
      }
      let fault = try await failure { try await plain.connect() }
      #expect(fault != nil)
      try await banc.passes()
    }
    try await Banc.with(.tcp) { banc in
      let identity = try Certificats.shared().identity(nil)
      let encrypted = try banc.client { $0.tls = identity }
      let fault = try await failure { try await encrypted.connect() }
      #expect(fault != nil)
      try await banc.passes()
    }
  }
}

@Suite("Messages and acknowledgements")
struct AccusesTests {
  private func letters(_ count: Int) -> Text {
    var alea = SplitMix64(seed: UInt64(count))
    return Text(bytes: (0..<count).map { _ in UInt8(alea.int(0x41...0x5A)) })
  }

  @Test(
    "a text arrives whole, in one message or in parts", arguments: [1, 254, 255, 700, 760, 800, 1200, 4096],
    Canal.allCases)
  func texts(_ count: Int, _ canal: Canal) async throws {
    let journal = Journal()
    try await Banc.with(canal, settings: { $0.trace = { journal.note($0) } }) { banc in
      let client = try banc.client { $0.maxEntity = 800 }
      let message = Message(
        free: "MOT", transferID: 3, from: Banc.requester, to: Banc.server, text: letters(count))
      try await bounded { try await client.send(message) }
      let received = try #require(banc.service.seen.messages.last)
      #expect(received.text == letters(count))
      #expect(received.fileName == "MOT")
      #expect(received.transferID == 3)
      #expect(received.kind == .free)
      let isLong = FPDU(to: 1, .message(message)).encoded().readableBytes > 800
      #expect(journal.count(.message) == (isLong ? 0 : 1))
      #expect(journal.count(.messageStart) == (isLong ? 1 : 0))
      #expect(journal.count(.messageLast) == (isLong ? 1 : 0))
      #expect(journal.count(.messageAnswer) == 1)
    }
  }

  @Test("a text of more than 4096 octets is not taken, in one message nor in parts", arguments: [800, 65_535])
  func tooLong(_ maxEntity: Int) async throws {
    try await Banc.with { banc in
      let client = try banc.client { $0.maxEntity = maxEntity }
      let message = Message(
        free: "MOT", transferID: 1, from: Banc.requester, to: Banc.server, text: letters(4097))
      let fault = try await failure { try await client.send(message) }
      #expect(fault?.diagnostic == .badParameter)
      #expect(banc.service.seen.messages.isEmpty)
      try await banc.passes()
    }
  }

  @Test("an answer in words comes when it is wanted (PI 14 = 1), and only then")
  func answers() async throws {
    try await Banc.with { banc in
      let client = try banc.client()
      let silent = Message(free: "MOT", transferID: 1, from: Banc.requester, to: Banc.server, text: "bonjour")
      let none = try await bounded { try await client.send(silent) }
      #expect(none == nil)
      var wanting = silent
      wanting.parameters[Key.attributesWanted] = AttributesWanted(rawValue: 1)
      let asked = wanting
      let answer = try await bounded { try await client.send(asked) }
      #expect(answer == "bien reçu")
    }
  }

  @Test("the acknowledgement of a file that was read is accepted, another one is not: 2 209", arguments: Canal.allCases)
  func acknowledgedRead(_ canal: Canal) async throws {
    try await Banc.with(canal) { banc in
      let client = try banc.client()
      let outcome = try await banc.transfer(.read, [1, 2, 3], .binary(10), by: client)
      let file = FileIdentity(outcome.report.parameters)
      try await bounded { try await client.send(Message(acknowledging: file, text: "RECU")) }
      let received = try #require(banc.service.seen.messages.last)
      #expect(received.kind == .acknowledgement)
      #expect(received.text == "RECU")
      #expect(received.transferID == outcome.report.transferID)
      for change in Self.changes {
        var other = file
        change(&other)
        let message = Message(acknowledging: other, text: "RECU")
        let fault = try await failure { try await client.send(message) }
        #expect(fault?.cause == .answer(.messageAnswer))
        #expect(fault?.diagnostic == .messageNotAccepted)
      }
    }
  }

  private static let changes: [@Sendable (inout FileIdentity) -> Void] = [
    { $0.transferID = $0.transferID % 0xFF_FFFF + 1 }, { $0.fileName = "AUTRE" }, { $0.fileType = 1 },
  ]

  @Test("the acknowledgement of a file that was written comes on the receiver's own connection")
  func acknowledgedWrite() async throws {
    try await Banc.with { banc in
      let client = try banc.client()
      var request = SendRequest(path: try banc.source([1, 2, 3]), fileName: "FACTURE", format: .binary(10))
      request.sendingUser = "NOUSAPP NOUSUSER"
      request.receivingUser = "PARAPP  PARUSER"
      request.initialSender = "NOUS"
      request.finalReceiver = "LOIN"
      request.created = Timestamp(year: 2026, month: 1, day: 31, hour: 14, minute: 25, second: 30)
      let sent = request
      let report = try await bounded { try await client.send(sent) }
      #expect(banc.clientState.acknowledgement(of: FileIdentity(report.parameters)) == nil)
      let create = try #require(banc.service.seen.creates.last)
      try await acknowledge(create, to: banc.clientState)
      #expect(banc.clientState.acknowledgement(of: FileIdentity(report.parameters)) == "BIEN RECU")
    }
  }

  /// The receiver of the file calls a server of its sender.
  private func acknowledge(_ create: Create, to sent: TransferState) async throws {
    let sender = try await Banc(acknowledging: sent)
    let client = try sender.client()
    let message = Message(acknowledging: FileIdentity(create.parameters), text: "BIEN RECU")
    let fault = try await failure { try await client.send(message) }
    #expect(fault == nil)
    let received = try #require(sender.service.seen.messages.last)
    #expect(received.initialSender == "LOIN")
    #expect(received.finalReceiver == "NOUS")
    #expect(received.sendingUser == "PARAPP  PARUSER")
    #expect(received.receivingUser == "NOUSAPP NOUSUSER")
    await sender.stop()
  }
}
