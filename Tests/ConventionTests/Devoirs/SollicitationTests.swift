import Convention
import Testing

@Suite("Annexe qualité III — sollicitations et rapport")
struct SollicitationTests {
  private typealias E = DevoirsExemple

  private func posee(_ objet: Sollicitation.Objet = .conseil, _ instant: Instant = E.detection) -> Sollicitation {
    let actes = Sollicitation.decidePoser(
      numero: "S-1", poste: E.poste, auteur: 7, objet: objet, texte: E.texte("réponses lentes"), instant: instant)
    return Exemple.require(Sollicitation(actes))
  }
  private func reponse(_ seconds: Int) -> Sollicitation.Reponse {
    Sollicitation.Reponse(texte: E.texte("voici"), par: 3, instant: E.detection.adding(seconds: seconds))
  }

  @Test("asked, answered, closed, opened again and answered again, with who and when (R191)")
  func life() throws {
    var sollicitation = posee()
    #expect(sollicitation.resume.etat == "OUVERTE")
    #expect(throws: Refus.self) { try sollicitation.decideClore(E.detection) }
    sollicitation.follow(try sollicitation.decideRepondre(reponse(60)))
    #expect(sollicitation.resume.etat == "REPONDUE")
    #expect(sollicitation.reponses.map(\.par) == [3])
    #expect(throws: Refus.self) { try sollicitation.decideClore(E.detection) }
    #expect(throws: Refus.self) {
      try sollicitation.decideRouvrir(E.texte(), par: 7, instant: E.detection.adding(seconds: 60))
    }
    sollicitation.follow(try sollicitation.decideClore(E.detection.adding(seconds: 60)))
    let closed = sollicitation
    #expect(throws: Refus(.etatContraire, under: Article(.annexeQualite, "III"))) {
      try sollicitation.decideRepondre(reponse(90))
    }
    #expect(sollicitation == closed)
    sollicitation.follow(try sollicitation.decideRouvrir(E.texte(), par: 7, instant: E.detection.adding(seconds: 120)))
    #expect(throws: Refus.self) { try sollicitation.decideClore(E.detection.adding(seconds: 130)) }
    sollicitation.follow(try sollicitation.decideRepondre(reponse(130)))
    #expect(throws: Never.self) { try sollicitation.decideClore(E.detection.adding(seconds: 130)) }
  }

  @Test("a free text has 1 to 2 000 characters, one of them visible (R191)")
  func texts() {
    let jour = Jour(2026, 3, 2)
    for texte in ["", " \n\t", String(repeating: "é", count: 2001)] {
      #expect(throws: Refus(.texteHorsBornes, under: Article(.annexeQualite, "III"))) {
        try TexteLibre(texte, on: jour)
      }
    }
    for texte in ["a", String(repeating: "é", count: 2000)] {
      #expect(throws: Never.self) { try TexteLibre(texte, on: jour) }
    }
  }

  @Test("three kinds of requests and the observation on the convention (R084, R191)")
  func kinds() {
    #expect(Sollicitation.Objet.auChoix.map(\.libelle).count == 4)
    #expect(Set(Sollicitation.Objet.allCases).subtracting(Sollicitation.Objet.auChoix) == [.renouvellement])
  }

  @Test("nothing is billed to a poste: no duty of the centre has an amount (R082, R104)")
  func free() throws {
    let fiche = FicheDeMoyens(jour: Jour(2026, 1, 1), [:])
    let declaration = Exemple.require(DeclarationDeMoyens(.deposee(centre: "CS1", fiche: fiche)))
    let formation = Formation(
      try Formation.decidePrevoir(
        numero: "F-1", nature: .initiale, mode: .individuelle, departement: E.hauteGaronne, postes: [E.poste],
        jour: Jour(2026, 3, 2), lieu: E.texte(), conventionnes: [E.hauteGaronne], anterieures: []))
    let resumes = [E.panne().resume, declaration.resume, posee().resume, Exemple.require(formation).resume]
    #expect(resumes.allSatisfy { $0.montant == nil })
  }

  @Test(
    "the report separates imputable from not, with evidence, and shows observations, reminders and trainings (R084, R093, R178, R181–R182)"
  )
  func report() throws {
    var ours = E.panne()
    ours.follow(try ours.decideQualifier(.centre(constat: E.texte("disque plein")), instant: E.detection))
    ours.follow(try ours.decideRetablir(E.detection.adding(seconds: 3600)))
    var theirs = E.panne(.qualite)
    theirs.follow(
      try theirs.decideQualifier(.etude(code: Exemple.etude, relances: 2), instant: E.detection))
    let mars = Fenetre(moisDe: Jour(2026, 3, 1))
    let april = posee(.observation, E.utc(Jour(2026, 4, 2), 8))
    let relance = RelanceDatee(
      jour: Jour(2026, 3, 16), etude: Exemple.etude, demande: "D-1", objet: .accuseAttendu)
    let rapport = RapportDesDevoirs(
      mars, at: mars.a, incidents: [ours, theirs], formations: [],
      sollicitations: [posee(.observation), posee(.conseil), april],
      comptes: .init(
        relances: [Exemple.etude: 2], relancesDatees: [relance], dormants: [Exemple.etude: 1], actifs: [E.poste]))
    func lignes(_ titre: String) -> [String] { rapport.sections.first { $0.titre == titre }?.lignes ?? [] }
    #expect(lignes("Incidents imputables au centre") == ["I-2026-001 : le centre serveur (disque plein)"])
    #expect(lignes("Incidents non imputables")[0].hasSuffix("(2 relances du centre)"))
    #expect(lignes("Incidents à qualifier") == ["Néant"])
    #expect(lignes("Avis au bureau CL1A").allSatisfy { $0.contains("délai dépassé, aucun avis") })
    #expect(lignes("Autres avis tardifs ou manquants").count == 4)
    #expect(lignes("Disponibilité")[0] == "toutes causes : 99,87\u{A0}% (minutes d’arrêt : 60 sur 44\u{202F}580)")
    #expect(
      lignes("Observations des comptables") == ["poste 031012, 27/03/2026 : réponses lentes (sans réponse)"])
    #expect(
      lignes("Relances adressées aux études") == [
        "E3101 : 2 relances",
        "16/03/2026, E3101, demande D-1 : aucun accusé de réception huit jours après la remise", "et 1 autre",
      ])
    // Counted at the instant of the report, not on the last day of its period.
    #expect(lignes("Dossiers sans nouvelles au 01/04/2026") == ["E3101 : 1 dossier"])
    #expect(lignes("Postes actifs sans formation") == ["031012"])
    #expect(rapport.texte.hasPrefix("Incidents imputables au centre\n- I-2026-001"))
  }
}
