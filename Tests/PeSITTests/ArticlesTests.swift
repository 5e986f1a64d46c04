import NIOCore
import Testing

@testable import PeSIT

/// A string of a compressed article: its type, how many octets it stands for, where they are in the article.
private struct CompressedString: Equatable {
  let type: UInt8
  let place: Int
  let length: Int

  static let literal: UInt8 = 0b00
  static let run: UInt8 = 0b10
  static let vertical: UInt8 = 0b11

  /// The strings of a compressed article.
  static func all(of article: ByteBuffer) -> [CompressedString] {
    var rest = article
    var strings: [CompressedString] = []
    var place = 0
    while let header = rest.readInteger(as: UInt8.self) {
      let string = CompressedString(type: header >> 6, place: place, length: Int(header & 0x3F))
      rest.moveReaderIndex(forwardBy: string.type == literal ? string.length : string.type == run ? 1 : 0)
      strings.append(string)
      place += string.length
    }
    return strings
  }
}

private func compressed(_ articles: [String], _ method: Compression) -> [String] {
  var compressor = Compressor(method)
  return articles.map { article in
    let strings = compressor.compress(Vecteur.buffer(article))
    return hex(strings.readableBytesView)
  }
}

private func expanded(_ strings: [String], _ method: Compression, maxLength: Int = 1024) throws -> [String] {
  var expander = Expander(method, maxLength: maxLength)
  return try strings.map { string in
    let article = try expander.expand(Vecteur.buffer(string))
    return hex(article.readableBytesView)
  }
}

@Suite("Compression: the examples")
struct CompressionExamplesTests {
  private static let table: [(Compression, [String], [String])] = [
    (.horizontal, ["0102020202020203"], ["010186020103"]),
    (.vertical, ["0102030203050607", "0506030203050809"], ["080102030203050607", "020506c4020809"]),
    (.both, ["010101010203", "010101010204"], ["8401020203", "c50104"]),
    (.none, ["010101010203"], ["010101010203"]),
  ]

  @Test("each example is made of its article, and gives it again", arguments: table)
  func examples(_ method: Compression, _ articles: [String], _ strings: [String]) throws {
    #expect(compressed(articles, method) == strings)
    let again = try expanded(strings, method)
    #expect(again == articles)
  }

  @Test("what is beyond the article before is a 40 for each octet")
  func padding() throws {
    let articles = try expanded(["0141", "c3", "c4"], .vertical)
    #expect(articles == ["41", "414040", "41404040"])
  }

  @Test("the article of before is the one at full length, not its strings")
  func fullLength() throws {
    let articles = try expanded(["8441", "c4", "c20142"], .both)
    #expect(articles == ["41414141", "41414141", "414142"])
  }

  @Test(
    "strings that cannot be are told apart",
    arguments: [
      (.horizontal, "4101", .badString), (.both, "41", .badString), (.both, "00", .badString),
      (.both, "80", .badString), (.both, "c0", .badString), (.vertical, "8241", .badString),
      (.horizontal, "c2", .badString),
      (.both, "0241", .cut), (.both, "01", .cut), (.both, "82", .cut), (.both, "01410341", .cut),
      (.both, "8941", .tooLong), (.both, "844185418141", .tooLong), (.vertical, "c9", .tooLong),
      (.none, "414141414141414141", .tooLong),
    ] as [(Compression, String, Expander.Fault)])
  func faults(_ method: Compression, _ strings: String, _ fault: Expander.Fault) {
    #expect(throws: fault) { try expanded([strings], method, maxLength: 8) }
  }
}

@Suite("Compression: random articles")
struct CompressionPropertyTests {
  @Test("what was compressed expands to the same, points in between or not", arguments: Compression.allCases, 1...4)
  func roundTrip(_ method: Compression, _ seed: Int) throws {
    var alea = SplitMix64(seed: UInt64(seed))
    var compressor = Compressor(method)
    var expander = Expander(method, maxLength: 4096)
    var previous: [UInt8] = []
    for _ in 0..<600 {
      if alea.once(in: 12) {
        compressor.reset()
        expander.reset()
      }
      let article = alea.article(after: previous, length: alea.once(in: 40) ? alea.int(0...3000) : alea.int(0...200))
      let strings = compressor.compress(ByteBuffer(bytes: article))
      let again = try expander.expand(strings)
      #expect(Array(again.readableBytesView) == article)
      previous = article
    }
  }

  @Test("strings are of the kinds agreed, and none refers beyond the article before", arguments: Compression.allCases)
  func kinds(_ method: Compression) {
    var allowed = [CompressedString.literal]
    if method.isHorizontal { allowed.append(CompressedString.run) }
    if method.isVertical { allowed.append(CompressedString.vertical) }
    var alea = SplitMix64(seed: 11)
    var compressor = Compressor(method)
    var previous: [UInt8] = []
    for _ in 0..<600 where method != Compression.none {
      let isReset = alea.once(in: 8)
      if isReset { compressor.reset() }
      let article = alea.article(after: previous, length: alea.int(1...300))
      let strings = CompressedString.all(of: compressor.compress(ByteBuffer(bytes: article)))
      let reach = isReset ? 0 : previous.count
      let areRight = strings.allSatisfy { string in
        guard (1...63).contains(string.length), allowed.contains(string.type) else { return false }
        return string.type != CompressedString.vertical || string.place + string.length <= reach
      }
      #expect(areRight, "\(strings) after \(reach) octets")
      previous = article
    }
  }

  @Test("compression makes no article longer than the receiver lets pass", arguments: Compression.allCases)
  func growth(_ method: Compression) {
    var alea = SplitMix64(seed: 12)
    var compressor = Compressor(method)
    var previous: [UInt8] = []
    for _ in 0..<600 {
      let article = alea.article(after: previous, length: alea.int(1...400))
      let format = FileFormat(code: .binary, articles: .variable, articleLength: article.count)
      let terms = TransferTerms(sync: .none, compression: method, format: format)
      let strings = compressor.compress(ByteBuffer(bytes: article))
      #expect(strings.readableBytes <= terms.travellingLength)
      previous = article
    }
  }

  @Test("a run of 64 is two strings, one of 63 is one")
  func longRuns() {
    let run = String(repeating: "41", count: 63)
    #expect(compressed([run], .horizontal) == ["bf41"])
    #expect(compressed([run + "41"], .horizontal) == ["bf410141"])
    #expect(compressed([run, run], .vertical).last == "ff")
  }

  @Test("octets without any run are cut into pieces of 63")
  func literals() {
    let octets = (0..<130).map { UInt8($0) }
    var expected: [UInt8] = []
    for piece in [octets[..<63], octets[63..<126], octets[126...]] {
      expected.append(UInt8(piece.count))
      expected += piece
    }
    #expect(compressed([hex(octets)], .both) == [hex(expected)])
  }
}

@Suite("Packing articles into entities")
struct EntityPackerTests {
  private func layout(maxEntity: Int, framing: Framing = .h2, crc: Bool = false) -> EntityLayout {
    EntityLayout(framing: framing, destination: 0xA1, maxEntity: maxEntity, crc: crc)
  }

  /// The FPDUs of each entity.
  private func entities(_ packed: ByteBuffer, _ layout: EntityLayout) throws -> [[FPDU]] {
    var decoder = EntityDecoder(framing: layout.framing, crc: layout.crc, expecting: .fpdus)
    decoder.maxEntity = layout.maxEntity
    let entities = try decoder.entities(Array(packed.readableBytesView))
    #expect(decoder.bufferedByteCount == 0)
    return entities.map(\.carried)
  }

  private func packed(_ lengths: [Int], _ layout: EntityLayout) throws -> [[FPDU]] {
    var packer = EntityPacker(layout)
    for length in lengths { packer.append(ByteBuffer(repeating: 0x41, count: length)) }
    return try entities(packer.take(), layout)
  }

  /// `DTF*3 18`: the message, how many articles it announces, how many octets it holds.
  private func text(_ entities: [[FPDU]]) -> [String] {
    entities.map { entity in
      entity.map { fpdu in
        guard let unit = fpdu.body.unit else { return fpdu.body.code.name }
        return "\(unit.code.name)*\(unit.articleCount) \(unit.content.readableBytes)"
      }.joined(separator: ", ")
    }
  }

  @Test(
    "an article alone has no length, several share a DTF, a longer one than an entity is cut",
    arguments: [
      ([4], 100, ["DTF*0 4"]), ([4, 2, 3], 100, ["DTF*3 15"]), ([94], 100, ["DTF*0 94"]),
      ([95], 100, ["DTFDA*0 94, DTFFA*0 1"]), ([], 100, []), ([0, 0], 100, []), ([0, 4, 0], 100, ["DTF*0 4"]),
      ([45, 45], 100, ["DTF*2 94"]), ([45, 46], 100, ["DTF*0 45, DTF*0 46"]),
    ] as [([Int], Int, [String])])
  func shapes(_ lengths: [Int], _ maxEntity: Int, _ expected: [String]) throws {
    let found = try text(packed(lengths, layout(maxEntity: maxEntity)))
    #expect(found.joined(separator: ", ") == expected.joined(separator: ", "))
  }

  @Test("with a checksum each entity is one FPDU, its two octets counted")
  func shapesWithCRC() throws {
    let layout = layout(maxEntity: 100, crc: true)
    #expect(try text(packed([92], layout)) == ["DTF*0 92"])
    #expect(try text(packed([93], layout)) == ["DTFDA*0 92", "DTFFA*0 1"])
    #expect(try text(packed([44, 44], layout)) == ["DTF*2 92"])
    #expect(try text(packed([44, 45], layout)) == ["DTF*0 44", "DTF*0 45"])
  }

  @Test("a DTF holds at most 255 articles")
  func manyArticles() throws {
    let entities = try packed(Array(repeating: 1, count: 600), layout(maxEntity: 0xFFFF))
    let counts = entities.flatMap { $0 }.map { $0.body.unit?.articleCount }
    #expect(counts == [255, 255, 90])
    #expect(entities.count == 1)
  }

  @Test("a long article is cut into a first, middle and last pieces, each in an entity of its own")
  func segments() throws {
    let entities = try packed([250], layout(maxEntity: 100))
    #expect(text(entities) == ["DTFDA*0 94", "DTFMA*0 94", "DTFFA*0 62"])
  }

  @Test("a SYN joins the open entity, or begins one when there is no room")
  func syncs() throws {
    for (length, expected) in [(85, ["DTF*0 85, SYN"]), (86, ["DTF*0 86", "SYN"])] {
      var packer = EntityPacker(layout(maxEntity: 100))
      packer.append(ByteBuffer(repeating: 0x41, count: length))
      packer.appendSync(1)
      let found = try text(entities(packer.take(), layout(maxEntity: 100)))
      #expect(found == expected)
    }
  }

  @Test("what was taken is not given again")
  func taken() {
    var packer = EntityPacker(layout(maxEntity: 100))
    packer.append(ByteBuffer(string: "A"))
    #expect(packer.byteCount > 0)
    let first = packer.take()
    let second = packer.take()
    #expect(first.readableBytes == 9)
    #expect(second.readableBytes == 0)
    #expect(packer.byteCount == 0)
  }
}

@Suite("From articles to entities and back")
struct PackingRoundTripTests {
  /// An article, or a synchronisation point.
  private enum Step: Equatable {
    case article([UInt8])
    case sync(Int)
  }

  @Test(
    "random articles in random layouts come out the same, in entities that are not too long",
    arguments: Framing.kinds, [false, true])
  func roundTrip(_ framing: Framing, _ crc: Bool) throws {
    var alea = SplitMix64(seed: 21)
    for _ in 0..<40 {
      let maxEntity =
        switch alea.below(4) {
        case 0: alea.int(20...60)
        case 1: alea.int(4096...65535)
        default: alea.int(800...4096)
        }
      let layout = EntityLayout(framing: framing, destination: alea.octet(), maxEntity: maxEntity, crc: crc)
      let steps = Self.steps(&alea, maxEntity: maxEntity)
      let stream = Self.packed(steps, layout, &alea)
      let found = try Self.unpacked(stream, layout, &alea)
      #expect(found == steps, "\(layout)")
    }
  }

  /// None empty: those are left out.
  private static func steps(_ alea: inout SplitMix64, maxEntity: Int) -> [Step] {
    var number = 0
    return (0..<40).map { _ in
      guard !alea.once(in: 6) else {
        number += 1
        return .sync(number)
      }
      let length = alea.once(in: 15) ? alea.int(1...min(0xFFFF, maxEntity * 3)) : alea.int(1...min(250, maxEntity * 2))
      return .article(alea.octets(length))
    }
  }

  private static func packed(_ steps: [Step], _ layout: EntityLayout, _ alea: inout SplitMix64) -> [UInt8] {
    var packer = EntityPacker(layout)
    var stream: [UInt8] = []
    for step in steps {
      switch step {
      case .article(let octets): packer.append(ByteBuffer(bytes: octets))
      case .sync(let number): packer.appendSync(number)
      }
      if alea.once(in: 10) { stream += Array(packer.take().readableBytesView) }
    }
    return stream + Array(packer.take().readableBytesView)
  }

  private static func unpacked(_ stream: [UInt8], _ layout: EntityLayout, _ alea: inout SplitMix64) throws -> [Step] {
    var decoder = EntityDecoder(framing: layout.framing, crc: layout.crc, expecting: .fpdus)
    decoder.maxEntity = layout.maxEntity
    let entities = try decoder.entities(stream) { alea.int(1...5000) }
    try #require(decoder.bufferedByteCount == 0)
    var unpacker = ArticleUnpacker(maxLength: 0xFFFF)
    var steps: [Step] = []
    for fpdu in entities.flatMap(\.carried) {
      try #require(fpdu.destination == layout.destination)
      switch fpdu.body {
      case .data(let unit):
        try #require(unit.content.readableBytes > 0)
        steps += try unpacker.articles(of: unit).map { Step.article(Array($0.readableBytesView)) }
      case .sync(let sync):
        try #require(!unpacker.isWithinArticle)
        steps.append(.sync(sync.number))
      default: Issue.record("\(fpdu.body.code.name) among data")
      }
    }
    try #require(!unpacker.isWithinArticle)
    return steps
  }
}

@Suite("Articles found in data")
struct ArticleUnpackerTests {
  private func unit(_ part: DataUnit.Part, _ digits: String, count: UInt8 = 0) -> DataUnit {
    DataUnit(part: part, articleCount: count, content: Vecteur.buffer(digits))
  }

  private func articles(_ units: [DataUnit], maxLength: Int = 8) throws -> [String] {
    var unpacker = ArticleUnpacker(maxLength: maxLength)
    var articles: [String] = []
    for unit in units { articles += try unpacker.articles(of: unit).map { hex($0.readableBytesView) } }
    return articles
  }

  @Test(
    "a count of none is one article without a length, one of several has a length before each",
    arguments: [
      (0, "00024142", ["00024142"]), (2, "000141000142", ["41", "42"]), (2, "0000000141", ["", "41"]),
      (3, "000141000142000143", ["41", "42", "43"]),
    ] as [(UInt8, String, [String])])
  func whole(_ count: UInt8, _ digits: String, _ expected: [String]) throws {
    let found = try articles([unit(.whole, digits, count: count)])
    #expect(found == expected)
  }

  @Test(
    "a count of one has a length if that fits, and is the whole content if not",
    arguments: [
      ("00024142", ["4142"]), ("000141", ["41"]), ("00034142", ["00034142"]), ("00014142", ["00014142"]),
      ("41", ["41"]), ("4142", ["4142"]), ("0000", [""]),
    ])
  func countOfOne(_ digits: String, _ expected: [String]) throws {
    let found = try articles([unit(.whole, digits, count: 1)])
    #expect(found == expected)
  }

  @Test(
    "lengths that do not add up to their DTF are refused",
    arguments: [
      (2, "000141"), (2, "000141000242"), (2, "00014100014243"), (3, "000141000142"), (2, "00"), (255, "0000"),
    ] as [(UInt8, String)])
  func badLengths(_ count: UInt8, _ digits: String) {
    #expect(throws: ArticleUnpacker.Fault.badLengths) { try articles([unit(.whole, digits, count: count)]) }
  }

  @Test("a first, middle and last pieces are one article")
  func segments() throws {
    let units = [unit(.start, "41"), unit(.middle, "42"), unit(.middle, "43"), unit(.last, "44"), unit(.whole, "45")]
    let found = try articles(units)
    #expect(found == ["41424344", "45"])
  }

  @Test("an article is begun from its first piece on, and ended by its last")
  func within() throws {
    var unpacker = ArticleUnpacker(maxLength: 8)
    #expect(!unpacker.isWithinArticle)
    _ = try unpacker.articles(of: unit(.start, "41"))
    #expect(unpacker.isWithinArticle)
    _ = try unpacker.articles(of: unit(.last, "42"))
    #expect(!unpacker.isWithinArticle)
  }

  @Test(
    "pieces out of order are refused",
    arguments: [
      [.middle], [.last], [.start, .start], [.start, .whole], [.start, .middle, .start], [.start, .last, .last],
      [.whole, .middle],
    ] as [[DataUnit.Part]])
  func outOfOrder(_ parts: [DataUnit.Part]) {
    #expect(throws: ArticleUnpacker.Fault.outOfOrder) { try articles(parts.map { unit($0, "41") }) }
  }

  @Test("an article that fills its length is let pass, in any form")
  func longest() throws {
    let eight = "4142434445464748"
    #expect(try articles([unit(.whole, eight)]) == [eight])
    #expect(try articles([unit(.whole, "0008" + eight + "0000", count: 2)]) == [eight, ""])
    #expect(try articles([unit(.start, "41424344"), unit(.last, "45464748")]) == [eight])
  }

  @Test("one octet more is refused, in any form")
  func tooLong() {
    let nine = "414243444546474849"
    let forms = [
      [unit(.whole, nine)], [unit(.whole, "0009" + nine + "0000", count: 2)], [unit(.whole, nine, count: 1)],
      [unit(.start, nine)],
      [unit(.start, "4142434445464748"), unit(.last, "49")], [unit(.start, "4142434445464748"), unit(.middle, "49")],
    ]
    for form in forms { #expect(throws: ArticleUnpacker.Fault.tooLong) { try articles(form) } }
  }

  @Test("an article too long is answered with 2 220, the others with a protocol error")
  func diagnostics() {
    #expect(ArticleUnpacker.Fault.tooLong.diagnostic == Diagnostic(type: 2, reason: 220))
    #expect(ArticleUnpacker.Fault.badLengths.diagnostic == Diagnostic(type: 3, reason: 311))
    #expect(ArticleUnpacker.Fault.outOfOrder.diagnostic == Diagnostic(type: 3, reason: 311))
  }
}
