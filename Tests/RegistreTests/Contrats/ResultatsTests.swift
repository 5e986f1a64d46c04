import Convention
import Testing

@testable import Registre

@Suite("Résultats d’une étude, axe par axe (art. 9, R028–R029, R175)")
struct ResultatsTests {
  private static let etude = CodeEtude("E3101")

  private func question(_ du: Jour = RegistreDEssai.jour, _ au: Jour = RegistreDEssai.jour) throws
    -> QuestionDeResultats
  {
    QuestionDeResultats(etude: try #require(Self.etude), du: du, au: au)
  }

  @Test("the whole, the postes, the natures and the collectivités count the same money")
  func axes() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    for numero in ["D1", "D2"] { try await essai.creer(numero) }
    try await essai.creer("D3", poste: "031020")
    try await essai.creer("D4", etude: "E3102")
    let question = try question()
    let found = try await essai.registre.lire { lecture in
      try Objectif.Axe.allCases.map { try lecture.resultats(question, $0, .exploitant) }
    }
    #expect(found.map { $0.map(\.cible.code) } == [[""], ["EAU"], ["01-600"], ["031012", "031020"]])
    for axe in found {
      #expect(axe.map(\.nombre).reduce(0, +) == 3)
      #expect(axe.map(\.demande.cents).reduce(0, +) == 300_00)
    }
  }

  @Test("only what was handed over in the period, both days included, and in the scope")
  func bounds() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    try await essai.creer("D1")
    let jour = RegistreDEssai.jour
    let cases: [(QuestionDeResultats, Perimetre, Int)] = [
      (try question(), .exploitant, 1), (try question(jour.adding(days: 1), jour.adding(days: 9)), .exploitant, 0),
      (try question(jour.adding(days: -9), jour.adding(days: -1)), .exploitant, 0),
      (try question(), .etudes([try #require(CodeEtude("E3102"))]), 0), (try question(), .national, 0),
    ]
    for (question, perimetre, expected) in cases {
      for axe in Objectif.Axe.allCases {
        let found = try await essai.registre.lire { try $0.resultats(question, axe, perimetre) }
        #expect(found.map(\.nombre).reduce(0, +) == expected, "\(axe)")
      }
    }
  }
}
