@testable import Preuve

/// Values shaped like the events of a journal.
struct Evenement: Codable, Hashable {
  var genre: Genre
  var montant: Int64
  var libelle: String
  var titres: [Titre]
  var note: String?
  var constat: Constat?
  var totaux: [String: Int]
  var definitif: Bool

  enum Genre: String, Codable, CaseIterable {
    case transmis, encaisse, clos
  }

  struct Titre: Codable, Hashable {
    var reference: String
    var restant: Int
  }

  enum Constat: Codable, Hashable {
    case aucun
    case insolvable(motif: String, jour: Int)
    case adresse(String)
  }
}

/// The same seed gives the same values.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Evenement {
  static func random(_ generator: inout SeededGenerator) -> Evenement {
    Evenement(
      genre: Genre.allCases.randomElement(using: &generator) ?? .clos,
      montant: .random(in: .min ... .max, using: &generator),
      libelle: randomText(&generator),
      titres: (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Titre(reference: randomText(&generator), restant: .random(in: -9...9, using: &generator))
      },
      note: Bool.random(using: &generator) ? randomText(&generator) : nil,
      constat: randomConstat(&generator),
      totaux: Dictionary(
        (0..<Int.random(in: 0...5, using: &generator)).map { (randomText(&generator), $0) },
        uniquingKeysWith: { $1 }),
      definitif: .random(using: &generator))
  }

  private static func randomConstat(_ generator: inout SeededGenerator) -> Constat? {
    switch Int.random(in: 0...3, using: &generator) {
    case 0: nil
    case 1: .aucun
    case 2: .insolvable(motif: randomText(&generator), jour: .random(in: 0...99, using: &generator))
    default: .adresse(randomText(&generator))
    }
  }
}

private func randomText(_ generator: inout SeededGenerator) -> String {
  let alphabet: [Character] = [
    "a", "Z", "é", "\"", "\\", "\n", "\u{1}", "\u{1F}", "/", "日", "🇫🇷", " ", "\u{7F}",
  ]
  return String(
    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      alphabet.randomElement(using: &generator) ?? "a"
    })
}
