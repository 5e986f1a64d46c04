import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("Several codes possible: accepted, waiting for the exploitant's choice")
struct QuarantaineTests {
  /// A demand whose address admits several codes, received on Monday, the day closed.
  private func attente() async throws -> CentreDEssai {
    let essai = try await CentreDEssai(annuaire: try Annuaire.essai { $0.ajouter("E9301", ["93200", "93210"]) })
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("AMBIGU", ["code_postal": "", "localite": "SAINT-DENIS"])
    let fichier = try await essai.recevoir("f", try aller.octets(), lundi)
    #expect(fichier.statut == "A" && fichier.bilan.attente == 1 && fichier.bilan.acceptees == 1)
    try await essai.clore(lundi)
    return essai
  }

  @Test("85 A with 803 the same evening, no étude named, nothing handed over")
  func waiting() async throws {
    let essai = try await attente()
    let attestation = try #require(try essai.articles("RI.HELIOS.031.20260302", "85").first)
    #expect(
      attestation.champs("numero_demande", "statut_dossier", "etude", "code_postal_corrige", "code_avertissement")
        == "AMBIGU A - N 803")
    #expect(attestation.champ("horodatage_remise") == nil)
    #expect(try essai.nomsEmis("AL.") == [])
    #expect(
      try essai.articles("RI.HELIOS.031.20260302", "05").map { $0.champs("demandes_acceptees", "demandes_en_attente") }
        == ["1 1"])
  }

  @Test(
    "designated: the étude's file at once, with the chosen code and the updates received meanwhile; 85 R that evening")
  func designated() async throws {
    let essai = try await attente()
    var suite = try Fabrique.aller(mardi, 2)
    suite.actualisation("AMBIGU", 1, code: "06", ["montant": "2500"])
    #expect(try await essai.recevoir("g", try suite.octets(), mardi).statut == "A")
    let quarantaine = try await Quarantaine(try essai.centre(mardi))
    let waiting = try await quarantaine.enAttente()
    #expect(waiting.map(\.fiche.dossier.demande.cle.numero) == ["AMBIGU"])
    let code = try #require(CodePostal("93200"))
    try await quarantaine.designer(numero: "AMBIGU", etude: try #require(CodeEtude("E9301")), codePostal: code)
    let records = try essai.articles("AL.HELIOS.031.E9301")
    #expect(records.map(\.type) == ["10", "20", "30", "50"])
    #expect(records[1].champ("code_postal") == "93200")
    try await essai.clore(mardi)
    #expect(
      try essai.articles("RI.HELIOS.031.20260303", "85").map {
        $0.champs("etude", "statut_dossier", "code_postal_retenu", "code_postal_corrige")
      } == ["E9301 R 93200 O"])
    #expect(try await essai.dossier("AMBIGU")?.resteDu == Montant(cents: 75_00))
  }

  @Test("a file that its étude has taken away is not issued again by the decisions and the evening that follow")
  func takenAway() async throws {
    let essai = try await attente()
    try await Quarantaine(try essai.centre(mardi)).designer(
      numero: "AMBIGU", etude: try #require(CodeEtude("E9301")), codePostal: CodePostal("93200"))
    for nom in try essai.nomsEmis("AL.") {
      try FileManager.default.removeItem(at: essai.sortant.appendingPathComponent(nom))
    }
    try await essai.clore(mardi)
    #expect(try essai.nomsEmis("AL.") == [])
  }

  @Test("an étude outside its area, a code the address does not admit, an unknown étude: refused, nothing changes")
  func designationRefused() async throws {
    let essai = try await attente()
    let quarantaine = try await Quarantaine(try essai.centre(mardi))
    let (blois, denis) = (CodePostal("41000"), CodePostal("93200"))
    for (etude, code) in [("E3101", denis), ("E9301", blois), ("E0000", denis)] {
      await #expect(throws: (any Error).self) {
        try await quarantaine.designer(numero: "AMBIGU", etude: try #require(CodeEtude(etude)), codePostal: code)
      }
    }
    #expect(try await quarantaine.enAttente().count == 1)
    #expect(try essai.nomsEmis("AL.") == [])
  }

  @Test("given up: 95 on the line of the 10 that evening, and the number can be used again", arguments: ["403", "404"])
  func givenUp(_ code: String) async throws {
    let essai = try await attente()
    try await Quarantaine(try essai.centre(mardi)).renoncer(numero: "AMBIGU", code: code)
    try await essai.clore(mardi)
    let rejets = try essai.articles("RI.HELIOS.031.20260303", "95")
    #expect(
      rejets.map {
        $0.champs(
          "numero_demande", "genre_origine", "sequence_origine", "ligne_origine", "type_origine", "niveau_rejet",
          "code_anomalie")
      } == ["AMBIGU AL 1 2 10 D \(code)"])
    var again = try Fabrique.aller(mercredi, 2)
    again.actualisation("AMBIGU", 1, code: "12")
    again.demande("AMBIGU", ["code_postal": "93200", "localite": "SAINT-DENIS"])
    again.actualisation("AMBIGU", 1, code: "02", ["montant": "1000"])
    let fichier = try await essai.recevoir("g", try again.octets(), mercredi)
    #expect(try await essai.resume(fichier) == ["2:304"])
    #expect(try essai.articles("AL.HELIOS.031.E9301").map(\.type) == ["10", "20", "30", "50"])
    let etats = try await essai.registre.lire { try $0.dossiers(numero: "AMBIGU", .exploitant).map(\.dossier.etat) }
    #expect(etats == [.ecarte(code: code), .remis])
  }

  @Test("recalled while it waits: 94 motif 03 without an étude; designating it then is refused")
  func recalled() async throws {
    let essai = try await attente()
    var suite = try Fabrique.aller(mardi, 2)
    suite.actualisation("AMBIGU", 1, code: "12")
    try await essai.recevoir("g", try suite.octets(), mardi)
    try await essai.clore(mardi)
    #expect(
      try essai.articles("RI.HELIOS.031.20260303", "94").map {
        $0.champs(
          "numero_demande", "etude", "motif_fin", "date_fin_phase", "reste_du", "reprise_poursuites", "numero_evenement"
        )
      } == ["AMBIGU - 03 2026-03-03 10000 N 1"])
    await #expect(throws: (any Error).self) {
      try await Quarantaine(try essai.centre(mercredi))
        .designer(numero: "AMBIGU", etude: try #require(CodeEtude("E9301")), codePostal: CodePostal("93200"))
    }
  }

  @Test("a rejected demand judged again after the directory changed is handed over; its 85 R comes that evening")
  func replayed() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1", ["code_postal": "31700", "localite": "BLAGNAC"])
    aller.demande("D2")
    let fichier = try await essai.recevoir("f", try aller.octets(), lundi)
    #expect(try await essai.resume(fichier) == ["2:404"])
    try await essai.clore(lundi)
    let annuaire = try Annuaire.essai { $0.ajouter("E3103", ["31700"]) }
    try await essai.registre.ecrire { try $0.importer(annuaire) }
    let replay = try await Quarantaine(try essai.centre(mardi)).rejouer(fichier: fichier.id, ligne: 2)
    #expect(replay.statut == "A" && replay.bilan.acceptees == 1)
    try await essai.clore(mardi)
    let records = try essai.articles("RI.HELIOS.031.20260303")
    #expect(records.map { $0.champs("numero_demande", "etude", "statut_dossier") } == ["D1 E3103 R"])
    #expect(records.map(\.type) == ["85"])
    #expect(try essai.articles("AL.HELIOS.031.E3103").map(\.type) == ["10", "20", "30"])
    // The suite of the sender has not moved.
    var next = try Fabrique.aller(mercredi, 2)
    next.demande("D3")
    #expect(try await essai.recevoir("g", try next.octets(), mercredi).bilan.anomalies == [])
  }

  @Test("a field corrected by the exploitant, and a reject closed without more")
  func correctedAndClosed() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1", ["code_postal": "", "localite": "NULLEPARTVILLE"])
    aller.demande("D2", ["code_postal": "", "localite": "NULLEPARTVILLE"])
    let fichier = try await essai.recevoir("f", try aller.octets(), lundi)
    #expect(try await essai.resume(fichier) == ["2:403", "5:403"])
    let quarantaine = try await Quarantaine(try essai.centre(lundi))
    let replay = try await quarantaine.rejouer(
      fichier: fichier.id, ligne: 2, corrections: [Correction(ligne: 3, champ: "localite", valeur: "COLOMIERS")])
    #expect(replay.statut == "A")
    try await quarantaine.classer(fichier: fichier.id, ligne: 5)
    let open = try await essai.registre.lire { try $0.quarantaine(.exploitant, limit: 10) }
    #expect(open == [])
    #expect(try await essai.rejets(fichier).map(\.etat) == [.rejoue, .classe])
  }
}
