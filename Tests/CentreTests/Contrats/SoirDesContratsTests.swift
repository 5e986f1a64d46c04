import Convention
import Registre
import Testing

@testable import Centre

@Suite("Contrats : le soir, et ce que la réception en fait (R069, R088–R089, R138–R139)")
struct SoirDesContratsTests {
  private static let lundi = Jour(2026, 3, 2)
  private static let mardi = Jour(2026, 3, 3)
  private static let etude = CodeEtude("E3101")

  private func essai(_ change: (inout ContratDepartemental) -> Void = { _ in }) async throws -> CentreDEssai {
    let annuaire = try Annuaire.essai { annuaire in annuaire.changer("E3101") { change(&$0.contrats[0]) } }
    let essai = try await CentreDEssai(annuaire: annuaire)
    _ = try await ContratsDuCentre(try essai.centre(Self.lundi)).importer(annuaire)
    return essai
  }

  private func projete(_ essai: CentreDEssai) async throws -> ContratDepartemental {
    let annuaire = try await essai.registre.lire { try $0.annuaire() }
    let etude = try #require(Self.etude)
    return try #require(annuaire.etudes[etude]).contrats[0]
  }

  /// Receives one demand for COLOMIERS; gives the rejects.
  private func demander(_ essai: CentreDEssai, _ jour: Jour, _ sequence: Int) async throws -> [String] {
    var aller = try Fabrique.aller(jour, sequence)
    aller.demande("D\(sequence)")
    // Taken by the other étude, so that the file always counts in its suite.
    aller.demande("T\(sequence)", ["code_postal": "31500", "localite": "TOULOUSE"])
    return try await essai.resume(try await essai.recevoir("f\(sequence)", try aller.octets(), jour))
  }

  @Test("R069: at the evening of its last day a contract ends, once, and the next day nothing is taken")
  func ended() async throws {
    let essai = try await essai {
      $0.du = Jour(2023, 3, 4)
      $0.au = Self.mardi
    }
    #expect(try await demander(essai, Self.lundi, 1) == [])
    #expect(try await demander(essai, Self.mardi, 2) == [])
    try await essai.clore(Self.mardi)
    try await ContratsDuCentre(try essai.centre(Self.mardi)).passer(Self.mardi)
    let vu = try #require(
      try await ContratsDuCentre(try essai.centre(Jour(2026, 3, 4))).voir("E3101", .exploitant))
    #expect(vu.etat == .expire && vu.alertes == [])
    #expect(vu.actes.count { if case .expire = $0.acte { true } else { false } } == 1)
    #expect(try await demander(essai, Jour(2026, 3, 4), 3) == ["2:405"])
  }

  @Test("R030: a period that begins gives its length to the dossiers of that day on, by the evening before")
  func period() async throws {
    let essai = try await essai {
      $0.du = Jour(2023, 3, 4)
      $0.au = Self.mardi
      $0.dureeComminatoireDays = 60
    }
    _ = try await demander(essai, Self.lundi, 1)
    let contrats = ContratsDuCentre(try essai.centre(Self.lundi))
    try await contrats.renouveler(
      .init("E3101"), .ordinaire, decision: Ecrit("D-1", du: Self.lundi), approbations: [.directeur])
    try await essai.clore(Self.mardi)
    let contrat = try await projete(essai)
    #expect(contrat.au == Jour(2029, 3, 3) && contrat.isActive(on: Jour(2026, 3, 4)))
    #expect(try await demander(essai, Jour(2026, 3, 4), 2) == [])
  }

  @Test("R088: on paper, a demand by a file is rejected 405 and its article is told; back again, it is taken")
  func paper() async throws {
    let essai = try await essai()
    let contrats = ContratsDuCentre(try essai.centre(Self.lundi))
    try await contrats.passerAuPapier(.init("E3101"), .actionsInsuffisantes, du: Self.mardi)
    #expect(try await demander(essai, Self.lundi, 1) == [])
    #expect(try await demander(essai, Self.mardi, 2) == ["2:405"])
    let told = try await essai.incidents().filter { $0.cause.hasPrefix("canal:") }
    #expect(told.count == 1 && told[0].texte.contains("R-48") && told[0].texte.contains("D2"))
    let back = ContratsDuCentre(try essai.centre(Jour(2026, 3, 4)))
    try await essai.clore(Self.mardi)
    try await back.revenirAuDematerialise(.init("E3101"), du: Jour(2026, 3, 5))
    #expect(try await demander(essai, Jour(2026, 3, 4), 3) == ["2:405"])
    #expect(try await demander(essai, Jour(2026, 3, 5), 4) == [])
  }

  @Test("R088: on paper with one poste, the demands of another are taken")
  func paperOfOnePoste() async throws {
    for (poste, expected) in [("031012", ["2:405"]), ("031020", [])] {
      let essai = try await essai()
      let contrats = ContratsDuCentre(try essai.centre(Self.lundi))
      try await contrats.passerAuPapier(.init("E3101"), .actionsInsuffisantes, poste: Codique(poste), du: Self.lundi)
      #expect(try await demander(essai, Self.lundi, 1) == expected, "\(poste)")
    }
  }

  @Test("R138: where the contract names the applications that are ready, no other sends demands")
  func readiness() async throws {
    for (application, expected) in [("HELIOS", [String]()), ("AUTRE", ["2:405"])] {
      let essai = try await essai { $0.clauses.ouvertures = [.init(application, du: Self.lundi)] }
      #expect(try await demander(essai, Self.lundi, 1) == expected, "\(application)")
    }
  }

  @Test("art. 9, al. 1 (R027): the hand-over keeps the day 0 that the contract chose")
  func dayZero() async throws {
    let essai = try await essai { $0.clauses.departDuDelai = .dateDeLaDemande }
    _ = try await demander(essai, Self.lundi, 1)
    #expect(try await essai.dossier("D1")?.remise?.depart == .dateDeLaDemande)
  }

  @Test("alerts: the term from 180 days before, the nearest first, and only in one's scope")
  func alerts() async throws {
    let essai = try await essai {
      $0.du = Jour(2025, 1, 1)
      $0.au = Jour(2027, 12, 31)
    }
    let contrats = ContratsDuCentre(try essai.centre(Self.lundi))
    let terme = AlerteDeContrat.Nature.terme
    let before = try await contrats.alertes(on: Jour(2027, 7, 3), .exploitant)
    #expect(!before.contains { $0.cle == "31-E3101-20250101" && $0.alerte.nature == terme })
    let after = try await contrats.alertes(on: Jour(2027, 7, 4), .exploitant)
    #expect(after.contains { $0.cle == "31-E3101-20250101" && $0.alerte.nature == terme })
    #expect(after.map(\.alerte.echeance) == after.map(\.alerte.echeance).sorted())
    #expect(try await contrats.alertes(on: Jour(2027, 7, 4), .departement(try #require(Departement("32")))).isEmpty)
  }
}
