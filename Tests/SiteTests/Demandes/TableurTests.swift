import Convention
import Registre
import Testing

@testable import Site

@Suite("Demandes par tableur, sur le site (annexe II.1.2, R139)")
struct TableurTests {
  private static let entete =
    "Numéro de demande;Catégorie de créance;Nom;Adresse;Code postal;Ville;Type de collectivité;Code collectivité;"
    + "Code budget;Nom de la collectivité;Exercice;Numéro de titre;Date d'émission;Nature de la créance;Montant initial"

  private func ligne(_ numero: String, montant: String = "1 234,56", nom: String = "<b>O'Neil</b>") -> String {
    "\(numero);CEP;\(nom);3 rue des Lilas;31770;COLOMIERS;commune;001;00;Commune;2025;345;17/11/2025;CAN;\(montant)"
  }

  private func csv(_ lignes: [String]) -> [UInt8] { Array(([Self.entete] + lignes).joined(separator: "\r\n").utf8) }

  @Test("a good row becomes a demand, handed over; a bad one is said in its row, and sets aside its demand alone")
  func rows() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let cle = try #require(try await jean.get("/tableur").cache("cle"))
    let octets = csv([ligne("T-1"), ligne("T-2", montant: "douze")])
    let page = try await jean.envoyer("/tableur", [("cle", cle), ("poste", "031012")], fichier: "d.csv", octets)
    #expect(page.statut == 422)
    #expect(
      page.corps.contains("2 lignes lues ; 1 demande transmise pour 1\u{202F}234,56")
        || page.corps.contains("1 demande transmise"))
    #expect(page.corps.contains("T-2") && page.corps.contains("douze"))
    let fiche = try #require(try await essai.dossier("T-1"))
    #expect(fiche.dossier.resteDu == Montant(cents: 1_234_56) && fiche.dossier.attributaire?.texte == "E3101")
    #expect(try await essai.dossier("T-2") == nil)
    // The same form again.
    let position = try await essai.dernierePosition
    let again = try await jean.envoyer("/tableur", [("cle", cle), ("poste", "031012")], fichier: "d.csv", octets)
    #expect(again.statut == 303)
    #expect(try await essai.dernierePosition == position)
  }

  @Test("another's poste is not found; a sheet that is none, or no file, is said beside the field; nothing changes")
  func refused() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let position = try await essai.dernierePosition
    let good = csv([ligne("T-1")])
    #expect(
      try await jean.envoyer("/tableur", [("cle", "k"), ("poste", "031020")], fichier: "d.csv", good).statut == 404)
    for (nom, octets) in [("d.xlsx", [0x50, 0x4B, 3, 4, 0, 0] as [UInt8]), ("d.csv", []), ("", [])] {
      let page = try await jean.envoyer("/tableur", [("cle", "k"), ("poste", "031012")], fichier: nom, octets)
      #expect(page.statut == 422 && page.corps.contains("href=\"#champ-fichier\""), "\(nom)")
    }
    #expect(try await essai.dernierePosition == position)
  }

  @Test("the model is a workbook")
  func modele() async throws {
    let essai = try await SiteDEssai()
    let jean = try await essai.comptable("031012")
    let page = try await jean.get("/tableur/modele")
    #expect(page.statut == 200 && page.octets.starts(with: [0x50, 0x4B, 3, 4]))
  }
}
