import Convention
import Testing

@Suite("Mots des états — dysfonctionnements, formations, sollicitations")
struct MotsTests {
  private typealias E = DevoirsExemple

  @Test("each state is kept in capitals without accents and read in plain French with them")
  func libelles() {
    #expect(
      IncidentDeService.Mot.allCases.map { "\($0.rawValue) \($0.libelle)" } == [
        "PREVU prévu", "EN_COURS en cours", "RETABLI rétabli", "CLOS clos", "ABANDONNE abandonné",
      ])
    #expect(
      Formation.Mot.allCases.map { "\($0.rawValue) \($0.libelle)" } == [
        "PREVUE prévue", "TENUE tenue", "CLOSE close", "ANNULEE annulée",
      ])
    #expect(
      Sollicitation.Mot.allCases.map { "\($0.rawValue) \($0.libelle)" } == [
        "OUVERTE ouverte", "REPONDUE répondue", "CLOSE close",
      ])
  }

  @Test("what a list keeps is the word of the state")
  func kept() throws {
    let panne = E.panne()
    #expect(panne.mot == .enCours && panne.resume.etat == panne.mot.rawValue)
    var coupure = E.coupure()
    #expect(coupure.mot == .prevu)
    coupure.follow(try coupure.decideAbandonner(E.detection))
    #expect(coupure.mot == .abandonne && coupure.resume.etat == "ABANDONNE")
  }
}
