import Convention
import Testing

@Suite("Cahier 3, al. 4 — avis d’un dysfonctionnement")
struct IncidentTests {
  private typealias E = DevoirsExemple
  private let limite = DevoirsExemple.utc(Jour(2026, 3, 29), 10)

  @Test(
    "forty-eight clock hours: detection on 27/03/2026 at 10:00 UTC, limit on 29/03 at 10:00 UTC, across the change of hour (R086)"
  )
  func limit() {
    let panne = E.panne()
    #expect(panne.limites.cl1a == limite)
    #expect(panne.resume.echeance == Jour(2026, 3, 29))
    #expect(panne.delaiCL1A.explication.resultat == "29/03/2026 à 12\u{A0}h\u{A0}00")
    #expect(panne.delaiCL1A.explication.calcul.first?.contains("l’heure légale change") == true)
    let autumn = DelaiCL1A(depart: E.utc(Jour(2026, 10, 24), 12))
    #expect(autumn.limite == E.utc(Jour(2026, 10, 26), 12))
  }

  @Test(
    "at the limit itself the notice to CL1A is in time; a millisecond later it is a breach, recorded all the same (R086)"
  )
  func bounds() throws {
    for (late, breaches) in [(Int64(0), 0), (1, 1)] {
      var panne = E.panne()
      for poste in [E.poste, E.autrePoste] { try panne.aviser(.poste(poste), E.detection) }
      try panne.agir(E.detection)
      try panne.aviser(.cl1a, Instant(milliseconds: limite.milliseconds + late))
      #expect(panne.manquements(at: E.utc(Jour(2026, 4, 1), 0)).count == breaches)
      #expect(panne.resume.echeance == nil)
    }
  }

  @Test("without any notice, the breach of the forty-eight hours shows once they are over, not before (R086)")
  func silent() throws {
    var panne = E.panne()
    for poste in [E.poste, E.autrePoste] { try panne.aviser(.poste(poste), E.detection) }
    #expect(panne.manquements(at: limite).isEmpty)
    #expect(panne.manquements(at: limite.adding(seconds: 1)).map(\.exigence) == ["R086"])
  }

  @Test("the notice to CL1A says an action done or a calendar; without either it is refused and changes nothing (R086)")
  func withAction() throws {
    var panne = E.panne()
    let before = panne
    let refus = Refus(.avisSansAction, under: Article(.cahierDesCharges, "3", alinea: 4))
    #expect(throws: refus) { try panne.aviser(.cl1a, E.detection.adding(seconds: 60)) }
    #expect(panne == before)
    let calendar = IncidentDeService.ActionPrevue(
      texte: E.texte(), pour: Jour(2026, 3, 28), instant: E.detection.adding(seconds: 120))
    panne.follow(try panne.decidePrevoirAction(calendar))
    // An action entered after the notice does not count for it.
    #expect(throws: refus) { try panne.aviser(.cl1a, E.detection.adding(seconds: 60)) }
    try panne.aviser(.cl1a, E.detection.adding(seconds: 120))
    #expect(panne.firstNotice(to: .cl1a) == E.detection.adding(seconds: 120))
  }

  @Test("an unforeseen fault is told at once: thirty minutes are in time, a second more is not (R179)")
  func atOnce() throws {
    var panne = E.panne()
    try panne.aviser(.poste(E.poste), E.detection.adding(seconds: 1800))
    try panne.aviser(.poste(E.autrePoste), E.detection.adding(seconds: 1801))
    #expect(panne.manquements(at: E.detection.adding(seconds: 3600)).map(\.libelle) == ["aviser le poste 031013"])
  }

  @Test("only the postes concerned get the notice, with its proof; another one is refused and nothing changes (R087)")
  func concerned() throws {
    var panne = E.panne()
    let before = panne
    #expect(throws: Refus(.destinataireNonConcerne, under: Article(.annexeQualite, "II.2"))) {
      try panne.aviser(.poste(E.etranger), E.detection)
    }
    #expect(throws: Refus.self) { try panne.aviser(.etude(Exemple.etude), E.detection) }
    #expect(throws: Refus.self) { try panne.aviser(.direction(E.paris), E.detection) }
    #expect(panne == before)
    try panne.aviser(.poste(E.poste), E.detection)
    #expect(panne.avis.map(\.preuve.reference) == ["<avis-1@centre.example>"])
  }

  @Test("a proof is the identifier of a mail and a SHA-256 of sixty-four small hexadecimal digits (R087)")
  func proof() {
    let good = String(repeating: "0f", count: 32)
    #expect(throws: Never.self) { try PreuveDEnvoi(reference: "<1@a>", empreinte: good) }
    for (reference, empreinte) in [
      ("", good), ("a b", good), (String(repeating: "x", count: 256), good), ("<1@a>", String(good.dropLast())),
      ("<1@a>", good.uppercased()), ("<1@a>", ""),
    ] {
      #expect(throws: Refus(.preuveMalFormee, under: Article(.cahierDesCharges, "3", alinea: 4))) {
        try PreuveDEnvoi(reference: reference, empreinte: empreinte)
      }
    }
  }

  @Test("the plan of return goes to the comptables, the direction and CL1A, all of them, or is refused (R180)")
  func plan() throws {
    var panne = E.panne()
    let all: [Avis.Destinataire] = [.poste(E.poste), .poste(E.autrePoste), .direction(E.hauteGaronne), .cl1a]
    for missing in all {
      let envois = all.filter { $0 != missing }.map { E.avis($0, E.detection) }
      let plan = IncidentDeService.PlanDeRetour(texte: E.texte(), envois: envois, instant: E.detection)
      #expect(throws: Refus(.planIncomplet, under: Article(.annexeQualite, "II.2"))) { try panne.decidePlan(plan) }
    }
    let plan = IncidentDeService.PlanDeRetour(
      texte: E.texte(), envois: all.map { E.avis($0, E.detection) }, instant: E.detection)
    #expect(panne.devoirs(at: E.detection).contains { $0.exigence == "R180" })
    panne.follow(try panne.decidePlan(plan))
    #expect(!panne.devoirs(at: E.detection).contains { $0.exigence == "R180" })
  }

  @Test("a fact is not older than the detection; a fault may be older than it (R086)")
  func order() throws {
    let panne = E.panne()
    let before = Instant(milliseconds: E.detection.milliseconds - 1)
    #expect(throws: Refus.self) { try panne.decideAviser(E.avis(.poste(E.poste), before)) }
    #expect(throws: Refus.self) { try panne.decideRetablir(E.detection) }
    #expect(throws: Refus.self) {
      try IncidentDeService.decideDetecter(
        numero: "I", nature: .qualite, instant: before, depuis: E.detection, description: E.texte(),
        concernes: E.concernes())
    }
    #expect(throws: Never.self) {
      try IncidentDeService.decideDetecter(
        numero: "I", nature: .qualite, instant: E.detection, depuis: before, description: E.texte(),
        concernes: E.concernes())
    }
  }

  @Test("an incident names a département and a poste or an étude (R087)")
  func nobody() {
    let refus = Refus(.incidentSansConcerne, under: Article(.cahierDesCharges, "3", alinea: 4))
    #expect(throws: refus) { try Concernes(postes: [], departements: [E.hauteGaronne]) }
    #expect(throws: refus) { try Concernes(postes: [E.poste], departements: []) }
    #expect(throws: Never.self) {
      try Concernes(postes: [], etudes: [Exemple.etude], departements: [E.hauteGaronne])
    }
  }
}
