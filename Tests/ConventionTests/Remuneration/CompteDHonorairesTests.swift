import Convention
import Testing

@Suite("Art. 15 — compte des honoraires d’un dossier")
struct CompteDHonorairesTests {
  static let jour = Jour(2026, 3, 10)

  /// A payment whose fee is the one expected.
  static func pay(
    _ compte: inout CompteDHonoraires, _ numero: String, _ principal: Montant, frais: Honoraire? = nil,
    le jour: Jour = jour
  ) throws(Refus) {
    let attendu = frais ?? compte.attendu(for: principal, le: jour)
    let item = Encaissement(
      numero: numero, moyen: "03", ordre: "E", recu: principal + attendu.ttc, creance: principal, fraisHT: attendu.ht,
      tva: attendu.tva)
    try compte.record(item, de: Exemple.etude, le: jour)
  }

  static func cancel(_ compte: inout CompteDHonoraires, _ numero: String, _ annule: String) throws(Refus) {
    try compte.record(.exemple(numero, .zero, annule: annule), de: Exemple.etude, le: jour)
  }

  @Test("two payments of 50,00 € owe what one of 100,00 € owes: 6,28 €, then 6,27 € before tax (R060)")
  func instalments() throws {
    var compte = CompteDHonoraires(.metropole)
    try CompteDHonorairesTests.pay(&compte, "P1", .euros(50))
    try CompteDHonorairesTests.pay(&compte, "P2", .euros(50))
    #expect(compte.lignes.map(\.declare.ht) == [.euros(6, 28), .euros(6, 27)])
    #expect(compte.lignes.map(\.declare.ttc) == [.euros(7, 54), .euros(7, 52)])
    #expect(compte.du == HonoraireAmiableTests.honoraire(.euros(100)))
    #expect(compte.preleve == compte.du)
    #expect(compte.ecarts.isEmpty)
    #expect(compte.lignes[1].explication.calcul.map(plain) == ["dû 15,06 € − déjà prélevé 7,54 €"])
  }

  @Test("20 000 debts paid in random instalments owe the fee of one payment, to the cent (R060)")
  func randomInstalments() throws {
    var alea = Alea(seed: 60)
    for _ in 0..<20_000 {
      let territoire = alea.pick(TerritoireFiscal.allCases)
      var compte = CompteDHonoraires(territoire)
      var total = Montant.zero
      for rank in 1...alea.int(1...6) {
        let part = Montant(cents: Int64(alea.int(1...(alea.chance(30) ? 120_000 : 4_000))))
        try CompteDHonorairesTests.pay(&compte, "P\(rank)", part)
        total += part
      }
      let whole = HonoraireAmiableTests.honoraire(total, CompteDHonorairesTests.jour, territoire)
      #expect(compte.preleve == whole, "\(total.cents) \(territoire)")
      #expect(compte.recouvre == total)
    }
  }

  @Test("the minimum and the cap apply once for a dossier")
  func once() throws {
    var compte = CompteDHonoraires(.metropole)
    for rank in 1...4 { try CompteDHonorairesTests.pay(&compte, "P\(rank)", .euros(10)) }
    #expect(compte.lignes.map(\.declare.ht) == [.euros(6, 27), .zero, .zero, .zero])
    try CompteDHonorairesTests.pay(&compte, "P5", .euros(2400))
    try CompteDHonorairesTests.pay(&compte, "P6", .euros(500))
    #expect(compte.lignes.last?.declare == .zero)
    #expect(compte.preleve.ht == .euros(300))
  }

  @Test("a payment cancelled takes its fee back, and the fee due goes down with the base")
  func cancellation() throws {
    var compte = CompteDHonoraires(.metropole)
    try CompteDHonorairesTests.pay(&compte, "P1", .euros(50))
    try CompteDHonorairesTests.pay(&compte, "P2", .euros(50))
    try CompteDHonorairesTests.cancel(&compte, "A1", "P1")
    // P2 alone: 6,28 € due, 6,27 € taken, one cent waits.
    #expect(compte.recouvre == .euros(50))
    #expect(compte.du.ht == .euros(6, 28))
    #expect(compte.preleve.ht == .euros(6, 27))
    #expect(compte.enAttente.ht == .euros(0, 1))
    try CompteDHonorairesTests.cancel(&compte, "A2", "P2")
    #expect(compte.recouvre == .zero)
    #expect(compte.du == .zero)
    #expect(compte.preleve == .zero)
    #expect(compte.lignes.map(\.numero) == ["P1", "P2", "A1", "A2"])
  }

  @Test("cancelling an unknown payment, or one twice, is refused and changes nothing (R-18)")
  func unknownCancellation() throws {
    var compte = CompteDHonoraires(.metropole)
    try CompteDHonorairesTests.pay(&compte, "P1", .euros(50))
    try CompteDHonorairesTests.cancel(&compte, "A1", "P1")
    let before = compte
    for annule in ["P1", "P9"] {
      #expect(throws: Refus(.encaissementInconnu, under: Article(7, alinea: 2))) {
        try CompteDHonorairesTests.cancel(&compte, "A2", annule)
      }
    }
    #expect(compte == before)
  }

  @Test("the declared split stands; above or below the tariff, the difference is said")
  func ecarts() throws {
    var compte = CompteDHonoraires(.metropole)
    try CompteDHonorairesTests.pay(
      &compte, "P1", .euros(100), frais: Honoraire(ht: .euros(20), tva: .euros(4)))
    #expect(compte.ecarts.map(\.difference) == [Honoraire(ht: .euros(7, 45), tva: .euros(1, 49))])
    #expect(compte.tropPreleve.ttc == .euros(8, 94))
    #expect(compte.ecarts.first?.explication.resultat.contains("7,45") == true)
    // The next payment owes what is left of the fee of both: 25,10 − 20,00.
    #expect(compte.attendu(for: .euros(100), le: CompteDHonorairesTests.jour).ht == .euros(5, 10))
  }

  @Test("a payment without a fee leaves it waiting, and the next one may take both")
  func waiting() throws {
    var compte = CompteDHonoraires(.metropole)
    try CompteDHonorairesTests.pay(&compte, "P1", .euros(50), frais: .zero)
    #expect(compte.enAttente == HonoraireAmiableTests.honoraire(.euros(50)))
    try CompteDHonorairesTests.pay(&compte, "P2", .euros(50))
    #expect(compte.lignes.last?.declare.ht == .euros(12, 55))
    #expect(compte.enAttente == .zero)
  }

  @Test("each payment bears the tax of its own day: 50,00 € in 2013, 50,00 € in 2014")
  func rates() throws {
    var compte = CompteDHonoraires(.metropole)
    try CompteDHonorairesTests.pay(&compte, "P1", .euros(50), le: Jour(2013, 12, 31))
    try CompteDHonorairesTests.pay(&compte, "P2", .euros(50), le: Jour(2014, 1, 1))
    // 6,28 at 19,6 % is 7,51; 6,27 at 20 % is 7,52.
    #expect(compte.lignes.map(\.declare.ttc) == [.euros(7, 51), .euros(7, 52)])
  }

  @Test("the account of a dossier follows its payments; a judicial dossier has none (R007, R-55)")
  func dossiers() throws {
    var vie = try Vie.recue()
    try vie.receive(.paiement("P1", .euros(20)), fait: Jour(2026, 3, 9))
    let compte = try CompteDHonoraires(vie.dossier, .metropole)
    #expect(compte.enAttente.ht == .euros(6, 27))
    let judiciaire = try Vie.recue(.exemple(phase: .judiciaire))
    #expect(throws: Refus(.honoraireHorsPhaseComminatoire, under: Article(15))) {
      _ = try CompteDHonoraires(judiciaire.dossier, .metropole)
    }
  }
}
