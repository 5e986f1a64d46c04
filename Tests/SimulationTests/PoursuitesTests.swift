import Convention
import Generation
import Testing

@testable import Simulation

@Suite("Simulation — poursuites d’une étude")
struct PoursuitesTests {
  private let remise = Jour(2026, 3, 2)

  /// 100,00 € in court.
  private func dossier(_ mesure: String = "SVT", permise: Bool = false) -> DossierSuivi {
    var tenu = DossierTenu(
      application: "HELIOS", exploitation: "031", numero: "JUD2026-000001", phase: .judiciaire, remise: remise,
      etatPoursuites: "EP-2026-000001")
    tenu.add(.init(rang: 1, emission: Jour(2025, 1, 1), reste: Montant(cents: 100_00)))
    var dossier = DossierSuivi(tenu)
    dossier.poursuite = PoursuiteSuivie(mesure: mesure, ouverturePermise: permise)
    return dossier
  }

  @Test(
    "an étude sells nothing before it is granted, forces no door without permission, keeps to the measure (R035, R039, R040)"
  )
  func allowed() {
    var poursuite = PoursuiteSuivie(mesure: "SVT", ouverturePermise: false)
    #expect(poursuite.permet(.acte(code: "042")) && poursuite.permet(.acte(code: "051")))
    #expect(!poursuite.permet(.acte(code: "012")) && !poursuite.permet(.acte(code: "050")))
    #expect(!poursuite.permet(.acte(code: "051", portesForcees: true)) && !poursuite.permet(.vendre))
    poursuite.noter(.acte(code: "051"), 1)
    #expect(poursuite.permet(.vendre))
    poursuite.venteAccordee = true
    poursuite.ouverturePermise = true
    poursuite.mesuresAccordees = ["SAT"]
    #expect(poursuite.permet(.acte(code: "012")) && poursuite.permet(.acte(code: "050")))
    #expect(poursuite.permet(.acte(code: "051", portesForcees: true)))
    #expect(PoursuiteSuivie(mesure: "AUT", ouverturePermise: false).permet(.acte(code: "066")))
  }

  @Test("a suspension asked for waits for its form, and its cancellation waits for nothing (R051)")
  func form() {
    var dossier = dossier()
    #expect(!dossier.attendFormulaire)
    dossier.apprendre(1, "10", montant: nil, rang: nil, annule: nil)
    #expect(dossier.attendFormulaire && dossier.isSuspended(on: remise))
    dossier.apprendre(2, "11", montant: nil, rang: nil, annule: nil)
    #expect(dossier.attendFormulaire && !dossier.isSuspended(on: remise))
    dossier.poursuite?.noter(.retour, 7)
    #expect(!dossier.attendFormulaire)
    dossier.apprendre(3, "12", montant: nil, rang: nil, annule: nil)
    #expect(dossier.attendFormulaire && dossier.isOver)
    dossier.apprendre(4, "20", montant: nil, rang: nil, annule: 3)
    #expect(!dossier.attendFormulaire && !dossier.isOver)
  }

  @Test("delays granted suspend up to their last day and not the next")
  func delays() {
    var dossier = dossier()
    dossier.apprendre(1, "07", montant: nil, rang: nil, annule: nil, fin: remise.adding(days: 10))
    #expect(dossier.isSuspended(on: remise.adding(days: 10)) && !dossier.isSuspended(on: remise.adding(days: 11)))
  }

  @Test("a 51D is for the whole debt in the étude's hands, on a saisie-vente (R036)")
  func money() {
    var whole = dossier()
    #expect(!whole.recoitTousLesDeniers)
    whole.tenu.take(Montant(cents: 100_00))
    #expect(whole.recoitTousLesDeniers)
    var attribution = dossier("SAT")
    attribution.tenu.take(Montant(cents: 100_00))
    #expect(!attribution.recoitTousLesDeniers)
    var elsewhere = dossier()
    elsewhere.apprendre(1, "06", montant: Montant(cents: 40_00), rang: nil, annule: nil)
    elsewhere.tenu.take(Montant(cents: 60_00))
    #expect(!elsewhere.recoitTousLesDeniers)
  }

  @Test("what is tried wrongly is forbidden that day, or is not tried")
  func forbidden() {
    var dossier = dossier()
    #expect(ActeInterdit.venteSansSaisie.acte(dossier, paiement: nil) != nil)
    #expect(ActeInterdit.encaissementRectifie.acte(dossier, paiement: nil) == nil)
    #expect(ActeInterdit.finSansFormulaire.acte(dossier, paiement: nil) == nil)
    dossier.poursuite?.noter(.acte(code: "051"), 1)
    dossier.poursuite?.venteAccordee = true
    #expect(ActeInterdit.venteSansSaisie.acte(dossier, paiement: nil) == nil)
    #expect(ActeInterdit.venteSansAccord.acte(dossier, paiement: nil) == nil)
    #expect(ActeInterdit.portesForcees.acte(self.dossier(permise: true), paiement: nil) == nil)
    for interdit in ActeInterdit.auHasard where interdit.reponse == .rejet {
      #expect(interdit.acte(dossier, paiement: nil) != nil)
    }
  }

  @Test(
    "a carence of the third reason is always worth less than its sale; all three reasons are drawn, signed or not (R037, R038)"
  )
  func carences() {
    let drawn = (UInt64(1)...200).map { graine in
      var alea = Alea(graine: graine)
      return CarenceFictive(&alea)
    }
    #expect(Set(drawn.compactMap(\.motif)) == ["1", "2", "3"])
    #expect(drawn.contains { $0.nonSignature == nil } && drawn.contains { $0.nonSignature != nil })
    for carence in drawn where carence.motif == "3" {
      #expect(carence.valeur ?? .zero < carence.cout ?? .zero && carence.valeur != nil)
    }
  }

  @Test("a shorter phase is for the dossiers handed over from its first day on (R030)")
  func shorter() {
    let contrat = ContratSuivi(dureeComminatoireDays: 75, reduction: .init(du: Jour(2026, 5, 1), days: 60))
    #expect(contrat.dureeComminatoireDays(remisLe: Jour(2026, 4, 30)) == 75)
    #expect(contrat.dureeComminatoireDays(remisLe: Jour(2026, 5, 1)) == 60)
  }
}
