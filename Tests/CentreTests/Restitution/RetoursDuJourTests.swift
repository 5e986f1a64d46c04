import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("The return files of a day")
struct RetoursDuJourTests {
  private func deux() throws -> Annuaire {
    try Annuaire.essai { $0.applications["HELIOS"]?.exploitations.insert("032") }
  }

  @Test("two exploitations: two pairs of files, never crossed, the same number in both being two demands")
  func twoExploitations() async throws {
    let essai = try await CentreDEssai(annuaire: try deux())
    for exploitation in ["031", "032"] {
      var aller = try Fabrique.aller(lundi, 1, exploitation: exploitation)
      aller.demande("D1")
      aller.demande("SEUL-\(exploitation)")
      #expect(try await essai.recevoir(exploitation, try aller.octets(), lundi).statut == "A")
    }
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.encaissement("D1", 1, "ENC-1", 10_00)
    etude.encaissement("D1", 2, "ENC-2", 20_00, ["exploitation": "032"])
    try await essai.recevoir("e", try etude.octets(), mardi)
    try await essai.clore(mardi)
    for exploitation in ["031", "032"] {
      #expect(
        try essai.articles("RI.HELIOS.\(exploitation).20260302", "85").map { $0.champ("numero_demande") }
          == ["D1", "SEUL-\(exploitation)"])
    }
    #expect(try essai.articles("RR.HELIOS.031", "80").map { $0.champ("numero_encaissement") } == ["ENC-1"])
    #expect(try essai.articles("RR.HELIOS.032", "80").map { $0.champ("numero_encaissement") } == ["ENC-2"])
    #expect(try essai.nomsEmis("AL.HELIOS.032.E3101").count == 1)
  }

  @Test("bilan O: 87, 88, 89 go; N: they never do, and 80, 86, 90, 91, 94 always", arguments: ["O", "N"])
  func bilan(_ bilan: String) async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    aller.demande(
      "J1",
      champs: [
        "phase": "J", "numero_etat_poursuites": "EP1", "date_etat_poursuites": lundi.compact, "mesure_demandee": "SVT",
      ])
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi)
    var etude = try Fabrique.etude("E3101", mardi, 1, bilan: bilan)
    etude.accuse("D1", 1)
    etude.action("D1", 2)
    etude.message("62", "D1", 3, ["code_constat": "DIS"])
    etude.message("63", "D1", 4, ["type_renseignement": "EMP", "nom_tiers": "LA POSTE"])
    etude.message("66", "D1", 5, ["date_fin_demandee": "20260701", "motif_prolongation": "01"])
    etude.message("67", "J1", 6, ["objet_autorisation": "O", "montant": "5000"])
    etude.encaissement("D1", 7, "ENC-1", 10_00)
    etude.message("70", "D1", 8, ["motif_fin": "06", "reste_du": "9000"])
    let fichier = try await essai.recevoir("e", try etude.octets(), mardi)
    #expect(try await essai.resume(fichier) == [])
    try await essai.clore(mardi)
    let types = try essai.articles("RI.HELIOS.031.20260303").map(\.type)
    #expect(types == (bilan == "O" ? ["86", "87", "88", "89", "90", "91", "94"] : ["86", "90", "91", "94"]))
    #expect(try essai.articles("RR.HELIOS.031.20260303", "80").count == 1)
  }

  @Test("87: one per dossier and day, counting all since the hand-over, the last result that is not blank")
  func actions() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    var first = try Fabrique.etude("E3101", mardi, 1)
    first.action("D1", 1, code: "01", ["resultat_action": "06"])
    first.action("D1", 2, code: "20")
    try await essai.recevoir("e1", try first.octets(), mardi)
    var second = try Fabrique.etude("E3101", mercredi, 2)
    second.action("D1", 3, code: "30", ["resultat_action": "01"])
    try await essai.recevoir("e2", try second.octets(), mercredi)
    try await essai.clore(mercredi)
    let noms = ["nombre_courriers", "nombre_messages", "nombre_appels", "nombre_visites", "dernier_resultat"]
    func told(_ jour: Jour) throws -> [[String]] {
      try essai.articles("RI.HELIOS.031.\(jour.compact)", "87").map { article in noms.map { article.champ($0) ?? "-" } }
    }
    #expect(try told(mardi) == [["1", "0", "1", "0", "06"]])
    #expect(try told(mercredi) == [["1", "0", "1", "1", "01"]])
  }

  @Test("a day without anything issues nothing; the next day's number follows the last issued")
  func empty() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(mercredi)
    var next = try Fabrique.aller(jeudi, 2)
    next.demande("D2")
    try await essai.recevoir("g", try next.octets(), jeudi)
    try await essai.clore(jeudi)
    #expect(try essai.nomsEmis("RI.") == ["RI.HELIOS.031.20260302.000001", "RI.HELIOS.031.20260305.000002"])
    #expect(try essai.nomsEmis("RR.") == [])
  }

  @Test("the day run twice gives the same files byte for byte, and closes nothing more")
  func twice() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi)
    let before = try essai.emissions()
    let rows = try await essai.rows("journal")
    try await essai.clore(lundi)
    #expect(try essai.emissions() == before)
    #expect(try await essai.rows("journal") == rows)
    #expect(try await essai.rows("sceau") == 1)
  }

  @Test("a file received after the day's closing belongs to the next one, and its hand-overs are attested then")
  func afterClosing() async throws {
    let annuaire = try Annuaire.essai { $0.postes["031012"]?.courrielGenerique = "t031012@dgfip.example" }
    let essai = try await CentreDEssai(annuaire: annuaire)
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi)
    var late = try Fabrique.aller(lundi, 2, entete: ["date_emission": "20260301"])
    late.demande("TARD")
    let fichier = try await essai.recevoir("g", try late.octets(), lundi)
    #expect(fichier.jour == mardi)
    #expect(try essai.nomsEmis("RI.") == ["RI.HELIOS.031.20260302.000001"])
    try await essai.clore(mardi)
    #expect(
      try essai.articles("RI.HELIOS.031.20260303", "85").map { $0.champs("numero_demande", "horodatage_remise") }
        == ["TARD 2026-03-02T20:00:00+01:00"])
    let owed = try await essai.registre.lire { lecture in
      try lecture.courrielsAEnvoyer().map { try Attestation.texte($0, lecture) }
    }
    #expect(owed.count == 2)
    #expect(owed[0].contains("D1") && !owed[0].contains("TARD"))
    #expect(owed[1].contains("TARD") && !owed[1].contains("D1 "))
  }

  /// Three files over a week, the days closed one by one or all at once at the end.
  private func semaine(_ clore: (CentreDEssai, Jour) async throws -> Void) async throws -> CentreDEssai {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    aller.demande("D2")
    aller.actualisation("D2", 1, code: "07", ["date_fin": "20260312"])
    try await essai.recevoir("f", try aller.octets(), lundi)
    for offset in 0..<40 { try await clore(essai, lundi.adding(days: offset)) }
    try await essai.clore(lundi.adding(days: 40))
    return essai
  }

  @Test("forty missed days caught up at once are the forty days closed one by one: files, journal, incidents")
  func caughtUp() async throws {
    let each = try await semaine { try await $0.clore($1) }
    let once = try await semaine { _, _ in }
    #expect(try each.emissions() == once.emissions())
    #expect(try await each.photographie() == once.photographie())
  }
}
