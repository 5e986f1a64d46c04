import Convention
import Foundation
import Testing

@testable import CentreServeur
@testable import Generation

@Suite("Le centre conclut ce que le générateur attend")
struct ReceptionTests {
  private static let acteurs = """
    centre_serveur: CSH1
    siret_centre: "30000001500010"
    applications: [{application: HELIOS, exploitations: ["031"], departements_informatiques: [DI-TLS]}]
    postes:
      - {codique: "031012", libelle: SGC DE COLOMIERS, ouvert: true}
      - {codique: "031020", libelle: SGC DE MURET, ouvert: true}
      - {codique: "031099", libelle: TRESORERIE FERMEE, ouvert: false}
    etudes:
      - {etude: E3101, nom: SCP ALBERT, contrat_du: 2025-01-01, contrat_au: 2027-12-31, codes_postaux: ["31600", "31770", "31400"]}
      - {etude: E3102, nom: SELARL CARRIERE, contrat_du: 2025-01-01, contrat_au: 2027-12-31, codes_postaux: ["31000", "31100", "31400", "31800"]}

    """

  /// A centre in a folder of its own, whose commands are run as they are typed.
  final class Centre {
    let dossier: URL

    init() async throws {
      dossier = FileManager.default.temporaryDirectory.appendingPathComponent("reception-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
      try Data(ReceptionTests.acteurs.utf8).write(to: URL(fileURLWithPath: chemin("acteurs.yaml")))
      _ = try await run("2026-03-02", "acteurs", "importer", chemin("acteurs.yaml"))
    }

    deinit { try? FileManager.default.removeItem(at: dossier) }

    func chemin(_ nom: String) -> String { dossier.appendingPathComponent(nom).path }

    @discardableResult
    func run(_ jour: String, _ arguments: String...) async throws -> String {
      let releve = Releve()
      let lieu = ["--base", "sqlite:\(chemin("base.sqlite"))", "--echanges", chemin("echanges"), "--jour", jour]
      let code = await Programme(ecran: releve.ecran(), environnement: [:]).run(lieu + arguments)
      try #require(code == 0, "\(arguments) : \(releve.avertissements)")
      return releve.sortie
    }

    /// Receives a generated file and compares what came of it with its expectation.
    func compare(_ jour: String, _ nom: String) async throws -> Attendu {
      let text = try await run(jour, "recevoir", "--json", "--detail", chemin(nom))
      let found = try #require(try JSONDecoder().decode([Obtenu].self, from: Data(text.utf8)).first)
      let attendu = try #require(try Attendu.read(beside: URL(fileURLWithPath: chemin(nom))))
      #expect(found.fichier.statut == attendu.fichier.statut)
      #expect(found.fichier.enregistrements == attendu.fichier.enregistrements)
      #expect(found.fichier.anomalies == attendu.fichier.anomalies)
      #expect(found.resume == attendu.resume)
      #expect(found.rejets == attendu.rejets)
      compare(found.dossiers, attendu)
      return attendu
    }

    /// Demands that bear a defect end as announced; all the others are accepted without a warning.
    private func compare(_ dossiers: [Obtenu.Dossier], _ attendu: Attendu) {
      let special = Dictionary(uniqueKeysWithValues: attendu.dossiers.map { ($0.ligne, $0) })
      for dossier in dossiers {
        let wanted = special[dossier.ligne]
        #expect(dossier.statut == wanted?.statut ?? "ACCEPTE", "ligne \(dossier.ligne), \(wanted?.defaut ?? "bonne")")
        #expect(dossier.code == wanted?.code, "ligne \(dossier.ligne)")
        #expect(dossier.avertissement == wanted?.avertissement, "ligne \(dossier.ligne)")
        if let code = wanted?.code_postal { #expect(dossier.code_postal == code, "ligne \(dossier.ligne)") }
      }
      #expect(Set(special.keys).isSubset(of: Set(dossiers.map(\.ligne))))
    }

    /// What the centre has handed to an étude.
    func remises(_ etude: String) throws -> [String] {
      let folder = chemin("echanges/sortant")
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        $0.contains(".\(etude).") && $0.hasPrefix("AL.")
      }
      .sorted().map { "\(folder)/\($0)" }
    }
  }

  /// The part of `recevoir --json --detail` that an expectation speaks of.
  struct Obtenu: Decodable {
    struct Fichier: Decodable {
      let statut: String
      let enregistrements: Int
      let anomalies: [String]
    }
    struct Dossier: Decodable {
      let ligne: Int
      let statut: String
      let code: String?
      let code_postal: String?
      let avertissement: String?
    }
    let fichier: Fichier
    let resume: Attendu.Resume
    let rejets: [Attendu.Rejet]
    let dossiers: [Dossier]
  }

  @Test("six days of demands and answers, every defect among them, end as announced")
  func jours() async throws {
    let centre = try await Centre()
    var seen: Set<String> = []
    var precedents: [DemandeAnterieure] = []
    for jour in 0..<6 {
      let date = Jour(2026, 3, 2 + jour)
      for etude in ["E3101", "E3102"] where jour > 0 {
        try centre.answer(etude, date, jour)
        seen.formUnion(try await centre.compare(date.iso, "\(etude).txt").defauts.keys)
      }
      precedents += try centre.ask(date, jour, precedents)
      seen.formUnion(try await centre.compare(date.iso, "aller.txt").defauts.keys)
    }
    #expect(seen == Set(DefautEtude.allCases.map(\.rawValue) + DefautAller.allCases.map(\.rawValue)))
  }
}

extension ReceptionTests.Centre {
  /// Makes the demands of a day; gives those that later days may update.
  func ask(_ jour: Jour, _ rang: Int, _ precedents: [DemandeAnterieure]) throws -> [DemandeAnterieure] {
    var plan = Lot.plan(200, ["31000", "31100", "31400", "31600", "31770", "31800"])
    plan.jour = jour
    plan.sequence = rang + 1
    plan.premierNumero = rang * 200 + 1
    plan.postesConnus = ["031012", "031020", "031099"]
    plan.postesFermes = ["031099"]
    plan.anterieures = precedents
    plan.defauts = try Taux("tous=40")
    let url = URL(fileURLWithPath: chemin("aller.txt"))
    var generateur = try GenerateurAller(plan, try #require(Lot.formats.derniere), try Lot.referentiel.get())
    try generateur.write(to: url).write(beside: url)
    return try DemandeAnterieure.read(url, Lot.formats)
  }

  /// Makes what an étude answers on a day.
  func answer(_ etude: String, _ jour: Jour, _ rang: Int) throws {
    var plan = PlanEtude(remises: try remises(etude).map { URL(fileURLWithPath: $0) }, jour: jour)
    plan.sequence = rang
    plan.refusParMille = 50
    plan.defauts = try Taux("tous=30")
    let url = URL(fileURLWithPath: chemin("\(etude).txt"))
    var generateur = try GenerateurEtude(plan, try #require(Lot.formats.derniere), Lot.formats)
    try generateur.write(to: url).write(beside: url)
  }
}
