import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("Demands that come by spreadsheet (R139): application SAISIE, exploitation = the poste's codique")
struct SaisieTests {
  private static let colonnes = [
    "numero_demande", "categorie_creance", "date_demande", "nom", "adresse_ligne4", "code_postal", "localite",
    "type_collectivite", "code_collectivite", "code_budget", "libelle_collectivite", "exercice", "numero_titre",
    "date_emission_titre", "nature_creance", "montant_initial", "reste_du",
  ]

  private func feuille(_ count: Int, _ change: (Int, inout [String]) -> Void = { _, _ in }) -> [UInt8] {
    let rows = (1...count).map { index in
      var row = [
        "T\(index)", "CEP", "02/03/2026", "QUENTIN", "7 RUE DES TILLEULS", "31770", "COLOMIERS", "01", "600", "01",
        "COMMUNE DE COLOMIERS", "2025", "\(index)", "01/06/2025", "EAU", "12,34", "12,34",
      ]
      change(index, &row)
      return row.joined(separator: ";")
    }
    return Array(([SaisieTests.colonnes.joined(separator: ";")] + rows).joined(separator: "\r\n").utf8)
  }

  private func importer(
    _ essai: CentreDEssai, _ octets: [UInt8], _ jour: Jour = lundi, poste: String = "031012"
  ) async throws -> ImportTableur.Resultat {
    let correspondance = Correspondance(
      colonnes: Dictionary(uniqueKeysWithValues: SaisieTests.colonnes.map { ($0, $0) }),
      valeursParDefaut: ["phase": "C", "qualite_redevable": "01"])
    return try await ImportTableur(try essai.centre(jour)).importer(
      octets: octets, nom: "demandes.csv", poste: try #require(Codique(poste)), correspondance: correspondance)
  }

  @Test("a hundred rows, errors in some: the others go to their étude at once, each error is told by its row")
  func hundredRows() async throws {
    let essai = try await CentreDEssai()
    let octets = feuille(100) { index, row in
      if index == 10 { row[15] = "douze" }
      if index == 20 { row[13] = "31/02/2025" }
      if index == 30 { row[5] = ""; row[6] = "NULLEPARTVILLE" }
      if index == 40 { row[14] = "ZZZ" }
    }
    let resultat = try await importer(essai, octets)
    #expect(resultat.lignesLues == 100)
    #expect(Set(resultat.erreurs.map(\.ligne)) == [11, 21])
    #expect(resultat.rejets.map { "\($0.lignes) \($0.rejet.code)" } == ["[31] 403"])
    let fichier = try #require(resultat.fichier)
    #expect(fichier.bilan.acceptees == 97)
    let records = try essai.articles("AL.SAISIE.031012.E3101", "10")
    #expect(records.count == 97)
    #expect(records.allSatisfy { $0.champ("codique_poste") == "031012" })
  }

  @Test("no return carries them, the étude names them as SAISIE, their money stays at the centre's returns too")
  func noReturn() async throws {
    let essai = try await CentreDEssai()
    _ = try await importer(essai, feuille(3))
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.accuse("T1", 1, ["application_source": "SAISIE", "exploitation": "031012"])
    etude.encaissement("T1", 2, "ENC-1", 5_00, ["application_source": "SAISIE", "exploitation": "031012"])
    #expect(try await essai.recevoir("e", try etude.octets(), mardi).statut == "A")
    try await essai.clore(mardi.adding(days: 90))
    #expect(try essai.nomsEmis("RI.SAISIE") == [] && essai.nomsEmis("RR") == [] && essai.nomsEmis("RI.HELIOS") == [])
    #expect(try await essai.dossier("T1")?.fin?.motif == "02")
  }

  @Test("two imports on the same day for one poste, and the same sheet again: its numbers are known (303)")
  func again() async throws {
    let essai = try await CentreDEssai()
    #expect(try await importer(essai, feuille(2)).fichier?.bilan.acceptees == 2)
    let same = try await importer(essai, feuille(3))
    #expect(same.fichier?.bilan.acceptees == 1)
    #expect(same.rejets.map(\.rejet.code) == ["303", "303"])
    // The same number at another poste is another demand.
    #expect(try await importer(essai, feuille(1), poste: "031020").fichier?.bilan.acceptees == 1)
  }

  @Test("no contract allows it, an unknown poste, an unchecked generic address: refused, nothing kept")
  func refused() async throws {
    let without = try Annuaire.essai { annuaire in
      for code in ["E3101", "E3102"] { annuaire.changer(code) { $0.contrats[0].importTableur = false } }
      annuaire.postes["031020"]?.accesVerifie = false
    }
    let essai = try await CentreDEssai(annuaire: without)
    await #expect(throws: Refus.self) { try await importer(essai, feuille(1)) }
    await #expect(throws: Refus.self) { try await importer(essai, feuille(1), poste: "031777") }
    await #expect(throws: Refus.self) { try await importer(essai, feuille(1), poste: "031020") }
    #expect(try await essai.rows("fichier_recu") == 0)
  }

  @Test("of two études under one code, only the one whose contract allows spreadsheets gets them; none: 405")
  func clause() async throws {
    let annuaire = try Annuaire.essai { annuaire in
      annuaire.ajouter("E3103", ["31770"])
      annuaire.changer("E3101") { $0.contrats[0].importTableur = false }
    }
    let essai = try await CentreDEssai(annuaire: annuaire)
    let resultat = try await importer(
      essai, feuille(4) { index, row in if index == 4 { row[5] = "31600"; row[6] = "MURET" } })
    #expect(resultat.rejets.map { "\($0.lignes) \($0.rejet.code)" } == ["[5] 405"])
    #expect(try essai.nomsEmis("AL.SAISIE").map { String($0.split(separator: ".")[3]) } == ["E3103"])
  }

  @Test("a poste not open to files may still send a sheet, its address being checked (R138)")
  func closedPoste() async throws {
    let essai = try await CentreDEssai()
    #expect(try await importer(essai, feuille(1), poste: "031099").fichier?.bilan.acceptees == 1)
  }
}
