import Convention
import Testing

/// A delay: its first day, its length, the day it ends and the day to which art. 642 CPC postpones it.
struct Vecteur: Sendable {
  let depart: Jour
  let days: Int
  let fin: Jour
  let reporte: Jour

  init(_ depart: Jour, _ days: Int, _ fin: Jour, reporte: Jour? = nil) {
    self.depart = depart
    self.days = days
    self.fin = fin
    self.reporte = reporte ?? fin
  }

  static let all = [
    Vecteur(Jour(2010, 12, 15), 3, Jour(2010, 12, 18), reporte: Jour(2010, 12, 20)),
    Vecteur(Jour(2010, 12, 15), 8, Jour(2010, 12, 23)),
    Vecteur(Jour(2010, 12, 15), 15, Jour(2010, 12, 30)),
    Vecteur(Jour(2010, 12, 15), 40, Jour(2011, 1, 24)),
    Vecteur(Jour(2010, 12, 15), 50, Jour(2011, 2, 3)),
    Vecteur(Jour(2010, 12, 15), 75, Jour(2011, 2, 28)),
    Vecteur(Jour(2011, 1, 3), 3, Jour(2011, 1, 6)),
    Vecteur(Jour(2011, 1, 3), 8, Jour(2011, 1, 11)),
    Vecteur(Jour(2011, 1, 3), 15, Jour(2011, 1, 18)),
    Vecteur(Jour(2011, 1, 3), 21, Jour(2011, 1, 24)),
    Vecteur(Jour(2011, 1, 3), 40, Jour(2011, 2, 12), reporte: Jour(2011, 2, 14)),
    Vecteur(Jour(2011, 1, 3), 42, Jour(2011, 2, 14)),
    Vecteur(Jour(2011, 1, 3), 50, Jour(2011, 2, 22)),
    Vecteur(Jour(2011, 1, 3), 60, Jour(2011, 3, 4)),
    Vecteur(Jour(2011, 1, 3), 75, Jour(2011, 3, 19), reporte: Jour(2011, 3, 21)),
    Vecteur(Jour(2026, 1, 5), 3, Jour(2026, 1, 8)),
    Vecteur(Jour(2026, 1, 5), 15, Jour(2026, 1, 20)),
    Vecteur(Jour(2026, 1, 5), 40, Jour(2026, 2, 14), reporte: Jour(2026, 2, 16)),
    Vecteur(Jour(2026, 1, 5), 50, Jour(2026, 2, 24)),
    Vecteur(Jour(2026, 1, 5), 75, Jour(2026, 3, 21), reporte: Jour(2026, 3, 23)),
    Vecteur(Jour(2026, 3, 2), 3, Jour(2026, 3, 5)),
    Vecteur(Jour(2026, 3, 2), 8, Jour(2026, 3, 10)),
    Vecteur(Jour(2026, 3, 2), 15, Jour(2026, 3, 17)),
    Vecteur(Jour(2026, 3, 2), 40, Jour(2026, 4, 11), reporte: Jour(2026, 4, 13)),
    Vecteur(Jour(2026, 3, 2), 60, Jour(2026, 5, 1), reporte: Jour(2026, 5, 4)),
    Vecteur(Jour(2026, 3, 2), 75, Jour(2026, 5, 16), reporte: Jour(2026, 5, 18)),
    Vecteur(Jour(2026, 4, 30), 3, Jour(2026, 5, 3), reporte: Jour(2026, 5, 4)),
    Vecteur(Jour(2026, 4, 30), 8, Jour(2026, 5, 8), reporte: Jour(2026, 5, 11)),
    Vecteur(Jour(2026, 4, 30), 75, Jour(2026, 7, 14), reporte: Jour(2026, 7, 15)),
    Vecteur(Jour(2026, 10, 16), 15, Jour(2026, 10, 31), reporte: Jour(2026, 11, 2)),
    Vecteur(Jour(2026, 10, 16), 30, Jour(2026, 11, 15), reporte: Jour(2026, 11, 16)),
    Vecteur(Jour(2026, 10, 16), 50, Jour(2026, 12, 5), reporte: Jour(2026, 12, 7)),
    Vecteur(Jour(2026, 10, 16), 75, Jour(2026, 12, 30)),
    Vecteur(Jour(2024, 12, 17), 8, Jour(2024, 12, 25), reporte: Jour(2024, 12, 26)),
    Vecteur(Jour(2024, 12, 17), 15, Jour(2025, 1, 1), reporte: Jour(2025, 1, 2)),
    Vecteur(Jour(2024, 12, 17), 40, Jour(2025, 1, 26), reporte: Jour(2025, 1, 27)),
    Vecteur(Jour(2024, 12, 17), 75, Jour(2025, 3, 2), reporte: Jour(2025, 3, 3)),
  ]
}

@Suite("Délais et report de l'article 642 du code de procédure civile")
struct VecteursTests {
  @Test("the day of the event is day 0; a Saturday, Sunday or holiday postpones", arguments: Vecteur.all)
  func delays(_ vecteur: Vecteur) {
    #expect(vecteur.depart.adding(days: vecteur.days) == vecteur.fin)
    #expect(JoursFeries().postponed(vecteur.fin) == vecteur.reporte)
  }

  @Test(
    "the day after Christmas is a holiday in Moselle, Bas-Rhin and Haut-Rhin: 27 December there, 26 elsewhere",
    arguments: [("57", 27), ("67", 27), ("68", 27), ("54", 26), ("31", 26)])
  func alsaceMoselle(_ departement: String, _ quantieme: Int) {
    let feries = JoursFeries(departement: Exemple.require(Departement(departement)))
    #expect(feries.postponed(Jour(2024, 12, 25)) == Jour(2024, 12, quantieme))
  }

  @Test("a working day is never postponed")
  func working() {
    let feries = JoursFeries()
    #expect(feries.isWorking(Jour(2026, 3, 2)))
    #expect(feries.postponed(Jour(2026, 3, 2)) == Jour(2026, 3, 2))
    #expect(!feries.isWorking(Jour(2026, 2, 28)))
    #expect(!feries.isWorking(Jour(2026, 3, 1)))
    #expect(!feries.isWorking(Jour(2026, 4, 6)))
  }
}
