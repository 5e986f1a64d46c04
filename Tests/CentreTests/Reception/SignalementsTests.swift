import Convention
import Foundation
import Registre
import Testing

@testable import Centre

@Suite("Numbers, totals and days of a suite of files")
struct SignalementsTests {
  private func aller(_ jour: Jour, _ sequence: Int) throws -> Fabrique {
    var aller = try Fabrique.aller(jour, sequence)
    aller.demande("SUITE-\(sequence)")
    return aller
  }

  @Test("901: a missing number is signalled, the file is treated; the first number of a suite may be any")
  func gap() async throws {
    let essai = try await CentreDEssai()
    let days = [lundi, mardi, mercredi]
    let first = try await essai.recevoir("a", try aller(days[0], 7).octets(), days[0])
    let next = try await essai.recevoir("b", try aller(days[1], 8).octets(), days[1])
    let after = try await essai.recevoir("c", try aller(days[2], 10).octets(), days[2])
    #expect([first, next, after].map(\.statut) == ["A", "A", "P"])
    #expect([first, next, after].map(\.bilan.anomalies) == [[], [], ["901"]])
    #expect(try await essai.rows("dossier") == 3)
  }

  @Test("a number refused or incomplete is missing for the next one; sent again whole, it closes the gap")
  func refusedNumberIsFree() async throws {
    let essai = try await CentreDEssai()
    let days = [lundi, mardi, mercredi]
    try await essai.recevoir("1", try aller(days[0], 1).octets(), days[0])
    #expect(try await essai.recevoir("2", try aller(days[1], 2).octets { $0.removeLast() }, days[1]).statut == "I")
    #expect(try await essai.recevoir("3", try aller(days[2], 3).octets(), days[2]).bilan.anomalies == ["901"])
    let again = try await essai.recevoir("2 bis", try aller(days[1], 2).octets(), days[2])
    #expect(again.statut == "A")
    #expect(again.bilan.anomalies == [])
  }

  @Test("008 holds for the day of issue, whatever the day of reception; 007 keeps the first file intact")
  func secondOfTheDay() async throws {
    let essai = try await CentreDEssai()
    try await essai.recevoir("1", try aller(lundi, 1).octets(), lundi)
    #expect(try await essai.recevoir("2", try aller(lundi, 2).octets(), mardi).code == "008")
    #expect(try await essai.recevoir("2 bis", try aller(mardi, 2).octets(), mardi).statut == "A")
    var other = try aller(lundi, 1)
    other.demande("AUTRE")
    #expect(try await essai.recevoir("1 bis", try other.octets(), mardi).code == "007")
    #expect(try await essai.dossier("AUTRE") == nil)
    #expect(try await essai.rows("dossier") == 2)
  }

  @Test("an étude may send several files a day")
  func etudesAreNotHeld() async throws {
    let essai = try await CentreDEssai()
    let jour = Jour(2026, 3, 2)
    try await essai.recevoir("aller", try aller(jour, 1).octets(), jour)
    for sequence in 1...3 {
      var etude = try Fabrique.etude("E3101", jour, sequence)
      etude.action("SUITE-1", sequence)
      #expect(try await essai.recevoir("etude \(sequence)", try etude.octets(), jour).statut == "A")
    }
    #expect(try essai.nomsEmis("RI.-.-.E3101").count == 3)
  }

  private func anomalies(_ change: (inout [[UInt8]]) -> Void) async throws -> (String?, [String]) {
    let essai = try await CentreDEssai()
    let jour = Jour(2026, 3, 2)
    let fichier = try await essai.recevoir("f", try aller(jour, 1).octets(change), jour)
    #expect(try await essai.rows("dossier") == 1)
    return (fichier.statut, fichier.bilan.anomalies)
  }

  @Test("902, 903, 904, 905 are signalled each for its own fault, and stop nothing")
  func signals() async throws {
    #expect(try await anomalies { _ in } == ("A", []))
    #expect(try await anomalies { $0[2].replaceSubrange(2..<10, with: "00000009".utf8) } == ("P", ["902"]))
    #expect(try await anomalies { $0[4].replaceSubrange(18..<26, with: "00000002".utf8) } == ("P", ["903"]))
    #expect(try await anomalies { $0[4].replaceSubrange(50..<65, with: "000000000010001".utf8) } == ("P", ["904"]))
    #expect(try await anomalies { $0[4].replaceSubrange(18..<26, with: "       1".utf8) } == ("P", ["905"]))
    let both = try await anomalies { lines in
      lines[4].replaceSubrange(10..<18, with: "00000006".utf8)
      lines[4].replaceSubrange(50..<65, with: "000000000000000".utf8)
    }
    #expect(both == ("P", ["903", "904"]))
  }
}

@Suite("A file of the test environment is judged whole and changes nothing")
struct EssaiTests {
  @Test("journal, dossiers, positions unchanged; the return, in T and its own suite, has 05 and 95 only")
  func judged() async throws {
    let essai = try await CentreDEssai()
    var first = try Fabrique.aller(lundi, 1)
    first.demande("REEL")
    try await essai.recevoir("p", try first.octets(), lundi)
    let before = try await essai.rows("journal")
    var trial = try Fabrique.aller(lundi, 1, entete: ["environnement": "T"])
    trial.demande("ESSAI")
    trial.actualisation("ESSAI", 1, code: "02", ["montant": "1000"])
    trial.demande("REEL")
    trial.demande("PERDU", ["code_postal": "", "localite": "NULLEPARTVILLE"])
    let fichier = try await essai.recevoir("t", try trial.octets(), lundi)
    #expect(fichier.statut == "P")
    #expect(fichier.bilan.acceptees == 1 && fichier.bilan.rejetees == 2)
    #expect(try await essai.resume(fichier) == ["6:303", "9:403"])
    #expect(try await essai.rows("journal") == before)
    #expect(try await essai.rows("dossier") == 1)
    #expect(try await essai.dossier("ESSAI") == nil)
    try await essai.clore(lundi)
    #expect(try essai.nomsEmis("AL.HELIOS.031") == ["AL.HELIOS.031.E3101.20260302.000001"])
    let name = try #require(try essai.nomsEmis("RI.HELIOS.031").first { $0.hasSuffix(".T") })
    #expect(name == "RI.HELIOS.031.20260302.000001.T")
    #expect(try essai.articles(name).map(\.type) == ["05", "95", "95"])
    // The production suite has not moved: the same numbers go on.
    var next = try Fabrique.aller(mardi, 2)
    next.demande("ESSAI")
    let taken = try await essai.recevoir("p2", try next.octets(), mardi)
    #expect(taken.statut == "A" && taken.bilan.anomalies == [])
  }

  @Test("positions of the journal follow without a hole after a trial")
  func positions() async throws {
    let essai = try await CentreDEssai()
    let jour = Jour(2026, 3, 2)
    var trial = try Fabrique.aller(jour, 1, entete: ["environnement": "T"])
    trial.demande("ESSAI")
    try await essai.recevoir("t", try trial.octets(), jour)
    var real = try Fabrique.aller(jour, 1)
    real.demande("ESSAI")
    try await essai.recevoir("p", try real.octets(), jour)
    let positions = try await essai.engine.read {
      try $0.query("SELECT position FROM journal ORDER BY position") { $0.int(0) }
    }
    #expect(positions == [1, 2])
  }
}

@Suite("Who brings a file, and who is told of it")
struct EmetteursTests {
  private let jour = Jour(2026, 3, 2)

  @Test("the folder of an étude brings no other étude's file (005), and no file of demands (002)")
  func foldersOfEtudes() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(jour, 1)
    aller.demande("D1")
    try await essai.recevoir("aller", try aller.octets(), jour)
    var etude = try Fabrique.etude("E3101", jour, 1)
    etude.action("D1", 1)
    #expect(try await essai.recevoir("e1", try etude.octets(), jour, partenaire: "E3102").code == "005")
    #expect(try await essai.recevoir("e1", try etude.octets(), jour, partenaire: "E3101").statut == "A")
    let demands = try await essai.recevoir("a2", try Fabrique.aller(jour, 2).octets(), jour, partenaire: "E3102")
    #expect(demands.code == "002")
  }

  @Test("the folder of an exploitation brings no other's file (005), and no étude's (002)")
  func foldersOfExploitations() async throws {
    let essai = try await CentreDEssai(
      annuaire: try Annuaire.essai { $0.applications["HELIOS"]?.exploitations.insert("032") })
    let other = try Fabrique.aller(jour, 1, exploitation: "032").octets()
    #expect(try await essai.recevoir("a", other, jour, partenaire: "HELIOS.031").code == "005")
    #expect(try await essai.recevoir("a", other, jour, partenaire: "HELIOS.032").statut == "A")
    let etude = try Fabrique.etude("E3101", jour, 1).octets()
    #expect(try await essai.recevoir("e", etude, jour, partenaire: "HELIOS.031").code == "002")
  }

  @Test("an étude's trial is answered in T, in its own suite, and changes nothing")
  func trialOfAnEtude() async throws {
    let essai = try await CentreDEssai(annuaire: try Annuaire.essai { $0.ajouter("E3103", ["31770"]) })
    var aller = try Fabrique.aller(jour, 1)
    aller.demande("D1")
    try await essai.recevoir("aller", try aller.octets(), jour)
    let before = try await essai.photographie()["journal"]
    var trial = try Fabrique.etude("E3101", jour, 1, entete: ["environnement": "T"])
    trial.accuse("D1", 1, statut: "R")
    trial.encaissement("D1", 2, "ENC-1", 10_00)
    trial.action("INCONNU", 3)
    #expect(try await essai.resume(try await essai.recevoir("t", try trial.octets(), jour)) == ["4:304"])
    #expect(try essai.nomsEmis() == ["AL.HELIOS.031.E3101.20260302.000001", "RI.-.-.E3101.20260302.000001.T"])
    #expect(try essai.articles("RI.-.-.E3101").map(\.type) == ["05", "95"])
    #expect(try await essai.photographie()["journal"] == before)
    trial.entete["environnement"] = "P"
    #expect(try await essai.recevoir("p", try trial.octets(), jour).bilan.anomalies == [])
  }

  @Test("an unreadable file of a known partner is acknowledged to him, and to nobody else")
  func unreadableFromAPartner() async throws {
    let essai = try await CentreDEssai()
    try await essai.recevoir("x", Array("bonjour".utf8), jour, partenaire: "E3102")
    let answer = try essai.articles("RI.-.-.E3102", "05")
    #expect(
      answer.map { $0.champs("genre_origine", "version_origine", "statut_fichier", "code_anomalie") } == ["?? - R 001"])
    try await essai.recevoir("y", Array("bonsoir".utf8), jour, partenaire: "DI-TLS")
    try await essai.clore(jour)
    #expect(try essai.articles("RI.HELIOS.031", "05").map { $0.champs("statut_fichier", "code_anomalie") } == ["R 001"])
    #expect(try await essai.incidents().filter { $0.genre == "fichier" }.isEmpty)
  }

  @Test("an unreadable file of nobody leaves a receipt beside it and an incident")
  func unreadableFromNobody() async throws {
    let essai = try await CentreDEssai()
    let fichier = try await essai.recevoir("x", Array("bonjour".utf8), jour)
    try await essai.clore(jour)
    #expect(try essai.nomsEmis() == [])
    #expect(try essai.recepisse(fichier).code == "001")
    #expect(try await essai.incidents().filter { $0.genre == "fichier" }.count == 1)
  }

  @Test("a return sent back to the centre is refused (002) and told to the exploitation of its header")
  func returnSentBack() async throws {
    let essai = try await CentreDEssai()
    let fichier = try await essai.recevoir(Echantillons.url("retour-informations-1.txt"), Jour(2026, 6, 1))
    #expect(fichier.code == "002")
    try await essai.clore(Jour(2026, 6, 1))
    #expect(try essai.articles("RI.HELIOS.031", "05").map { $0.champs("genre_origine", "code_anomalie") } == ["RI 002"])
  }

  @Test("control bytes in an announced version do not spoil the acknowledgement")
  func controlBytesInTheAnnouncement() async throws {
    let essai = try await CentreDEssai()
    let octets = try Fabrique.aller(jour, 1).octets { $0[0].replaceSubrange(18..<21, with: [0x30, 0x07, 0x31]) }
    try await essai.recevoir("x", octets, jour, partenaire: "DI-TLS")
    try await essai.clore(jour)
    let accuses = try essai.articles("RI.HELIOS.031", "05")
    #expect(accuses.map { $0.champs("version_origine", "code_anomalie") } == ["0?1 003"])
  }

  @Test("a NUL in a record is a reject like another (103), kept and answered")
  func nulInARecord() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(jour, 1)
    aller.demande("D1")
    aller.demande("D2")
    let octets = try aller.octets { lines in
      lines[1][12] = 0
      lines[4][0] = 0
    }
    let fichier = try await essai.recevoir("x", octets, jour)
    #expect(fichier.statut == "P")
    #expect(try await essai.resume(fichier).allSatisfy { $0.hasSuffix("103") || $0.hasSuffix("301") })
    try await essai.clore(jour)
    #expect(try essai.articles("RI.HELIOS.031", "95").count == Int(fichier.bilan.rejets))
    #expect(try await essai.incidents().filter { $0.genre == "emission" }.isEmpty)
  }
}
