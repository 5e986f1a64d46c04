import Convention
import Testing

@Suite("Cahier 5 — imputabilité et clôture")
struct QualificationTests {
  private typealias E = DevoirsExemple
  private static let faute = Jour(2026, 3, 27)
  private static func verification(_ publiesLe: Jour, _ conforme: Bool) -> VerificationEnvironnement {
    var declaration = Exemple.require(
      DeclarationDeMoyens(.deposee(centre: "CS1", fiche: FicheDeMoyens(jour: Jour(2026, 1, 1), [:]))))
    declaration.apply(.prerequisPublies(Prerequis(version: "1", jour: publiesLe, texte: DevoirsExemple.texte())))
    declaration.follow(
      Exemple.require(
        try? declaration.decideVerifier(
          DevoirsExemple.poste, on: Jour(2026, 4, 1), conforme: conforme, constat: DevoirsExemple.texte())))
    return Exemple.require(declaration.verifications.first)
  }

  private static let cas: [(cause: Cause, imputable: Bool)] = [
    (.centre(constat: DevoirsExemple.texte()), true),
    (
      .donneesErronees(de: .dgfip, entree: DevoirsExemple.empreinte("a"), sortie: DevoirsExemple.empreinte("a")), false
    ),
    (.donneesErronees(de: .etude, entree: DevoirsExemple.empreinte("a"), sortie: DevoirsExemple.empreinte("b")), true),
    (.usage(poste: DevoirsExemple.poste, formation: Jour(2026, 3, 26)), false),
    (.usage(poste: DevoirsExemple.poste, formation: Jour(2026, 3, 27)), true),
    (.usage(poste: DevoirsExemple.poste, formation: nil), true),
    (.telecommunications(constat: DevoirsExemple.texte()), false),
    (.tiers(constat: DevoirsExemple.texte()), false),
    (.dgfip(constat: DevoirsExemple.texte()), false),
    (.environnement(verification: verification(Jour(2026, 3, 27), false)), false),
    (.environnement(verification: verification(Jour(2026, 3, 28), false)), true),
    (.environnement(verification: verification(Jour(2026, 3, 27), true)), true),
    (.etude(code: Exemple.etude, relances: 3), false),
    (.etude(code: Exemple.etude, relances: 0), false),
  ]

  @Test("the cause and its evidence decide whether the centre answers for a fault (R093–R097)", arguments: cas.indices)
  func decided(_ index: Int) throws {
    let (cause, imputable) = QualificationTests.cas[index]
    var panne = E.panne()
    panne.follow(try panne.decideQualifier(cause, instant: E.detection))
    #expect(panne.qualification?.imputabilite == (imputable ? .imputable : .nonImputable), "\(cause)")
    let explication = RegleDImputabilite(cause, faute: QualificationTests.faute).explication
    #expect(explication.resultat.hasPrefix(imputable ? "imputable" : "non imputable"))
    #expect(explication.exigences.contains("R093"))
  }

  @Test(
    "equal fingerprints prove that nothing was altered; the evidence says the training date before the fault, or none (R094, R095)"
  )
  func evidence() {
    #expect(QualificationTests.cas[1].cause.preuve.hasPrefix("empreintes d’entrée et de sortie égales"))
    #expect(QualificationTests.cas[2].cause.preuve.hasSuffix("altération"))
    #expect(QualificationTests.cas[3].cause.preuve == "formation du 26/03/2026")
    #expect(QualificationTests.cas[5].cause.preuve == "aucune formation")
    #expect(QualificationTests.cas[12].cause.preuve == "3 relances du centre")
    #expect(QualificationTests.cas[13].cause.preuve == "0 relance du centre")
  }

  @Test(
    "no closing before the restoration, the qualification and a notice to all concerned, each refused in turn (R093)")
  func closing() throws {
    var panne = E.panne()
    let end = E.detection.adding(seconds: 7200)
    func refused(_ motif: Refus.Motif) {
      let before = panne
      do {
        _ = try panne.decideClore(end)
        Issue.record("the closing had to be refused: \(motif.code)")
      } catch {
        #expect(error.motif == motif)
      }
      #expect(panne == before)
    }
    refused(.incidentNonRetabli)
    panne.follow(try panne.decideRetablir(E.detection.adding(seconds: 3600)))
    refused(.incidentNonQualifie)
    panne.follow(try panne.decideQualifier(.centre(constat: E.texte()), instant: end))
    refused(.incidentNonAvise)
    try panne.agir(end)
    try panne.aviser(.cl1a, end)
    try panne.aviser(.poste(E.poste), end)
    refused(.incidentNonAvise)
    try panne.aviser(.poste(E.autrePoste), end)
    #expect(throws: Refus.self) { try panne.decideClore(E.detection) }
    panne.follow(try panne.decideClore(end))
    #expect(panne.etat == .clos(end))
    #expect(panne.devoirs(at: end).isEmpty)
    #expect(throws: Refus(.etatContraire, under: Article(.annexeQualite, "II.2"))) {
      try panne.decideQualifier(.centre(constat: E.texte()), instant: end)
    }
  }

  @Test(
    "what remains to be done: notices with their limits, plan, restoration, qualification, then the closing (R086, R178–R180)"
  )
  func duties() throws {
    var panne = E.panne()
    let devoirs = panne.devoirs(at: E.detection)
    #expect(devoirs.map(\.exigence) == ["R179", "R179", "R086", "R086", "R180", "R178", "R093"])
    #expect(devoirs.filter { $0.isLate(at: E.detection.adding(seconds: 1801)) }.count == 2)
    #expect(devoirs.filter { $0.isLate(at: E.utc(Jour(2026, 3, 29), 11)) }.count == 4)
    panne.follow(try panne.decideRetablir(E.detection.adding(seconds: 60)))
    #expect(panne.devoirs(at: E.detection).last?.libelle == "clore l’incident")
  }
}
