import Testing

@testable import Preuve

@Suite("Canonical bytes — writing")
struct CanonicalEncoderTests {
  @Test("an event gives these bytes, for ever")
  func golden() throws {
    let event = Evenement(
      genre: .encaisse, montant: -12_345, libelle: "L'\"Été\" \\ 1\u{1F}\n",
      titres: [.init(reference: "T-1", restant: 0)], note: nil,
      constat: .insolvable(motif: "RSA", jour: 7), totaux: ["b": 2, "a": 1, "a b": 3, "": 0], definitif: true)
    let expected =
      #"{"genre":"encaisse","montant":-12345,"libelle":"L'\"Été\" \\ 1\u001f\u000a","#
      + #""titres":[{"reference":"T-1","restant":0}],"constat":{"insolvable":{"motif":"RSA","jour":7}},"#
      + #""totaux":{"":0,"a":1,"a b":3,"b":2},"definitif":true}"#
    #expect(try encoded(event) == expected)
  }

  @Test("cases of an enumeration, empty values and bare values are written as the compiler's coding says")
  func shapes() throws {
    #expect(try encoded(Evenement.Constat.aucun) == #"{"aucun":{}}"#)
    #expect(try encoded(Evenement.Constat.adresse("x")) == #"{"adresse":{"_0":"x"}}"#)
    #expect(try encoded([Int]()) == "[]")
    #expect(try encoded([String: Int]()) == "{}")
    #expect(try encoded(Empty()) == "{}")
    #expect(try encoded([[1, 2], [], [3]]) == "[[1,2],[],[3]]")
    #expect(try encoded([["b": [1], "a": []]]) == #"[{"a":[],"b":[1]}]"#)
    #expect(try encoded("é") == #""é""#)
    #expect(try encoded(true) == "true")
    #expect(try encoded([UInt64.max]) == "[18446744073709551615]")
    #expect(try encoded([Int64.min, 0]) == "[-9223372036854775808,0]")
  }

  private struct Empty: Codable {}

  @Test("decimals, absent values in a list, sets and dictionaries without text keys are refused")
  func refused() {
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode(1.5) }
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode(["a": Float(1)]) }
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode([1, nil]) }
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode(["a": Int?.none]) }
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode(Set([1])) }
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode([1: "a"]) }
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode([Evenement.Constat.aucun: 1]) }
  }

  @Test("the bound of nesting: 64 levels are written, 65 are not")
  func nesting() throws {
    #expect(try CanonicalEncoder.encode(Nested(depth: 64)).count == 128)
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode(Nested(depth: 65)) }
  }

  private struct Nested: Encodable {
    let depth: Int
    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      if depth > 1 { try list.encode(Nested(depth: depth - 1)) }
    }
  }

  @Test("hand-written coding may nest containers, not write to one that is closed")
  func handWritten() throws {
    #expect(try encoded(HandWritten(returns: false)) == #"{"a":{"b":1},"b":[true,{"a":2}],"c":3}"#)
    #expect(throws: CanonicalFault.self) { try CanonicalEncoder.encode(HandWritten(returns: true)) }
  }

  private struct HandWritten: Encodable {
    let returns: Bool
    enum Key: CodingKey { case a, b, c }
    func encode(to encoder: any Encoder) throws {
      var root = encoder.container(keyedBy: Key.self)
      var first = root.nestedContainer(keyedBy: Key.self, forKey: .a)
      try first.encode(1, forKey: .b)
      var list = root.nestedUnkeyedContainer(forKey: .b)
      try list.encode(true)
      var inner = list.nestedContainer(keyedBy: Key.self)
      try inner.encode(2, forKey: .a)
      if returns { try first.encode(2, forKey: .c) }
      try root.encode(3, forKey: .c)
    }
  }

  private func encoded(_ value: some Encodable) throws -> String {
    String(decoding: try CanonicalEncoder.encode(value), as: UTF8.self)
  }
}
