import Convention
import Testing

@Suite("Annexe qualité III — formation et guides")
struct FormationTests {
  private typealias E = DevoirsExemple
  private let article = Article(.annexeQualite, "III")

  private func prevoir(
    _ nature: Formation.Nature = .initiale, _ mode: Formation.Mode = .collegiale, jour: Jour = Jour(2025, 3, 3),
    postes: Set<Codique> = [E.poste, E.autrePoste], anterieures: [Formation] = [],
    annee: AnneeDeFormation = .defaut, departement: Departement = E.hauteGaronne
  ) throws(Refus) -> Formation {
    let actes = try Formation.decidePrevoir(
      numero: "F-1", nature: nature, mode: mode, departement: departement, postes: postes, jour: jour,
      lieu: E.texte("DRFiP 31"), conventionnes: [E.hauteGaronne], anterieures: anterieures, annee: annee)
    return Exemple.require(Formation(actes))
  }

  private func tenue(_ postes: [Codique] = [E.poste], _ jour: Jour = Jour(2025, 3, 3)) throws(Refus) -> Formation {
    var formation = try prevoir(jour: jour)
    let presences = postes.map { Formation.Presence(poste: $0, participants: 2) }
    formation.follow(try formation.decideTenir(jour, presences: presences, halfDays: 1))
    return formation
  }

  @Test("only postes of a contracted département are trained; an individual session has one poste (R186)")
  func contracted() {
    #expect(throws: Refus(.formationHorsConvention, under: article)) { try prevoir(departement: E.paris) }
    #expect(throws: Refus(.formationIncomplete, under: article)) { try prevoir(.initiale, .individuelle) }
    #expect(throws: Refus(.formationIncomplete, under: article)) { try prevoir(postes: []) }
    #expect(throws: Never.self) { try prevoir(.initiale, .individuelle, postes: [E.poste]) }
  }

  @Test("half a day is due to each trésorerie, with people of the postes invited (R186)")
  func held() throws {
    let formation = try prevoir()
    let jour = Jour(2025, 3, 3)
    for (presences, halfDays) in [
      ([], 1), ([(E.poste, 2)], 0), ([(E.poste, 0)], 1), ([(E.etranger, 2)], 1), ([(E.poste, 1), (E.poste, 1)], 1),
    ] {
      let presences = presences.map { Formation.Presence(poste: $0.0, participants: $0.1) }
      #expect(throws: Refus(.formationIncomplete, under: article)) {
        try formation.decideTenir(jour, presences: presences, halfDays: halfDays)
      }
    }
    #expect(throws: Never.self) { try tenue() }
  }

  @Test("an initial training is not closed before each poste that came has its guide (R189)")
  func guide() throws {
    var formation = try tenue([E.poste, E.autrePoste])
    let jour = Jour(2025, 3, 3)
    func remettre(_ poste: Codique, _ exemplaires: Int = 1, _ jour: Jour = Jour(2025, 3, 3)) throws(Refus) {
      let guide = Formation.GuideRemis(poste: poste, version: "1", exemplaires: exemplaires, jour: jour)
      formation.follow(try formation.decideRemettre(guide))
    }
    try remettre(E.poste)
    let before = formation
    #expect(throws: Refus(.guideNonRemis, under: article)) { try formation.decideClore(jour) }
    #expect(throws: Refus.self) { try remettre(E.autrePoste, 0) }
    #expect(throws: Refus.self) { try remettre(E.etranger) }
    #expect(throws: Refus.self) { try remettre(E.autrePoste, 1, Jour(2025, 3, 2)) }
    #expect(formation == before)
    try remettre(E.autrePoste, .max)
    try remettre(E.autrePoste, .max)
    formation.follow(try formation.decideClore(jour))
    #expect(formation.resume.etat == "CLOSE")
  }

  @Test(
    "renewed once in twelve rolling months: refused the day before they are over, admitted on the day (R187)",
    arguments: [
      (Jour(2026, 3, 1), false, true), (Jour(2026, 3, 2), true, true), (Jour(2025, 12, 31), false, false),
      (Jour(2026, 1, 1), false, true), (Jour(2025, 3, 2), false, false), (Jour(2024, 12, 31), false, true),
    ])
  func renewal(_ demande: Jour, _ rolling: Bool, _ civil: Bool) {
    let precedentes = [Jour(2025, 3, 2)]
    let glissant = RenouvellementDeFormation(demande: demande, precedentes: precedentes)
    let civile = RenouvellementDeFormation(demande: demande, precedentes: precedentes, annee: .anneeCivile)
    #expect(glissant.estAdmis == rolling)
    #expect(civile.estAdmis == civil)
    #expect(glissant.explication.resultat == (rolling ? "renouvellement admis" : "renouvellement refusé"))
    #expect(glissant.explication.politique == "douze mois glissants depuis la demande précédente")
  }

  @Test("a renewal follows an initial training, and a session called off gives its request back (R187)")
  func renewed() throws {
    let refus = Refus(.renouvellementRefuse, under: article)
    let demande = Formation.Nature.renouvellement(demande: Jour(2025, 6, 2))
    #expect(throws: refus) { try prevoir(demande, jour: Jour(2025, 7, 1), postes: [E.poste]) }
    let initiale = try tenue()
    var premier = try prevoir(demande, jour: Jour(2025, 7, 1), postes: [E.poste], anterieures: [initiale])
    let second = Formation.Nature.renouvellement(demande: Jour(2025, 9, 1))
    #expect(throws: refus) {
      try prevoir(second, jour: Jour(2025, 9, 2), postes: [E.poste], anterieures: [initiale, premier])
    }
    #expect(throws: Refus(.instantsDesordonnes, under: article)) {
      try prevoir(second, jour: Jour(2025, 8, 31), postes: [E.poste], anterieures: [initiale])
    }
    premier.follow(try premier.decideAnnuler(Jour(2025, 6, 30), motif: E.texte("salle fermée")))
    #expect(throws: Never.self) {
      try prevoir(second, jour: Jour(2025, 9, 2), postes: [E.poste], anterieures: [initiale, premier])
    }
  }

  @Test("a request counts before its session is planned, once with it, and not once it is called off (R187)")
  func requested() throws {
    func posee(_ objet: Sollicitation.Objet, _ jour: Jour, _ poste: Codique = E.poste) -> Sollicitation {
      let actes = Sollicitation.decidePoser(
        numero: "A-1", poste: poste, auteur: 7, objet: objet, texte: E.texte(), instant: Instant(jour, heure: 9))
      return Exemple.require(Sollicitation(actes))
    }
    let demande = Jour(2025, 6, 2)
    let posees = [
      posee(.renouvellement, demande), posee(.renouvellement, Jour(2025, 6, 3), E.autrePoste),
      posee(.aideALOutil, Jour(2025, 6, 4)),
    ]
    let initiale = try tenue()
    var session = try prevoir(
      .renouvellement(demande: demande), jour: Jour(2025, 7, 1), postes: [E.poste], anterieures: [initiale])
    func demandes(_ formations: [Formation]) -> [Jour] {
      RegistreDesFormations(formations).demandesDeRenouvellement(of: E.poste, posees: posees)
    }
    #expect(demandes([initiale]) == [demande])
    #expect(demandes([initiale, session]) == [demande])
    session.follow(try session.decideAnnuler(Jour(2025, 6, 30), motif: E.texte("salle fermée")))
    #expect(demandes([initiale, session]).isEmpty)
  }

  @Test("trained before a day: the day of the session is too late, an absent poste is not trained (R095)")
  func trained() throws {
    let registre = RegistreDesFormations([try tenue(), try prevoir()])
    #expect(!registre.aEteForme(E.poste, before: Jour(2025, 3, 3)))
    #expect(registre.aEteForme(E.poste, before: Jour(2025, 3, 4)))
    #expect(!registre.aEteForme(E.autrePoste, before: Jour(2026, 1, 1)))
    #expect(registre.derniereFormation(of: E.poste, before: Jour(2026, 1, 1)) == Jour(2025, 3, 3))
    #expect(registre.sansFormation([E.poste, E.autrePoste], on: Jour(2025, 3, 2)) == [E.poste, E.autrePoste])
    #expect(registre.sansFormation([E.poste, E.autrePoste], on: Jour(2025, 3, 3)) == [E.autrePoste])
  }

  @Test("each version of the guide has a later day and another name; a day has the last one (R188)")
  func guides() throws {
    var registre = RegistreDesGuides()
    let first = Guide(version: "1", jour: Jour(2025, 1, 1), nouveautes: E.texte("première version"))
    let second = Guide(version: "2", jour: Jour(2026, 1, 1), nouveautes: E.texte("les SATD"))
    try registre.publier(first)
    for (version, jour) in [("1", Jour(2026, 1, 1)), ("2", Jour(2025, 1, 1)), ("", Jour(2026, 1, 1))] {
      #expect(throws: Refus(.versionNonPosterieure, under: article)) {
        try registre.publier(Guide(version: version, jour: jour, nouveautes: E.texte()))
      }
    }
    #expect(registre.versions == [first])
    try registre.publier(second)
    #expect(registre.guide(on: Jour(2024, 12, 31)) == nil)
    #expect(registre.guide(on: Jour(2025, 12, 31)) == first)
    #expect(registre.guide(on: Jour(2026, 1, 1)) == second)
  }
}
