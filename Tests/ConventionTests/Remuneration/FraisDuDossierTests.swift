import Testing

@testable import Convention

@Suite("Art. 15 — frais d’un dossier, quel que soit celui qui est payé")
struct FraisDuDossierTests {
  private static let jour = Jour(2026, 3, 10)
  private static let metropole = LieuFiscal(
    ContratDepartemental(du: Jour(2025, 1, 1), clauses: .init(departement: Departement("31"))), Vie().dossier)

  private static func vie(_ montant: Montant = .euros(1000)) throws -> Vie {
    try .recue(.exemple([.exemple(1, montant)]))
  }

  private static func frais(_ vie: Vie) throws -> FraisDuDossier {
    try #require(FraisDuDossier(vie.dossier, metropole))
  }

  private static func paiement(
    _ numero: String, _ creance: Montant, ht: Montant? = nil, tva: Montant? = nil, ordre: String = "E"
  ) -> Message.Contenu {
    .encaissement(
      Encaissement(
        numero: numero, moyen: "03", ordre: ordre, recu: creance + (ht ?? .zero) + (tva ?? .zero), creance: creance,
        fraisHT: ht, tva: tva))
  }

  @Test("115,06 € declared as 100,00 and 15,06 of fee is the tariff: nothing is said (R060)")
  func conform() throws {
    var vie = try Self.vie()
    try vie.receive(Self.paiement("P1", .euros(100), ht: .euros(12, 55), tva: .euros(2, 51)), fait: Self.jour)
    let frais = try Self.frais(vie)
    #expect(frais.paiements.map(\.phrase) == ["conforme au tarif"])
    #expect(frais.compte.enAttente == .zero && frais.duParLeComptable == .zero)
    #expect(frais.paiements[0].explication.exigences == ["R059", "R060"])
    #expect(plain(frais.paiements[0].explication.calcul[0]) == "12,55 % × 100,00 € = 12,55 €")
    #expect(frais.paiements[0].explication.donnees.contains { $0.texte == "département 31, d’après le contrat" })
  }

  @Test(
    "a declared fee above or below the tariff is kept, and the difference is said, never refused (R060)",
    arguments: [
      (Montant.euros(13), Montant.euros(2, 60), "de plus que le tarif"),
      (.euros(12), .euros(2, 40), "de moins que le tarif"), (.euros(12, 50), .euros(2, 56), "même total"),
    ])
  func difference(_ ht: Montant, _ tva: Montant, _ phrase: String) throws {
    var vie = try Self.vie()
    try vie.receive(Self.paiement("P1", .euros(100), ht: ht, tva: tva), fait: Self.jour)
    let frais = try Self.frais(vie)
    #expect(frais.paiements[0].phrase.contains(phrase))
    #expect(frais.compte.preleve == Honoraire(ht: ht, tva: tva))
    #expect(vie.dossier.recouvre == .euros(100))
  }

  @Test(
    "100,00 € to the Trésor’s order: 86,91 for the debt, and the comptable owes the étude 13,09 (décret 2008-554, R059)"
  )
  func tresor() throws {
    var vie = try Self.vie()
    try vie.receive(Self.paiement("P1", .euros(100), ordre: "T"), fait: Self.jour)
    let frais = try Self.frais(vie)
    #expect(frais.duParLeComptable.ttc == .euros(13, 9))
    #expect(frais.compte.recouvre == .euros(86, 91) && frais.compte.enAttente == .zero)
    #expect(frais.paiements[0].explication.articles.contains(Article(.decret2008, "2")))
    // The dossier’s own account is what was declared.
    #expect(vie.dossier.recouvre == .euros(100))
  }

  @Test("a second sum to the Trésor’s order owes the difference only; cancelled, it owes nothing")
  func twice() throws {
    var vie = try Self.vie()
    for numero in ["P1", "P2"] {
      try vie.receive(Self.paiement(numero, .euros(100), ordre: "T"), fait: Self.jour)
    }
    let both = try Self.frais(vie)
    #expect(both.compte.recouvre + both.duParLeComptable.ttc == .euros(200))
    // A cent that no split can share goes to the debt, and its fee waits.
    #expect(both.duParLeComptable + both.compte.enAttente == both.compte.du)
    #expect(both.compte.enAttente.ttc <= Montant(cents: 1))
    try vie.receive(.annulation("P3", de: "P2", .euros(100)), fait: Self.jour)
    #expect(try Self.frais(vie).duParLeComptable.ttc == .euros(13, 9))
  }

  @Test("a fee that the étude declared on a payment to the Trésor is kept as typed")
  func declaredToTresor() throws {
    var vie = try Self.vie()
    try vie.receive(Self.paiement("P1", .euros(100), ht: .euros(10), tva: .euros(2), ordre: "T"), fait: Self.jour)
    let frais = try Self.frais(vie)
    #expect(frais.duParLeComptable == .zero)
    #expect(frais.paiements[0].phrase.contains("de moins que le tarif"))
  }

  @Test("paid to the comptable (event 06), he owes the étude its fee; undone, or before the hand-over, nothing")
  func comptable() throws {
    var vie = try Self.vie()
    vie.update(.code("06", 1, le: Self.jour, montant: .euros(100)))
    let frais = try Self.frais(vie)
    #expect(frais.paiements.map(\.numero) == ["événement 1"])
    #expect(frais.duParLeComptable.ttc == .euros(13, 9))
    vie.update(.code("20", 2, le: Self.jour, annule: 1))
    #expect(try Self.frais(vie).paiements.isEmpty)
    var earlier = try Self.vie()
    earlier.update(.code("06", 1, le: Exemple.remise.adding(days: -1), montant: .euros(100)), recu: Self.jour)
    #expect(try Self.frais(earlier).paiements.isEmpty)
  }

  @Test("below the minimum with tax, 5,00 € go to the debt and 7,52 wait; they come first in the next sum")
  func waits() throws {
    var vie = try Self.vie()
    try vie.receive(Self.paiement("P1", .euros(5), ordre: "T"), fait: Self.jour)
    let small = try Self.frais(vie)
    #expect(small.compte.recouvre == .euros(5) && small.compte.enAttente.ttc == .euros(7, 52))
    #expect(small.paiements[0].phrase == "aucuns frais")
    try vie.receive(Self.paiement("P2", .euros(10), ordre: "T"), fait: Self.jour)
    let next = try Self.frais(vie)
    #expect(next.compte.recouvre == .euros(7, 48) && next.duParLeComptable.ttc == .euros(7, 52))
  }

  @Test("before anything is paid, what the debtor would pay to settle is told: 100,00 € and 15,06 of fee")
  func settle() throws {
    let frais = try Self.frais(try Self.vie(.euros(100)))
    #expect(frais.pourSolder(.euros(100), le: Self.jour).ttc == .euros(15, 6))
    #expect(frais.compte.du == .zero)
  }

  @Test("a judicial dossier has no fee of the phase comminatoire (R007)")
  func judicial() throws {
    #expect(FraisDuDossier(try Vie.judiciaire().dossier, Self.metropole) == nil)
  }

  @Test("the comptable’s imputation always gives the sum back, to the cent, over random payments", arguments: 0..<20)
  func sums(_ seed: Int) throws {
    var alea = Alea(seed: UInt64(seed))
    var vie = try Self.vie(.euros(5000))
    for rank in 1...8 {
      let montant = Montant(cents: Int64(alea.int(1...40_000)))
      try vie.receive(Self.paiement("P\(rank)", montant, ordre: "T"), fait: Self.jour.adding(days: rank))
    }
    let frais = try Self.frais(vie)
    let paid = frais.paiements.reduce(Montant.zero) { $0 + $1.recu }
    #expect(frais.compte.recouvre + frais.duParLeComptable.ttc == paid)
    #expect(frais.compte.tropPreleve == .zero)
  }
}

@Suite("Territoire fiscal d’un dossier")
struct LieuFiscalTests {
  @Test("the contract’s département, else the commune’s, else the postal code’s, else metropolitan France")
  func order() throws {
    let insee = Exemple.require(CodeInsee("97411"))
    let dossier = Vie(insee: insee).dossier
    let contrat = ContratDepartemental(du: Jour(2025, 1, 1), clauses: .init(departement: Departement("973")))
    #expect(LieuFiscal(contrat, dossier).territoire == .guyaneMayotte)
    #expect(LieuFiscal(nil, dossier).territoire == .antillesReunion)
    #expect(LieuFiscal(ContratDepartemental(du: Jour(2025, 1, 1)), dossier).departement?.texte == "974")
    #expect(LieuFiscal(nil, Vie().dossier).departement?.texte == "31")
    let waiting = Vie(transmise: .exemple()).dossier
    #expect(LieuFiscal(nil, waiting).territoire == .metropole && LieuFiscal(nil, waiting).departement == nil)
  }
}
