import Convention
import Foundation
import Registre
import Testing

@testable import Centre

@Suite("Ce qui se saisit sur le site (annexe II-2, R140–R144)")
struct SaisieDuSiteTests {
  private let jour = Jour(2026, 3, 3)
  private let etude = CodeEtude("E3101")
  private let cle = CleDemande(application: "HELIOS", exploitation: "031", numero: "DEM2026-000101")

  private func centre() async throws -> CentreDEssai {
    let essai = try await CentreDEssai()
    try await essai.recevoir(Echantillons.url("aller-correct.txt"), Jour(2026, 3, 2))
    return essai
  }

  private func accuse(_ jour: Jour) -> Saisie.Ligne {
    Saisie.Ligne(
      "60",
      [
        "date_fait": .jour(jour), "statut_accuse": .texte("A"),
        "horodatage_reception": .instant(Instant(jour, heure: 9)), "reference_etude": .texte("A-1"),
      ])
  }

  private func encaissement(_ recu: Int64, creance: Int64? = nil, jour: Jour? = nil) -> Saisie.Ligne {
    Saisie.Ligne(
      "64",
      [
        "date_fait": .jour(jour ?? self.jour), "sens": .texte("+"), "moyen_paiement": .texte("01"),
        "ordre_paiement": .texte("E"), "montant_recu": .montant(Montant(cents: recu)),
        "montant_creance": .montant(Montant(cents: creance ?? recu)), "mode_reversement": .texte("C"),
        "solde": .indicateur(false),
      ])
  }

  private func dire(_ essai: CentreDEssai, _ ligne: Saisie.Ligne, cle form: String = "f1", jour: Jour? = nil)
    async throws -> FichierRecu
  {
    let saisie = try await Saisie(try essai.centre(jour ?? self.jour))
    return try await saisie.message(
      [ligne], of: try #require(etude), sur: cle, par: .init(identifiant: "anne", cle: form))
  }

  @Test("an acknowledgement sets day 0, and says who typed it")
  func acknowledged() async throws {
    let essai = try await centre()
    let fichier = try await dire(essai, accuse(jour))
    #expect(fichier.statut == "A" && fichier.etat == .integre)
    let dossier = try #require(try await essai.dossier("DEM2026-000101"))
    #expect(dossier.remise?.reception?.jour == jour && dossier.remise?.reference == "A-1")
    let history = try await essai.registre.lire { lecture in
      try lecture.dossiers(numero: "DEM2026-000101", .exploitant).first.map { try lecture.histoire(of: $0) } ?? []
    }
    #expect(history.last?.auteur == "etude:E3101/anne")
    #expect(try await essai.registre.lire { try $0.fichiersInacheves() }.isEmpty)
  }

  @Test("the same form sent twice does its act once")
  func twice() async throws {
    let essai = try await centre()
    let first = try await dire(essai, encaissement(10_00))
    let second = try await dire(essai, encaissement(10_00))
    #expect(first.id == second.id)
    #expect(try await essai.dossier("DEM2026-000101")?.recouvre == Montant(cents: 10_00))
    _ = try await dire(essai, encaissement(10_00), cle: "f2")
    #expect(try await essai.dossier("DEM2026-000101")?.recouvre == Montant(cents: 20_00))
  }

  @Test(
    "an amount of nothing, a future day and a claim above what was received are refused at their field, and nothing changes"
  )
  func refused() async throws {
    let essai = try await centre()
    let before = try await essai.registre.lire { try $0.dernierePosition() }
    for (ligne, champ) in [
      (encaissement(0), "montant_recu"), (encaissement(10_00, jour: jour.adding(days: 1)), "date_fait"),
      (encaissement(10_00, creance: 10_01), "montant_recu"),
    ] {
      let refus = await #expect(throws: SaisieRefusee.self) { _ = try await dire(essai, ligne) }
      #expect(refus?.fautes.first?.champ == champ, "\(refus?.fautes ?? [])")
    }
    #expect(try await essai.registre.lire { try $0.dernierePosition() } == before)
    #expect(try await essai.registre.lire { try $0.fichier(2) } == nil)
  }

  @Test("an étude that does not hold the dossier can say nothing of it")
  func foreign() async throws {
    let essai = try await centre()
    let saisie = try await Saisie(try essai.centre(jour))
    let other = try #require(CodeEtude("E3102"))
    await #expect(throws: SaisieRefusee.self) {
      _ = try await saisie.message([accuse(jour)], of: other, sur: cle, par: .init(identifiant: "x", cle: "f"))
    }
  }

  @Test("once the evening of a day has begun, what is typed belongs to the next day, and is in its returns")
  func boundary() async throws {
    let essai = try await centre()
    _ = try await dire(essai, accuse(jour))
    try await essai.registre.ecrire { try $0.marquer(jour, .suivi, instant: Instant(jour, heure: 21)) }
    let late = try await dire(essai, encaissement(5_00), cle: "f2")
    #expect(late.jour == jour.adding(days: 1))
    try await essai.clore(jour.adding(days: 1))
    let name = "RR.HELIOS.031.\(jour.adding(days: 1).compact)"
    #expect(try essai.emis(name) != nil)
  }

  @Test("an update typed by the comptable reaches the étude in a file of its own")
  func updated() async throws {
    let essai = try await centre()
    let fiche = try #require(
      try await essai.registre.lire { try $0.dossiers(numero: "DEM2026-000101", .exploitant).first })
    let saisie = try await Saisie(try essai.centre(jour))
    let fichier = try await saisie.actualisation(
      Saisie.Ligne(
        "50",
        [
          "codique_poste": .texte("031012"), "code_evenement": .texte("06"), "date_evenement": .jour(jour),
          "montant": .montant(Montant(cents: 50_00)),
        ]), of: try #require(Codique("031012")), sur: fiche, par: .init(identifiant: "jean", cle: "g1"))
    #expect(fichier.statut == "A")
    #expect(try await essai.dossier("DEM2026-000101")?.resteDu == Montant(cents: 132_50))
    let sent = try await essai.registre.lire { try $0.fichiersEmis(jour) }
    #expect(sent.contains { $0.origine == fichier.id && $0.suite.etude == "E3101" })
  }
}
