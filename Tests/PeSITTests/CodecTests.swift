import NIOCore
import Testing

@testable import PeSIT

extension Framing {
  /// All that a stream may have.
  static let kinds: [Framing] = [.h2, .raw, .h4(countsItself: false), .h4(countsItself: true)]

  /// An entity behind its header.
  func octets(_ entity: ByteBuffer) -> [UInt8] {
    var buffer = ByteBuffer()
    write(entity, into: &buffer)
    return Array(buffer.readableBytesView)
  }
}

extension FPDUBody {
  /// The data, if it has some.
  var unit: DataUnit? {
    if case .data(let unit) = self { unit } else { nil }
  }
}

extension EntityDecoder.Entity {
  /// Its FPDUs; none for a pre-connection.
  var carried: [FPDU] {
    if case .fpdus(let fpdus) = self { fpdus } else { [] }
  }
}

extension EntityDecoder {
  /// All entities of a stream that is read in pieces.
  mutating func entities(_ stream: [UInt8], pieceLength: () -> Int) throws -> [Entity] {
    var rest = stream[...]
    var entities: [Entity] = []
    while !rest.isEmpty {
      var piece = ByteBuffer(bytes: rest.prefix(max(1, pieceLength())))
      rest = rest.dropFirst(piece.readableBytes)
      append(&piece)
      while let entity = try next() { entities.append(entity) }
    }
    return entities
  }

  /// All entities of a stream that is read at once.
  mutating func entities(_ stream: [UInt8]) throws -> [Entity] { try entities(stream) { stream.count } }
}

@Suite("Checksum")
struct ChecksumTests {
  @Test(
    "the two octets of an FPDU are those of ISO transport class 4",
    arguments: [("0006c002a100", "2b6a"), ("0009c003a100140101", "7407")])
  func vectors(_ fpdu: String, _ octets: String) {
    let (x, y) = Checksum.octets(of: Vecteur.buffer(fpdu).readableBytesView)
    #expect(hex([x, y]) == octets)
    #expect(Checksum.isRight(Vecteur.buffer(fpdu + octets)))
  }

  @Test("a checksum is right behind its own octets, and wrong when any one bit has changed", arguments: 1...40)
  func oneBit(_ seed: Int) {
    var alea = SplitMix64(seed: UInt64(seed))
    var covered = ByteBuffer(bytes: alea.octets(alea.int(1...60)))
    Checksum.append(to: &covered, from: 0)
    #expect(Checksum.isRight(covered))
    for bit in 0..<(covered.readableBytes * 8) {
      var octets = Array(covered.readableBytesView)
      octets[bit / 8] ^= 1 << UInt8(bit % 8)
      let isRight = Checksum.isRight(ByteBuffer(bytes: octets))
      #expect(!isRight, "bit \(bit)")
    }
  }

  @Test("an FPDU without its checksum, or with another one, is refused", arguments: ["", "2b", "2b6b", "6a2b"])
  func refused(_ octets: String) {
    var buffer = Vecteur.buffer("0006c002a100" + octets)
    #expect(throws: FPDUFault.badChecksum) { try FPDU(decoding: &buffer, crc: true) }
  }
}

@Suite("Pre-connection")
struct LogonTests {
  @Test("three fields of eight EBCDIC octets, filled up with blanks")
  func encoded() {
    let logon = Logon(requester: "PARIS", password: "SECRET")
    #expect(hex(logon.encoded.readableBytesView) == "d7c5e2c9e3404040d7c1d9c9e2404040e2c5c3d9c5e34040")
    let framed = Framing.h2.octets(logon.encoded)
    #expect(framed.count == 26)
    #expect(framed.starts(with: [0x00, 0x18]))
  }

  @Test("small letters and digits, and fields that are cut after eight")
  func letters() throws {
    let logon = Logon(requester: "paris_01-too-long", password: "")
    #expect(hex(logon.encoded.readableBytesView.dropFirst(8)) == "97819989a26df0f14040404040404040")
    let read = try #require(Logon(decoding: logon.encoded))
    #expect(read == Logon(requester: "paris_01", password: ""))
  }

  @Test("23 or 25 octets, or another protocol, are no pre-connection")
  func refused() {
    let encoded = Logon(requester: "PARIS", password: "SECRET").encoded
    #expect(Logon(decoding: ByteBuffer(bytes: encoded.readableBytesView.dropLast())) == nil)
    #expect(Logon(decoding: ByteBuffer(bytes: Array(encoded.readableBytesView) + [0x40])) == nil)
    #expect(Logon(decoding: ByteBuffer(bytes: Array(encoded.readableBytesView.dropFirst()) + [0x40])) == nil)
  }

  @Test("a requester waits for ACK0 or NAK0, then for FPDUs", arguments: Framing.kinds)
  func answers(_ framing: Framing) throws {
    for (octets, isAccepted) in [(Logon.accepted, true), (Logon.refused, false)] {
      var decoder = EntityDecoder(framing: framing, crc: false, expecting: .logonAnswer)
      let accepted = try Vecteur.exemple("ACONNECT")
      let stream = framing.octets(ByteBuffer(bytes: octets)) + framing.octets(ByteBuffer(bytes: accepted))
      let entities = try decoder.entities(stream)
      #expect(entities.count == 2)
      #expect(entities.first == .logonAnswer(isAccepted))
    }
  }

  @Test("four other octets are no answer")
  func badAnswer() {
    var decoder = EntityDecoder(framing: .h2, crc: false, expecting: .logonAnswer)
    #expect(throws: EntityDecoder.Fault.badLogonAnswer) { try decoder.entities(Vecteur.octets("0004c1c3d2f1")) }
  }
}

@Suite("FPDUs")
struct FPDUTests {
  @Test("only data, SYN and DTF.END may share an entity", arguments: FPDUCode.allCases)
  func concatenable(_ code: FPDUCode) {
    let mayShare: Set<FPDUCode> = [.data, .dataStart, .dataMiddle, .dataLast, .sync, .dataEnd]
    #expect(code.isConcatenable == mayShare.contains(code))
  }

  @Test("data, SYN and DTF.END in one entity are read in their order")
  func shared() throws {
    let entity = Vecteur.buffer("00070000a10041 0009c003a100140101 00070000a10042 000bc004a1000203000000")
    let fpdus = try FPDU.decodeAll(entity)
    #expect(fpdus.map(\.body.code) == [.data, .sync, .data, .dataEnd])
  }

  @Test(
    "a message that must travel alone is refused beside another",
    arguments: [
      ("0006c002a1000006c002a100", .write), ("00070000a100410006c008a100", .transferEnd),
      ("0009c038050014010100070000a10041", .syncAnswer), ("0006c0140f000006c0020f00", .open),
    ] as [(String, FPDUCode)])
  func alone(_ digits: String, _ code: FPDUCode) {
    #expect(throws: FPDUFault.mustTravelAlone(code)) { try FPDU.decodeAll(Vecteur.buffer(digits)) }
  }

  @Test("with a checksum nothing shares an entity, not even data")
  func aloneWithCRC() {
    let unit = DataUnit(part: .whole, content: ByteBuffer(string: "A"))
    var entity = ByteBuffer()
    for _ in 0..<2 { FPDU(to: 1, .data(unit)).encode(into: &entity, crc: true) }
    #expect(throws: FPDUFault.mustTravelAlone(.data)) { try FPDU.decodeAll(entity, crc: true) }
  }

  @Test(
    "a length below six or beyond what is there is refused",
    arguments: [
      ("", 0), ("00", 0), ("0005c002a1", 5), ("0000c002a100", 0), ("0007c002a100", 7), ("ffffc002a100", 65535),
    ])
  func badLength(_ digits: String, _ length: Int) {
    var buffer = Vecteur.buffer(digits)
    #expect(throws: FPDUFault.badLength(length)) { try FPDU(decoding: &buffer) }
  }

  @Test("a class and a type that no message has are refused", arguments: ["c007", "4026", "0043", "c0ff", "ffff"])
  func unknownCode(_ code: String) throws {
    let number = try #require(UInt16(code, radix: 16))
    var buffer = Vecteur.buffer("0006" + code + "a100")
    #expect(throws: FPDUFault.unknownCode(number)) { try FPDU(decoding: &buffer) }
  }

  @Test("no FPDU of data may be empty", arguments: [.data, .dataStart, .dataMiddle, .dataLast] as [FPDUCode])
  func emptyData(_ code: FPDUCode) {
    var buffer = ByteBuffer()
    buffer.writeMultipleIntegers(UInt16(6), code.rawValue, UInt8(0xA1), UInt8(0))
    #expect(throws: FPDUFault.parameter(code, ParameterFault(pi: 0, reason: .badLength))) {
      try FPDU(decoding: &buffer)
    }
  }

  @Test("octet 6 is the emitter in the connection phase, the count of articles in a DTF")
  func sixthOctet() throws {
    var accepted = ByteBuffer(bytes: try Vecteur.exemple("ACONNECT"))
    let connection = try FPDU(decoding: &accepted)
    #expect(connection.destination == 0x05)
    #expect(connection.source == 0xA1)
    var data = ByteBuffer(bytes: try Vecteur.exemple("DTF"))
    let articles = try FPDU(decoding: &data)
    #expect(articles.source == 0)
    #expect(articles.body.unit?.articleCount == 3)
  }
}

@Suite("Framing found by the first octets")
struct FramingDetectionTests {
  private static let connect = Connect(
    requester: "PARIS", server: "NEWYORK", password: "SECRET", access: .both,
    sync: SyncOption(intervalKB: 64, window: 3), resync: true, crc: false)

  /// A requester's stream: pre-connection or not, CONNECT, CREATE, data, RELEASE.
  private static func stream(_ framing: Framing, logon: Bool, crc: Bool) -> [UInt8] {
    var connect = Self.connect
    connect.parameters[Key.crc] = crc ? true : nil
    let create = Create(fileName: "INVOICE", transferID: 0x1234, restart: false, maxEntity: 32750)
    let data = DataUnit(part: .whole, content: ByteBuffer(string: "article"))
    let fpdus: [FPDU] = [
      FPDU(to: 0, from: 5, .connect(connect)), FPDU(to: 0xA1, .create(create)), FPDU(to: 0xA1, .data(data)),
      FPDU(to: 0xA1, from: 5, .release(Release(.success))),
    ]
    let before = logon ? framing.octets(Logon(requester: "PARIS", password: "SECRET").encoded) : []
    return fpdus.reduce(before) { $0 + framing.octets($1.encoded(crc: crc)) }
  }

  private static func server() -> EntityDecoder { EntityDecoder(framing: nil, crc: false, expecting: .opening) }

  @Test(
    "a server finds the framing and the checksum, with a pre-connection or without",
    arguments: Framing.kinds, [false, true])
  func found(_ framing: Framing, _ logon: Bool) throws {
    for crc in [false, true] {
      var decoder = Self.server()
      let entities = try decoder.entities(Self.stream(framing, logon: logon, crc: crc))
      #expect(decoder.framing == framing)
      #expect(decoder.crc == crc)
      #expect(entities.count == (logon ? 5 : 4))
      #expect(decoder.bufferedByteCount == 0)
      let expected = EntityDecoder.Entity.logon(Logon(requester: "PARIS", password: "SECRET"))
      let begins = entities.first == expected
      #expect(begins == logon)
    }
  }

  @Test("in RAW every FPDU is an entity of its own")
  func raw() throws {
    var decoder = EntityDecoder(framing: .raw, crc: false, expecting: .fpdus)
    let octets = Vecteur.octets("00070000a100410009c003a100140101000bc004a1000203000000")
    let entities = try decoder.entities(octets)
    #expect(entities.map { $0.carried.map(\.body.code) } == [[.data], [.sync], [.dataEnd]])
  }

  @Test(
    "octets that come one by one or in any pieces give what they give at once",
    arguments: Framing.kinds, [false, true])
  func pieces(_ framing: Framing, _ crc: Bool) throws {
    var alea = SplitMix64(seed: 7)
    for logon in [false, true] {
      let stream = Self.stream(framing, logon: logon, crc: crc)
      var whole = Self.server()
      let expected = try whole.entities(stream)
      var byOne = Self.server()
      let one = try byOne.entities(stream) { 1 }
      #expect(one == expected)
      for _ in 0..<50 {
        var decoder = Self.server()
        let found = try decoder.entities(stream) { alea.int(1...40) }
        #expect(found == expected)
      }
    }
  }

  @Test(
    "what is neither a pre-connection nor a CONNECT is refused once ten octets are there",
    arguments: [
      "474554202f20485454502f312e31", "16030100a5010000a10303", "00000000000000000000", "ffffffffffffffffffff",
      "002c002c402100050305504152", "000500054020000103", "090009004020000103044c4f4f50",
    ])
  func unknown(_ digits: String) throws {
    var decoder = Self.server()
    let octets = Vecteur.octets(digits) + Array(repeating: 0, count: 10)
    let early = try decoder.entities(Array(octets.prefix(9)))
    #expect(early.isEmpty)
    #expect(throws: EntityDecoder.Fault.unknownFraming) { try decoder.entities(Array(octets.dropFirst(9))) }
  }

  @Test("a CONNECT of more than 2048 octets is none")
  func longConnect() {
    var decoder = Self.server()
    #expect(throws: EntityDecoder.Fault.unknownFraming) {
      try decoder.entities(Vecteur.octets("0801080140200001030141"))
    }
  }

  @Test("nothing is decided before the octets are there")
  func waits() throws {
    var decoder = Self.server()
    let early = try decoder.entities(Vecteur.octets("002c002c40"))
    #expect(early.isEmpty)
    #expect(decoder.framing == nil)
    let more = try decoder.entities(Vecteur.octets("2000"))
    #expect(more.isEmpty)
    #expect(decoder.framing == .h2)
  }

  @Test("a CONNECT that announces a checksum and has another one is refused")
  func wrongCRC() {
    var octets = Self.stream(.h2, logon: false, crc: true)
    let length = Int(octets[1])
    octets[length + 1] ^= 1
    var decoder = Self.server()
    #expect(throws: EntityDecoder.Fault.fpdu(.badChecksum)) { try decoder.entities(octets) }
  }

  @Test("captured octets are guessed at wherever they begin")
  func guess() throws {
    let write = try Vecteur.exemple("WRITE")
    #expect(Framing.guess(ByteBuffer(bytes: write)) == .raw)
    #expect(Framing.guess(ByteBuffer(bytes: [0x00, 0x06] + write)) == .h2)
    for framing in Framing.kinds {
      let stream = Self.stream(framing, logon: true, crc: false)
      #expect(Framing.guess(ByteBuffer(bytes: stream)) == framing)
    }
  }
}

@Suite("Bounds of an entity")
struct EntityBoundsTests {
  /// A DTF whose entity has so many octets.
  private func data(_ framing: Framing, entityLength: Int, crc: Bool = false) -> [UInt8] {
    let content = ByteBuffer(repeating: 0x41, count: entityLength - FPDU.headerLength - (crc ? 2 : 0))
    return framing.octets(FPDU(to: 1, .data(DataUnit(part: .whole, content: content))).encoded(crc: crc))
  }

  @Test(
    "an entity of PI 25 octets is read, one octet more is refused, checksum included",
    arguments: Framing.kinds, [false, true])
  func longest(_ framing: Framing, _ crc: Bool) throws {
    var decoder = EntityDecoder(framing: framing, crc: crc, expecting: .fpdus)
    decoder.maxEntity = 800
    let read = try decoder.entities(data(framing, entityLength: 800, crc: crc))
    #expect(read.count == 1)
    let longer = data(framing, entityLength: 801, crc: crc)
    #expect(throws: EntityDecoder.Fault.badEntityLength(801)) { try decoder.entities(longer) }
  }

  @Test("a length that cannot be is refused as soon as it is read, before its octets")
  func early() {
    var decoder = EntityDecoder(framing: .h2, crc: false, expecting: .fpdus)
    decoder.maxEntity = 800
    #expect(throws: EntityDecoder.Fault.badEntityLength(0xFFFF)) { try decoder.entities([0xFF, 0xFF]) }
  }

  @Test("an entity of less than four octets is refused", arguments: 0...3)
  func tooShort(_ length: Int) {
    var decoder = EntityDecoder(framing: .h2, crc: false, expecting: .fpdus)
    #expect(throws: EntityDecoder.Fault.badEntityLength(length)) { try decoder.entities([0, UInt8(length)]) }
  }

  @Test("a header of four octets that counts itself says four at least")
  func countsItself() {
    var decoder = EntityDecoder(framing: .h4(countsItself: true), crc: false, expecting: .fpdus)
    #expect(throws: EntityDecoder.Fault.badEntityLength(-4)) { try decoder.entities([0, 0, 0, 0]) }
  }

  @Test("65535 octets are the most that H2 carries")
  func largest() throws {
    var decoder = EntityDecoder(framing: .h2, crc: false, expecting: .fpdus)
    let entities = try decoder.entities(data(.h2, entityLength: 0xFFFF))
    #expect(entities.count == 1)
  }

  @Test("what an FPDU leaves over in its entity is an FPDU or refused")
  func leftOver() {
    var decoder = EntityDecoder(framing: .h2, crc: false, expecting: .fpdus)
    #expect(throws: EntityDecoder.Fault.fpdu(.badLength(0))) {
      try decoder.entities(Vecteur.octets("000800070000a1004100"))
    }
  }
}
