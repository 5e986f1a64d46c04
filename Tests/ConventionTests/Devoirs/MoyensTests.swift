import Convention
import Testing

@Suite("Cahier 3, 4 et 5, note 1 — moyens, accès, mandats")
struct MoyensTests {
  private typealias E = DevoirsExemple

  private func declaration(_ rubriques: [FicheDeMoyens.Rubrique] = [.effectifs]) -> DeclarationDeMoyens {
    let textes = Dictionary(uniqueKeysWithValues: rubriques.map { ($0, E.texte("douze agents")) })
    let actes = DeclarationDeMoyens.decideDeposer(centre: "CS1", FicheDeMoyens(jour: Jour(2026, 1, 1), textes))
    return Exemple.require(DeclarationDeMoyens(actes))
  }

  @Test("a dated sheet can be printed, and what it lacks is flagged (R085)")
  func sheet() {
    let incomplete = declaration()
    #expect(incomplete.resume.etat == "INCOMPLETE")
    #expect(
      incomplete.fiches[0].texte == """
        Moyens déclarés au 01/01/2026
        effectifs : douze agents
        équipement informatique : MANQUANT
        équipement téléphonique : MANQUANT
        prestations déclarées : MANQUANT
        organisation des services : MANQUANT
        """)
    #expect(declaration(FicheDeMoyens.Rubrique.allCases).resume.etat == "COMPLETE")
  }

  @Test("a later sheet replaces the last one, which is kept; one of the same day is refused (R085)")
  func replaced() throws {
    var declaration = declaration()
    let before = declaration
    #expect(throws: Refus(.versionNonPosterieure, under: Article(.cahierDesCharges, "3", alinea: 3))) {
      try declaration.decideRemplacer(FicheDeMoyens(jour: Jour(2026, 1, 1), [:]))
    }
    #expect(declaration == before)
    declaration.follow(try declaration.decideRemplacer(FicheDeMoyens(jour: Jour(2026, 6, 1), [:])))
    #expect(declaration.fiche(on: Jour(2026, 5, 31)) == before.fiches[0])
    #expect(declaration.fiche(on: Jour(2026, 6, 1))?.manques.count == 5)
    #expect(declaration.fiche(on: Jour(2025, 12, 31)) == nil)
  }

  @Test("a user's environment is held against the prerequisites published that day, and logged (R097)")
  func prerequisites() throws {
    var declaration = declaration()
    #expect(throws: Refus.self) {
      try declaration.decideVerifier(E.poste, on: Jour(2026, 2, 1), conforme: true, constat: E.texte())
    }
    let one = Prerequis(version: "1", jour: Jour(2026, 2, 1), texte: E.texte("un navigateur"))
    declaration.follow(try declaration.decidePublier(one))
    #expect(throws: Refus.self) { try declaration.decidePublier(one) }
    declaration.follow(
      try declaration.decideVerifier(E.poste, on: Jour(2026, 2, 1), conforme: false, constat: E.texte()))
    #expect(
      declaration.verifications.map(\.texte) == [
        "vérification du 01/02/2026 selon les prérequis 1 du 01/02/2026 : non conforme"
      ])
  }

  @Test("a poste is activated with a verified generic address and a passed connection; the last trial counts (R091)")
  func access() throws {
    var declaration = declaration()
    let jour = Jour(2026, 3, 2)
    let refus = Refus(.accesNonEprouve, under: Article(.cahierDesCharges, "4", alinea: 2))
    for (courriel, connexion, admitted) in [
      (false, false, false), (true, false, false), (false, true, false), (true, true, true), (true, false, false),
    ] {
      let epreuve = EpreuveDeConnexion(
        poste: E.poste, jour: jour, courrielVerifie: courriel, connexionReussie: connexion)
      declaration.follow(try declaration.decideEprouver(epreuve))
      if admitted {
        #expect(throws: Never.self) { try declaration.requireAcces(of: E.poste, on: jour) }
      } else {
        #expect(throws: refus) { try declaration.requireAcces(of: E.poste, on: jour) }
      }
    }
    #expect(throws: refus) { try declaration.requireAcces(of: E.autrePoste, on: jour) }
    let older = EpreuveDeConnexion(
      poste: E.poste, jour: Jour(2026, 3, 1), courrielVerifie: true, connexionReussie: true)
    #expect(throws: Refus.self) { try declaration.decideEprouver(older) }
  }

  @Test("one contact at a time answers for the centre, with a telephone and an address (R092, R190)")
  func contact() throws {
    var declaration = declaration()
    let first = ContactUnique(
      referent: "A. Martin", telephone: "0561000000", courriel: "referent@centre.example", depuis: Jour(2026, 1, 1))
    declaration.follow(try declaration.decideDesigner(first))
    let second = ContactUnique(
      referent: "B. Petit", telephone: "0561000000", courriel: "referent@centre.example", depuis: Jour(2026, 2, 1))
    declaration.follow(try declaration.decideDesigner(second))
    #expect(declaration.contact(on: Jour(2026, 1, 31)) == first)
    #expect(declaration.contact(on: Jour(2026, 2, 1)) == second)
    #expect(throws: Refus.self) { try declaration.decideDesigner(second) }
    let mute = ContactUnique(referent: "C", telephone: "", courriel: "c@centre.example", depuis: Jour(2026, 3, 1))
    #expect(throws: Refus.self) { try declaration.decideDesigner(mute) }
  }

  @Test("the manager of a platform acts for several études, traced as such; the others for one (R075)")
  func platform() throws {
    let both: Set = [Exemple.etude, Exemple.autreEtude]
    let refus = Refus(.mandatExcede, under: Article(.cahierDesCharges, "note 1"))
    for qualite in [QualiteDHuissier.huissier, .representantLegal] {
      #expect(throws: refus) { try MandatDHuissier(utilisateur: 1, qualite: qualite, etudes: both) }
      #expect(throws: Never.self) { try MandatDHuissier(utilisateur: 1, qualite: qualite, etudes: [Exemple.etude]) }
    }
    let mandat = try MandatDHuissier(utilisateur: 12, qualite: .gestionnaireDePlateforme, etudes: both)
    let trace = try mandat.agir(pour: Exemple.etude)
    #expect(trace.texte == "utilisateur 12, gestionnaire de plate-forme, pour l’étude E3101")
    #expect(throws: refus) { try mandat.agir(pour: Exemple.require(CodeEtude("E7501"))) }
    #expect(throws: refus) { try MandatDHuissier(utilisateur: 1, qualite: .gestionnaireDePlateforme, etudes: []) }
  }
}
