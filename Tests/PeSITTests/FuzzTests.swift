import NIOCore
import Testing

@testable import PeSIT

/// Half a million inputs in all; each case has a seed of its own, so that they run side by side.
@Suite("Octets of any kind bring nothing down, and what decodes decodes again to the same")
struct FuzzTests {
  @Test("an FPDU with a few octets changed", arguments: 1...8)
  func mutatedFPDUs(_ seed: Int) {
    var alea = SplitMix64(seed: UInt64(seed))
    var broken: [String] = []
    for _ in 0..<22_000 {
      let octets = Self.withLength(alea.mutated(alea.pick(Vecteur.fpdus).octets), &alea)
      broken += Self.broken(octets, crc: alea.once(in: 4))
    }
    #expect(broken.isEmpty)
  }

  @Test("an FPDU of known parameters with any values", arguments: 1...8)
  func randomFPDUs(_ seed: Int) {
    var alea = SplitMix64(seed: 100 + UInt64(seed))
    var broken: [String] = []
    for _ in 0..<8_000 {
      let code = alea.pick(FPDUCode.allCases).rawValue
      let header = [0, 0, UInt8(code >> 8), UInt8(code & 0xFF), alea.octet(), alea.octet()]
      let octets = Self.withLength(header + Self.units(&alea), &alea)
      broken += Self.broken(octets, crc: alea.once(in: 4))
    }
    #expect(broken.isEmpty)
  }

  @Test("a stream gives the same entities and the same fault at once and in pieces", arguments: 1...8)
  func streams(_ seed: Int) {
    var alea = SplitMix64(seed: 200 + UInt64(seed))
    var broken: [String] = []
    for _ in 0..<5_000 {
      let framing = alea.pick(Framing.kinds)
      let stream = Self.stream(framing, &alea)
      let isTold = alea.once(in: 2)
      let expectation = alea.pick([EntityDecoder.Expectation.opening, .logonAnswer, .fpdus])
      let decoder = EntityDecoder(
        framing: isTold ? framing : nil, crc: isTold && alea.once(in: 4), expecting: isTold ? expectation : .opening)
      let whole = Outcome(of: stream, decoder) { stream.count }
      let pieces = Outcome(of: stream, decoder) { alea.int(1...30) }
      if whole != pieces { broken.append("\(framing) \(hex(stream))") }
    }
    #expect(broken.isEmpty)
  }

  @Test("parameters, known or not, whole or cut", arguments: 1...8)
  func parameters(_ seed: Int) {
    var alea = SplitMix64(seed: 300 + UInt64(seed))
    var broken: [String] = []
    for _ in 0..<9_000 {
      let octets = alea.once(in: 2) ? alea.mutated(Self.units(&alea)) : alea.octets(alea.below(60))
      var buffer = ByteBuffer(bytes: octets)
      guard let parameters = try? Parameters(decoding: &buffer) else { continue }
      let again = Parameters(hexadecimal: parameters.hexadecimal)
      if again != parameters { broken.append(hex(octets)) }
    }
    #expect(broken.isEmpty)
  }

  @Test("strings of a compressed article", arguments: 1...8)
  func strings(_ seed: Int) {
    var alea = SplitMix64(seed: 400 + UInt64(seed))
    var broken: [String] = []
    for round in 0..<900 {
      let method = Compression.allCases[round % 4]
      var expander = Expander(method, maxLength: 400)
      for _ in 0..<10 {
        let octets = Self.strings(&alea)
        guard let article = try? expander.expand(ByteBuffer(bytes: octets)) else { continue }
        let isRight = article.readableBytes <= 400 && Self.compresses(article, method)
        if !isRight { broken.append("\(method) \(hex(octets))") }
      }
    }
    #expect(broken.isEmpty)
  }

  @Test("data in any order, with any counts and lengths", arguments: 1...8)
  func data(_ seed: Int) {
    var alea = SplitMix64(seed: 500 + UInt64(seed))
    var unpacker = ArticleUnpacker(maxLength: 64)
    var broken: [String] = []
    for _ in 0..<7_000 {
      let unit = Self.unit(&alea)
      guard let articles = try? unpacker.articles(of: unit) else { continue }
      let isEnd = unit.part == .whole || unit.part == .last
      let areShort = articles.allSatisfy { $0.readableBytes <= 64 }
      if unpacker.isWithinArticle == isEnd || articles.isEmpty == isEnd || !areShort { broken.append("\(unit)") }
    }
    #expect(broken.isEmpty)
  }

  @Test("the record of a transfer", arguments: 1...8)
  func records(_ seed: Int) throws {
    var alea = SplitMix64(seed: 600 + UInt64(seed))
    let record = try Self.record()
    let encoded = Array(record.encoded.readableBytesView)
    var broken: [String] = []
    for _ in 0..<2_500 {
      let octets = alea.mutated(encoded)
      guard let read = TransferRecord(decoding: ByteBuffer(bytes: octets)) else { continue }
      if TransferRecord(decoding: read.encoded) != read { broken.append(String(decoding: octets, as: UTF8.self)) }
    }
    #expect(broken.isEmpty)
  }
}

/// What is fed, and how it is looked at.
extension FuzzTests {
  /// All that a stream gave, and why it ended.
  private struct Outcome: Equatable {
    var entities: [EntityDecoder.Entity] = []
    var fault: EntityDecoder.Fault?

    init(of stream: [UInt8], _ decoder: EntityDecoder, pieceLength: () -> Int) {
      var decoder = decoder
      var rest = stream[...]
      do throws(EntityDecoder.Fault) {
        while !rest.isEmpty {
          var piece = ByteBuffer(bytes: rest.prefix(max(1, pieceLength())))
          rest = rest.dropFirst(piece.readableBytes)
          decoder.append(&piece)
          while let entity = try decoder.next() { entities.append(entity) }
        }
      } catch {
        fault = error
      }
    }
  }

  /// Most times, the length of an FPDU is that of its octets.
  private static func withLength(_ octets: [UInt8], _ alea: inout SplitMix64) -> [UInt8] {
    guard octets.count >= 2, !alea.once(in: 6) else { return octets }
    return [UInt8(octets.count >> 8), UInt8(octets.count & 0xFF)] + octets.dropFirst(2)
  }

  /// The octets of an FPDU that decodes, but not again to the same.
  private static func broken(_ octets: [UInt8], crc: Bool) -> [String] {
    var buffer = ByteBuffer(bytes: octets)
    if crc { Checksum.append(to: &buffer, from: 0) }
    guard let fpdu = try? FPDU(decoding: &buffer, crc: crc) else { return [] }
    readAll(fpdu)
    var encoded = fpdu.encoded(crc: crc)
    let again = try? FPDU(decoding: &encoded, crc: crc)
    return again == fpdu && encoded.readableBytes == 0 ? [] : [hex(octets)]
  }

  /// Reads what sessions read of a message that was let pass.
  private static func readAll(_ fpdu: FPDU) {
    switch fpdu.body {
    case .connect(let connect):
      _ = (connect.requester, connect.server, connect.version, connect.access, connect.sync, connect.usesCRC)
    case .connectAccepted(let accepted): _ = (accepted.version, accepted.sync, accepted.resync)
    case .read(let read): _ = read.point
    case .sync(let sync): _ = sync.number
    case .syncAnswer(let answer): _ = answer.number
    case .resync(let resync): _ = (resync.point, resync.diagnostic)
    case .resyncAnswer(let answer): _ = answer.point
    case .message(let message): _ = (message.kind, message.wantsAnswer, fpdu.traceLine)
    case .create(let create): _ = (FileIdentity(create.parameters), create.articleLength, fpdu.traceLine)
    default: break
    }
  }

  private static let codes = Key.all.map(\.code) + PGI.allCases.map(\.rawValue)

  /// Parameters, groups among them, whose lengths are nearly always right.
  private static func units(_ alea: inout SplitMix64, isGroup: Bool = false) -> [UInt8] {
    var units: [UInt8] = []
    for _ in 0..<alea.below(6) {
      let code = alea.once(in: 8) ? alea.octet() : alea.pick(codes)
      let length = alea.once(in: 4) ? alea.below(25) : alea.pick([0, 1, 1, 1, 2, 3, 12])
      let isInner = !isGroup && PGI(rawValue: code) != nil
      let value = isInner ? Self.units(&alea, isGroup: true) : alea.octets(length)
      units += [code, alea.once(in: 20) ? alea.octet() : UInt8(value.count)]
      units += value
    }
    return units
  }

  /// A pre-connection or not, then FPDUs, a few octets changed.
  private static func stream(_ framing: Framing, _ alea: inout SplitMix64) -> [UInt8] {
    var stream: [UInt8] = []
    if alea.once(in: 3) { stream += framing.octets(Logon(requester: "PARIS", password: "").encoded) }
    if let connect = Vecteur.exemples.first, !alea.once(in: 3) { stream += framing.octets(connect.buffer) }
    for _ in 0..<alea.below(4) { stream += framing.octets(alea.pick(Vecteur.fpdus).buffer) }
    return alea.once(in: 3) ? stream : alea.mutated(stream)
  }

  /// Strings, nearly always whole.
  private static func strings(_ alea: inout SplitMix64) -> [UInt8] {
    var strings: [UInt8] = []
    for _ in 0..<alea.below(8) {
      let header = alea.once(in: 3) ? alea.octet() : alea.pick([0x01, 0x03, 0x82, 0x85, 0xBF, 0xC1, 0xC4, 0xFF])
      strings.append(header)
      strings += alea.octets(header < 0x40 ? Int(header) : header < 0xC0 ? 1 : 0)
    }
    return alea.once(in: 6) ? alea.mutated(strings) : strings
  }

  /// An article that was expanded is compressed and expanded again to the same, with itself before it too.
  private static func compresses(_ article: ByteBuffer, _ method: Compression) -> Bool {
    var compressor = Compressor(method)
    var expander = Expander(method, maxLength: article.readableBytes)
    for _ in 0..<2 {
      let again = try? expander.expand(compressor.compress(article))
      guard again == article else { return false }
    }
    return true
  }

  private static func unit(_ alea: inout SplitMix64) -> DataUnit {
    let part = alea.pick([DataUnit.Part.whole, .whole, .start, .middle, .last])
    let count = UInt8(alea.once(in: 2) ? 0 : alea.below(5))
    var content: [UInt8] = []
    for _ in 0..<max(1, count) {
      let article = alea.octets(alea.below(20))
      content += [0, UInt8(article.count)] + article
    }
    if alea.once(in: 4) { content = alea.mutated(content) }
    return DataUnit(part: part, articleCount: part == .whole ? count : 0, content: ByteBuffer(bytes: content))
  }

  private static func record() throws -> TransferRecord {
    var octets = ByteBuffer(bytes: try Vecteur.exemple("CREATE"))
    let create = try FPDU(decoding: &octets)
    let parameters = try #require(create.body.parameters)
    let key = TransferKey(.sending, with: "NEWYORK", FileIdentity(parameters))
    var record = TransferRecord(key: key, parameters: parameters, path: "/srv/envoi/été.dat")
    record.publishedPath = "/srv/reception/été.dat"
    (record.size, record.modified) = (123_456, 1_790_000_000)
    let format = FileFormat(code: .binary, articles: .variable, articleLength: 1024)
    let sync = SyncOption(intervalKB: 64, window: 3)
    let terms = TransferTerms(sync: sync, compression: .both, format: format)
    let point = Checkpoint(number: 2, offset: 131_072, byteCount: 90_000, articleCount: 128)
    record.phases = [Checkpoint.beginning, point].map { SendingPhase(start: $0, terms: terms) }
    record.totals = Checkpoint(number: 3, offset: 200_000, byteCount: 150_000, articleCount: 200)
    return record
  }
}
