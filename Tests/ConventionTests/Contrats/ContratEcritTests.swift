import Foundation
import Testing

@testable import Convention

@Suite("Contrats écrits, relus et expliqués")
struct ContratEcritTests {
  private static let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }()

  @Test("a contract stored before its clauses is read, and written again with the same bytes")
  func stored() throws {
    let ancien =
      #"{"au":"2027-12-31","du":"2025-01-01","dureeComminatoireDays":75,"dureeJudiciaireDays":50,"#
      + #""importTableur":true,"objectifs":{"CAN":3500}}"#
    let contrat = try JSONDecoder().decode(ContratDepartemental.self, from: Data(ancien.utf8))
    #expect(contrat.clauses == .init() && contrat.isComplete)
    #expect(contrat.objectifs(on: Jour(2025, 1, 1)).map(\.taux.centiemes) == [3500])
    #expect(String(decoding: try ContratEcritTests.encoder.encode(contrat), as: UTF8.self) == ancien)
    var other = contrat
    other.clauses.autorite = .conjointe
    #expect(other != contrat)
    other.clauses.autorite = nil
    #expect(other == contrat)
  }

  @Test("every act is written and read back the same, and the acts alone give the same contract")
  func acts() throws {
    for seed in UInt64(1)...300 {
      var simulation = SimulationDeContrat(seed: seed)
      for _ in 0..<25 { simulation.step() }
      let data = try ContratEcritTests.encoder.encode(simulation.vie.actes)
      let actes = try JSONDecoder().decode([HistoireDeContrat.Acte].self, from: data)
      #expect(actes == simulation.vie.actes, "graine \(seed)")
      #expect(HistoireDeContrat(actes) == simulation.vie.histoire, "graine \(seed)")
    }
  }

  @Test("a history begins with a conclusion")
  func first() {
    #expect(HistoireDeContrat([.signe(qualite: .prefet, le: Jour(2025, 1, 1))]) == nil)
  }

  @Test("the last day is explained by its term, its renewals or its notice")
  func explainedLastDay() {
    let contrat = ContratDepartemental(du: Jour(2010, 12, 15))
    #expect(contrat.explicationDuDernierJour.calcul == ["15/12/2010 + 3 ans, moins un jour = 14/12/2013"])
    #expect(contrat.explicationDuDernierJour.resultat == "14/12/2013, terme du contrat")
    let renewed = ContratDepartemental(du: Jour(2010, 12, 15), au: Jour(2016, 12, 14))
    #expect(
      renewed.explicationDuDernierJour.calcul == ["15/12/2010 + 6 ans, 2 périodes, moins un jour = 14/12/2016"])
    let denounced = ContratDepartemental(du: Jour(2011, 1, 1), denonceLe: Jour(2012, 8, 31))
    #expect(denounced.explicationDuDernierJour.calcul.last == "31/08/2012 + 6 mois = 28/02/2013")
    #expect(denounced.explicationDuDernierJour.resultat == "28/02/2013, effet de la dénonciation")
    #expect(denounced.explicationDeDenonciation?.valeurs.map(\.texte) == ["6 mois"])
    let terminated = ContratDepartemental(du: Jour(2025, 1, 1), resilieLe: Jour(2026, 12, 31))
    #expect(terminated.explicationDeResiliation?.calcul == ["31/12/2026 + 2 mois = 28/02/2027"])
    #expect(contrat.explicationDeDenonciation == nil && contrat.explicationDeResiliation == nil)
  }

  @Test("the length of a phase is explained by the convention, or as the contract's own")
  func explainedLength() {
    let jour = Jour(2026, 3, 2)
    for (days, source) in [(75, "convention, article 9, alinéa 1"), (60, "convention, article 9, alinéa 2")] {
      let contrat = ContratDepartemental(du: jour, dureeComminatoireDays: days)
      let explication = contrat.explicationDeDuree(.comminatoire, on: jour)
      #expect(explication.resultat == "\(days) jours" && explication.valeurs.map(\.source) == [source])
    }
    let propre = ContratDepartemental(du: jour, dureeComminatoireDays: 90).explicationDeDuree(.comminatoire, on: jour)
    #expect(propre.valeurs.isEmpty && propre.calcul[0] == "durée propre au contrat")
  }

  @Test("the threshold is explained by its letter, and a missed target by its division")
  func explainedRest() {
    let jour = Jour(2026, 3, 2)
    let seuil = SeuilOuvertureForcee(.euros(500), lettre: Ecrit("L-1", du: jour))
    let contrat = ContratDepartemental(du: jour, clauses: .init(seuils: [seuil]))
    #expect(contrat.explicationDuSeuil(on: jour).resultat == "au-dessus de 500,00\u{A0}€")
    #expect(contrat.explicationDuSeuil(on: jour).donnees.last?.texte == "L-1 du 02/03/2026")
    #expect(contrat.explicationDuSeuil(on: jour.adding(days: -1)).resultat == "aucun seuil communiqué")
    let ligne = BilanDesObjectifs.cantine(34, on: jour).manques[0]
    #expect(
      ligne.explication.calcul == ["34,00\u{A0}€ ÷ 100,00\u{A0}€ = 34\u{A0}%", "34\u{A0}% < 35\u{A0}%"])
    #expect(ligne.explication.resultat == "objectif manqué")
    #expect(BilanDesObjectifs.cantine(35, on: jour).lignes[0].explication.resultat == "objectif atteint")
  }

  @Test("the refusals of contracts are R-30 to R-49, R-140 and R-141, each with its own sentence, none known elsewhere")
  func refusals() {
    let motifs = Refus.Motif.contrats
    #expect(motifs.map(\.code) == (Array(30...49) + [140, 141]).map { "R-\($0)" })
    #expect(Set(motifs.map(\.phrase)).count == motifs.count)
    #expect(motifs.allSatisfy { !$0.phrase.hasSuffix(".") })
    #expect(Set(Refus.Motif.amiable.map(\.code)).isDisjoint(with: motifs.map(\.code)))
  }

  @Test("the numbers of contracts, which the text does not give, are choices of the project and say their article")
  func numbers() {
    let valeurs = Bareme.contrats.flatMap(\.self)
    #expect(valeurs.count == 8)
    #expect(valeurs.count { $0.source.hasPrefix("choix du projet, article") } == 8)
  }
}
