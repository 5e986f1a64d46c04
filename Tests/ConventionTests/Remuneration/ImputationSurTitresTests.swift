@testable import Convention
import Testing

@Suite("Imputation d’une somme sur les titres")
struct ImputationSurTitresTests {
  private static let restes: [(rang: Int, reste: Montant)] = [(2, .euros(10)), (1, .euros(20)), (3, .euros(70))]

  private static func cents(_ parts: [Imputation]) -> [Int: Int64] {
    Dictionary(uniqueKeysWithValues: parts.map { ($0.rangTitre, $0.montant.cents) })
  }

  @Test("by default the oldest first: 15,00 € are 10,00 € and 5,00 €")
  func oldest() throws {
    let parts = try ImputationSurTitres.defaut.repartir(.euros(15), sur: ImputationSurTitresTests.restes)
    #expect(parts == [Imputation(rangTitre: 2, montant: .euros(10)), Imputation(rangTitre: 1, montant: .euros(5))])
  }

  @Test("in proportion, the cents that are left go to the largest remainders: 0,15 € are 0,02 €, 0,03 € and 0,10 €")
  func proportional() throws {
    // 1,5 – 3 – 10,5: the oldest of two equal remainders has the cent.
    let parts = try ImputationSurTitres.proportionnelle.repartir(.euros(0, 15), sur: ImputationSurTitresTests.restes)
    #expect(ImputationSurTitresTests.cents(parts) == [2: 2, 1: 3, 3: 10])
  }

  @Test("the debtor's choice stands if it adds up and names titres of the dossier (R-68)")
  func choice() throws {
    let choix = [Imputation(rangTitre: 3, montant: .euros(15))]
    let policy = ImputationSurTitres.choixDuRedevable
    #expect(try policy.repartir(.euros(15), sur: ImputationSurTitresTests.restes, choix: choix) == choix)
    let refus = Refus(.choixDImputationDiscordant, under: Article(.codeCivil, "1342-10"))
    #expect(throws: refus) { try policy.repartir(.euros(16), sur: ImputationSurTitresTests.restes, choix: choix) }
    #expect(throws: refus) {
      try policy.repartir(
        .euros(15), sur: ImputationSurTitresTests.restes, choix: [Imputation(rangTitre: 9, montant: .euros(15))])
    }
  }

  @Test("on random debts the parts add up, and none exceeds its titre while the debt is not exceeded")
  func properties() throws {
    var alea = Alea(seed: 1253)
    for _ in 0..<5_000 {
      let restes = (1...alea.int(1...6)).map { (rang: $0, reste: Montant(cents: Int64(alea.int(0...5_000)))) }
      let total = restes.reduce(Int64(0)) { $0 + $1.reste.cents }
      let montant = Montant(cents: Int64(alea.int(1...20_000)))
      for policy in [ImputationSurTitres.plusAncien, .proportionnelle] {
        let parts = try policy.repartir(montant, sur: restes)
        #expect(parts.reduce(Montant.zero) { $0 + $1.montant } == montant)
        guard montant.cents <= total else { continue }
        #expect(parts.allSatisfy { part in restes.contains { $0.rang == part.rangTitre && part.montant <= $0.reste } })
      }
    }
  }
}
