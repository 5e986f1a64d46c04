import Convention
import Registre
import Testing

@testable import Centre

@Suite("Art. 14 — sommes détenues par les études (R055–R058)")
struct SommesDetenuesTests {
  private static let etude = CodeEtude("E3101")

  /// Dossiers D0, D1… of 1 000,00 € each, received on Monday 2 March 2026.
  private func essai(_ count: Int = 1) async throws -> CentreDEssai {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    for index in 0..<count { aller.demande("D\(index)", montants: [1_000_00]) }
    #expect(try await essai.recevoir("a", try aller.octets(), lundi).statut == "A")
    return essai
  }

  private func sommes(
    _ essai: CentreDEssai, _ perimetre: Perimetre = .exploitant, on jour: Jour
  ) async throws -> SommesDetenues {
    try await essai.registre.lire { try SommesDetenues($0, perimetre, on: jour) }
  }

  @Test("cash received on 03/03/2026: alert, then its last day, then late the day after; late ones come first")
  func limits() async throws {
    let essai = try await essai()
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.encaissement("D0", 1, "P-1", 100_00, ["moyen_paiement": "03"])
    etude.encaissement("D0", 2, "P-2", 40_00)
    #expect(try await essai.recevoir("e", try etude.octets(), mardi).statut == "A")
    let limit = mardi.adding(days: 21)
    let last = try await sommes(essai, on: limit)
    #expect(last.enRetard.isEmpty && last.enAttente.map(\.cle.numero) == ["P-2", "P-1"])
    #expect(last.enAttente[0].situation(on: limit).phrase == "dernier jour")
    let late = try await sommes(essai, on: limit.adding(days: 1))
    #expect(late.enRetard.map(\.cle.numero) == ["P-2"])
    #expect(late.totaux.map(\.detenu) == [Montant(cents: 140_00)] && late.totaux[0].enRetard == Montant(cents: 40_00))
    #expect(late.totaux[0].poste == "031012" && late.totaux[0].nombre == 2)
  }

  @Test("a cheque to the Trésor is not held: it leaves on its day of handing over")
  func cheque() async throws {
    let essai = try await essai()
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.encaissement(
      "D0", 1, "P-1", 100_00,
      ["moyen_paiement": "02", "ordre_paiement": "T", "mode_reversement": "C", "date_remise": mercredi.compact])
    #expect(try await essai.recevoir("e", try etude.octets(), mardi).statut == "A")
    let before = try await sommes(essai, on: mardi)
    #expect(before.totaux.map(\.cheques) == [Montant(cents: 100_00)] && before.totaux[0].detenu == .zero)
    #expect(try await sommes(essai, on: mercredi).enAttente.isEmpty)
  }

  @Test("each sees his own: the étude what it received, the poste what is due to it, the bureau nothing")
  func scopes() async throws {
    let essai = try await essai()
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.encaissement("D0", 1, "P-1", 100_00)
    _ = try await essai.recevoir("e", try etude.octets(), mardi)
    let (own, other) = (try #require(Self.etude), try #require(CodeEtude("E3102")))
    let (poste, away) = (try #require(Codique("031012")), try #require(Codique("031020")))
    for (scope, count) in [
      (.exploitant, 1), (.etudes([own]), 1), (.etudes([other]), 0), (.postes([poste]), 1), (.postes([away]), 0),
      (.national, 0),
    ] as [(Perimetre, Int)] {
      #expect(try await sommes(essai, scope, on: mardi).enAttente.count == count, "\(scope)")
    }
  }

  @Test("whatever is paid and cancelled, held = receipts − transfers − fees, and the totals make it", arguments: 1...6)
  func property(_ seed: Int) async throws {
    var hasard = Hasard(seed: UInt64(seed))
    let essai = try await essai(4)
    var (paid, cancelled) = ([Int](), Set<Int>())
    var etude = try Fabrique.etude("E3101", mardi, 1)
    for rank in 0..<24 {
      let numero = rank + 1
      if !paid.isEmpty, hasard.once(in: 4) {
        let index = hasard.below(paid.count)
        guard cancelled.insert(index).inserted else { continue }
        etude.encaissement("D\(index % 4)", numero, "A-\(rank)", paid[index], annule: "P-\(index)")
      } else {
        let amount = 1 + hasard.below(20_00)
        etude.encaissement("D\(paid.count % 4)", numero, "P-\(paid.count)", amount)
        paid.append(amount)
      }
    }
    #expect(try await essai.recevoir("e", try etude.octets(), mardi).statut == "A")
    let held = try await sommes(essai, on: mardi)
    let expected = paid.indices.filter { !cancelled.contains($0) }.reduce(0) { $0 + paid[$1] }
    let registre = try #require(held.registres.first)
    #expect(registre.detenu(on: mardi) == Montant(cents: Int64(expected)))
    #expect(
      registre.detenu(on: mardi)
        == registre.recettes(on: mardi) - registre.reversements(on: mardi) - registre.frais(on: mardi))
    #expect(held.totaux.reduce(Montant.zero) { $0 + $1.detenu } == registre.detenu(on: mardi))
  }
}
