import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("What the evenings find: deemed reception, reminders, the end of the phase")
struct SuiviTests {
  private func centre(_ numeros: [String] = ["D1"], annuaire: Annuaire? = nil) async throws -> CentreDEssai {
    let essai = try await CentreDEssai(annuaire: annuaire)
    var aller = try Fabrique.aller(lundi, 1)
    for numero in numeros { aller.demande(numero) }
    try await essai.recevoir("f", try aller.octets(), lundi)
    return essai
  }

  private func fins(_ essai: CentreDEssai, _ jour: Jour) throws -> [String] {
    try essai.articles("RI.HELIOS.031.\(jour.compact)", "94").map {
      $0.champs("numero_demande", "motif_fin", "date_fin_phase", "reste_du", "reprise_poursuites", "numero_evenement")
    }
  }

  @Test("without a 60, the eighth evening deems the reception on the day of the hand-over; 94 the day after the term")
  func deemed() async throws {
    let essai = try await centre()
    try await essai.clore(lundi.adding(days: 7))
    #expect(try await essai.dossier("D1")?.remise?.reception == nil)
    try await essai.clore(lundi.adding(days: 8))
    let reception = try #require(try await essai.dossier("D1")?.remise?.reception)
    #expect(reception.jour == lundi && reception.reputee)
    let terme = lundi.adding(days: 75)
    try await essai.clore(terme)
    #expect(try fins(essai, terme) == [])
    try await essai.clore(terme.adding(days: 1))
    #expect(try fins(essai, terme.adding(days: 1)) == ["D1 02 \(terme.iso) 10000 O -"])
  }

  @Test("a late 60 gives its 86 with the deemed term, and changes it no more")
  func lateAcknowledgement() async throws {
    let essai = try await centre()
    let late = lundi.adding(days: 20)
    var etude = try Fabrique.etude("E3101", late, 1)
    etude.accuse("D1", 1)
    try await essai.recevoir("e", try etude.octets(), late)
    try await essai.clore(late)
    #expect(
      try essai.articles("RI.HELIOS.031.\(late.compact)", "86").map { $0.champs("statut_accuse", "date_fin_phase") }
        == ["A \(lundi.adding(days: 75).iso)"])
    #expect(try await essai.dossier("D1")?.remise?.reception?.reputee == true)
  }

  @Test("a suspension holds the end back; lifted after the term, it ends that very day")
  func suspended() async throws {
    let essai = try await centre()
    var suite = try Fabrique.aller(mardi, 2)
    suite.actualisation("D1", 1, code: "08")
    try await essai.recevoir("g", try suite.octets(), mardi)
    let after = lundi.adding(days: 100)
    try await essai.clore(after.adding(days: -1))
    #expect(try await essai.dossier("D1")?.fin == nil)
    var lifted = try Fabrique.aller(after, 3)
    lifted.actualisation("D1", 2, code: "09")
    try await essai.recevoir("h", try lifted.octets(), after)
    try await essai.clore(after)
    #expect(try fins(essai, after) == ["D1 02 \(lundi.adding(days: 75).iso) 10000 O -"])
  }

  @Test("two causes on one day: the first received wins, the term being found in the evening after all else")
  func twoCauses() async throws {
    let essai = try await centre(["D1", "D2"])
    let after = lundi.adding(days: 76)
    try await essai.clore(after.adding(days: -1))
    var suite = try Fabrique.aller(after, 2)
    suite.actualisation("D1", 7, code: "12")
    suite.actualisation("D1", 8, code: "01")
    try await essai.recevoir("g", try suite.octets(), after)
    try await essai.clore(after)
    #expect(
      try fins(essai, after) == [
        "D1 03 \(after.iso) 10000 N 7", "D2 02 \(lundi.adding(days: 75).iso) 10000 O -",
      ])
  }

  @Test("reminders at 8, 15 and 40 days: one e-mail per étude and day with the list of its dossiers, no debtor named")
  func reminders() async throws {
    let essai = try await centre(["D1", "D2", "D3"])
    try await essai.clore(lundi.adding(days: 40))
    let owed = try await essai.registre.lire { lecture in
      try lecture.courrielsAEnvoyer().map {
        ($0.destinataire, $0.jour.days(since: lundi), try Attestation.texte($0, lecture))
      }
    }
    #expect(owed.map(\.0) == Array(repeating: "etude@e3101.example", count: 3))
    #expect(owed.map(\.1) == [8, 15, 40])
    for (_, _, texte) in owed {
      for numero in ["D1", "D2", "D3"] { #expect(texte.contains(numero)) }
      #expect(!texte.contains("QUENTIN") && !texte.contains("TILLEULS"))
    }
  }

  @Test("an étude that acknowledged and acted is not reminded on days 8 and 15")
  func acted() async throws {
    let essai = try await centre()
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.accuse("D1", 1)
    etude.action("D1", 2)
    try await essai.recevoir("e", try etude.octets(), mardi)
    try await essai.clore(lundi.adding(days: 39))
    #expect(try await essai.rows("relance") == 0)
    try await essai.clore(lundi.adding(days: 40))
    let objets = try await essai.engine.read { try $0.query("SELECT objet FROM relance") { $0.text(0) } }
    #expect(objets == ["autresMesures"])
  }
}

@Suite("Attestations of hand-over by e-mail (R123–R125)")
struct AttestationTests {
  @Test("to the generic address of each poste served, naming no debtor, address or amount; none without an address")
  func generic() async throws {
    let annuaire = try Annuaire.essai { $0.postes["031012"]?.courrielGenerique = "t031012@dgfip.example" }
    let essai = try await CentreDEssai(annuaire: annuaire)
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1", montants: [123_45])
    aller.demande("D2", champs: ["codique_poste": "031020"])
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi)
    let faults = try await Journee(try essai.centre(lundi)).envoyer()
    #expect(faults == [])
    let noms = try FileManager.default.contentsOfDirectory(atPath: essai.courriels.path)
    #expect(noms.count == 1)
    let message = try String(contentsOf: essai.courriels.appendingPathComponent(noms[0]), encoding: .utf8)
    #expect(message.contains("To: t031012@dgfip.example\r\n"))
    let body = try #require(message.components(separatedBy: "\r\n\r\n").dropFirst().first)
    let data = try #require(Data(base64Encoded: body, options: .ignoreUnknownCharacters))
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("D1") && text.contains("E3101") && !text.contains("D2"))
    for secret in ["QUENTIN", "Odile", "TILLEULS", "COLOMIERS", "31770", "123,45", "12345"] {
      #expect(!text.contains(secret))
    }
    // Sent once.
    _ = try await Journee(try essai.centre(lundi)).envoyer()
    #expect(try FileManager.default.contentsOfDirectory(atPath: essai.courriels.path).count == 1)
    #expect(try await essai.registre.lire { try $0.courrielsAEnvoyer() } == [])
  }

  @Test("by list only, no e-mail is owed; both means off is refused")
  func means() async throws {
    #expect(throws: Refus(.sansAttestation, under: Article(.annexeEchanges, "II.1.1.1 a"))) {
      try ReglageAttestation(liste: false, courriel: false)
    }
    let annuaire = try Annuaire.essai { $0.postes["031012"]?.courrielGenerique = "t031012@dgfip.example" }
    let essai = try await CentreDEssai(annuaire: annuaire, attestation: try ReglageAttestation(courriel: false))
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi)
    #expect(try await essai.rows("courriel") == 0)
  }
}

@Suite("Expected flows (R113, R126): incidents for the exploitant")
struct FluxTests {
  private func flux(_ essai: CentreDEssai) async throws -> [String] {
    try await essai.incidents().filter { $0.genre == "flux" }
      .map { "\($0.cause.prefix { $0 != ":" }) \($0.jour.days(since: lundi))" }
  }

  @Test("missing on a working day once the exploitation has begun; not on Saturday, Sunday or a holiday")
  func missing() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi.adding(days: 7))
    #expect(try await flux(essai) == ["manquant 1", "manquant 2", "manquant 3", "manquant 4", "manquant 7"])
  }

  @Test("a rhythm set for the exploitation is followed")
  func rhythm() async throws {
    let essai = try await CentreDEssai()
    let periode = try #require(Flux.Periode("hebdomadaire:4"))
    try await essai.registre.ecrire {
      try $0.regler(Flux(application: "HELIOS", exploitation: "031", periode: periode))
    }
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    try await essai.clore(lundi.adding(days: 10))
    #expect(try await flux(essai) == ["manquant 3", "manquant 10"])
  }

  @Test("doubled, out of sequence: told on their day; a refused file is not the expected one")
  func doubledAndOutOfSequence() async throws {
    let essai = try await CentreDEssai()
    for (name, sequence, offset) in [("a", 1, 0), ("b", 2, 0), ("c", 5, 1)] {
      let jour = lundi.adding(days: offset)
      var aller = try Fabrique.aller(jour, sequence)
      aller.demande("D\(sequence)")
      try await essai.recevoir(name, try aller.octets(), jour)
    }
    try await essai.recevoir("x", try Fabrique.aller(mercredi, 6).octets { $0.removeLast() }, mercredi)
    try await essai.clore(mercredi)
    #expect(try await flux(essai) == ["double 0", "sequence 1", "manquant 2"])
  }

  @Test("small below a fifth of the usual volume, large beyond five times it, from the sixth file on")
  func volumes() async throws {
    func run(_ count: Int) async throws -> [String] {
      let essai = try await CentreDEssai()
      for day in 0..<5 {
        let jour = lundi.adding(days: day)
        var aller = try Fabrique.aller(jour, day + 1)
        for index in 0..<6 { aller.demande("D\(day)-\(index)") }
        try await essai.recevoir("f\(day)", try aller.octets(), jour)
      }
      let jour = lundi.adding(days: 7)
      var aller = try Fabrique.aller(jour, 6)
      for index in 0..<count { aller.demande("E\(index)") }
      try await essai.recevoir("g", try aller.octets(), jour)
      try await essai.clore(jour)
      return try await essai.incidents().filter { $0.genre == "flux" }.map {
        $0.texte.contains("petit") ? "petit" : "gros"
      }
    }
    // Usual: 20 records; a demand is three records beside header and trailer.
    #expect(try await run(0) == ["petit"])
    #expect(try await run(1) == [])
    #expect(try await run(32) == [])
    #expect(try await run(33) == ["gros"])
  }
}
