import Testing

@testable import Preuve

@Suite("Canonical bytes — reading")
struct CanonicalDecoderTests {
  @Test(
    "whatever is written is read back, and written again gives the same bytes",
    arguments: 0..<20 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let event = Evenement.random(&generator)
      let bytes = try CanonicalEncoder.encode(event)
      let again = try CanonicalDecoder.decode(Evenement.self, from: bytes)
      #expect(again == event)
      #expect(try CanonicalEncoder.encode(again) == bytes)
    }
  }

  @Test(
    "bytes changed at random are refused, or are the canonical bytes of what they say",
    arguments: 0..<20 as Range<UInt64>)
  func fuzz(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var bytes = try CanonicalEncoder.encode(Evenement.random(&generator))
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = .random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("\" 0,:{}[]\\".utf8).randomElement(using: &generator) ?? 0, at: place)
        }
      }
      guard let read = try? CanonicalDecoder.decode(Exact.self, from: bytes) else { continue }
      #expect(try CanonicalEncoder.encode(read) == bytes)
    }
  }

  /// Any document, its keys in their order.
  private indirect enum Exact: Codable {
    case object([(Key, Exact)])
    case array([Exact])
    case text(String)
    case integer(Int64)
    case natural(UInt64)
    case flag(Bool)

    struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      if let object = try? decoder.container(keyedBy: Key.self) {
        self = .object(try object.allKeys.map { ($0, try object.decode(Exact.self, forKey: $0)) })
      } else if var array = try? decoder.unkeyedContainer() {
        var elements: [Exact] = []
        while !array.isAtEnd { elements.append(try array.decode(Exact.self)) }
        self = .array(elements)
      } else {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
          self = .text(text)
        } else if let integer = try? value.decode(Int64.self) {
          self = .integer(integer)
        } else if let natural = try? value.decode(UInt64.self) {
          self = .natural(natural)
        } else {
          self = .flag(try value.decode(Bool.self))
        }
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .object(let members):
        var container = encoder.container(keyedBy: Key.self)
        for (key, value) in members { try container.encode(value, forKey: key) }
      case .array(let elements):
        var container = encoder.unkeyedContainer()
        for element in elements { try container.encode(element) }
      case .text(let text): try single(encoder) { try $0.encode(text) }
      case .integer(let integer): try single(encoder) { try $0.encode(integer) }
      case .natural(let natural): try single(encoder) { try $0.encode(natural) }
      case .flag(let flag): try single(encoder) { try $0.encode(flag) }
      }
    }

    private func single(
      _ encoder: any Encoder, _ write: (inout any SingleValueEncodingContainer) throws -> Void
    ) throws {
      var container = encoder.singleValueContainer()
      try write(&container)
    }
  }

  @Test(
    "bytes that are not canonical are refused at their place",
    arguments: [
      ("", 0), (" 1", 0), ("1 ", 1), ("01", 0), ("-0", 0), ("-", 0), ("1.5", 1), ("1e3", 1), ("+1", 0),
      ("null", 0), ("tru", 0), ("True", 0), ("{\"a\": 1}", 5), ("{\"a\":1,}", 7), ("{\"a\":1,\"a\":2}", 10),
      ("{a:1}", 1), ("{\"a\"}", 4), ("{\"a\":1", 6), ("{,\"a\":1}", 1), ("[1,]", 3), ("[,1]", 1),
      ("[1 ,2]", 2),
      ("[1", 2), ("\"a", 2), ("\"\n\"", 1), ("\"\\n\"", 1), ("\"\\/\"", 1), ("\"\\u00e9\"", 1),
      ("\"\\u001F\"", 1), ("\"\\u0020\"", 1), ("\"\\u00\"", 1), ("[]]", 2), ("[[]", 3),
      ("123456789012345678901", 0),
    ])
  func refused(text: String, offset: Int) {
    let fault = #expect(throws: CanonicalFault.self) { try CanonicalDecoder.check(Array(text.utf8)) }
    #expect(fault?.offset == offset)
  }

  @Test(
    "bytes that are not UTF-8 are refused",
    arguments: [[0xFF], [0xC3], [0xE9, 0x61], [0xC0, 0x80], [0xED, 0xA0, 0x80]])
  func invalidUTF8(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(throws: CanonicalFault.self) { try CanonicalDecoder.check([quote] + bytes + [quote]) }
  }

  @Test("the bound of nesting: 64 levels are read, 65 are not, nor a million")
  func nesting() throws {
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8](repeating: UInt8(ascii: "["), count: depth)
        + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }
    try CanonicalDecoder.check(nested(64))
    #expect(throws: CanonicalFault.self) { try CanonicalDecoder.check(nested(65)) }
    #expect(throws: CanonicalFault.self) { try CanonicalDecoder.check(nested(1_000_000)) }
  }

  @Test("a key twice is found among few and among many", arguments: [2, 40, 64, 65, 66, 1000])
  func duplicates(count: Int) throws {
    func object(_ keys: [Int]) -> [UInt8] {
      Array(("{" + keys.map { "\"clé\($0)\":0" }.joined(separator: ",") + "}").utf8)
    }
    try CanonicalDecoder.check(object(Array(0..<count)))
    let fault = #expect(throws: CanonicalFault.self) {
      try CanonicalDecoder.check(object(Array(0..<count - 1) + [0]))
    }
    #expect(fault?.reason == "clé en double")
  }

  @Test("the keys of a dictionary are read sorted only")
  func dictionaryOrder() throws {
    let sorted = Array(#"{"a":1,"a b":2,"b":3}"#.utf8)
    #expect(try CanonicalDecoder.decode([String: Int].self, from: sorted) == ["a": 1, "a b": 2, "b": 3])
    #expect(throws: CanonicalFault.self) {
      try CanonicalDecoder.decode([String: Int].self, from: Array(#"{"b":3,"a":1}"#.utf8))
    }
  }

  @Test("unknown keys are passed over, missing ones are named, the place is told and the value is not")
  func schemaChanges() throws {
    let newer = Array(#"{"reference":"T","ajout":{"x":[1,"a"]},"restant":5}"#.utf8)
    #expect(
      try CanonicalDecoder.decode(Evenement.Titre.self, from: newer) == .init(reference: "T", restant: 5))
    let cases: [(String, String)] = [
      (
        #"[{"reference":"T","restant":5},{"reference":"Dupont"}]"#,
        "Octets canoniques ([1]) : clé « restant » absente"
      ),
      (#"[{"reference":"T","restant":"Dupont"}]"#, "Octets canoniques ([0].restant) : entier attendu"),
      (
        #"[{"reference":"T","restant":9999999999999999999}]"#,
        "Octets canoniques ([0].restant) : entier hors des bornes de son type"
      ),
    ]
    for (text, message) in cases {
      let fault = #expect(throws: CanonicalFault.self) {
        try CanonicalDecoder.decode([Evenement.Titre].self, from: Array(text.utf8))
      }
      #expect(fault?.description == message)
    }
    let fault = #expect(throws: CanonicalFault.self) {
      try CanonicalDecoder.decode([String: Evenement.Genre].self, from: Array(#"{"a":"Dupont"}"#.utf8))
    }
    #expect(fault?.description == "Octets canoniques (a) : valeur refusée par son type")
  }
}
