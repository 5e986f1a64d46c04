import Convention
import Testing

@Suite("Annexe qualité II.2 — coupure prévue")
struct CoupurePrevueTests {
  private typealias E = DevoirsExemple
  private let article = Article(.annexeQualite, "II.2")

  private func annoncee() throws -> IncidentDeService {
    var coupure = E.coupure()
    for poste in [E.poste, E.autrePoste] { try coupure.aviser(.poste(poste), E.detection) }
    return coupure
  }

  @Test("a planned outage does not begin before each poste is told; the refusal changes nothing (R179)")
  func unannounced() throws {
    var coupure = E.coupure()
    try coupure.aviser(.poste(E.poste), E.detection)
    let before = coupure
    #expect(throws: Refus(.coupureNonAnnoncee, under: article)) { try coupure.decideCommencer(E.fenetre.de) }
    #expect(coupure == before)
    // With the outage is not before it.
    try coupure.aviser(.poste(E.autrePoste), E.fenetre.de)
    #expect(throws: Refus(.coupureNonAnnoncee, under: article)) { try coupure.decideCommencer(E.fenetre.de) }
    #expect(throws: Never.self) { try coupure.decideCommencer(E.fenetre.de.adding(seconds: 1)) }
  }

  @Test("a window that comes without a notice shows as a breach for each poste (R179)")
  func breach() {
    let coupure = E.coupure()
    #expect(coupure.manquements(at: E.fenetre.de.adding(seconds: -1)).isEmpty)
    #expect(coupure.manquements(at: E.fenetre.de).count == 2)
    #expect(coupure.resume.echeance == Jour(2026, 4, 5))
  }

  @Test("it begins within its window only, and is decided before it (R179)")
  func window() throws {
    let coupure = try annoncee()
    #expect(throws: Refus.self) { try coupure.decideCommencer(E.fenetre.de.adding(seconds: -1)) }
    #expect(throws: Refus.self) { try coupure.decideCommencer(E.fenetre.a) }
    #expect(throws: Never.self) { try coupure.decideCommencer(E.fenetre.a.adding(seconds: -1)) }
    #expect(throws: Refus(.instantsDesordonnes, under: article)) {
      try IncidentDeService.decidePrevoir(
        numero: "I", instant: E.fenetre.de, fenetre: E.fenetre, motif: E.texte(), concernes: E.concernes())
    }
    #expect(throws: Refus.self) { try Fenetre(de: E.fenetre.de, a: E.fenetre.de) }
  }

  @Test("kept within its window it owes CL1A nothing; beyond, forty-eight hours from the end of the window (R086)")
  func overrun() throws {
    var coupure = try annoncee()
    coupure.follow(try coupure.decideCommencer(E.fenetre.de))
    #expect(!coupure.mustTellCL1A(at: E.fenetre.a))
    #expect(coupure.mustTellCL1A(at: E.fenetre.a.adding(seconds: 1)))
    #expect(coupure.limites.cl1a == E.utc(Jour(2026, 4, 7), 8))
    var kept = coupure
    kept.follow(try kept.decideRetablir(E.fenetre.a))
    #expect(!kept.mustTellCL1A(at: E.utc(Jour(2026, 5, 1), 0)))
    #expect(kept.resume.echeance == nil)
    coupure.follow(try coupure.decideRetablir(E.fenetre.a.adding(seconds: 60)))
    #expect(coupure.resume.echeance == Jour(2026, 4, 7))
  }

  @Test("given up, it owes nothing any more and admits no act (R179)")
  func givenUp() throws {
    var coupure = E.coupure()
    coupure.follow(try coupure.decideAbandonner(E.detection))
    #expect(coupure.devoirs(at: E.fenetre.a).isEmpty)
    #expect(coupure.manquements(at: E.fenetre.a).isEmpty)
    #expect(throws: Refus(.etatContraire, under: article)) { try coupure.decideCommencer(E.fenetre.de) }
    #expect(throws: Refus(.etatContraire, under: article)) { try coupure.agir(E.fenetre.de) }
  }
}
