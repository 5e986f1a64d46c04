import Testing

@testable import Convention

@Suite("Pourquoi cette date")
struct ExplicationsTests {
  private func explication(_ titre: String, _ vie: Vie, le jour: Jour = Jour(2026, 3, 10)) throws -> Explication {
    try #require(vie.dossier.explicationsDesDates(on: jour).first { $0.titre == titre })
  }

  @Test("the term of a phase comminatoire says its reception, its dated length and the sum (R027)")
  func term() throws {
    let vie = try Vie.recue()
    let found = try explication("Terme de la phase", vie)
    #expect(found.calcul == ["02/03/2026 + 75 jours = 16/05/2026"])
    #expect(found.resultat == "16/05/2026")
    #expect(found.articles == [Article(9, alinea: 1)])
    let value = try #require(found.valeurs.first)
    #expect(
      value.phrase
        == "durée de la phase comminatoire : 75 jours depuis le 15/12/2010 (convention, article 9, alinéa 1)")
  }

  @Test("a judicial term that falls on a Saturday says its postponement (R032, art. 642)")
  func postponed() throws {
    var vie = Vie(.exemple(phase: .judiciaire), remise: Jour(2026, 10, 16))
    try vie.acknowledge(Jour(2026, 10, 16))
    let found = try explication("Terme de la phase", vie, le: Jour(2026, 10, 17))
    #expect(
      found.calcul == [
        "16/10/2026 + 50 jours = 05/12/2026", "05/12/2026 n’est pas ouvrable : reporté au 07/12/2026",
      ])
    #expect(found.articles.contains(.report))
  }

  @Test("a date that the comptable fixed is explained by his decision (R031)")
  func fixed() throws {
    var vie = try Vie.recue()
    vie.update(.code("13", le: Jour(2026, 3, 10), fin: Jour(2026, 7, 1)))
    let found = try explication("Terme de la phase", vie)
    #expect(found.articles == [Article(9, alinea: 3)])
    #expect(found.resultat == "01/07/2026")
  }

  @Test("letters, reminders, prescription and transfers are explained too (R147, R156, R037, R057)")
  func others() throws {
    var vie = try Vie.judiciaire(prescription: Jour(2027, 1, 31))
    try vie.receive(.paiement("P1", .euros(10)), fait: Jour(2026, 3, 10))
    let found = vie.dossier.explicationsDesDates(on: Jour(2026, 3, 11))
    #expect(found.map(\.titre).contains("Prescription de l’action du comptable"))
    #expect(found.last?.resultat == "21/04/2026")
    let amicable = try Vie.recue()
    #expect(try explication("Dernier jour de la première lettre", amicable).resultat == "05/03/2026")
    #expect(try explication("Alerte de la seconde lettre", amicable).resultat == "01/05/2026")
    let reminders = amicable.dossier.explicationsDesDates(on: Jour(2026, 3, 3)).filter { $0.regle == "Relance" }
    #expect(reminders.map(\.resultat) == ["10/03/2026", "17/03/2026", "11/04/2026"])
  }

  @Test("no explanation holds the name or the address of a redevable")
  func anonymous() throws {
    for explication in try Vie.recue().dossier.explicationsDesDates(on: Jour(2026, 3, 10)) {
      for word in ["LEFEVRE", "MOULIN", "COLOMIERS"] { #expect(!"\(explication)".contains(word)) }
    }
  }
}
