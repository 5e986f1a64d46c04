import Convention
import Registre

extension ContratsDuCentre {
  /// What the end of a day finds of each contract: in force by tomorrow, or at its last day (art. 18, 19 and 21). Each étude is then
  /// left with its contract of the next day: a period that begins, a notice that takes effect. Done again, it changes nothing.
  func passer(_ jour: Jour) async throws {
    let trace = Trace(auteur: "centre", instant: Horloge.cloture(jour), jour: jour)
    try await registre.ecrire { registre in
      var etudes: Set<CodeEtude> = []
      for var fiche in try registre.lecture.histoiresEntieres(HistoireDeContrat.self, .exploitant) {
        try registre.ajouter(fiche.histoire.decideSoir(jour), to: &fiche, trace: trace)
        etudes.insert(fiche.histoire.etude)
      }
      for etude in etudes.sorted() { try registre.projeter(contratsOf: etude, on: jour.adding(days: 1)) }
    }
  }
}
