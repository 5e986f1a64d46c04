import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("Two versions of the format in service at once")
struct DeuxVersionsTests {
  private func articles(_ essai: CentreDEssai, _ nom: String, _ formats: Formats) throws -> [Contenu] {
    try Contenu.articles(of: try #require(try essai.emis(nom)), formats: formats)
  }

  @Test(
    "a demand in version 2: its étude's file is in version 2, with the unknown field and the long name; returns follow")
  func versionTwo() async throws {
    let formats = try Version2.formats()
    let table = try #require(formats.table(version: 2))
    let essai = try await CentreDEssai(formats: formats)
    let nom = "D’UN NOM PLUS LONG QUE TRENTE-HUIT CARACTERES".replacing("’", with: "'")
    var first = try Fabrique.aller(lundi, 1, table: table)
    first.demande("D1", ["nom": nom, "marque_locale": "BLEU", "code_postal": ""])
    let fichier = try await essai.recevoir("f", try first.octets(), lundi)
    #expect(fichier.statut == "A" && fichier.version == 2)
    #expect(try await essai.dossier("D1")?.demande.principal?.nom == nom)
    let handed = try articles(essai, "AL.HELIOS.031.E3101.20260302", formats)
    #expect(handed.first { $0.type == "20" }?.champs("nom", "marque_locale", "code_postal") == "\(nom) BLEU 31770")
    try await essai.clore(lundi)
    let issued = try #require(try essai.emis("RI.HELIOS.031.20260302"))
    #expect(String(decoding: issued.prefix(25), as: UTF8.self).hasSuffix("CSHUISRI0020600"))
    let told = try articles(essai, "RI.HELIOS.031.20260302", formats)
    #expect(told.map(\.type) == ["05", "85"])
    #expect(told.allSatisfy { $0.champ("marque_locale") == nil })
  }

  @Test("returns are written in the version last used by the exploitation; a trial of another does not change them")
  func lastUsed() async throws {
    let formats = try Version2.formats()
    let two = try #require(formats.table(version: 2))
    let essai = try await CentreDEssai(formats: formats)
    let plan: [(Jour, TableFormat?, Int)] = [(lundi, nil, 1), (mardi, two, 2), (mercredi, nil, 3)]
    for (jour, table, sequence) in plan {
      var aller = try Fabrique.aller(jour, sequence, table: table)
      aller.demande("D\(sequence)")
      #expect(try await essai.recevoir("f\(sequence)", try aller.octets(), jour).statut == "A")
    }
    var trial = try Fabrique.aller(mercredi, 1, entete: ["environnement": "T"], table: two)
    trial.demande("ESSAI")
    try await essai.recevoir("t", try trial.octets(), mercredi)
    try await essai.clore(mercredi)
    let versions = try essai.nomsEmis("RI.HELIOS.031").map { nom in
      String(decoding: try #require(try essai.emis(nom))[18..<21], as: UTF8.self)
    }
    #expect(try essai.nomsEmis("RI.HELIOS.031").last?.hasSuffix("000003") == true)
    #expect(
      Dictionary(zip(try essai.nomsEmis("RI.HELIOS.031"), versions)) { $1 } == [
        "RI.HELIOS.031.20260302.000001": "001", "RI.HELIOS.031.20260303.000002": "002",
        "RI.HELIOS.031.20260304.000003": "001", "RI.HELIOS.031.20260304.000001.T": "002",
      ])
  }

  @Test("an étude is answered in its own version, and its money is told in the exploitation's")
  func etudes() async throws {
    let formats = try Version2.formats()
    let two = try #require(formats.table(version: 2))
    let essai = try await CentreDEssai(formats: formats)
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    var etude = try Fabrique.etude("E3101", mardi, 1, table: two)
    etude.encaissement("D1", 1, "ENC-1", 10_00, ["marque_locale": "ROUGE"])
    etude.action("INCONNU", 2)
    #expect(try await essai.resume(try await essai.recevoir("e", try etude.octets(), mardi)) == ["3:304"])
    try await essai.clore(mardi)
    #expect(try #require(try essai.emis("RI.-.-.E3101"))[18..<21].elementsEqual("002".utf8))
    #expect(try #require(try essai.emis("RR.HELIOS.031"))[18..<21].elementsEqual("001".utf8))
    #expect(try articles(essai, "RR.HELIOS.031", formats).map(\.type) == ["80", "81"])
  }

  @Test("a dossier of version 1 updated in version 2 and refused: the next étude gets one file of each version")
  func mixed() async throws {
    let formats = try Version2.formats()
    let two = try #require(formats.table(version: 2))
    let essai = try await CentreDEssai(
      formats: formats, annuaire: try Annuaire.essai { $0.ajouter("E3103", ["31770"]) })
    var aller = try Fabrique.aller(lundi, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    var suite = try Fabrique.aller(mardi, 2, table: two)
    suite.actualisation("D1", 1, code: "06", ["montant": "1000"])
    try await essai.recevoir("g", try suite.octets(), mardi)
    var etude = try Fabrique.etude("E3101", mercredi, 1)
    etude.accuse("D1", 1, statut: "R")
    try await essai.recevoir("e", try etude.octets(), mercredi)
    let noms = try essai.nomsEmis("AL.HELIOS.031.E3103")
    #expect(try noms.map { try articles(essai, $0, formats).map(\.type) } == [["10", "20", "30"], ["50"]])
  }

  @Test(
    "a table without rule 334: the act the convention forbids is kept without effect, told to the exploitant, and blocks nobody"
  )
  func forbiddenAct() async throws {
    let formats = try Version2.sansRegle("{code: \"334\", regle: acte_permis_en_phase")
    let essai = try await CentreDEssai(formats: formats)
    let table = formats.table(version: 1)
    var aller = try Fabrique.aller(lundi, 1, table: table)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), lundi)
    var etude = try Fabrique.etude("E3101", mardi, 1, table: table)
    etude.message("68", "D1", 1, ["code_acte": "042", "numero_etat_poursuites": "EP1", "reference_document": "PV1"])
    etude.action("D1", 2)
    let fichier = try await essai.recevoir("e", try etude.octets(), mardi)
    #expect(fichier.statut == "A")
    let dossier = try #require(try await essai.dossier("D1"))
    #expect(dossier.poursuites.actes.count == 0 && dossier.actions.total == 1)
    #expect(try await essai.incidents().filter { $0.genre == "refus" }.count == 1)
    try await essai.clore(mardi)
    #expect(try articles(essai, "RI.HELIOS.031.20260303", formats).map(\.type) == ["87"])
  }

  @Test("a reception stopped and started again without its table says so, and goes on once the table is back")
  func tableWithdrawn() async throws {
    let formats = try Version2.formats()
    let two = try #require(formats.table(version: 2))
    let essai = try await CentreDEssai(formats: formats)
    var aller = try Fabrique.aller(lundi, 1, table: two)
    aller.demande("D1")
    let url = essai.dossier.appendingPathComponent("f")
    try Data(try aller.octets()).write(to: url)
    let reception = try await Reception(try essai.centre(lundi))
    let arrivee = Reception.Arrivee(url: url)
    let kept = try reception.keep(arrivee)
    let source = try SourceOctets(url: url)
    let examen = try Examen(source, formats: formats, jour: lundi, hacheur: HacheurSHA256())
    let open = try await reception.inscrire(arrivee, kept, examen)
    #expect(open.etat == .enCours)
    let without = Centre(
      registre: essai.registre, formats: CentreDEssai.formats, referentiel: try CentreDEssai.referentiel.get(),
      echanges: try DossierEchanges(essai.dossier.appendingPathComponent("echanges")), horloge: .held(lundi),
      attestation: try ReglageAttestation())
    await #expect(throws: FauteDeReception.self) { try await Reception(without).reprendre(open) }
    #expect(try await reception.reprendre(open).statut == "A")
  }
}
