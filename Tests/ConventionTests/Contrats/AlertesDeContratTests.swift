import Convention
import Testing

@Suite("Contrats — alertes avant chaque date")
struct AlertesDeContratTests {
  private func natures(
    _ vie: VieDeContrat, _ jour: Jour, _ rendus: [Periodicite.Document: Jour] = [.etatRecapitulatif: Jour(2026, 12, 31)]
  ) -> [AlerteDeContrat.Nature] {
    vie.histoire.alertes(on: jour, rendus: rendus).map(\.nature)
  }

  @Test("R069: the term shows 180 days before it, and goes once the contract is renewed")
  func term() throws {
    var vie = try VieDeContrat.signee()
    #expect(natures(vie, Jour(2027, 7, 3)) == [])
    #expect(natures(vie, Jour(2027, 7, 4)) == [.terme])
    let alerte = vie.histoire.alertes(on: Jour(2027, 7, 4), rendus: [.etatRecapitulatif: Jour(2027, 6, 30)]).first
    #expect(alerte?.texte == "terme du contrat, sans reconduction, le 31/12/2027 (article 19 de la convention)")
    vie.follow(
      try vie.histoire.renouveler(
        .ordinaire, decision: Ecrit("D", du: Jour(2027, 7, 5)), approbations: [.directeur], on: Jour(2027, 7, 5)))
    #expect(natures(vie, Jour(2027, 7, 5)) == [])
  }

  @Test("R068, R072: the end of a notice shows 30 days before it")
  func notices() throws {
    var vie = try VieDeContrat.signee()
    let jour = Jour(2026, 3, 10)
    vie.follow(try vie.histoire.denoncer(.init(par: [.prefet], notifieeLe: jour), on: jour))
    #expect(natures(vie, Jour(2026, 8, 10)) == [])
    #expect(natures(vie, Jour(2026, 8, 11)) == [.finDePreavis])
    #expect(natures(vie, Jour(2026, 9, 11)) == [])
    vie.follow(
      try vie.histoire.resilier(
        .annexes, preuve: Ecrit("P", du: jour), notifieeLe: jour, approbations: [.directeur], on: jour))
    #expect(natures(vie, Jour(2026, 4, 9)) == [])
    #expect(natures(vie, Jour(2026, 4, 10)) == [.effetDeResiliation])
  }

  @Test("R029: with a target, the review is 90 days before the term, shown 30 days ahead until it has its decision")
  func review() throws {
    var vie = try VieDeContrat.signee(ContratDepartemental(du: VieDeContrat.du, objectifs: ["CAN": 3500]))
    #expect(natures(vie, Jour(2027, 9, 1)) == [.terme])
    #expect(natures(vie, Jour(2027, 9, 2)) == [.revueDesObjectifs, .terme])
    let jour = Jour(2027, 9, 6)
    vie.follow(
      try vie.histoire.decider(
        .maintien, bilan: .cantine(40, on: jour), rapport: .exemple(du: jour), approbations: [.directeur], le: jour,
        on: jour))
    #expect(natures(vie, jour) == [.terme])
  }

  @Test(
    "R033: a monthly compte rendu shows 7 days before the end of its month, stays while late, and goes once rendered")
  func report() throws {
    var vie = try VieDeContrat.signee()
    vie.follow(
      try vie.histoire.fixer(Periodicite(.compteRendu, months: 1, du: Jour(2025, 1, 31)), on: Jour(2025, 1, 31)))
    let nature = AlerteDeContrat.Nature.documentDu(.compteRendu)
    // 31/01 + 1 month is 28/02: the first period ends on 27/02.
    #expect(natures(vie, Jour(2025, 2, 19)) == [])
    #expect(natures(vie, Jour(2025, 2, 20)) == [nature])
    #expect(natures(vie, Jour(2025, 6, 1)) == [nature])
    let rendus = [Periodicite.Document.compteRendu: Jour(2025, 2, 27), .etatRecapitulatif: Jour(2026, 12, 31)]
    #expect(natures(vie, Jour(2025, 2, 28), rendus) == [])
    let next = vie.histoire.alertes(on: Jour(2025, 3, 30), rendus: rendus)
    #expect(next.map(\.echeance) == [Jour(2025, 3, 30)])
  }

  @Test("R053: the yearly état récapitulatif shows 15 days before the year of the contract ends")
  func recap() throws {
    let vie = try VieDeContrat.signee()
    #expect(natures(vie, Jour(2025, 12, 15), [:]) == [])
    #expect(natures(vie, Jour(2025, 12, 16), [:]) == [.documentDu(.etatRecapitulatif)])
    #expect(natures(vie, Jour(2025, 12, 16), [.etatRecapitulatif: Jour(2025, 12, 31)]) == [])
  }

  @Test("nothing shows for a contract that is incomplete, to come or over")
  func outOfForce() throws {
    #expect(natures(try VieDeContrat(), Jour(2027, 12, 1), [:]) == [])
    #expect(natures(try VieDeContrat.signee(), Jour(2024, 12, 31), [:]) == [])
    #expect(natures(try VieDeContrat.signee(), Jour(2028, 1, 1), [:]) == [])
  }
}
