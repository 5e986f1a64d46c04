import Convention
import MoteurDEssai
import Registre
import Testing

@testable import Centre

@Suite("Dysfonctionnements : ceux qu’ils concernent, ce qui n’est pas encore arrivé (R179–R180)")
struct PorteeEtInstantsTests {
  @Test("an outage neither begins nor ends in the future: refused, nothing changes; now and before are admitted")
  func future() async throws {
    let essai = try await CentreDEssai.devoirs()
    let portee = Portee(postes: [try CentreDEssai.poste("031012")])
    let fenetre = try Fenetre(de: Instant(mardi, heure: 19), a: Instant(mardi, heure: 22))
    let planned = try await essai.devoirs(lundi).prevoir(fenetre, motif: "mise à niveau", portee)
    try await essai.envoyer(lundi)
    let found = try await essai.devoirs(lundi).detecter(.disponibilite, description: "site injoignable", portee)
    let before = try await MoteurDEssai.photographie(essai.engine)
    // The clock of the trial is held at 20:00.
    let (devoirs, soon) = (try essai.devoirs(mardi), Instant(mardi, heure: 20, minute: 1))
    let refus = Refus(.instantsDesordonnes, under: Article(.annexeQualite, "II.2"))
    await #expect(throws: refus) { try await devoirs.commencer(planned.cle, a: soon) }
    await #expect(throws: refus) { try await devoirs.retablir(found.cle, a: soon) }
    #expect(try await MoteurDEssai.photographie(essai.engine) == before)
    let begun = try await devoirs.commencer(planned.cle, a: Instant(mardi, heure: 20))
    #expect(begun.histoire.debut == Instant(mardi, heure: 20))
    let over = try await devoirs.retablir(found.cle, a: Instant(mardi, heure: 19))
    #expect(over.histoire.retour == Instant(mardi, heure: 19))
  }

  @Test("an étude named one by one brings the directions of its area, with a poste or without (R180)")
  func directions() throws {
    let annuaire = try Annuaire.essai {
      $0.ajouter("E3201", ["32000"])
      $0.ajouter("E3202", ["31000", "32000"])
    }
    let (garonne, gers) = (try #require(Departement("31")), try #require(Departement("32")))
    let (etude, poste) = (try #require(CodeEtude("E3201")), try CentreDEssai.poste("031012"))
    #expect(try Portee(etudes: [etude]).concernes(annuaire).departements == [gers])
    #expect(try Portee(postes: [poste], etudes: [etude]).concernes(annuaire).departements == [garonne, gers])
    // E3202 is concerned as an étude of the whole of 31: its other département is not.
    #expect(try Portee(departements: [garonne]).concernes(annuaire).departements == [garonne])
  }
}
