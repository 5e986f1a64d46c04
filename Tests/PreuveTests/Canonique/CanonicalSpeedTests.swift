import Foundation
import Testing

@testable import Preuve

@Suite("Canonical bytes — speed", .enabled(if: ProcessInfo.processInfo.environment["MESURER"] != nil))
struct CanonicalSpeedTests {
  @Test("an object of forty fields is written and read in a few microseconds (release)")
  func fortyFields() throws {
    let value = Forty.sample
    let bytes = try CanonicalEncoder.encode(value)
    let rounds = 100_000
    let clock = ContinuousClock()
    var total = 0
    let writing = try clock.measure {
      for _ in 0..<rounds { total += try CanonicalEncoder.encode(value).count }
    }
    let reading = try clock.measure {
      for _ in 0..<rounds { total += try CanonicalDecoder.decode(Forty.self, from: bytes).a.count }
    }
    print("encode:", writing / rounds, "decode:", reading / rounds, "bytes:", bytes.count, total)
  }

  private struct Money: Codable {
    let cents: Int64
    init(cents: Int64) { self.cents = cents }
    init(from decoder: any Decoder) throws { cents = try decoder.singleValueContainer().decode(Int64.self) }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(cents)
    }
  }

  private struct Ten: Codable {
    var reference = "T-2026-000012", libelle = "Taxe foncière 2025", commune = "SAINT-ÉTIENNE", code = "42000"
    var montant = Money(cents: 123_456), restant = Money(cents: 99), jour = 20_515, rang: Int32 = 2
    var definitif = true
    var note: String?
  }

  private struct Forty: Codable {
    var a = "DossierTransmis", b = Ten(), c = Ten(), d = Ten(), e: [Int] = [1, 2, 3], f = 12, g = "fin"
    static let sample = Forty()
  }
}
