import Convention
import Foundation
import MoteurDEssai
import Registre
import Testing

@testable import Centre

@Suite("Moyens, formations, demandes d’aide, rapport (R084–R085, R091, R181–R182, R186–R191)")
struct MoyensDuCentreTests {
  @Test("an incomplete sheet is kept and what it lacks is flagged; without a sheet nothing else is declared (R085)")
  func sheet() async throws {
    let essai = try await CentreDEssai.devoirs()
    let devoirs = try essai.devoirs(lundi)
    await #expect(throws: FauteDeDevoir.sansDeclaration) {
      try await devoirs.publierPrerequis(version: "1", "un navigateur")
    }
    _ = try await devoirs.deposer([.effectifs: "trois personnes"])
    #expect(try await devoirs.tableau().manques?.contains(.telephonie) == true)
    _ = try await devoirs.publierPrerequis(version: "1", "un navigateur")
    let next = try await essai.devoirs(mardi).deposer(
      Dictionary(uniqueKeysWithValues: FicheDeMoyens.Rubrique.allCases.map { ($0, "dit") }))
    #expect(next.histoire.fiches.count == 2 && next.histoire.resume.etat == "COMPLETE")
  }

  @Test(
    "the code sent to the generic address and given back by its comptable proves the access; another does not (R091)")
  func trial() async throws {
    let essai = try await CentreDEssai.devoirs()
    let (devoirs, poste) = (try essai.devoirs(lundi), try CentreDEssai.poste("031012"))
    _ = try await devoirs.deposer([:])
    #expect(try await devoirs.tableau().postesSansEpreuve.contains(poste))
    try await devoirs.eprouver(poste)
    try await essai.envoyer(lundi)
    let lettre = try #require(try essai.lettres().first { $0.pour == CentreDEssai.colomiers })
    let code = try await essai.registre.lire { try $0.codeDEpreuve(poste, lundi) }
    #expect(lettre.texte.contains(code) && code.utf8.count == 8)
    let before = try await MoteurDEssai.photographie(essai.engine)
    let refus = Refus(.epreuveInvalide, under: Article(.cahierDesCharges, "4", alinea: 2))
    await #expect(throws: refus) { try await devoirs.confirmerEpreuve(poste, code: "00000000", .postes([poste])) }
    await #expect(throws: refus) {
      try await essai.devoirs(lundi.adding(days: 7)).confirmerEpreuve(poste, code: code, .postes([poste]))
    }
    let other = try CentreDEssai.poste("031020")
    await #expect(throws: FauteDeDevoir.inconnu("031012")) {
      try await devoirs.confirmerEpreuve(poste, code: code, .postes([other]))
    }
    #expect(try await MoteurDEssai.photographie(essai.engine) == before)
    try await essai.devoirs(lundi.adding(days: 6)).confirmerEpreuve(poste, code: code.lowercased(), .postes([poste]))
    #expect(try await essai.devoirs(lundi.adding(days: 6)).tableau().postesSansEpreuve.contains(poste) == false)
  }

  @Test("every active poste has a training, and a new one its guide before the session is closed (R186, R189)")
  func training() async throws {
    let essai = try await CentreDEssai.devoirs()
    let (devoirs, poste) = (try essai.devoirs(lundi), try CentreDEssai.poste("031012"))
    let garonne = try #require(Departement("31"))
    #expect(try await devoirs.tableau().postesSansFormation.contains(poste))
    await #expect(throws: Refus.self) {
      try await devoirs.prevoirFormation(
        .initiale, .individuelle, try #require(Departement("75")), postes: [poste], jour: lundi, lieu: "Paris")
    }
    let fiche = try await devoirs.prevoirFormation(
      .initiale, .individuelle, garonne, postes: [poste], jour: lundi, lieu: "Colomiers")
    _ = try await devoirs.tenirFormation(
      fiche.cle, jour: lundi, presences: [.init(poste: poste, participants: 3)], halfDays: 1)
    #expect(try await devoirs.tableau().postesSansFormation.contains(poste) == false)
    await #expect(throws: Refus(.guideNonRemis, under: Article(.annexeQualite, "III"))) {
      try await devoirs.cloreFormation(fiche.cle)
    }
    #expect(try await devoirs.cloreFormation(fiche.cle, guide: "3.1").histoire.guides.map(\.poste) == [poste])
  }

  @Test("the training is asked again after an initial one, once a year (R187)")
  func renewal() async throws {
    let essai = try await CentreDEssai.devoirs()
    let (devoirs, poste) = (try essai.devoirs(mardi), try CentreDEssai.poste("031012"))
    let garonne = try #require(Departement("31"))
    let scope = Perimetre.postes([poste])
    await #expect(throws: Refus(.renouvellementRefuse, under: Article(.annexeQualite, "III"))) {
      try await devoirs.demanderRenouvellement(numero: "A-1", poste, par: 1, scope)
    }
    let first = try await devoirs.prevoirFormation(
      .initiale, .individuelle, garonne, postes: [poste], jour: lundi, lieu: "Colomiers")
    _ = try await devoirs.tenirFormation(
      first.cle, jour: lundi, presences: [.init(poste: poste, participants: 1)], halfDays: 1)
    _ = try await devoirs.demanderRenouvellement(numero: "A-1", poste, par: 1, scope)
    _ = try await devoirs.prevoirFormation(
      .renouvellement(demande: mardi), .individuelle, garonne, postes: [poste], jour: mardi, lieu: "Colomiers")
    await #expect(throws: Refus(.renouvellementRefuse, under: Article(.annexeQualite, "III"))) {
      try await devoirs.demanderRenouvellement(numero: "A-2", poste, par: 1, scope)
    }
  }

  @Test(
    "a request before the first is planned is a second one; the same form twice is not; a session called off gives it back (R187)"
  )
  func requestedTwice() async throws {
    let essai = try await CentreDEssai.devoirs()
    let (devoirs, poste) = (try essai.devoirs(mardi), try CentreDEssai.poste("031012"))
    let (garonne, scope) = (try #require(Departement("31")), Perimetre.postes([poste]))
    let first = try await devoirs.prevoirFormation(
      .initiale, .individuelle, garonne, postes: [poste], jour: lundi, lieu: "Colomiers")
    _ = try await devoirs.tenirFormation(
      first.cle, jour: lundi, presences: [.init(poste: poste, participants: 1)], halfDays: 1)
    let asked = try await devoirs.demanderRenouvellement(numero: "A-1", poste, par: 1, scope)
    #expect(asked.histoire.posee.objet == .renouvellement)
    let before = try await MoteurDEssai.photographie(essai.engine)
    await #expect(throws: Refus(.renouvellementRefuse, under: Article(.annexeQualite, "III"))) {
      try await devoirs.demanderRenouvellement(numero: "A-2", poste, par: 1, scope)
    }
    await #expect(throws: RegistreFault.histoireConnue(genre: "Sollicitation")) {
      try await devoirs.demanderRenouvellement(numero: "A-1", poste, par: 1, scope)
    }
    #expect(try await MoteurDEssai.photographie(essai.engine) == before)
    let planned = try await devoirs.prevoirFormation(
      .renouvellement(demande: mardi), .individuelle, garonne, postes: [poste], jour: mardi, lieu: "Colomiers")
    _ = try await devoirs.annulerFormation(planned.cle, motif: "salle fermée")
    _ = try await devoirs.demanderRenouvellement(numero: "A-2", poste, par: 1, scope)
  }

  @Test("a request is asked once, answered with its author, closed, opened again; another poste does not see it (R191)")
  func requests() async throws {
    let essai = try await CentreDEssai.devoirs()
    let (devoirs, poste) = (try essai.devoirs(lundi), try CentreDEssai.poste("031012"))
    let scope = Perimetre.postes([poste])
    let asked = try await devoirs.poser(
      numero: "A-1", poste, par: 7, .conseil, "que faire ?", demande: nil, scope)
    await #expect(throws: RegistreFault.self) {
      try await devoirs.poser(numero: "A-1", poste, par: 7, .conseil, "que faire ?", demande: nil, scope)
    }
    await #expect(throws: FauteDeDevoir.inconnu("DEM-9")) {
      try await devoirs.poser(numero: "A-2", poste, par: 7, .suiviDeDossier, "?", demande: "DEM-9", scope)
    }
    await #expect(throws: Refus.self) { try await devoirs.cloreSollicitation("A-1") }
    let answered = try await devoirs.repondre("A-1", "accordez un délai", par: 3)
    #expect(answered.histoire.reponses.map(\.par) == [3] && answered.rang == asked.rang + 1)
    _ = try await devoirs.cloreSollicitation("A-1")
    let other = Perimetre.postes([try CentreDEssai.poste("031020")])
    await #expect(throws: FauteDeDevoir.inconnu("A-1")) {
      try await devoirs.rouvrir("A-1", "encore", par: 8, other)
    }
    #expect(try await devoirs.rouvrir("A-1", "encore", par: 7, scope).histoire.resume.etat == "OUVERTE")
  }

  @Test(
    "the report has the observations and dysfunctions of its scope, and counts silences and reminders (R084, R181–R182)"
  )
  func report() async throws {
    let essai = try await CentreDEssai.devoirs()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi.adding(days: 70))
    let (devoirs, poste) = (try essai.devoirs(lundi.adding(days: 71)), try CentreDEssai.poste("031012"))
    _ = try await devoirs.poser(
      numero: "A-1", poste, par: 7, .observation, "accusés tardifs", demande: nil, .postes([poste]))
    let (first, last) = (lundi, lundi.adding(days: 71))
    let whole = try await devoirs.rapport(du: first, au: last, .national)
    #expect(whole.texte.contains("poste 031012, 12/05/2026 : accusés tardifs (sans réponse)"))
    #expect(whole.texte.contains("E3101 : 1 dossier"))
    let section = try #require(whole.sections.first { $0.titre == "Relances adressées aux études" })
    #expect(section.lignes[0].hasPrefix("E3101 : "))
    #expect(section.lignes.count == 1 && !whole.texte.contains("demande D1"), "CL1A has figures only (R098)")
    let own = try await devoirs.rapport(du: first, au: last, .exploitant)
    let log = try #require(own.sections.first { $0.titre == "Relances adressées aux études" }).lignes
    #expect(log[0].hasPrefix("E3101 : \(log.count - 1) relance"))
    #expect(log.dropFirst().allSatisfy { $0.contains(", E3101, demande D1 : ") } && log.count > 1)
    #expect(!own.texte.contains("QUENTIN"))
    // Whatever its last day, it counts the dossiers without news of now.
    let past = try await devoirs.rapport(du: first, au: first, .national)
    #expect(past.sections.contains { $0.titre == "Dossiers sans nouvelles au 12/05/2026" })
    let gers = try await devoirs.rapport(du: first, au: last, .departement(try #require(Departement("32"))))
    #expect(!gers.texte.contains("031012") && !gers.texte.contains("E3101"))
  }

  @Test("a dossier is without news once that many days have passed since the étude last acted or was paid (R181)")
  func silence() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    aller.demande("D2")
    try await essai.recevoir("f", try aller.octets(), lundi)
    let later = lundi.adding(days: 10)
    var etude = try Fabrique.etude("E3101", later, 1)
    etude.accuse("D1", 1)
    etude.action("D1", 2)
    try await essai.recevoir("e", try etude.octets(), later)
    for (jour, expected) in [(lundi, []), (mardi, ["D2"]), (later, ["D2"]), (later.adding(days: 1), ["D1", "D2"])] {
      let found = try await essai.registre.lire {
        try $0.dossiers(.exploitant, FiltreDossiers(sansNouvelleDepuis: jour), limit: 10)
      }
      #expect(found.map(\.cle.numero).sorted() == expected, "since \(jour.iso)")
    }
  }
}
