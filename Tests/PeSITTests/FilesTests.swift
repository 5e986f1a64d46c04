import Foundation
import NIOCore
import Testing

@testable import PeSIT

/// A folder of a test's own; it goes with the test.
private final class Place: Sendable {
  let folder: Folder

  init() throws {
    folder = Folder(FileManager.default.temporaryDirectory.appendingPathComponent("pesit-\(UUID().uuidString)").path)
    try folder.make()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  func path(_ name: String) -> String { folder.path(of: name) }

  /// Writes a file, and says where it is.
  func put(_ content: [UInt8], _ name: String = "source") throws -> String {
    try Data(content).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func content(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }
}

extension TransferTerms {
  fileprivate init(_ format: FileFormat, everyKB interval: Int = 0, _ compression: Compression = .none) {
    self.init(sync: SyncOption(intervalKB: interval, window: 0), compression: compression, format: format)
  }
}

@Suite("Files cut into articles")
struct ArticleReaderTests {
  private let place: Place
  init() throws { place = try Place() }

  private func articles(_ content: [UInt8], _ format: FileFormat, from offset: Int = 0) throws -> [[UInt8]] {
    let file = try OpenFile.reading(place.put(content))
    var reader = ArticleReader(file, format: format, from: offset)
    var articles: [[UInt8]] = []
    while let article = try reader.next() { articles.append(Array(article.readableBytesView)) }
    return articles
  }

  private func lines(_ text: String, _ format: FileFormat) throws -> [String] {
    try articles(Array(text.utf8), format).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("octets are cut, the last article is short when they are variable, filled with zeros when fixed")
  func binary() throws {
    let content: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    #expect(try articles(content, .binary(4)) == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10]])
    #expect(try articles(content, .binary(4, .fixed)) == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 0, 0]])
    #expect(try articles(content, .binary(5)) == [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]])
    #expect(try articles([], .binary(4, .fixed)).isEmpty)
  }

  @Test(
    "a line is an article without its end, an empty one is a blank, the last one may lack its end",
    arguments: [
      ("ab\nc\n", ["ab", "c"]), ("ab\nc", ["ab", "c"]), ("ab\n\nc\n", ["ab", " ", "c"]), ("\n", [" "]),
      ("\n\n", [" ", " "]), ("ab\n\n", ["ab", " "]), ("", []),
    ])
  func text(_ content: String, _ expected: [String]) throws {
    let found = try lines(content, .text(4))
    #expect(found == expected)
  }

  @Test("lines of fixed articles are filled up with blanks")
  func fixedText() throws {
    let found = try lines("ab\n\nabcd\n", .text(4, .fixed))
    #expect(found == ["ab  ", "    ", "abcd"])
  }

  @Test("EBCDIC has its own letters and blanks")
  func ebcdic() throws {
    let content = Array("é1\n\n".utf8)
    #expect(try articles(content, .ebcdic(4)) == [[0x51, 0xF1], [0x40]])
    #expect(try articles(content, .ebcdic(4, .fixed)) == [[0x51, 0xF1, 0x40, 0x40], [0x40, 0x40, 0x40, 0x40]])
  }

  @Test("a line of EBCDIC is measured in its own octets: four letters with accents fill four")
  func ebcdicLength() throws {
    let found = try articles(Array("éééé\n".utf8), .ebcdic(4))
    #expect(found == [[0x51, 0x51, 0x51, 0x51]])
  }

  @Test("a character that EBCDIC has not, or that is not UTF-8, is found at its line")
  func notInEBCDIC() {
    #expect(throws: ArticleReader.Fault.notInEBCDIC(2)) { try articles(Array("a\n1€\n".utf8), .ebcdic(8)) }
    #expect(throws: ArticleReader.Fault.notInEBCDIC(1)) { try articles([0x61, 0xE9, 0x0A], .ebcdic(8)) }
  }

  @Test("a line that is too long is found at its number, one that fills its article is let pass")
  func lineTooLong() throws {
    let found = try lines("abcd\nabcd", .text(4))
    #expect(found == ["abcd", "abcd"])
    #expect(throws: ArticleReader.Fault.lineTooLong(2, length: 5, maximum: 4)) { try lines("ab\nabcde\nab", .text(4)) }
    #expect(throws: ArticleReader.Fault.lineTooLong(3, length: 6, maximum: 4)) { try lines("ab\n\nabcdef", .text(4)) }
  }

  @Test("a line longer than any article may be is not read to its end")
  func endlessLine() {
    let content = Array(repeating: UInt8(0x61), count: 600_000)
    #expect(throws: ArticleReader.Fault.self) { try articles(content, .text(0xFFFF)) }
  }

  @Test("a file larger than what is read at once gives every article whole")
  func large() throws {
    var alea = SplitMix64(seed: 31)
    var content: [UInt8] = []
    var expected: [[UInt8]] = []
    while content.count < 600_000 {
      let line = [UInt8](repeating: UInt8(alea.int(0x41...0x5A)), count: alea.int(1...5000))
      expected.append(line)
      content += line + [0x0A]
    }
    let found = try articles(content, .text(5000))
    #expect(found == expected)
    let pieces = try articles(content, .binary(1000))
    #expect(pieces.flatMap { $0 } == content)
    #expect(pieces.dropLast().allSatisfy { $0.count == 1000 })
  }

  @Test("a reader that begins at a place gives what follows")
  func fromPlace() throws {
    let content = Array("ab\ncd\nef\n".utf8)
    #expect(try articles(content, .text(4), from: 3).map { $0[0] } == [0x63, 0x65])
    #expect(try articles(content, .binary(4), from: 8) == [[0x0A]])
    #expect(try articles(content, .binary(4), from: 9).isEmpty)
  }
}

/// A data phase from a file to another one, without a network.
private struct Passage {
  let place = Result { try Place() }
  var layout = EntityLayout(framing: .h2, destination: 7, maxEntity: 800, crc: false)

  func sending(_ content: [UInt8], _ terms: TransferTerms, phases: [SendingPhase] = []) throws -> SendingFile {
    try SendingFile(path: place.get().put(content), phases: phases, terms: terms, layout: layout)
  }

  func receiving(_ terms: TransferTerms, isCodeKnown: Bool = true, from start: Checkpoint = .beginning) throws
    -> ReceivingFile
  {
    let place = try place.get()
    return try ReceivingFile(
      path: place.path("received"), checkpointPath: place.path("points"), terms: terms, isCodeKnown: isCodeKnown,
      from: start)
  }

  func lastCheckpoint() throws -> Checkpoint {
    let place = try place.get()
    return try ReceivingFile.lastCheckpoint(path: place.path("received"), checkpointPath: place.path("points"))
  }

  func received() throws -> [UInt8] { try place.get().content("received") }

  /// The messages of a chunk.
  func bodies(_ chunk: OutgoingChunk) throws -> [FPDUBody] {
    var decoder = EntityDecoder(framing: layout.framing, crc: layout.crc, expecting: .fpdus)
    decoder.maxEntity = layout.maxEntity
    return try decoder.entities(Array(chunk.bytes.readableBytesView)).flatMap(\.carried).map(\.body)
  }
}

extension SendingFile {
  /// All chunks from here on.
  fileprivate func rest() throws -> [OutgoingChunk] {
    var chunks: [OutgoingChunk] = []
    while let chunk = try nextChunk() { chunks.append(chunk) }
    return chunks
  }
}

extension FPDUBody {
  /// A DTF of one article.
  fileprivate static func line(_ text: String) -> FPDUBody { .part(.whole, text) }
  fileprivate static func part(_ part: DataUnit.Part, _ text: String) -> FPDUBody {
    .data(DataUnit(part: part, content: ByteBuffer(string: text)))
  }
  fileprivate static func point(_ number: Int) -> FPDUBody { .sync(Sync(number)) }
  fileprivate static let end = FPDUBody.dataEnd(DataEnd(.success))
}

@Suite("A file that is sent arrives")
struct PassageTests {
  /// How a file travels.
  struct Shape: Sendable, CustomTestStringConvertible {
    let code: DataCode
    let articles: ArticleFormat
    let compression: Compression
    let seed: Int

    var format: FileFormat { FileFormat(code: code, articles: articles, articleLength: 120) }
    var terms: TransferTerms { TransferTerms(format, everyKB: seed / 4 % 2, compression) }
    var layout: EntityLayout {
      let framing = Framing.kinds[seed / 3 % 4]
      return EntityLayout(framing: framing, destination: 7, maxEntity: seed % 3 == 0 ? 90 : 800, crc: seed % 5 == 0)
    }
    var testDescription: String { "\(code) \(articles) \(compression), \(layout.framing.name)" }

    static let all: [Shape] = {
      var shapes: [Shape] = []
      for code in DataCode.allCases {
        for articles in [ArticleFormat.fixed, .variable, .undefined] {
          for compression in Compression.allCases {
            let shape = Shape(code: code, articles: articles, compression: compression, seed: shapes.count)
            shapes.append(shape)
          }
        }
      }
      return shapes
    }()
  }

  /// Lines of letters with and without accents for EBCDIC, of any octets for ASCII.
  private static func content(_ shape: Shape) -> [UInt8] {
    var alea = SplitMix64(seed: UInt64(shape.seed))
    guard shape.code != .binary else { return alea.article(after: [], length: 4_000) }
    var content: [UInt8] = []
    for _ in 0..<80 {
      let letters = (0..<alea.int(0...50)).map { _ in alea.pick(["a", "a", "a", "é", "1", " "]) }.joined()
      let line = shape.code == .ascii ? alea.octets(alea.int(0...50)).map { $0 == 0x0A ? 0 : $0 } : Array(letters.utf8)
      content += line + [0x0A]
    }
    return alea.once(in: 2) ? content + [0x61] : content
  }

  /// Lines have their ends and are not empty, articles of fixed length are filled up.
  private static func arrived(_ content: [UInt8], _ format: FileFormat) -> [UInt8] {
    let length = format.articles == .fixed ? format.articleLength : 1
    guard format.isText else {
      let missing = (length - content.count % length) % length
      return content + Array(repeating: 0, count: missing)
    }
    var lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.flatMap { line -> [UInt8] in
      let count = format.code == .ebcdic ? String(decoding: line, as: UTF8.self).unicodeScalars.count : line.count
      let blanks = [UInt8](repeating: 0x20, count: max(0, length - count))
      return Array(line) + blanks + [0x0A]
    }
  }

  @Test("in every code, format, compression and framing the file is the same at the other end", arguments: Shape.all)
  func roundTrip(_ shape: Shape) async throws {
    let passage = Passage(layout: shape.layout)
    let content = Self.content(shape)
    let sending = try passage.sending(content, shape.terms)
    let receiving = try passage.receiving(shape.terms)
    for chunk in try await sending.rest() {
      let progress = try await receiving.take(passage.bodies(chunk))
      #expect(progress.safePoint == chunk.syncNumber)
    }
    _ = try await receiving.take([.end])
    try await receiving.finish()
    let received = try passage.received()
    #expect(received == Self.arrived(content, shape.format))
    let (sent, taken) = (await sending.totals, await receiving.totals)
    #expect(sent.number == taken.number)
    #expect(sent.byteCount == taken.byteCount)
    #expect(sent.articleCount == taken.articleCount)
  }

  @Test("a file without octets is sent as nothing and arrives empty", arguments: DataCode.allCases)
  func empty(_ code: DataCode) async throws {
    let passage = Passage()
    let terms = TransferTerms(FileFormat(code: code, articles: .variable, articleLength: 100), everyKB: 1)
    let sending = try passage.sending([], terms)
    let chunks = try await sending.rest()
    #expect(chunks.isEmpty)
    let receiving = try passage.receiving(terms)
    let progress = try await receiving.take([.end])
    #expect(progress.end?.diagnostic.isSuccess == true)
    try await receiving.finish()
    let received = try passage.received()
    #expect(received.isEmpty)
    let (sent, taken) = (await sending.totals, await receiving.totals)
    #expect(sent == .beginning)
    #expect(taken == .beginning)
  }

  @Test("empty lines are counted as an article of one octet each")
  func emptyLines() async throws {
    let passage = Passage()
    let terms = TransferTerms(.text(100))
    let sending = try passage.sending(Array("\n\nab\n".utf8), terms)
    let receiving = try passage.receiving(terms)
    for chunk in try await sending.rest() { _ = try await receiving.take(passage.bodies(chunk)) }
    try await receiving.finish()
    let received = try passage.received()
    #expect(String(decoding: received, as: UTF8.self) == " \n \nab\n")
    let totals = await sending.totals
    #expect(totals == Checkpoint(number: 0, offset: 5, byteCount: 4, articleCount: 3))
  }

  @Test("a file that is not there, a line too long and a letter that EBCDIC has not are told apart")
  func faults() async throws {
    let passage = Passage()
    let long = try passage.sending(Array("ab\nabcde\n".utf8), TransferTerms(.text(4)))
    await #expect(throws: SendingFile.Fault.lineTooLong(line: 2, length: 5, maximum: 4)) { try await long.nextChunk() }
    let foreign = try passage.sending(Array("ab\n€\n".utf8), TransferTerms(.ebcdic(4)))
    await #expect(throws: SendingFile.Fault.notInEBCDIC(line: 2)) { try await foreign.nextChunk() }
    let path = try passage.place.get().path("absent")
    let absent = #expect(throws: SendingFile.Fault.self) {
      try SendingFile(path: path, phases: [], terms: TransferTerms(.text(4)), layout: passage.layout)
    }
    guard case .file(let fault)? = absent else { return #expect(Bool(false)) }
    #expect(fault.isAbsent)
  }
}

@Suite("Synchronisation points of a sender")
struct SyncPointsTests {
  @Test(
    "a point comes before the article that would take the data beyond the interval, or once it is reached",
    arguments: [
      (1, 100, 30, [10, 10, 10], 2), (1, 256, 8, [4, 4], 2), (1, 1024, 3, [1, 1, 1], 3), (1, 1000, 3, [1, 1, 1], 2),
      (2, 1000, 5, [2, 2, 1], 2), (32, 1024, 64, [32, 32], 2), (0, 100, 30, [30], 0), (0xFFFF, 100, 30, [30], 0),
    ] as [(Int, Int, Int, [Int], Int)])
  func places(_ interval: Int, _ length: Int, _ count: Int, _ expected: [Int], _ points: Int) async throws {
    let passage = Passage(layout: EntityLayout(framing: .h2, destination: 7, maxEntity: 4096, crc: false))
    let content = [UInt8](repeating: 0x41, count: length * count)
    let sending = try passage.sending(content, TransferTerms(.binary(length), everyKB: interval))
    let chunks = try await sending.rest()
    var found: [Int] = []
    for chunk in chunks { try found.append(Self.articleCount(passage.bodies(chunk))) }
    #expect(found == expected)
    #expect(chunks.compactMap(\.syncNumber) == Array(1..<(points + 1)))
    let totals = await sending.totals
    let end = Checkpoint(number: points, offset: content.count, byteCount: content.count, articleCount: count)
    #expect(totals == end)
  }

  private static func articleCount(_ bodies: [FPDUBody]) throws -> Int {
    var unpacker = ArticleUnpacker(maxLength: 0xFFFF)
    return try bodies.compactMap(\.unit).reduce(0) { try $0 + unpacker.articles(of: $1).count }
  }

  @Test("a point ends its chunk, and is the last message in it")
  func pointIsLast() async throws {
    let passage = Passage()
    let sending = try passage.sending([UInt8](repeating: 1, count: 3000), TransferTerms(.binary(100), everyKB: 1))
    for chunk in try await sending.rest() {
      let codes = try passage.bodies(chunk).map(\.code)
      let place = codes.firstIndex(of: .sync)
      let expected = chunk.syncNumber == nil ? nil : codes.indices.last
      #expect(place == expected)
    }
  }

  @Test("the interval counts octets as they travel: runs that shrink to four octets reach no point")
  func compressed() async throws {
    let passage = Passage()
    let content = [UInt8](repeating: 1, count: 12_600)
    let sending = try passage.sending(content, TransferTerms(.binary(126), everyKB: 1, .horizontal))
    let chunks = try await sending.rest()
    #expect(chunks.count == 1)
    #expect(chunks.compactMap(\.syncNumber).isEmpty)
    let totals = await sending.totals
    #expect(totals == Checkpoint(number: 0, offset: 12_600, byteCount: 400, articleCount: 100))
  }
}

@Suite("A transfer that is taken up again")
struct RestartTests {
  /// Lines that are alike in their second half, so that every compression has something to shorten.
  private static let content: [UInt8] = {
    var alea = SplitMix64(seed: 41)
    var content: [UInt8] = []
    for _ in 0..<700 {
      content += (0..<30).map { _ in UInt8(alea.int(0x61...0x7A)) }
      content += Array(" the same words in every line ".utf8)
      content += [UInt8](repeating: 0x2E, count: alea.int(0...20)) + [0x0A]
    }
    return content
  }()

  private static func terms(_ compression: Compression) -> TransferTerms {
    TransferTerms(.text(200), everyKB: 1, compression)
  }

  @Test("from each point on the rest is sent again octet for octet", arguments: Compression.allCases)
  func exactRest(_ compression: Compression) async throws {
    let passage = Passage()
    let terms = Self.terms(compression)
    let first = try passage.sending(Self.content, terms)
    try await first.seek(to: 0, terms: terms)
    let chunks = try await first.rest()
    let (totals, phases) = (await first.totals, await first.phases)
    try #require(chunks.count > 3)
    for point in 0..<chunks.count {
      let again = try passage.sending(Self.content, terms, phases: phases)
      try await again.seek(to: point, terms: terms)
      let rest = try await again.rest()
      #expect(rest.map(\.bytes) == chunks.dropFirst(point).map(\.bytes), "from \(point)")
      #expect(rest.map(\.syncNumber) == chunks.dropFirst(point).map(\.syncNumber), "from \(point)")
      let end = await again.totals
      #expect(end == totals)
    }
  }

  @Test(
    "stopped in the middle of what follows a point, the file is completed from that point",
    arguments: Compression.allCases)
  func completed(_ compression: Compression) async throws {
    let terms = Self.terms(compression)
    for stop in 0...3 {
      let passage = Passage()
      let sending = try passage.sending(Self.content, terms)
      try await sending.seek(to: 0, terms: terms)
      let chunks = try await sending.rest()
      let phases = await sending.phases
      try #require(stop < chunks.count)
      try await Self.feed(chunks, upTo: stop, passage, passage.receiving(terms))
      let checkpoint = try passage.lastCheckpoint()
      #expect(checkpoint.number == stop)
      let again = try passage.sending(Self.content, terms, phases: phases)
      try await again.seek(to: checkpoint.number, terms: terms)
      let receiving = try passage.receiving(terms, from: checkpoint)
      for chunk in try await again.rest() { _ = try await receiving.take(passage.bodies(chunk)) }
      try await receiving.finish()
      let received = try passage.received()
      #expect(received == Self.content, "from \(stop)")
    }
  }

  /// Whole chunks, then half the messages of the next one.
  private static func feed(
    _ chunks: [OutgoingChunk], upTo stop: Int, _ passage: Passage, _ receiving: ReceivingFile
  ) async throws {
    for chunk in chunks.prefix(stop) { _ = try await receiving.take(passage.bodies(chunk)) }
    let next = try passage.bodies(chunks[stop])
    _ = try await receiving.take(Array(next.prefix(max(1, next.count / 2)).filter { $0.code.isData }))
  }

  @Test("terms that change at a point hold from there on, for a later restart too")
  func otherTerms() async throws {
    let passage = Passage()
    let (before, after) = (Self.terms(.none), TransferTerms(.text(200), everyKB: 2, .horizontal))
    let first = try passage.sending(Self.content, before)
    try await first.seek(to: 0, terms: before)
    try await first.seek(to: 2, terms: after)
    let chunks = try await first.rest()
    let phases = await first.phases
    #expect(phases.map(\.start.number) == [0, 2])
    #expect(phases.map(\.terms) == [before, after])
    let again = try passage.sending(Self.content, after, phases: phases)
    try await again.seek(to: 3, terms: after)
    let rest = try await again.rest()
    #expect(rest.map(\.bytes) == chunks.dropFirst().map(\.bytes))
    #expect(rest.first?.syncNumber == 4)
  }

  @Test("a point that the file has not is refused, and changes nothing")
  func noSuchPoint() async throws {
    let passage = Passage()
    let terms = Self.terms(.none)
    let sending = try passage.sending(Self.content, terms)
    await #expect(throws: SendingFile.Fault.noSuchPoint(1)) { try await sending.seek(to: 1, terms: terms) }
    try await sending.seek(to: 0, terms: terms)
    await #expect(throws: SendingFile.Fault.noSuchPoint(99)) { try await sending.seek(to: 99, terms: terms) }
    let phases = await sending.phases
    #expect(phases == [SendingPhase(start: .beginning, terms: terms)])
    let chunk = try await sending.nextChunk()
    #expect(chunk?.syncNumber == 1)
    #expect(SendingFile.Fault.noSuchPoint(1).diagnostic == Diagnostic(type: 2, reason: 214))
  }
}

@Suite("A receiver's rules")
struct ReceivingFileTests {
  private let passage = Passage()
  /// 1124 octets at most between two points: the interval and an article.
  private let terms = TransferTerms(.text(100), everyKB: 1)

  private func diagnostic(of bodies: [FPDUBody], _ file: ReceivingFile) async -> Diagnostic? {
    let fault = await #expect(throws: ReceivingFile.Fault.self) { try await file.take(bodies) }
    return fault?.diagnostic
  }

  @Test("more than the interval and an article without a point is refused")
  func tooMuch() async throws {
    let file = try passage.receiving(terms)
    let line = FPDUBody.line(String(repeating: "x", count: 100))
    _ = try await file.take(Array(repeating: line, count: 11))
    let diagnostic = await diagnostic(of: [line], file)
    #expect(diagnostic == .tooMuchWithoutSync)
  }

  @Test("a point begins the count anew")
  func countedAnew() async throws {
    let file = try passage.receiving(terms)
    let lines = Array(repeating: FPDUBody.line(String(repeating: "x", count: 100)), count: 11)
    for number in 1...3 {
      let progress = try await file.take(lines + [FPDUBody.point(number)])
      #expect(progress.safePoint == number)
    }
  }

  @Test("without points any amount is let pass")
  func noPoints() async throws {
    let file = try passage.receiving(TransferTerms(.text(100)))
    let line = FPDUBody.line(String(repeating: "x", count: 100))
    let progress = try await file.take(Array(repeating: line, count: 100))
    #expect(progress.safePoint == nil)
  }

  @Test("points follow each other without a gap or a repeat", arguments: [[2], [1, 1], [1, 3], [1, 2, 1], [0]])
  func gap(_ numbers: [Int]) async throws {
    let file = try passage.receiving(terms)
    let bodies = [FPDUBody.line("a")] + numbers.map { FPDUBody.point($0) }
    let diagnostic = await diagnostic(of: bodies, file)
    #expect(diagnostic == .protocolError)
  }

  @Test("within an article there is no point and no end, but for one that says why")
  func withinArticle() async throws {
    for body in [FPDUBody.point(1), .end, .line("b")] {
      let file = try passage.receiving(terms)
      let diagnostic = await diagnostic(of: [.part(.start, "a"), body], file)
      #expect(diagnostic == .protocolError)
    }
    let file = try passage.receiving(terms)
    let stop = FPDUBody.dataEnd(DataEnd(.voluntaryStop))
    let progress = try await file.take([.part(.start, "a"), stop])
    #expect(progress.end?.diagnostic == .voluntaryStop)
  }

  @Test("an article longer than announced is refused")
  func tooLong() async throws {
    let file = try passage.receiving(terms)
    let diagnostic = await diagnostic(of: [.line(String(repeating: "x", count: 101))], file)
    #expect(diagnostic == .articleTooLong)
  }

  @Test("a compressed article that expands beyond what is announced is refused, one that cannot be expanded too")
  func compressed() async throws {
    let terms = TransferTerms(.binary(100), .horizontal)
    for (strings, expected) in [("bf41a641", Diagnostic.articleTooLong), ("4141", .protocolError)] {
      let file = try passage.receiving(terms)
      let unit = DataUnit(part: .whole, content: Vecteur.buffer(strings))
      let diagnostic = await diagnostic(of: [.data(unit)], file)
      #expect(diagnostic == expected)
    }
  }

  @Test("what was safe before a fault stays safe")
  func safeBeforeFault() async throws {
    let file = try passage.receiving(terms)
    let diagnostic = await diagnostic(of: [.line("a"), .point(1), .line("b"), .point(3)], file)
    #expect(diagnostic == .protocolError)
    let checkpoint = try passage.lastCheckpoint()
    #expect(checkpoint == Checkpoint(number: 1, offset: 2, byteCount: 1, articleCount: 1))
  }

  @Test("going back gives the last safe point, and what follows it is written over")
  func rewind() async throws {
    let file = try passage.receiving(terms)
    _ = try await file.take([.line("a"), .point(1), .line("lost"), .part(.start, "lost")])
    let point = try await file.rewind(from: 1)
    #expect(point == 1)
    let totals = await file.totals
    #expect(totals == Checkpoint(number: 1, offset: 2, byteCount: 1, articleCount: 1))
    _ = try await file.take([.line("b"), .point(2), .end])
    try await file.finish()
    let received = try passage.received()
    #expect(String(decoding: received, as: UTF8.self) == "a\nb\n")
  }

  @Test("a sender that can only go on from a later point begins anew")
  func rewindToBeginning() async throws {
    let file = try passage.receiving(terms)
    _ = try await file.take([.line("a"), .point(1), .line("lost")])
    let point = try await file.rewind(from: 2)
    #expect(point == 0)
    let (totals, checkpoint) = (await file.totals, try passage.lastCheckpoint())
    #expect(totals == .beginning)
    #expect(checkpoint == .beginning)
    _ = try await file.take([.line("b"), .end])
    try await file.finish()
    let received = try passage.received()
    #expect(String(decoding: received, as: UTF8.self) == "b\n")
  }

  @Test("a checkpoint whose data are not all there is none")
  func shortFile() async throws {
    let file = try passage.receiving(terms)
    _ = try await file.take([.line("abc"), .point(1)])
    let before = try passage.lastCheckpoint()
    #expect(before.number == 1)
    _ = try passage.place.get().put([0x61], "received")
    let after = try passage.lastCheckpoint()
    #expect(after == .beginning)
  }

  @Test(
    "without PI 16 the first article says what the file is: a line, unless it fills its length or no line can hold it",
    arguments: [
      ("abc", .ascii), ("a\tb\u{C}\r", .ascii), ("", .ascii), ("0123456789", .binary), ("a\nb", .binary),
      ("a\u{0}b", .binary), ("a\u{1B}b", .binary),
    ] as [(String, DataCode)])
  func codeLeftOut(_ first: String, _ code: DataCode) async throws {
    let file = try passage.receiving(TransferTerms(.text(10)), isCodeKnown: false)
    let prefixed: [UInt8] = [0, UInt8(first.utf8.count)] + Array(first.utf8) + [0, 1, 0x7A]
    let unit = DataUnit(part: .whole, articleCount: 2, content: ByteBuffer(bytes: prefixed))
    _ = try await file.take([.data(unit), .end])
    try await file.finish()
    let found = await file.code
    #expect(found == code)
    let received = try passage.received()
    let expected = code == .ascii ? first + "\nz\n" : first + "z"
    #expect(received == Array(expected.utf8))
  }

  @Test("what the first article said holds after a restart")
  func codeAfterRestart() async throws {
    let terms = TransferTerms(.text(10), everyKB: 1)
    let first = try passage.receiving(terms, isCodeKnown: false)
    _ = try await first.take([.line("0123456789"), .point(1)])
    let checkpoint = try passage.lastCheckpoint()
    #expect(checkpoint.code == .binary)
    let second = try passage.receiving(terms, isCodeKnown: false, from: checkpoint)
    _ = try await second.take([.line("abc"), .end])
    try await second.finish()
    let received = try passage.received()
    #expect(String(decoding: received, as: UTF8.self) == "0123456789abc")
  }

  @Test("a code that is known is not guessed at")
  func codeKnown() async throws {
    let file = try passage.receiving(TransferTerms(.text(10)))
    _ = try await file.take([.line("0123456789"), .end])
    try await file.finish()
    let received = try passage.received()
    #expect(String(decoding: received, as: UTF8.self) == "0123456789\n")
  }
}

@Suite("Checkpoints on the disk")
struct CheckpointFileTests {
  private let place: Place
  init() throws { place = try Place() }

  private static func checkpoint(_ number: Int, _ code: DataCode? = nil) -> Checkpoint {
    var checkpoint = Checkpoint(
      number: number, offset: number * 1_000_003, byteCount: number * 70_001, articleCount: number * 503)
    checkpoint.code = code
    return checkpoint
  }

  private func read() throws -> Checkpoint? { try CheckpointFile(place.path("points")).read() }

  @Test("the last one is read, its code too", arguments: [nil, .ascii, .ebcdic, .binary] as [DataCode?])
  func last(_ code: DataCode?) throws {
    let none = try read()
    #expect(none == nil)
    let file = try CheckpointFile(place.path("points"))
    for number in 1...5 {
      try file.write(Self.checkpoint(number, code))
      let found = try read()
      #expect(found == Self.checkpoint(number, code))
    }
    try file.clear()
    let cleared = try read()
    #expect(cleared == nil)
  }

  @Test("a write that was cut anywhere leaves the one before")
  func torn() throws {
    let file = try CheckpointFile(place.path("points"))
    for number in 4...5 { try file.write(Self.checkpoint(number)) }
    let before = try place.content("points")
    try file.write(Self.checkpoint(6))
    let after = try place.content("points")
    try #require(before.count == after.count)
    let changed = before.indices.filter { before[$0] != after[$0] }
    for cut in changed {
      _ = try place.put(Array(after[..<cut]) + Array(before[cut...]), "points")
      let found = try read()
      #expect(found == Self.checkpoint(5), "cut at \(cut)")
    }
  }

  @Test("an octet changed anywhere never makes a checkpoint that was not written")
  func changed() throws {
    let file = try CheckpointFile(place.path("points"))
    for number in 4...5 { try file.write(Self.checkpoint(number)) }
    let whole = try place.content("points")
    for index in whole.indices {
      var octets = whole
      octets[index] ^= 0x55
      _ = try place.put(octets, "points")
      let found = try #require(try read())
      #expect(found == Self.checkpoint(4) || found == Self.checkpoint(5))
    }
  }

  @Test("with neither slot whole there is none")
  func bothTorn() throws {
    let file = try CheckpointFile(place.path("points"))
    for number in 4...5 { try file.write(Self.checkpoint(number)) }
    _ = try place.put(try place.content("points").map { $0 ^ 0x55 }, "points")
    let found = try read()
    #expect(found == nil)
  }
}

@Suite("A folder of the disk")
struct FolderTests {
  private let place: Place
  init() throws { place = try Place() }

  @Test("folders are made with those above them, and once more without harm")
  func made() throws {
    let deep = Folder(place.path("a/b/c"))
    try deep.make()
    try deep.make()
    try deep.write(ByteBuffer(string: "x"), to: "file")
    #expect(deep.has("file"))
    let content = try place.content("a/b/c/file")
    #expect(content == [0x78])
  }

  @Test("a folder below a file cannot be made")
  func belowFile() throws {
    let path = try place.put([], "file")
    let fault = #expect(throws: FileFault.self) { try Folder(path + "/folder").make() }
    #expect(fault?.call == "mkdir")
  }

  @Test("names are sorted by their octets, hidden ones are left out")
  func names() throws {
    for name in ["b", "a", ".hidden", "é", "B"] { _ = try place.put([], name) }
    #expect(place.folder.names() == ["B", "a", "b", "é"])
    #expect(Folder(place.path("absent")).names().isEmpty)
  }

  @Test("what is written takes the place of what was there, and leaves nothing beside it")
  func written() throws {
    try place.folder.write(ByteBuffer(string: "first"), to: "file")
    try place.folder.write(ByteBuffer(string: "2"), to: "file")
    let content = try place.folder.read("file")
    #expect(content == ByteBuffer(string: "2"))
    let all = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
    #expect(all == ["file"])
  }

  @Test("a file that is not there reads as nothing, one beyond a megabyte is refused")
  func read() throws {
    let absent = try place.folder.read("absent")
    #expect(absent == nil)
    _ = try place.put([UInt8](repeating: 1, count: 0x100000), "megabyte")
    let full = try place.folder.read("megabyte")
    #expect(full?.readableBytes == 0x100000)
    _ = try place.put([UInt8](repeating: 1, count: 0x100001), "more")
    let fault = #expect(throws: FileFault.self) { try place.folder.read("more") }
    #expect(fault?.isSpace == true)
  }

  @Test("a file takes a name that is free, and its old one is gone")
  func published() throws {
    _ = try place.put([1], ".partial")
    let isPublished = try place.folder.publish(".partial", as: "file")
    #expect(isPublished)
    #expect(!place.folder.has(".partial"))
    let content = try place.content("file")
    #expect(content == [1])
  }

  @Test("a file never takes the place of another one, and keeps its own name")
  func neverOverwritten() throws {
    _ = try place.put([1], ".partial")
    _ = try place.put([2], "file")
    let isPublished = try place.folder.publish(".partial", as: "file")
    #expect(!isPublished)
    let (partial, file) = (try place.content(".partial"), try place.content("file"))
    #expect(partial == [1])
    #expect(file == [2])
  }

  @Test("what is not there cannot be published")
  func publishedAbsent() {
    let fault = #expect(throws: FileFault.self) { try place.folder.publish("absent", as: "file") }
    #expect(fault?.isAbsent == true)
  }

  @Test("what is removed is gone, and may be removed again")
  func removed() throws {
    _ = try place.put([1], "file")
    place.folder.remove("file")
    place.folder.remove("file")
    #expect(!place.folder.has("file"))
  }

  @Test(
    "a path is its folder and the name in it",
    arguments: [("/a/b/c", "/a/b", "c"), ("a/c", "a", "c"), ("c", ".", "c"), ("a/", "a", "")])
  func split(_ path: String, _ folder: String, _ name: String) {
    let parts = Folder.split(path)
    #expect(parts.folder.path == folder)
    #expect(parts.name == name)
  }

  @Test("a disk that is full is told from one that fails")
  func diagnostics() {
    #expect(FileFault(call: "write", path: "f", code: ENOSPC).diagnostic == .spaceExhausted)
    #expect(FileFault(call: "write", path: "f", code: EIO).diagnostic == .inputOutputError)
  }
}

@Suite("What is kept of transfers")
struct TransferStateTests {
  private let place: Place
  private let state: TransferState
  init() throws {
    place = try Place()
    state = try TransferState(Folder(place.path("state")))
  }

  private func record(_ direction: TransferKey.Direction, transferID: Int = 7) -> TransferRecord {
    var create = Create(fileName: "INVOICE", transferID: transferID, restart: false, maxEntity: 32750)
    create.initialSender = "PARIS"
    create.finalReceiver = "NEWYORK"
    create.created = Timestamp(year: 2026, month: 1, day: 31, hour: 14, minute: 25, second: 30)
    let key = TransferKey(direction, with: "NEWYORK", FileIdentity(create.parameters))
    return TransferRecord(key: key, parameters: create.parameters, path: place.path("data-\(transferID)"))
  }

  @Test("a record that says all it can is read the same")
  func wholeRecord() {
    var record = record(.sending)
    record.path = "/srv/envoi du jour/été\n.dat"
    record.publishedPath = "/srv/reception/été 1"
    (record.size, record.modified) = (123_456, 1_790_000_000)
    record.totals = Checkpoint(number: 3, offset: 200_000, byteCount: 150_000, articleCount: 200)
    let start = Checkpoint(number: 2, offset: 131_072, byteCount: 90_000, articleCount: 128)
    for compression in Compression.allCases {
      let terms = TransferTerms(.ebcdic(65_535, .undefined), everyKB: 65_535, compression)
      record.phases.append(SendingPhase(start: start, terms: terms))
    }
    #expect(TransferRecord(decoding: record.encoded) == record)
  }

  @Test("a record that says little is read the same", arguments: ["begun", "complete", "published"])
  func shortRecord(_ status: String) throws {
    var record = record(.receiving)
    record.status = try #require(TransferRecord.Status(rawValue: status))
    #expect(TransferRecord(decoding: record.encoded) == record)
  }

  @Test("what is not a record is none", arguments: ["", "pesit transfer 1\n", "pesit transfer 2\ndirection sending\n"])
  func noRecord(_ text: String) {
    #expect(TransferRecord(decoding: ByteBuffer(string: text)) == nil)
  }

  @Test("a transfer is found by its key, and by no other")
  func found() throws {
    let record = record(.sending)
    try state.save(record)
    let (same, other) = (try state.record(record.key), try state.record(self.record(.sending, transferID: 8).key))
    #expect(same == record)
    #expect(other == nil)
    let receiving = try state.record(self.record(.receiving).key)
    #expect(receiving == nil)
  }

  @Test("a record saved again takes the place of the former one")
  func savedAgain() throws {
    var record = record(.sending)
    try state.save(record)
    record.status = .complete
    try state.save(record)
    #expect(state.records(.sending) == [record])
  }

  @Test("records are listed by direction, without what stands beside them")
  func listed() throws {
    for transferID in 1...3 { try state.save(record(.sending, transferID: transferID)) }
    try state.save(record(.receiving))
    _ = try CheckpointFile(state.checkpointPath(record(.receiving).key))
    let sending = state.records(.sending).map(\.key.transferID)
    #expect(Set(sending) == [1, 2, 3])
    #expect(state.records(.receiving).count == 1)
  }

  @Test("a transfer that is forgotten is gone with its checkpoints, and the file that it was receiving too")
  func forgotten() throws {
    let (received, sent) = (record(.receiving), record(.sending, transferID: 8))
    for record in [received, sent] {
      try state.save(record)
      _ = try CheckpointFile(state.checkpointPath(record.key))
    }
    _ = try place.put([1], "data-7")
    _ = try place.put([1], "data-8")
    state.forget(received)
    state.forget(sent)
    let left = try FileManager.default.contentsOfDirectory(atPath: state.folder.path)
    #expect(left.isEmpty)
    #expect(!place.folder.has("data-7"))
    #expect(place.folder.has("data-8"))
  }

  @Test("the acknowledgement of a file that was sent is kept, that of another one is not")
  func acknowledged() throws {
    let record = record(.sending)
    try state.save(record)
    let file = FileIdentity(record.parameters)
    #expect(state.acknowledgement(of: file) == nil)
    var message = FileIdentity(Message(acknowledging: file, text: nil).parameters)
    message.transferID = 8
    #expect(state.acknowledge(message, text: nil) == nil)
    message.transferID = 7
    #expect(state.acknowledge(message, text: Text("received OK")) == record)
    #expect(state.acknowledgement(of: file) == Text("received OK"))
    #expect(state.records(.sending) == [record])
  }

  @Test("transfer ids follow each other, each partner has its own, trailing blanks or not")
  func transferIDs() throws {
    let first = try state.takeTransferID(for: "PARIS")
    #expect((1...0xFF_FFFF).contains(first))
    let next = [try state.takeTransferID(for: "PARIS   "), try state.takeTransferID(for: "PARIS")]
    #expect(next == [first + 1, first + 2])
    _ = try state.takeTransferID(for: "NEWYORK")
    let after = try state.takeTransferID(for: "PARIS")
    #expect(after == first + 3)
  }

  @Test("taken from several sides at once they are all different")
  func concurrentTransferIDs() async throws {
    let state = self.state
    let taken = try await withThrowingTaskGroup(of: [Int].self, returning: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask { try (0..<25).map { _ in try state.takeTransferID(for: "PARIS") } }
      }
      var all: [Int] = []
      for try await ids in group { all += ids }
      return all
    }
    #expect(Set(taken).count == 100)
    #expect((taken.max() ?? 0) - (taken.min() ?? 0) == 99)
  }

  @Test("after 16777215 comes 1")
  func wraps() throws {
    let last = withUnsafeBytes(of: UInt32(0xFF_FFFE)) { Array($0) }
    try Data(last).write(to: URL(fileURLWithPath: state.folder.path(of: "next-" + hex("PARIS".utf8))))
    var taken: [Int] = []
    for _ in 0..<3 { try taken.append(state.takeTransferID(for: "PARIS")) }
    #expect(taken == [0xFF_FFFF, 1, 2])
  }
}

@Suite("Generic names")
struct PatternTests {
  @Test(
    "* is any octets, ? is one",
    arguments: [
      ("*", "ANY", true), ("*", "", true), ("", "", true), ("", "A", false), ("A", "A", true), ("A", "B", false),
      ("A", "a", false), ("A*", "A", true), ("A*", "ABC", true), ("A*", "BA", false), ("*C", "ABC", true),
      ("*C", "ABCD", false), ("A*C", "ABBC", true), ("A*C", "AC", true), ("A?C", "ABC", true), ("A?C", "AC", false),
      ("???", "ABC", true), ("???", "AB", false), ("*B*", "ABC", true), ("*B*", "AC", false), ("**", "A", true),
      ("*AB", "AAB", true), ("A*B*C", "AXBXBXC", true), ("?*", "", false), ("INVOICE", "INVOICE   ", true),
      ("INV*  ", "INVOICE", true),
    ])
  func matches(_ pattern: String, _ name: String, _ isMeant: Bool) {
    #expect(Pattern(Text(pattern)).matches(Text(name)) == isMeant)
  }

  @Test("a name with neither is not generic", arguments: [("A", false), ("", false), ("A*", true), ("A?", true)])
  func generic(_ pattern: String, _ isGeneric: Bool) {
    #expect(Pattern(Text(pattern)).isGeneric == isGeneric)
  }

  @Test("random patterns mean what they mean letter by letter")
  func random() {
    var alea = SplitMix64(seed: 51)
    var broken: [String] = []
    for _ in 0..<5_000 {
      let pattern = (0..<alea.below(7)).map { _ in alea.pick(Array("AB*?".utf8)) }
      let name = (0..<alea.below(7)).map { _ in alea.pick(Array("AB".utf8)) }
      let isMeant = Pattern(Text(bytes: pattern)).matches(Text(bytes: name))
      let expected = Self.means(pattern[...], name[...])
      if isMeant != expected { broken.append("\(Text(bytes: pattern)) \(Text(bytes: name))") }
    }
    #expect(broken.isEmpty)
  }

  private static func means(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == 0x2A {
      return means(pattern.dropFirst(), name) || (!name.isEmpty && means(pattern, name.dropFirst()))
    }
    guard let octet = name.first, first == 0x3F || first == octet else { return false }
    return means(pattern.dropFirst(), name.dropFirst())
  }

  @Test("many stars before a letter that does not come are answered all the same")
  func manyStars() {
    let pattern = Pattern(Text(String(repeating: "A*", count: 37) + "B"))
    #expect(!pattern.matches(Text(String(repeating: "A", count: 76))))
  }
}
