import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("Updates (50) in the files of an exploitation")
struct ActualisationsTests {
  private func rejets(_ build: (inout Fabrique) -> Void) async throws -> [String] {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    build(&aller)
    return try await essai.resume(try await essai.recevoir("f", try aller.octets(), lundi))
  }

  @Test("above its demand, an update is on an unknown one: 304; below, it is taken")
  func order() async throws {
    #expect(
      try await rejets { aller in
        aller.actualisation("D1", 1, code: "12")
        aller.demande("D1")
        aller.actualisation("D1", 1, code: "12")
      } == ["2:304"])
  }

  @Test("on a demand rejected higher in the file: 305; on one accepted long ago and rejected here in 303: taken")
  func rejectedAbove() async throws {
    #expect(
      try await rejets { aller in
        aller.demande("D1", ["code_postal": "", "localite": "NULLEPARTVILLE"])
        aller.actualisation("D1", 1, code: "12")
      } == ["2:403", "5:305"])
    let essai = try await CentreDEssai()
    var first = try Fabrique.aller(lundi, 1)
    first.demande("D1")
    try await essai.recevoir("f", try first.octets(), lundi)
    var second = try Fabrique.aller(mardi, 2)
    second.demande("D1")
    second.actualisation("D1", 1, code: "12")
    #expect(try await essai.resume(try await essai.recevoir("g", try second.octets(), mardi)) == ["2:303"])
    #expect(try await essai.dossier("D1")?.fin?.motif == "03")
  }

  @Test("rejected, then accepted in the same file: taken below the accepted one, 302 for a third")
  func rejectedThenAccepted() async throws {
    #expect(
      try await rejets { aller in
        aller.demande("D1", ["code_postal": "", "localite": "NULLEPARTVILLE"])
        aller.demande("D1")
        aller.demande("D1")
        aller.actualisation("D1", 1, code: "12")
      } == ["2:403", "8:302"])
  }

  @Test("306: a number already accepted for this demand, in this file or another; free for another demand")
  func sameNumber() async throws {
    let essai = try await CentreDEssai()
    var first = try Fabrique.aller(lundi, 1)
    first.demande("D1")
    first.demande("D2")
    first.actualisation("D1", 1, code: "02", ["montant": "100"])
    first.actualisation("D1", 1, code: "02", ["montant": "200"])
    first.actualisation("D2", 1, code: "02", ["montant": "300"])
    #expect(try await essai.resume(try await essai.recevoir("f", try first.octets(), lundi)) == ["9:306"])
    var second = try Fabrique.aller(mardi, 2)
    second.actualisation("D1", 1, code: "02", ["montant": "400"])
    #expect(try await essai.resume(try await essai.recevoir("g", try second.octets(), mardi)) == ["2:306"])
    #expect(try await essai.dossier("D1")?.resteDu == Montant(cents: 99_00))
  }

  @Test("321: a titre or a redevable that the accepted demand does not have, the leftmost named")
  func unknownTarget() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1", montants: [60_00, 40_00])
    aller.actualisation("D1", 1, code: "02", ["montant": "100", "rang_titre": "3"])
    aller.actualisation("D1", 2, code: "02", ["montant": "100", "rang_titre": "2", "rang_redevable": "2"])
    aller.actualisation("D1", 3, code: "02", ["montant": "100", "rang_titre": "9", "rang_redevable": "9"])
    aller.actualisation("D1", 4, code: "02", ["montant": "100", "rang_titre": "2"])
    let fichier = try await essai.recevoir("f", try aller.octets(), lundi)
    #expect(
      try await essai.rejets(fichier).map { "\($0.code) \($0.champ ?? "-") \($0.valeur ?? "-")" }
        == ["321 rang_titre 003", "321 rang_redevable 02", "321 rang_titre 009"])
    #expect(try await essai.dossier("D1")?.restes.map(\.reste.cents) == [60_00, 39_00])
  }

  @Test("804: beyond what is due, the rest stops at zero, the file keeps its status, an incident tells the exploitant")
  func excess() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    aller.actualisation("D1", 1, code: "06", ["montant": "10001"])
    let fichier = try await essai.recevoir("f", try aller.octets(), lundi)
    #expect(fichier.statut == "A")
    #expect(fichier.bilan.anomalies == ["804"])
    try await essai.clore(lundi)
    #expect(
      try essai.articles("RI.HELIOS.031", "94").map { $0.champs("motif_fin", "reste_du", "numero_evenement") } == [
        "01 0 1"
      ])
    #expect(try essai.articles("RI.HELIOS.031", "05").map { $0.champ("anomalies_signalees") } == ["804"])
    let incidents = try await essai.incidents().filter { $0.genre == "excedent" }
    #expect(incidents.count == 1)
    #expect(incidents.allSatisfy { !$0.texte.contains("QUENTIN") && !$0.texte.contains("100") })
  }

  @Test("the étude gets the updates of the dossiers it holds, in their order, byte for byte, and none of the others'")
  func handedToTheEtude() async throws {
    let essai = try await CentreDEssai()
    var first = try Fabrique.aller(lundi, 1)
    first.demande("D1")
    first.demande("D2", ["code_postal": "31000", "localite": "TOULOUSE"])
    try await essai.recevoir("f", try first.octets(), lundi)
    var second = try Fabrique.aller(mardi, 2)
    second.actualisation("D2", 1, code: "10")
    second.actualisation("D1", 1, code: "15", ["rang_redevable": "1", "localite": "MURET", "code_postal": "31600"])
    second.actualisation("D1", 2, code: "10")
    let octets = try second.octets()
    try await essai.recevoir("g", octets, mardi)
    #expect(
      try essai.articles("AL.HELIOS.031.E3101.20260303").map { $0.champs("numero_demande", "numero_evenement") }
        == ["D1 1", "D1 2"])
    #expect(
      try essai.articles("AL.HELIOS.031.E3102.20260303").map { $0.champs("numero_demande", "numero_evenement") }
        == ["D2 1"])
    let mine = try #require(try essai.emis("AL.HELIOS.031.E3101.20260303")).split(separator: 0x0A)
    let sent = octets.split(separator: 0x0A)
    #expect(mine[1].dropFirst(10).elementsEqual(sent[2].dropFirst(10)))
  }

  @Test("a rejected co-debtor: the dossier is accepted, the étude's file has one redevable less, and not his line")
  func rejectedCodebtor() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1", codebiteurs: [["qualite_redevable": "99"], [:]])
    let octets = try aller.octets()
    let fichier = try await essai.recevoir("f", octets, lundi)
    #expect(fichier.statut == "P" && fichier.bilan.acceptees == 1)
    #expect(try await essai.rejets(fichier).map { "\($0.place.ligne) \($0.niveau) \($0.code)" } == ["4 E 206"])
    let records = try essai.articles("AL.HELIOS.031.E3101")
    #expect(records.map(\.type) == ["10", "20", "20", "30"])
    #expect(records[0].champ("nombre_redevables") == "2")
    #expect(records.filter { $0.type == "20" }.map { $0.champ("rang_redevable") } == ["1", "3"])
    #expect(try await essai.dossier("D1")?.demande.redevables.map(\.rang) == [1, 3])
    let issued = try #require(try essai.emis("AL.HELIOS.031.E3101"))
    // What an étude gets is itself a good file but for being addressed to the étude.
    let source = SourceOctets(octets: issued)
    let examen = try Examen(source, formats: CentreDEssai.formats, jour: lundi, hacheur: HacheurSHA256())
    let controleur = try #require(try Controleur(examen.ouverture, source))
    var monde = MondeFerme()
    while try controleur.advance(&monde) { #expect(controleur.groupe.rejets.isEmpty) }
    #expect(controleur.cumuls.anomalies.isEmpty)
  }

  @Test("the same in one block, where the rejected line has an LF among its bytes")
  func rejectedCodebtorInABlock() async throws {
    let essai = try await CentreDEssai()
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1", codebiteurs: [[:]])
    var lines = try aller.octets().split(separator: 0x0A).map(Array.init)
    lines[3][200] = 0x0A
    let fichier = try await essai.recevoir("f", lines.flatMap { $0 }, lundi)
    #expect(try await essai.resume(fichier) == ["4:103"])
    #expect(try essai.articles("AL.HELIOS.031.E3101").map(\.type) == ["10", "20", "30"])
  }
}
