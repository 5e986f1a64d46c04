import Convention
import Foundation
import Testing

@testable import CentreServeur

@Suite("contrats")
struct ContratsTests {
  private static let jour = "2026-03-02"
  private static let acteurs = """
    etudes:
      - etude: E3101
        nom: SCP ALBERT ET BARON
        departement: "31"
        contrat_du: 2025-01-01
        codes_postaux: ["31770"]
    """

  private func essai(_ texte: String = acteurs) async throws -> Essai {
    let essai = try Essai()
    let done = await essai.run("acteurs", "importer", try essai.write(texte, "a.yaml"), jour: Self.jour)
    try #require(done.code == 0, "\(done.avertissements)")
    return essai
  }

  @Test("imported, a contract is listed and shown with its acts, in words and in JSON")
  func shown() async throws {
    let essai = try await essai()
    let list = await essai.run("contrats", "lister", jour: Self.jour)
    #expect(list.sortie.contains("31-E3101-20250101  en vigueur, dernier jour le 31/12/2027"))
    let liste = try await essai.run("contrats", "lister", "--json", jour: Self.jour).liste()
    #expect(liste.first?["etat"] as? String == "EN_VIGUEUR")
    let vu = try await essai.run("contrats", "voir", "E3101", "--json", jour: Self.jour).objet()
    #expect((vu["actes"] as? [Any])?.count == 2 && (vu["explications"] as? [Any])?.isEmpty == false)
    #expect(await essai.run("contrats", "voir", "E3101", "--pour", "departement:32", jour: Self.jour).code == 1)
  }

  @Test("concluded by command, it waits for its signatures; twice, it is refused")
  func concluded() async throws {
    let essai = try await essai()
    let words = ["conclure", "E3101", "--departement", "31", "--du", "2028-01-01"]
    let done = await essai.programme(["contrats"] + words + essai.lieu + ["--jour", Self.jour])
    #expect(done.code == 0 && done.sortie.hasPrefix("31-E3101-20280101 — conclu jusqu’au 31/12/2030"))
    let twice = await essai.programme(["contrats"] + words + essai.lieu + ["--jour", Self.jour])
    #expect(twice.code == 1 && twice.avertissements.contains("R-30"))
  }

  @Test("each act is said, and shown afterwards; what is refused says its article and changes nothing")
  func acts() async throws {
    let essai = try await essai()
    let acts: [[String]] = [
      [
        "objectif", "E3101", "--axe", "nature", "--code", "CAN", "--taux", "35,5", "--du", "2026-01-01", "--le",
        "2026-03-01",
      ],
      ["seuil", "E3101", "--montant", "1500,50", "--lettre", "L-1", "--lettre-du", "2026-03-01"],
      ["periodicite", "E3101", "--document", "compte_rendu", "--mois", "3", "--du", "2026-01-01"],
      ["ouvrir", "E3101", "--application", "HELIOS", "--du", "2026-04-01"], ["tableur", "E3101"],
      ["papier", "E3101", "--poste", "031012", "--motif", "ACTIONS_INSUFFISANTES", "--du", "2026-04-01"],
      ["dematerialise", "E3101", "--poste", "031012", "--du", "2026-05-01"],
      ["renouveler", "E3101", "--decision", "D-1", "--du", "2026-03-01"],
      ["denoncer", "E3101", "--par", "HUISSIER", "--notifiee-le", "2026-03-02"],
      [
        "resilier", "E3101", "--motif", "CONVENTION", "--preuve", "PV-1", "--preuve-du", "2026-03-01", "--notifiee-le",
        "2026-03-02",
      ],
    ]
    for words in acts {
      let done = await essai.programme(["contrats"] + words + essai.lieu + ["--jour", Self.jour])
      #expect(done.code == 0 && done.sortie.hasPrefix("31-E3101-20250101 — "), "\(words[0]) : \(done.avertissements)")
    }
    let again = await essai.run(
      "contrats", "denoncer", "E3101", "--par", "HUISSIER", "--notifiee-le", "2026-03-02", jour: Self.jour)
    #expect(again.code == 1 && again.avertissements.contains("R-43"))
    let vu = try await essai.run("contrats", "voir", "E3101", "--json", jour: Self.jour).objet()
    #expect((vu["actes"] as? [Any])?.count == 2 + acts.count && vu["dernier_jour"] as? String == "2026-05-02")
  }

  @Test("a word out of the list, a rate or a day that cannot be read: the command is malformed")
  func malformed() async throws {
    let essai = try await essai()
    let wrong: [[String]] = [
      ["denoncer", "E3101", "--par", "MAIRE", "--notifiee-le", "2026-03-02"],
      ["engager", "E3101", "--le", "2026-02-30"],
      ["objectif", "E3101", "--axe", "general", "--taux", "beaucoup", "--du", "2026-01-01", "--le", "2026-03-01"],
    ]
    for words in wrong {
      #expect(await essai.programme(["contrats"] + words + essai.lieu).code == 2, "\(words[0])")
    }
  }

  @Test("decision on objectives by its report, a PDF; anything else is refused")
  func decision() async throws {
    let essai = try await essai()
    let pdf = try essai.write("%PDF-1.4\n1 0 obj\n%%EOF\n", "r.pdf")
    func decider(_ choix: String, _ fichier: String) async -> Essai.Resultat {
      await essai.run(
        "contrats", "decider", "E3101", "--choix", choix, "--rapport", fichier, "--reference", "RAP-1", "--rapport-du",
        "2026-03-01", "--le", "2026-03-02", jour: Self.jour)
    }
    #expect(await decider("RESILIATION", pdf).avertissements.contains("R-41"))
    #expect(await decider("MAINTIEN", try essai.write("non", "r.txt")).code == 1)
    #expect(await decider("MAINTIEN", pdf).code == 0)
    let vu = try await essai.run("contrats", "voir", "E3101", "--json", jour: Self.jour).objet()
    #expect((vu["documents"] as? [Any])?.count == 1)
  }

  @Test("results and alerts, in words and in JSON")
  func figures() async throws {
    let essai = try await essai()
    let bilan = try await essai.run("contrats", "resultats", "E3101", "--axe", "nature", "--json", jour: Self.jour)
      .objet()
    #expect((bilan["total"] as? [String: Any])?["dossiers"] as? Int == 0)
    let alertes = try await essai.run("contrats", "alertes", "--le", "2027-12-01", "--json", jour: Self.jour).liste()
    #expect(alertes.contains { ($0["libelle"] as? String)?.hasPrefix("terme du contrat") == true })
  }

  private static let clauses = """
    etudes:
      - etude: E3101
        nom: SCP ALBERT ET BARON
        departement: "31"
        contrat_du: 2025-01-01
        autorite: CONJOINTE
        depart_du_delai: DEMANDE
        engagement: 2024-12-12
        objectifs_dates: [{axe: GENERAL, taux: 4000, du: 2025-01-01}, {axe: POSTE, code: "031012", taux: 3550, du: 2026-01-01}]
        seuils_ouverture_forcee: [{montant: 150050, lettre: L-1, lettre_du: 2025-02-01, du: 2025-03-01}]
        periodicites: [{document: COMPTE_RENDU, mois: 3, du: 2025-01-01}]
        papier: [{du: 2025-04-01, au: 2025-04-30, motif: ACTIONS_INSUFFISANTES, poste: "031012"}]
        applications_ouvertes: [{application: HELIOS, du: 2025-01-01}]
        codes_postaux: ["31770"]
    """

  @Test("an étude with a contract in each of two départements: read, written back the same, one a département (R004)")
  func twoDepartements() async throws {
    func text(_ second: String) -> String {
      """
      etudes:
        - etude: E3101
          nom: SCP ALBERT ET BARON
          contrats:
            - {departement: "31", contrat_du: 2025-01-01}
            - {\(second)contrat_du: 2025-06-01, duree_comminatoire_jours: 60}
          codes_postaux: ["31770"]
      """
    }
    let essai = try await essai(text("departement: \"32\", "))
    let path = essai.chemin("un.yaml")
    #expect(await essai.run("acteurs", "exporter", path, jour: Self.jour).code == 0)
    let other = try Essai()
    #expect(await other.run("acteurs", "importer", path, jour: Self.jour).code == 0)
    let list = try await other.run("contrats", "lister", "--json", jour: Self.jour).liste()
    #expect(Set(list.compactMap { $0["contrat"] as? String }) == ["31-E3101-20250101", "32-E3101-20250601"])
    for (second, place) in [("", "contrats[1].departement"), ("departement: \"31\", ", "contrats[1].departement")] {
      let wrong = await other.run("acteurs", "importer", try other.write(text(second), "b.yaml"), jour: Self.jour)
      #expect(wrong.code == 1 && wrong.avertissements.contains("etudes[0].\(place)"), "\(second)")
    }
  }

  @Test("every clause of a directory is read, and written back the same")
  func clauses() async throws {
    let essai = try await essai(Self.clauses)
    let first = essai.chemin("un.yaml")
    #expect(await essai.run("acteurs", "exporter", first, jour: Self.jour).code == 0)
    let other = try Essai()
    let done = await other.run("acteurs", "importer", first, jour: Self.jour)
    #expect(done.code == 0 && done.avertissements == "")
    let second = other.chemin("deux.yaml")
    _ = await other.run("acteurs", "exporter", second, jour: Self.jour)
    let texts = try [first, second].map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts[0] == texts[1])
    for key in ["CONJOINTE", "DEMANDE", "2024-12-12", "3550", "150050", "COMPTE_RENDU", "ACTIONS_INSUFFISANTES"] {
      #expect(texts[0].contains(key), "\(key)")
    }
  }

  @Test(
    "a clause that cannot be read stops the import at its place; a key that means nothing is said",
    arguments: [
      ("autorite: ROI", "etudes[0].autorite"), ("engagement: peut-être", "etudes[0].engagement"),
      ("objectifs_dates: [{axe: NATURE, taux: 4000, du: 2025-01-01}]", "etudes[0].objectifs_dates[0].code"),
      ("objectifs_dates: [{axe: GENERAL, du: 2025-01-01}]", "etudes[0].objectifs_dates[0].taux"),
      ("periodicites: [{document: COMPTE_RENDU, mois: 13, du: 2025-01-01}]", "etudes[0].periodicites[0].mois"),
      ("papier: [{du: 2025-04-30, au: 2025-04-01, motif: ACTIONS_INSUFFISANTES}]", "etudes[0].papier[0].au"),
    ])
  func faults(_ clause: String, _ place: String) async throws {
    let essai = try Essai()
    let text = "etudes:\n  - {etude: E3101, nom: X, contrat_du: 2025-01-01, \(clause)}\n"
    let done = await essai.run("acteurs", "importer", try essai.write(text, "a.yaml"), jour: Self.jour)
    #expect(done.code == 1 && done.avertissements.contains(place))
  }

  @Test("imported again otherwise, the acts prevail and the command to use is named")
  func prevail() async throws {
    let essai = try await essai()
    let changed = Self.acteurs.replacing("    codes_postaux", with: "    denonce_le: 2026-02-01\n    codes_postaux")
    let done = await essai.run("acteurs", "importer", try essai.write(changed, "b.yaml"), jour: Self.jour)
    #expect(done.code == 0 && done.avertissements.contains("contrats denoncer"))
    let liste = try await essai.run("contrats", "lister", "--json", jour: Self.jour).liste()
    #expect(liste.first?["dernier_jour"] as? String == "2027-12-31")
  }
}
