import Testing

@testable import Convention

@Suite("Art. 14 — dernier jour pour reverser une somme")
struct LimiteTests {
  private static let quinze = Jour(2010, 12, 15)
  private static let trois = Jour(2011, 1, 3)

  @Test(
    "keyed on payee and means together: Trésor 15 days, cash 21, the rest 42, on either side of the limit (R055–R057)",
    arguments: [
      ("T", "02", quinze, Jour(2010, 12, 30)), ("T", "02", Jour(2026, 1, 5), Jour(2026, 1, 20)),
      ("T", "02", Jour(2026, 3, 2), Jour(2026, 3, 17)), ("T", "02", Jour(2026, 10, 16), Jour(2026, 10, 31)),
      ("T", "02", Jour(2024, 12, 17), Jour(2025, 1, 1)), ("T", "02", trois, Jour(2011, 1, 18)),
      ("T", "01", quinze, Jour(2010, 12, 30)), ("E", "01", quinze, Jour(2011, 1, 5)),
      ("E", "01", trois, Jour(2011, 1, 24)), ("E", "02", trois, Jour(2011, 2, 14)),
      ("E", "03", trois, Jour(2011, 2, 14)), ("E", "08", trois, Jour(2011, 2, 14)),
      ("E", "20", trois, Jour(2011, 2, 14)), ("E", "21", trois, Jour(2011, 2, 14)),
    ])
  func vectors(_ ordre: String, _ moyen: String, _ recu: Jour, _ limite: Jour) {
    let versement = LimiteDeReversement.Versement(ordre: ordre, moyen: moyen)
    #expect(LimiteDeReversement(versement, recuLe: recu).jour == limite)
    #expect(
      Encaissement.exemple("P1", .euros(1), ordre: ordre, moyen: moyen).limiteReversement(received: recu) == limite)
    let somme = SommeDetenue.exemple("P1", .euros(1), recu, versement)
    #expect(somme.situation(on: limite) == .enAlerte(resteDays: 0))
    #expect(somme.situation(on: limite.adding(days: 1)) == .enRetard(days: 1))
  }

  @Test("the day of the receipt is day 0, and no limit is put off for a Sunday or a holiday")
  func noPostponement() {
    // 31/10/2026 is a Saturday, 01/01/2025 a holiday.
    #expect(LimiteDeReversement(.auTresor, recuLe: Jour(2026, 10, 16)).jour.weekday == .samedi)
    #expect(LimiteDeReversement(.auTresor, recuLe: Jour(2024, 12, 17)).jour == Jour(2025, 1, 1))
  }

  @Test(
    "part payments have the convention's delays unless the policy says otherwise; the décret of 2014 from 27/06/2014",
    arguments: [
      (Jour(2014, 6, 26), Jour(2014, 7, 17), Jour(2014, 8, 7)),
      (Jour(2014, 6, 27), Jour(2014, 8, 8), Jour(2014, 9, 27)),
      (Jour(2025, 11, 30), Jour(2026, 1, 11), Jour(2026, 2, 28)),
    ])
  func partPayments(_ recu: Jour, _ especes: Jour, _ autres: Jour) {
    let later = PolitiqueDesAcomptes.decret2014
    #expect(LimiteDeReversement(.especes, recuLe: recu, part: .acompte, politique: later).jour == especes)
    #expect(LimiteDeReversement(.autreMoyen, recuLe: recu, part: .acompte, politique: later).jour == autres)
    for versement in [LimiteDeReversement.Versement.especes, .autreMoyen] {
      let ordinary = LimiteDeReversement(versement, recuLe: recu).jour
      #expect(LimiteDeReversement(versement, recuLe: recu, part: .acompte).jour == ordinary)
      #expect(LimiteDeReversement(versement, recuLe: recu, part: .solde, politique: later).jour == ordinary)
    }
    #expect(
      LimiteDeReversement(.auTresor, recuLe: recu, part: .acompte, politique: later).jour == recu.adding(days: 15))
    #expect(PolitiqueDesAcomptes.defaut == .convention)
  }

  @Test("a limit says its rule, its article, its delay and its arithmetic")
  func explained() {
    let text = LimiteDeReversement(.especes, recuLe: LimiteTests.quinze).explication
    #expect(text.regle == "LimiteDeReversement")
    #expect(text.articles == [Article(14, alinea: 2), Article(.decret1996, "25")])
    #expect(text.exigences == ["R056"])
    #expect(text.calcul == ["15/12/2010 + 21 jours = 05/01/2011, sans report au jour ouvrable"])
    #expect(text.resultat == "05/01/2011")
    #expect(text.valeurs.map(\.texte) == ["21 jours"])
    let tresor = LimiteDeReversement(.auTresor, recuLe: LimiteTests.quinze).explication
    #expect(tresor.articles == [Article(14, alinea: 1)])
    #expect(tresor.exigences == ["R055"])
    let late = LimiteDeReversement(
      .autreMoyen, recuLe: Jour(2015, 1, 5), part: .acompte, politique: .decret2014
    ).explication
    #expect(late.valeurs.map(\.texte) == ["3 mois"])
    #expect(late.resultat == "05/04/2015")
  }

  @Test("the alert and the delays of part payments are dated and say where they come from")
  func dated() {
    let values = Bareme.reversement.flatMap { $0 } + Bareme.rapports.flatMap { $0 }
    #expect(values.allSatisfy { !$0.source.isEmpty && !$0.texte.isEmpty && !$0.nom.isEmpty })
    #expect(
      Bareme.reversement.map { $0.map(\.texte) } == [["5 jours"], ["21 jours", "42 jours"], ["42 jours", "3 mois"]])
  }
}

extension SommeDetenue {
  static func exemple(
    _ numero: String, _ creance: Montant, _ recuLe: Jour, _ versement: LimiteDeReversement.Versement = .autreMoyen,
    poste: String = "031012", frais: Montant = .zero, tva: Montant = .zero, etude: CodeEtude = Exemple.etude
  ) -> SommeDetenue {
    SommeDetenue(
      cle: Cle(dossier: Demande.exemple().cle, numero: numero), etude: etude, poste: poste, recuLe: recuLe,
      versement: versement, creance: creance, fraisHT: frais, tva: tva)
  }
}
