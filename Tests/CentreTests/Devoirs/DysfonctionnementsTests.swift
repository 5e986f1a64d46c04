import Convention
import Crypto
import Foundation
import MoteurDEssai
import Registre
import Testing

@testable import Centre

@Suite("Dysfonctionnements : avis prouvés, limites, plan (R086–R087, R178–R180)")
struct DysfonctionnementsTests {
  /// Tuesday from 19:00 to 22:00.
  private var fenetre: Fenetre {
    get throws { try Fenetre(de: Instant(mardi, heure: 19), a: Instant(mardi, heure: 22)) }
  }

  private func colomiers() throws -> Portee { Portee(postes: [try CentreDEssai.poste("031012")]) }

  @Test("a planned outage does not begin before each of those concerned was told, and nothing changes (R179)")
  func withoutNotice() async throws {
    let essai = try await CentreDEssai.devoirs { $0.postes["031012"]?.courrielGenerique = nil }
    let fiche = try await essai.devoirs(lundi).prevoir(fenetre, motif: "mise à niveau", colomiers())
    try await essai.envoyer(lundi)
    #expect(try essai.lettres().isEmpty)
    let poste = try CentreDEssai.poste("031012")
    #expect(try await essai.devoirs(lundi).sansAdresse(fiche.histoire) == [.poste(poste)])
    let before = try await MoteurDEssai.photographie(essai.engine)
    let refus = Refus(.coupureNonAnnoncee, under: Article(.annexeQualite, "II.2"))
    await #expect(throws: refus) { try await essai.devoirs(mardi).commencer(fiche.cle) }
    await #expect(throws: Refus(.avisSansAdresse, under: Article(.cahierDesCharges, "3", alinea: 4))) {
      try await essai.devoirs(lundi).aviser(fiche.cle)
    }
    #expect(try await MoteurDEssai.photographie(essai.engine) == before)
  }

  @Test("the proof of a notice is the mail's identifier and the SHA-256 of the bytes that courriels/ keeps (R087)")
  func proof() async throws {
    let essai = try await CentreDEssai.devoirs()
    let fiche = try await essai.devoirs(lundi).prevoir(fenetre, motif: "mise à niveau", colomiers())
    #expect(fiche.cle == "D-2026-001")
    #expect(try await essai.incident(fiche.cle)?.avis == [], "owed is not sent")
    try await essai.envoyer(lundi)
    try await essai.envoyer(lundi)
    let avis = try #require(try await essai.incident(fiche.cle)).avis
    #expect(avis.map(\.destinataire) == [.poste(try CentreDEssai.poste("031012"))])
    #expect(avis[0].preuve.reference == "<avis-D-2026-001-poste-031012@centre-serveur>")
    let octets = try Data(
      contentsOf: essai.courriels.appendingPathComponent("avis-D-2026-001-poste-031012.eml"))
    #expect(avis[0].preuve.empreinte.texte == hexadecimal(SHA256.hash(data: octets)))
    let begun = try await essai.devoirs(mardi).commencer(fiche.cle)
    #expect(begun.histoire.etat == .ouvert)
  }

  @Test("only those concerned are written to, and they read no other poste (R087)")
  func onlyConcerned() async throws {
    let essai = try await CentreDEssai.devoirs()
    _ = try await essai.devoirs(lundi).detecter(.disponibilite, description: "site injoignable", colomiers())
    try await essai.envoyer(lundi)
    let lettres = try essai.lettres()
    #expect(lettres.map(\.pour) == [CentreDEssai.colomiers])
    #expect(lettres[0].texte.contains("site injoignable") && !lettres[0].texte.contains("031020"))
  }

  @Test("an outage given up is told to those who knew of it; a notice not yet sent is no longer owed (R179)")
  func abandoned() async throws {
    let essai = try await CentreDEssai.devoirs()
    let devoirs = try essai.devoirs(lundi)
    let told = try await devoirs.prevoir(fenetre, motif: "mise à niveau", colomiers())
    try await essai.envoyer(lundi)
    _ = try await devoirs.abandonner(told.cle)
    let untold = try await devoirs.prevoir(fenetre, motif: "autre", colomiers())
    _ = try await devoirs.abandonner(untold.cle)
    try await essai.envoyer(lundi)
    #expect(
      try essai.lettres().map(\.nom) == [
        "abandon-D-2026-001-poste-031012.eml", "avis-D-2026-001-poste-031012.eml",
      ])
    #expect(try await essai.registre.lire { try $0.courrielsAEnvoyer() } == [])
  }

  @Test(
    "forty-eight hours without a notice to CL1A are a breach that the exploitant sees, once; not a second sooner (R086)"
  )
  func breach() async throws {
    let essai = try await CentreDEssai.devoirs()
    let fiche = try await essai.devoirs(lundi).detecter(.qualite, description: "retours incomplets", colomiers())
    try await essai.envoyer(lundi)
    let veille = VeilleDesDevoirs(essai.registre)
    let limite = Instant(lundi, heure: 20).adding(seconds: 48 * 3600)
    #expect(try await veille.aSignaler(at: limite).isEmpty)
    try await veille.veiller(at: limite.adding(seconds: 1))
    try await veille.veiller(at: limite.adding(seconds: 60))
    let signals = try await essai.registre.lire { try $0.incidents(from: lundi, to: lundi.adding(days: 9)) }
    #expect(signals.map(\.genre) == ["devoir"])
    #expect(signals[0].texte.contains("D-2026-001") && signals[0].texte.contains("CL1A"))
    let late = lundi.adding(days: 3)
    #expect(try await essai.devoirs(late).nombreEnRetard() == 1)
    #expect(try await essai.devoirs(late).tableau().dus.contains { $0.isLate && $0.devoir.exigence == "R086" })
    _ = try await essai.devoirs(late).agir(fiche.cle, "lecture des retours reprise")
    _ = try await essai.devoirs(late).aviser(fiche.cle)
    try await essai.envoyer(late)
    #expect(try await essai.incident(fiche.cle)?.firstNotice(to: .cl1a) == Instant(late, heure: 20))
    #expect(try await essai.devoirs(late).nombreEnRetard() == 1, "a late notice stays late")
  }

  @Test("the evening looks at the clock too (R086)")
  func evening() async throws {
    let essai = try await CentreDEssai.devoirs()
    try await essai.recevoir("f", try Fabrique.aller(lundi, 1).octets(), lundi)
    _ = try await essai.devoirs(lundi).detecter(.qualite, description: "retours incomplets", colomiers())
    try await essai.clore(lundi.adding(days: 3))
    let signals = try await essai.registre.lire { try $0.incidents(from: lundi, to: lundi.adding(days: 3)) }
    #expect(signals.filter { $0.genre == "devoir" && $0.texte.contains("CL1A") }.count == 1)
  }

  @Test("CL1A is told with an action, never without (R086)")
  func cl1a() async throws {
    let essai = try await CentreDEssai.devoirs()
    let devoirs = try essai.devoirs(lundi)
    let fiche = try await devoirs.detecter(.qualite, description: "retours incomplets", colomiers())
    try await essai.envoyer(lundi)
    await #expect(throws: Refus(.avisSansAction, under: Article(.cahierDesCharges, "3", alinea: 4))) {
      try await devoirs.aviser(fiche.cle)
    }
    _ = try await devoirs.prevoirAction(fiche.cle, "essais de reprise", pour: mardi)
    _ = try await devoirs.aviser(fiche.cle)
    try await essai.envoyer(lundi)
    let lettre = try #require(try essai.lettres().first { $0.pour == "cl1a@dgfip.example" })
    #expect(lettre.texte.contains("pour le 03/03/2026 : essais de reprise"))
  }

  @Test(
    "the plan leaves for comptables, directions and CL1A, and is presented with the last; refused if one has no address (R180)"
  )
  func plan() async throws {
    for directions in [false, true] {
      let essai = try await CentreDEssai.devoirs(directions: directions)
      let devoirs = try essai.devoirs(lundi)
      let fiche = try await devoirs.detecter(.disponibilite, description: "site injoignable", colomiers())
      try await essai.envoyer(lundi)
      guard directions else {
        await #expect(throws: DevoirsDuCentre.refusDAdresse) {
          try await devoirs.presenterPlan(fiche.cle, "reprise mardi")
        }
        #expect(try await essai.incident(fiche.cle)?.planEnCours == nil)
        continue
      }
      _ = try await devoirs.presenterPlan(fiche.cle, "reprise mardi")
      #expect(try await essai.incident(fiche.cle)?.plans.isEmpty == true)
      try await essai.envoyer(lundi)
      let plans = try #require(try await essai.incident(fiche.cle)).plans
      #expect(plans.map(\.envois.count) == [3])
      #expect(try essai.lettres().filter { $0.nom.hasPrefix("plan-") }.count == 3)
    }
  }

  @Test("from detection to closing, each act is kept with its day; the month counts the outage (R093, R178)")
  func whole() async throws {
    let essai = try await CentreDEssai.devoirs()
    let devoirs = try essai.devoirs(lundi)
    let since = Instant(lundi, heure: 18)
    let fiche = try await devoirs.detecter(
      .disponibilite, depuis: since, description: "site injoignable", colomiers())
    _ = try await devoirs.agir(fiche.cle, "redémarrage")
    _ = try await devoirs.aviser(fiche.cle)
    try await essai.envoyer(lundi)
    await #expect(throws: Refus.self) { try await devoirs.clore(fiche.cle) }
    _ = try await devoirs.retablir(fiche.cle)
    _ = try await devoirs.qualifier(fiche.cle, .usage(try CentreDEssai.poste("031012")))
    let closed = try await devoirs.clore(fiche.cle)
    #expect(closed.histoire.resume.etat == "CLOS")
    #expect(closed.histoire.qualification?.imputabilite == .imputable, "no training excuses nothing (R095)")
    let month = try await devoirs.disponibilite(moisDe: lundi)
    #expect(month.minutesArret == 120 && month.minutesImputables == 120)
  }

  @Test("wrong data excuse the centre only if what it kept is what came in; without a file, no cause (R094)")
  func wrongData() async throws {
    let essai = try await CentreDEssai.devoirs()
    let devoirs = try essai.devoirs(lundi)
    let fichier = try await essai.recevoir("vide.txt", Array("rien d’utile".utf8), lundi)
    let kept = try essai.centre(lundi).echanges.recu(fichier.chemin)
    let fiche = try await devoirs.detecter(.qualite, depuis: nil, description: "montants faux", colomiers())
    await #expect(throws: FauteDeDevoir.self) { try await devoirs.qualifier(fiche.cle, .donnees(.dgfip, fichier: 99)) }
    #expect(try await essai.incident(fiche.cle)?.qualification == nil)
    for (altered, expected) in [(false, Imputabilite.nonImputable), (true, .imputable)] {
      if altered { try Data("rien de vrai".utf8).write(to: kept) }
      let found = try await devoirs.qualifier(fiche.cle, .donnees(.dgfip, fichier: fichier.id)).histoire.qualification
      #expect(found?.imputabilite == expected && found?.cause.preuve.contains(fichier.sha256) == true)
    }
    try FileManager.default.removeItem(at: kept)
    await #expect(throws: FauteDeDevoir.self) {
      try await devoirs.qualifier(fiche.cle, .donnees(.dgfip, fichier: fichier.id))
    }
  }

  @Test("each sees what concerns him; CL1A what it was told of; a form seen before another act does nothing")
  func scopes() async throws {
    let essai = try await CentreDEssai.devoirs()
    let devoirs = try essai.devoirs(lundi)
    let fiche = try await devoirs.detecter(.qualite, description: "retours incomplets", colomiers())
    let garonne = try #require(Departement("31"))
    for (perimetre, sees) in [
      (Perimetre.postes([try CentreDEssai.poste("031012")]), true),
      (.postes([try CentreDEssai.poste("031020")]), false), (.departement(garonne), true),
      (.departement(try #require(Departement("32"))), false), (.national, false), (.exploitant, true),
    ] { #expect((try await essai.incident(fiche.cle, perimetre) != nil) == sees, "\(perimetre)") }
    _ = try await devoirs.agir(fiche.cle, "reprise", rang: fiche.decisions)
    await #expect(throws: FauteDeDevoir.change(fiche.cle)) {
      try await devoirs.agir(fiche.cle, "reprise", rang: fiche.decisions)
    }
    _ = try await devoirs.aviser(fiche.cle)
    try await essai.envoyer(lundi)
    #expect(try await essai.incident(fiche.cle, .national) != nil)
    // Mails that left meanwhile put no form out of date.
    _ = try await devoirs.agir(fiche.cle, "suite", rang: fiche.decisions + 1)
  }
}
