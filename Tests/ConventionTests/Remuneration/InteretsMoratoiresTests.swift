import Convention
import Testing

@Suite("Art. 17 — délai de paiement et intérêts moratoires")
struct InteretsMoratoiresTests {
  @Test("received on 16/10/2026, an invoice is to be paid by 15/11/2026, a Sunday; postponed, by the day after (R066)")
  func limit() {
    let departement = ExempleDeFacture.departement
    let strict = LimiteDePaiement(reception: Jour(2026, 10, 16), departement)
    #expect(strict.jour == Jour(2026, 11, 15))
    #expect(strict.explication.resultat == "15/11/2026")
    let postponed = LimiteDePaiement(reception: Jour(2026, 10, 16), departement, report: .premierJourOuvrable)
    #expect(postponed.jour == Jour(2026, 11, 16))
  }

  @Test("paid on 16/11/2026, it is one day late, or none when the limit is postponed (R066)")
  func oneDay() throws {
    for (report, days) in [(Report642.sansReport, 1), (.premierJourOuvrable, 0)] {
      var facture = try ExempleDeFacture.recue(report: report)
      facture.follow(try facture.payer(le: Jour(2026, 11, 16), montant: .euros(1000)))
      #expect(facture.interets(au: Jour(2027, 1, 1))?.retardDays == days)
      #expect(facture.interets(au: Jour(2027, 1, 1))?.indemnite == (days == 1 ? .euros(40) : .zero))
    }
  }

  @Test(
    "principal × rate × days / 365, to the cent (R067)",
    arguments: [
      (1_000_00, 20, 1015, 5_56), (1_000_00, 20, 800, 4_38), (250_80, 45, 800, 2_47), (1_000_00, 0, 800, 0),
    ] as [(Int64, Int, Int, Int64)])
  func vectors(_ principal: Int64, _ days: Int, _ taux: Int, _ cents: Int64) {
    let interets = InteretsMoratoires.interets(
      sur: Montant(cents: principal), Taux(centiemes: taux), days: days, on: Jour(2026, 1, 1))
    #expect(interets.cents == cents)
  }

  private static func interets(_ limite: Jour, days: Int, contratDu: Jour) -> InteretsMoratoires {
    InteretsMoratoires(
      [.init(.euros(1000), jusquau: limite.adding(days: days))], reception: limite.adding(days: -30), limite: limite,
      contratDu: contratDu)
  }

  @Test("late by 20 days in 2011: 1,00 % + 7 %, 4,38 € and no flat sum; on time, nothing (R067)")
  func in2011() {
    let late = InteretsMoratoiresTests.interets(Jour(2011, 3, 1), days: 20, contratDu: Jour(2010, 12, 15))
    #expect(late.taux.centiemes == 800)
    #expect(late.total == .euros(4, 38))
    #expect(plain(late.explication.calcul[0]) == "1 000,00 € × 8 % × 20 / 365 = 4,38 €")
    // The regime that applied, and not the other.
    #expect(late.explication.valeurs.map(\.texte).map(plain) == ["1 %", "+ 7 %, 0,00 €"])
    let onTime = InteretsMoratoiresTests.interets(Jour(2011, 3, 1), days: 0, contratDu: Jour(2010, 12, 15))
    #expect(onTime.total == .zero)
    #expect(onTime.retardDays == 0)
  }

  @Test("late by 20 days in 2026 under a contract of 2025: 2,15 % + 8 %, 5,56 € and 40,00 €")
  func in2026() {
    let late = InteretsMoratoiresTests.interets(Jour(2026, 2, 1), days: 20, contratDu: Jour(2025, 1, 1))
    #expect(late.taux.centiemes == 1015)
    #expect(late.interets == .euros(5, 56))
    #expect(late.indemnite == .euros(40))
    #expect(late.explication.valeurs.count == 2 && plain(late.explication.valeurs[1].texte).hasPrefix("+ 8 %"))
  }

  @Test("the regime of 2013 asks for a contract from 16/03/2013 and a delay that starts from 01/05/2013")
  func regime2013() {
    func taux(_ contrat: Jour, _ reception: Jour) -> (Int, Montant) {
      let item = InteretsMoratoires(
        [.init(.euros(1000), jusquau: Jour(2013, 6, 30))], reception: reception, limite: Jour(2013, 6, 1),
        contratDu: contrat)
      return (item.taux.centiemes, item.indemnite)
    }
    #expect(taux(Jour(2013, 3, 16), Jour(2013, 5, 1)) == (875, .euros(40)))
    #expect(taux(Jour(2013, 3, 15), Jour(2013, 5, 1)) == (775, .zero))
    #expect(taux(Jour(2013, 3, 16), Jour(2013, 4, 30)) == (775, .zero))
  }

  @Test("the rate is that of the semester in which the interest begins: 30/06 or 01/07/2013")
  func semester() {
    let contrat = Jour(2010, 12, 15)
    #expect(InteretsMoratoiresTests.interets(Jour(2013, 6, 29), days: 60, contratDu: contrat).taux.centiemes == 775)
    #expect(InteretsMoratoiresTests.interets(Jour(2013, 6, 30), days: 60, contratDu: contrat).taux.centiemes == 750)
  }

  @Test("the totals published: 11,20 % in the first half of 2008, 11,07 % in the second, 9,50 % in the first of 2009")
  func published() {
    let regime = Bareme.retardDePaiement.entries[0].value.majoration
    let totals = [Jour(2008, 1, 1), Jour(2008, 7, 1), Jour(2009, 6, 30)].map { Bareme.tauxBCE.value(on: $0) + regime }
    #expect(totals.map(\.centiemes) == [1120, 1107, 950])
    #expect(Bareme.tauxBCE.entries.last?.from == Jour(2026, 1, 1))
  }

  @Test("a part paid in time owes nothing, each other part its own days, and the flat sum is owed once")
  func parts() throws {
    var facture = try ExempleDeFacture.recue()
    let payments = [
      (Jour(2026, 11, 15), Montant.euros(500)), (Jour(2026, 11, 25), .euros(300)), (Jour(2026, 12, 5), .euros(200)),
    ]
    for (jour, montant) in payments { facture.follow(try facture.payer(le: jour, montant: montant)) }
    let interets = Exemple.require(facture.interets(au: Jour(2027, 1, 1)))
    // 300 × 10,15 % × 10 / 365 = 0,83; 200 × 10,15 % × 20 / 365 = 1,11.
    #expect(interets.parts.map { $0.jusquau.days(since: interets.limite) } == [10, 20])
    #expect(interets.interets == .euros(1, 94))
    #expect(interets.indemnite == .euros(40))
    // On 25/11, 500,00 € were left: 300 paid that day and 200 not yet, ten days each; 0,83 + 0,56.
    #expect(facture.interets(au: Jour(2026, 11, 25))?.interets == .euros(1, 39))
  }
}
