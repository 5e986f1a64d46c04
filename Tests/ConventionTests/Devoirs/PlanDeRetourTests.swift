import Convention
import Testing

@Suite("Annexe qualité II.2 — plan de retour à la normale, destinataire par destinataire")
struct PlanDeRetourTests {
  private typealias E = DevoirsExemple

  @Test("the plan is presented once it has left for each comptable, each direction and CL1A, not before (R180)")
  func presented() throws {
    var panne = E.panne()
    panne.follow(try panne.decideRedigerPlan(E.texte(), instant: E.detection))
    let all = panne.destinatairesDuPlan
    #expect(all == [.poste(E.poste), .poste(E.autrePoste), .direction(E.hauteGaronne), .cl1a])
    for who in all {
      #expect(panne.plans.isEmpty && panne.planEnCours != nil)
      panne.follow(try panne.decideEnvoyerPlan(E.avis(who, E.detection)))
    }
    #expect(panne.planEnCours == nil)
    #expect(panne.plans.map(\.envois.count) == [4])
    #expect(!panne.devoirs(at: E.detection).contains { $0.exigence == "R180" })
  }

  @Test("one plan at a time, for those concerned only, of a dysfunction under way (R180)")
  func refused() throws {
    var panne = E.panne()
    #expect(throws: Refus.self) { try panne.decideEnvoyerPlan(E.avis(.cl1a, E.detection)) }
    panne.follow(try panne.decideRedigerPlan(E.texte(), instant: E.detection))
    let before = panne
    #expect(throws: Refus.self) { try panne.decideRedigerPlan(E.texte(), instant: E.detection) }
    #expect(throws: Refus.self) { try panne.decideEnvoyerPlan(E.avis(.poste(E.etranger), E.detection)) }
    #expect(panne == before)
    #expect(throws: Refus.self) { try E.coupure().decideRedigerPlan(E.texte(), instant: E.detection) }
  }

  @Test("a dysfunction is seen by each of the postes that it concerns (R087)")
  func scope() { #expect(E.panne().resume.postes == [E.poste, E.autrePoste]) }

  @Test(
    "the département of a poste is that of its number, overseas excepted",
    arguments: [("031012", "31"), ("075001", "75"), ("02A0045", "2A"), ("104012", nil), ("020012", nil)])
  func departement(_ codique: String, _ departement: String?) {
    #expect(Codique(codique)?.departement?.texte == departement)
  }

  @Test("each version of the guide is kept, and a later one has a later day (R188)")
  func guides() throws {
    let jour = Jour(2026, 3, 2)
    var moyens = try #require(
      DeclarationDeMoyens(DeclarationDeMoyens.decideDeposer(centre: "CSH1", FicheDeMoyens(jour: jour, [:]))))
    moyens.follow(try moyens.decidePublier(Guide(version: "3.0", jour: jour, nouveautes: E.texte())))
    let before = moyens
    #expect(throws: Refus.self) {
      try moyens.decidePublier(Guide(version: "3.1", jour: jour, nouveautes: E.texte()))
    }
    #expect(moyens == before)
    moyens.follow(try moyens.decidePublier(Guide(version: "3.1", jour: jour.adding(days: 1), nouveautes: E.texte())))
    #expect(moyens.guides.guide(on: jour)?.version == "3.0")
    #expect(moyens.guides.guide(on: jour.adding(days: 1))?.version == "3.1")
  }
}
