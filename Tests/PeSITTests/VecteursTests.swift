import Foundation
import NIOCore
import Testing

@testable import PeSIT

/// A line of a file of `Vecteurs`: a message's name and its octets.
struct Vecteur: Sendable, CustomTestStringConvertible {
  let place: String
  /// As the standard calls it.
  let name: String
  let octets: [UInt8]
  /// The two octets of the checksum follow.
  let hasCRC: Bool

  var testDescription: String { "\(place) \(name)" }
  var buffer: ByteBuffer { ByteBuffer(bytes: octets) }

  static let exemples = lines(of: "exemples")
  static let captures = lines(of: "captures")
  static let all = exemples + captures
  /// LOGON, ACK0 and NAK0 come before the connection.
  static let fpdus = all.filter { FPDUCode.names.contains($0.name) }

  private static func lines(of file: String) -> [Vecteur] {
    guard let url = Bundle.module.url(forResource: "Vecteurs/" + file, withExtension: "txt"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { Vecteur(String($0.element), place: "\(file):\($0.offset + 1)") }
  }

  private init?(_ line: String, place: String) {
    let parts = line.split(separator: " ").map(String.init)
    guard parts.count == 2, parts[0] != "#" else { return nil }
    self.place = place
    hasCRC = parts[0].hasSuffix("+CRC")
    name = hasCRC ? String(parts[0].dropLast(4)) : parts[0]
    octets = Self.octets(parts[1])
  }

  /// The first example of a name.
  static func exemple(_ name: String) throws -> [UInt8] {
    try #require(exemples.first { $0.name == name && !$0.hasCRC }).octets
  }

  /// Of hexadecimal digits, blanks between them allowed; none when they are not.
  static func octets(_ digits: String) -> [UInt8] { hexadecimalOctets(digits.filter { !$0.isWhitespace }) ?? [] }

  /// Of hexadecimal digits.
  static func buffer(_ digits: String) -> ByteBuffer { ByteBuffer(bytes: octets(digits)) }
}

extension FPDUCode {
  /// The standard's names of all messages.
  static let names = Set(allCases.map(\.name))
}

@Suite("Octets of the standard's rules and of other products")
struct VecteursTests {
  @Test("every line of the two files is read")
  func count() {
    #expect(Vecteur.exemples.count == 45)
    #expect(Vecteur.captures.count == 90)
    #expect(Vecteur.fpdus.count == 130)
    #expect(Vecteur.all.allSatisfy { !$0.octets.isEmpty })
  }

  @Test("every message of the profile has an example")
  func everyCode() {
    let shown = Set(Vecteur.fpdus.map(\.name))
    #expect(FPDUCode.names.subtracting(shown).isEmpty)
  }

  @Test("an FPDU is read whole under its name and gives the same octets again", arguments: Vecteur.fpdus)
  func sameOctets(_ vecteur: Vecteur) throws {
    var buffer = vecteur.buffer
    let fpdu = try FPDU(decoding: &buffer, crc: vecteur.hasCRC)
    #expect(fpdu.body.code.name == vecteur.name)
    #expect(buffer.readableBytes == 0)
    #expect(hex(fpdu.encoded(crc: vecteur.hasCRC).readableBytesView) == hex(vecteur.octets))
  }

  @Test(
    "a pre-connection is read and gives the same octets again", arguments: Vecteur.all.filter { $0.name == "LOGON" })
  func logon(_ vecteur: Vecteur) throws {
    let logon = try #require(Logon(decoding: vecteur.buffer))
    #expect(logon.requester == "PARIS")
    #expect(logon.password == "SECRET")
    #expect(logon.encoded == vecteur.buffer)
  }

  @Test("ACK0 and NAK0 are the answers of a pre-connection")
  func answers() {
    for vecteur in Vecteur.all where vecteur.name == "ACK0" { #expect(vecteur.octets == Logon.accepted) }
    for vecteur in Vecteur.all where vecteur.name == "NAK0" { #expect(vecteur.octets == Logon.refused) }
  }
}

@Suite("Three articles in a DTF and a fourth one in two entities")
struct ArticlesOfTwoEntitiesTests {
  private static let first = "0020 00150000a103 000441414141 00024242 0003434343 000b0041a100 4444444444"
  private static let second = "0011 00080042a100 6464 0009c003a100140101"
  private static let articles = ["AAAA", "BB", "CCC", "DDDDDdd"]

  @Test("two entities give DTF and DTFDA, then DTFFA and SYN")
  func entities() throws {
    let entities = try read()
    try #require(entities.count == 2)
    #expect(entities[0].map(\.body.code) == [.data, .dataStart])
    #expect(entities[1].map(\.body.code) == [.dataLast, .sync])
    #expect(entities[1].last == FPDU(to: 0xA1, .sync(Sync(1))))
  }

  @Test("the four articles are found, sixteen octets in all")
  func articles() throws {
    var unpacker = ArticleUnpacker(maxLength: 1024)
    var found: [String] = []
    for fpdu in try read().flatMap({ $0 }) {
      guard case .data(let unit) = fpdu.body else { continue }
      found += try unpacker.articles(of: unit).map { String(buffer: $0) }
    }
    #expect(found == Self.articles)
    #expect(found.joined().utf8.count == 16)
    #expect(!unpacker.isWithinArticle)
  }

  @Test("the packer makes the same DTF of the first three articles")
  func packed() throws {
    var packer = EntityPacker(EntityLayout(framing: .h2, destination: 0xA1, maxEntity: 32750, crc: false))
    for article in Self.articles.prefix(3) { packer.append(ByteBuffer(string: article)) }
    let entity = packer.take()
    let expected = [0x00, 0x15] + (try Vecteur.exemple("DTF"))
    #expect(hex(entity.readableBytesView) == hex(expected))
  }

  private func read() throws -> [[FPDU]] {
    var decoder = EntityDecoder(framing: .h2, crc: false, expecting: .fpdus)
    var stream = Vecteur.buffer(Self.first + Self.second)
    decoder.append(&stream)
    var entities: [[FPDU]] = []
    while case .fpdus(let fpdus)? = try decoder.next() { entities.append(fpdus) }
    #expect(decoder.bufferedByteCount == 0)
    return entities
  }
}
