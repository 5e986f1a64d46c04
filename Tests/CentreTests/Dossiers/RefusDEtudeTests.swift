import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("An étude refuses a dossier (60 R)")
struct RefusDEtudeTests {
  /// D1 at E3101 with an update, refused by it on Tuesday; the days closed.
  private func refus(autres: [String]) async throws -> CentreDEssai {
    let essai = try await CentreDEssai(
      annuaire: try Annuaire.essai { annuaire in
        // A weight that leaves the first dossier to E3101.
        for code in autres { annuaire.ajouter(code, ["31770"]) }
      })
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    aller.actualisation("D1", 1, code: "06", ["montant": "2500"])
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi)
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.accuse("D1", 1, statut: "R")
    #expect(try await essai.recevoir("e", try etude.octets(), mardi).statut == "A")
    return essai
  }

  private func retour(_ essai: CentreDEssai, _ jour: Jour, _ type: String) throws -> [Contenu] {
    try essai.articles("RI.HELIOS.031.\(jour.compact)", type)
  }

  @Test("no other étude: 86 R, then 94 motif 08 on the day of the refusal, pursued again by the comptable")
  func none() async throws {
    let essai = try await refus(autres: [])
    try await essai.clore(mardi)
    #expect(
      try retour(essai, mardi, "86").map {
        $0.champs("numero_demande", "etude", "statut_accuse", "motif_refus", "date_fin_phase")
      }
        == ["D1 E3101 R 02 -"])
    #expect(
      try retour(essai, mardi, "94").map {
        $0.champs("etude", "motif_fin", "date_fin_phase", "reste_du", "reprise_poursuites")
      } == ["E3101 08 2026-03-03 7500 O"])
    #expect(try retour(essai, mardi, "85") == [])
    // What the comptable still says of it no longer goes to the étude that refused.
    var suite = try Fabrique.aller(mercredi, 2)
    suite.actualisation("D1", 2, code: "02", ["montant": "100"])
    #expect(try await essai.recevoir("g", try suite.octets(), mercredi).statut == "A")
    #expect(try essai.nomsEmis("AL.HELIOS.031.E3101") == ["AL.HELIOS.031.E3101.20260302.000001"])
  }

  @Test("one other: 85 R at once, and an aller to it with the demand and its accepted updates")
  func one() async throws {
    let essai = try await refus(autres: ["E3103"])
    #expect(try essai.articles("AL.HELIOS.031.E3103").map(\.type) == ["10", "20", "30", "50"])
    #expect(try essai.nomsEmis("AL.HELIOS.031.E3103") == ["AL.HELIOS.031.E3103.20260303.000001"])
    try await essai.clore(mardi)
    #expect(try retour(essai, mardi, "85").map { $0.champs("etude", "statut_dossier") } == ["E3103 R"])
    #expect(try retour(essai, mardi, "94") == [])
    #expect(try await essai.dossier("D1")?.attributaire?.texte == "E3103")
    // Refused by the second too: none is left.
    var etude = try Fabrique.etude("E3103", mercredi, 1)
    etude.accuse("D1", 1, statut: "R")
    try await essai.recevoir("e2", try etude.octets(), mercredi)
    try await essai.clore(mercredi)
    #expect(try retour(essai, mercredi, "94").map { $0.champs("etude", "motif_fin") } == ["E3103 08"])
  }

  @Test("several others: 85 A, then 85 R to the one designated; the one that refused cannot be")
  func several() async throws {
    let essai = try await refus(autres: ["E3103", "E3104"])
    try await essai.clore(mardi)
    #expect(try retour(essai, mardi, "85").map { $0.champs("etude", "statut_dossier") } == ["- A"])
    #expect(try essai.nomsEmis("AL.HELIOS.031").count == 1)
    let quarantaine = try await Quarantaine(try essai.centre(mercredi))
    let attente = try #require(try await quarantaine.enAttente().first)
    #expect(attente.choix.flatMap(\.etudes).map(\.texte) == ["E3103", "E3104"])
    await #expect(throws: (any Error).self) {
      try await quarantaine.designer(numero: "D1", etude: try #require(CodeEtude("E3101")), codePostal: nil)
    }
    try await quarantaine.designer(numero: "D1", etude: try #require(CodeEtude("E3104")), codePostal: nil)
    #expect(try essai.articles("AL.HELIOS.031.E3104").map(\.type) == ["10", "20", "30", "50"])
    try await essai.clore(mercredi)
    #expect(try retour(essai, mercredi, "85").map { $0.champs("etude", "statut_dossier") } == ["E3104 R"])
  }

  @Test("the former étude's messages are kept without effect or return, its money is taken")
  func former() async throws {
    let essai = try await refus(autres: ["E3103"])
    try await essai.clore(mardi)
    var etude = try Fabrique.etude("E3101", mercredi, 2)
    etude.action("D1", 2)
    etude.message("70", "D1", 3, ["motif_fin": "05", "reste_du": "7500"])
    etude.encaissement("D1", 4, "ENC-1", 30_00)
    let fichier = try await essai.recevoir("e", try etude.octets(), mercredi)
    #expect(fichier.statut == "A")
    try await essai.clore(mercredi)
    #expect(try essai.articles("RI.HELIOS.031.20260304") == [])
    #expect(
      try essai.articles("RR.HELIOS.031.20260304", "80").map { $0.champs("etude", "montant_creance", "reste_du") }
        == ["E3101 3000 4500"])
    let dossier = try #require(try await essai.dossier("D1"))
    #expect(dossier.attributaire?.texte == "E3103" && dossier.actions.total == 0 && dossier.fin == nil)
    #expect(dossier.resteDu == Montant(cents: 45_00))
  }

  @Test("acted then refused on one day: its 87 counts its actions, though another étude has the dossier that evening")
  func actedThenRefused() async throws {
    let essai = try await CentreDEssai(annuaire: try Annuaire.essai { $0.ajouter("E3103", ["31770"]) })
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.action("D1", 1, code: "20")
    etude.action("D1", 2, code: "01")
    etude.accuse("D1", 3, statut: "R")
    try await essai.recevoir("e", try etude.octets(), mardi)
    try await essai.clore(mardi)
    #expect(
      try retour(essai, mardi, "87").map {
        $0.champs("etude", "nombre_courriers", "nombre_appels", "date_derniere_action")
      }
        == ["E3101 1 1 2026-03-03"])
    #expect(try await essai.incidents().filter { $0.genre == "emission" } == [])
  }

  @Test("407: an étude that never held the dossier; its message and its money are rejected")
  func stranger() async throws {
    let essai = try await refus(autres: [])
    var etude = try Fabrique.etude("E3102", mercredi, 1)
    etude.action("D1", 1)
    etude.encaissement("D1", 2, "ENC-1", 30_00)
    etude.action("INCONNU", 3)
    let fichier = try await essai.recevoir("e", try etude.octets(), mercredi)
    #expect(try await essai.resume(fichier) == ["2:407", "3:407", "4:304"])
    #expect(
      try essai.articles("RI.-.-.E3102").map { $0.champs("code_anomalie", "niveau_rejet") } == [
        "- -", "407 E", "407 D", "304 E",
      ])
    #expect(try await essai.dossier("D1")?.resteDu == Montant(cents: 75_00))
  }
}

@Suite("Money in the files of an étude")
struct ArgentTests {
  private func centre(montants: [Int] = [60_00, 40_00]) async throws -> CentreDEssai {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1", montants: montants)
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi)
    return essai
  }

  @Test("307 twice in a file, 306 in another, 321 for a cancellation that does not correspond")
  func numbers() async throws {
    let essai = try await centre()
    var first = try Fabrique.etude("E3101", mardi, 1)
    first.encaissement("D1", 1, "ENC-1", 10_00)
    first.encaissement("D1", 2, "ENC-1", 10_00)
    first.encaissement("D1", 3, "ENC-2", 9_99, annule: "ENC-1")
    first.encaissement("D1", 4, "ENC-3", 10_00, annule: "ENC-9")
    first.encaissement("D1", 5, "S-1", 10_00)
    #expect(
      try await essai.resume(try await essai.recevoir("e1", try first.octets(), mardi))
        == ["3:307", "4:321", "5:321", "6:207"])
    var second = try Fabrique.etude("E3101", mercredi, 2)
    second.encaissement("D1", 6, "ENC-1", 10_00)
    second.encaissement("D1", 7, "ENC-4", 10_00, annule: "ENC-1")
    second.encaissement("D1", 8, "ENC-5", 10_00, annule: "ENC-1")
    #expect(
      try await essai.resume(try await essai.recevoir("e2", try second.octets(), mercredi)) == ["2:306", "4:321"])
    #expect(try await essai.dossier("D1")?.resteDu == Montant(cents: 100_00))
  }

  @Test("without a split, from the oldest titre to the newest; the last cent ends the phase, 94 motif 01")
  func paid() async throws {
    let essai = try await centre()
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.encaissement("D1", 1, "ENC-1", 70_00)
    etude.encaissement("D1", 2, "ENC-2", 40_00)
    let fichier = try await essai.recevoir("e1", try etude.octets(), mardi)
    #expect(fichier.statut == "A" && fichier.bilan.anomalies == ["804"])
    try await essai.clore(mardi)
    #expect(
      try essai.articles("RR.HELIOS.031").map { $0.champs("numero_encaissement", "rang_titre", "montant", "reste_du") }
        == [
          "ENC-1 - - 3000", "ENC-1 1 6000 -", "ENC-1 2 1000 -", "ENC-2 - - 0", "ENC-2 2 4000 -",
        ])
    #expect(
      try essai.articles("RI.HELIOS.031.20260303", "94").map {
        $0.champs("motif_fin", "reste_du", "reprise_poursuites")
      }
        == ["01 0 N"])
  }

  @Test(
    "cancelled, the payment that had ended the dossier reopens it: 85 R, same étude; a term passed ends it that day")
  func reopened() async throws {
    let essai = try await centre()
    var first = try Fabrique.etude("E3101", mardi, 1)
    first.encaissement("D1", 1, "ENC-1", 100_00)
    try await essai.recevoir("e1", try first.octets(), mardi)
    try await essai.clore(mardi)
    var second = try Fabrique.etude("E3101", mercredi, 2)
    second.encaissement("D1", 2, "ENC-2", 100_00, annule: "ENC-1")
    try await essai.recevoir("e2", try second.octets(), mercredi)
    try await essai.clore(mercredi)
    #expect(
      try essai.articles("RI.HELIOS.031.20260304").map { $0.champs("numero_demande", "etude", "statut_dossier") }
        == ["D1 E3101 R"])
    #expect(
      try essai.articles("RR.HELIOS.031.20260304", "80").map {
        $0.champs("sens", "encaissement_annule", "montant_creance", "reste_du", "date_limite_reversement")
      } == ["- ENC-1 10000 10000 2026-03-24"])
  }

  @Test("306: a message number already used by this étude; another étude may use it")
  func messageNumbers() async throws {
    let essai = try await centre()
    var first = try Fabrique.etude("E3101", mardi, 1)
    first.action("D1", 1)
    first.action("D1", 1)
    first.message("63", "D1", 9_000_000_000, ["type_renseignement": "EMP", "nom_tiers": "X"])
    #expect(try await essai.resume(try await essai.recevoir("e1", try first.octets(), mardi)) == ["3:306", "4:207"])
    var second = try Fabrique.etude("E3101", mercredi, 2)
    second.action("D1", 1)
    second.action("D1", 2)
    #expect(try await essai.resume(try await essai.recevoir("e2", try second.octets(), mercredi)) == ["2:306"])
  }
}
