import Testing

@testable import Convention

@Suite("Tous les délais d’un jour 0")
struct DelaisDuJourTests {
  private func groupe(_ titre: String, _ delais: DelaisDuJour) throws -> [Explication] {
    try #require(delais.groupes.first { $0.titre == titre }).explications
  }

  @Test("from 02/03/2026: 16/05 for the amicable phase, 21/04 for the judicial one (R027, R032)")
  func terms() throws {
    let delais = DelaisDuJour(Jour(2026, 3, 2))
    let amicable = try groupe("phase comminatoire", delais)
    #expect(amicable.map(\.resultat) == ["16/05/2026", "05/03/2026", "01/05/2026"])
    #expect(amicable[0].calcul[1].contains("ne reporte pas (le report donnerait le 18/05/2026)"))
    #expect(try groupe("recouvrement judiciaire", delais).map(\.resultat) == ["21/04/2026"])
  }

  @Test("a length of 60 days and one phase are taken as asked (R030)")
  func duration() throws {
    let delais = DelaisDuJour(Jour(2026, 3, 2), [.comminatoire], dureeDays: 60)
    #expect(try groupe("phase comminatoire", delais)[0].resultat == "01/05/2026")
    #expect(!delais.groupes.contains { $0.titre == "recouvrement judiciaire" })
  }

  @Test("a contract that counts from the demand has its own day 0, said with its reading (R027)")
  func departure() {
    let term = TermeDePhase(
      reception: Jour(2026, 3, 2), .comminatoire, jourZero: Jour(2026, 2, 27), depart: .dateDeLaDemande)
    #expect(term.jour == Jour(2026, 5, 13))
    #expect(term.explication.calcul == ["27/02/2026 + 75 jours = 13/05/2026"])
    #expect(term.explication.politique?.contains(DepartDuDelai.dateDeLaDemande.libelle) == true)
  }

  @Test("the holidays of the département count: 26 December in Moselle, not in Haute-Garonne (art. 642)")
  func local() throws {
    // 06/11/2025 + 50 days is Friday 26/12/2025.
    for (code, result) in [("57", "29/12/2025"), ("31", "26/12/2025")] {
      let delais = DelaisDuJour(Jour(2025, 11, 6), [.judiciaire], Departement(code))
      #expect(try groupe("recouvrement judiciaire", delais)[0].resultat == result, "\(code)")
    }
  }

  @Test("transfers, invoice, contract and reminders run from the same day (R055–R058, R066, R068, R069, R072, R156)")
  func others() throws {
    let delais = DelaisDuJour(Jour(2026, 3, 2))
    #expect(try groupe("reversement", delais).map(\.resultat) == ["17/03/2026", "23/03/2026", "13/04/2026"])
    #expect(
      try groupe("relances de l’étude par le centre", delais).map(\.resultat) == [
        "10/03/2026", "17/03/2026", "11/04/2026",
      ])
    #expect(try groupe("facture", delais).map(\.resultat) == ["01/04/2026"])
    let contract = try groupe("contrat départemental", delais)
    #expect(contract[0].resultat.hasPrefix("01/03/2029"))
    #expect(contract[1].resultat.contains("02/09/2026") && contract[2].resultat.contains("02/05/2026"))
    #expect(contract[3].resultat == "01/03/2027")
    #expect(try groupe("autres délais", delais)[0].resultat == "02/03/2030")
  }

  @Test("an invoice that ends on a Saturday is shown under both policies (R066)")
  func invoice() throws {
    // 05/03/2026 + 30 days is Saturday 04/04/2026; Monday 06/04 is Easter Monday.
    #expect(try groupe("facture", DelaisDuJour(Jour(2026, 3, 5))).map(\.resultat) == ["04/04/2026", "07/04/2026"])
  }

  @Test("each delay says its rule, its article, its requirement and its sum")
  func complete() {
    for groupe in DelaisDuJour(Jour(2026, 3, 2)).groupes {
      #expect(!groupe.explications.isEmpty, "\(groupe.titre)")
      for item in groupe.explications {
        #expect(!item.regle.isEmpty && !item.articles.isEmpty && !item.exigences.isEmpty, "\(item.titre)")
        #expect(!item.calcul.isEmpty && !item.resultat.isEmpty, "\(item.titre)")
      }
    }
  }

  @Test("each date to come of a dossier says why, and gives that very date", arguments: [2, 5, 20, 40])
  func echeances(_ days: Int) throws {
    let vie = try Vie.recue()
    let jour = Exemple.remise.adding(days: days)
    for echeance in vie.dossier.echeances(on: jour) {
      let found = try #require(vie.dossier.explication(of: echeance, on: jour), "\(echeance.nature)")
      #expect(found.resultat == echeance.jour.texte, "\(echeance.nature)")
    }
  }

  @Test("delays granted end on the day that the comptable said (R026)")
  func granted() throws {
    var vie = try Vie.recue()
    vie.update(.code("07", 4, le: Jour(2026, 3, 10), fin: Jour(2026, 4, 30)))
    let found = vie.dossier.explicationsDesDates(on: Jour(2026, 3, 11)).filter { $0.articles == [Article(8)] }
    #expect(found.map(\.resultat) == ["30/04/2026"])
  }
}
