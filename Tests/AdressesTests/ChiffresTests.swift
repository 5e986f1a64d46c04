import Convention
import Testing

@testable import Adresses

@Suite("R170 — codes mal tapés, noms mal écrits")
struct ChiffresTests {
  @Test("the five digits of a code come back, zeros included")
  func digits() {
    for code in [0, 1, 1000, 31770, 99999] as [Int32] {
      #expect(Chiffres.number(Chiffres.digits(code), count: 5) == code)
    }
    #expect(Chiffres.number(Array("3177".utf8), count: 5) == nil)
    #expect(Chiffres.number(Array("3177A".utf8), count: 5) == nil)
  }

  @Test("one fault: the codes listed are exactly those recognised", arguments: ["31770", "00000", "3177", "317701"])
  func oneFault(typed: String) {
    let typed = Array(typed.utf8)
    let listed = Set(Chiffres.oneFault(from: typed))
    let recognised = Set((0..<100_000 as Range<Int32>).filter { Chiffres.isOneFault($0, from: typed) })
    #expect(listed == recognised)
  }

  @Test("three or seven digits are too far from a code")
  func tooFar() {
    #expect(Chiffres.oneFault(from: Array("317".utf8)).isEmpty)
    #expect(Chiffres.oneFault(from: Array("3177012".utf8)).isEmpty)
  }

  @Test(
    "what the postal code field says",
    arguments: [
      ("31770", CodeLu.complet(31770, asTyped: true)), (" 31770", .complet(31770, asTyped: true)),
      ("31 770", .complet(31770, asTyped: false)), ("F-31770", .complet(31770, asTyped: false)),
      ("31770.0", .complet(31770, asTyped: false)), ("4100.0", .partiel(Array("4100".utf8))),
      ("3I77O", .complet(31770, asTyped: false)), ("2A000", .corse(201)), ("2b", .corse(202)), ("", .absent),
      (" - ", .absent), ("L-1855", .etranger), ("CH 1200", .etranger), ("ABCDE", .illisible), ("X1234", .illisible),
      ("317700", .partiel(Array("317700".utf8))),
    ])
  func reading(texte: String, expected: CodeLu) {
    #expect(CodeLu(texte) == expected)
  }
}

@Suite("R170 — noms voisins")
struct VoisinageTests {
  @Test(
    "a fault is a letter added, lost, changed, or two swapped",
    arguments: [
      ("MURET", "MURET", 0), ("MURET", "MURETT", 1), ("MURET", "MRET", 1), ("MURET", "NURET", 1), ("MURET", "MRUET", 1),
      ("MURET", "UMRTE", 2), ("", "AB", 2), ("A", "BC", 2), ("MURET", "TERUM", nil), ("AB", "ABCDE", nil),
    ] as [(String, String, Int?)])
  func distance(left: String, right: String, expected: Int?) {
    #expect(Distance.between(Array(left.utf8)[...], Array(right.utf8)[...], limit: 2) == expected)
    #expect(Distance.between(Array(right.utf8)[...], Array(left.utf8)[...], limit: 2) == expected)
  }

  @Test("no neighbour is missed: the same as comparing with every name")
  func complete() {
    var hasard = Hasard(state: 5)
    var noms = Noms(capacity: 10)
    func word() -> [UInt8] {
      (0..<Int.random(in: 1...9, using: &hasard)).map { _ in UInt8.random(in: 65...68, using: &hasard) }
    }
    for _ in 0..<400 { _ = noms.insert(word()) }
    let voisinage = Voisinage(noms)
    for _ in 0..<100 {
      let wanted = word()
      let near = Set(voisinage.near(wanted[...]).map(\.nom))
      let expected = (0..<Int32(noms.count)).filter { Distance.between(noms[$0], wanted[...], limit: 2) != nil }
      #expect(near == Set(expected))
    }
  }

  @Test("a name is found again by its bytes, after any number of insertions")
  func noms() {
    var noms = Noms(capacity: 1)
    let words = (0..<3000).map { Array("NOM \($0)".utf8) }
    let ranks = words.map { noms.insert($0) }
    #expect(noms.count == 3000)
    for (word, rank) in zip(words, ranks) { #expect(noms.find(word) == rank) }
    #expect(noms.insert(words[7]) == ranks[7])
    #expect(noms.find(Array("NOM".utf8)) == nil)
  }

  @Test(
    "names fold to La Poste's writing",
    arguments: [
      ("Saint-Étienne", "ST ETIENNE"), ("Sainte Foy lez Lyon", "STE FOY LES LYON"),
      ("St Florent s/Cher", "ST FLORENT SUR CHER"),
      ("Œuilly", "OEUILLY"), ("L’Haÿ-les-Roses", "L HAY LES ROSES"), ("S Denis", "S DENIS"), ("Saintes", "SAINTES"),
      ("Villers ss Bois", "VILLERS SOUS BOIS"), ("", ""), ("---", ""), ("a & b", "A ET B"),
      ("E\u{301}vry", "EVRY"),
    ])
  func folding(texte: String, expected: String) {
    #expect(String(decoding: repliDeCommune(texte), as: UTF8.self) == expected)
  }
}
