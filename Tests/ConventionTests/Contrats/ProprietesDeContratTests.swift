@testable import Convention
import Testing

@Suite("Propriétés de toute vie de contrat, graines fixes")
struct ProprietesDeContratTests {
  private static let seeds = UInt64(1)...UInt64(5000)

  @Test("whatever is asked, 5,000 contracts reach no impossible state and a refusal changes nothing")
  func lives() {
    var seen: [EtatDeContrat: Int] = [:]
    var (renewed, reduced, refused) = (0, 0, 0)
    for seed in ProprietesDeContratTests.seeds {
      var simulation = SimulationDeContrat(seed: seed)
      for _ in 0..<20 {
        let before = simulation.vie.actes.count
        simulation.step()
        seen[simulation.vie.histoire.etat(on: simulation.jour), default: 0] += 1
        guard simulation.vie.actes.count > before else { continue }
        for fault in faults(simulation.vie.histoire, around: simulation.jour) {
          Issue.record("graine \(seed) : \(fault)")
        }
      }
      #expect(!simulation.touched, "graine \(seed)")
      #expect(HistoireDeContrat(simulation.vie.actes) == simulation.vie.histoire, "graine \(seed)")
      for fault in faults(simulation.vie.actes) { Issue.record("graine \(seed) : \(fault)") }
      refused += simulation.refused
      renewed += simulation.vie.histoire.periodes.count - 1
      reduced += simulation.vie.histoire.periodes.count { $0.dureeComminatoireDays == 60 }
    }
    // The seeds do exercise every state, renewals of both lengths, and refusals.
    for etat in EtatDeContrat.allCases { #expect((seen[etat] ?? 0) > 200, "\(etat) : \(seen[etat] ?? 0)") }
    #expect(renewed > 500 && reduced > 20 && refused > 10_000, "\(renewed), \(reduced), \(refused)")
  }

  /// What must never be, on the days around one and around the dates of the contract.
  private func faults(_ histoire: HistoireDeContrat, around jour: Jour) -> [String] {
    let last = histoire.contrat(on: jour).lastDay
    let du = histoire.valeur.du
    let days = [jour, jour.adding(days: 1), du.adding(days: -1), du, last, last.adding(days: 1)]
    return days.flatMap { faults(histoire, on: $0) } + faultsOfPeriods(histoire) + faultsOfPaper(histoire)
  }

  private func faults(_ histoire: HistoireDeContrat, on jour: Jour) -> [String] {
    let contrat = histoire.contrat(on: jour)
    let etat = histoire.etat(on: jour)
    let active = contrat.isActive(on: jour)
    var faults: [String] = []
    if active != [.enVigueur, .enPreavis].contains(etat) { faults.append("\(etat), en vigueur : \(active)") }
    if active, jour > contrat.lastDay || jour < contrat.du { faults.append("en vigueur hors de ses dates") }
    for qualite in histoire.autorite.signataires
    where active && !(contrat.signatures?[qualite].map { $0 <= jour } ?? false) {
      faults.append("en vigueur sans la signature \(qualite)")
    }
    if active, !isEngaged(contrat, on: jour) { faults.append("en vigueur sans engagement") }
    if active, let fin = histoire.fin, jour > fin.le { faults.append("en vigueur après la fin") }
    if etat == .enPreavis, histoire.denonciation == nil, histoire.resiliation == nil {
      faults.append("préavis de rien")
    }
    return faults
  }

  private func isEngaged(_ contrat: ContratDepartemental, on jour: Jour) -> Bool {
    guard case .pris(let le) = contrat.clauses.engagement else { return false }
    return le <= jour
  }

  private func faultsOfPeriods(_ histoire: HistoireDeContrat) -> [String] {
    zip(histoire.periodes, histoire.periodes.dropFirst()).flatMap { former, next in
      [
        next.du == former.au.adding(days: 1) ? nil : "un jour entre deux périodes",
        next.au == ContratDepartemental.terme(from: next.du) ? nil : "une période d’une autre durée",
        next.decideeLe.map { former.du <= $0 && $0 <= former.au } == true ? nil : "reconduit hors de la période",
        [75, 60].contains(next.dureeComminatoireDays) ? nil : "une autre durée de phase",
      ].compactMap(\.self)
    }
  }

  private func faultsOfPaper(_ histoire: HistoireDeContrat) -> [String] {
    let papier = histoire.valeur.clauses.papier
    let apart = zip(papier, papier.dropFirst()).allSatisfy { former, next in former.au.map { $0 < next.du } ?? false }
    let ordered = papier.allSatisfy { $0.du <= $0.au ?? .last }
    return (apart ? [] : ["deux périodes sur papier à la fois"]) + (ordered ? [] : ["une période sur papier à rebours"])
  }

  /// What must never be written: an act after the end, two ends of a kind, a shorter phase without its report.
  private func faults(_ actes: [HistoireDeContrat.Acte]) -> [String] {
    var faults: [String] = []
    var (ended, denunciations, terminations, effects) = (false, 0, 0, 0)
    for acte in actes {
      if ended { faults.append("un acte après la fin") }
      if case .expire = acte { ended = true }
      if case .denonce = acte { denunciations += 1 }
      if case .resilie = acte { terminations += 1 }
      if case .prisEffet = acte { effects += 1 }
      if case .renouvele(let fait) = acte, (fait.rapport != nil) != (fait.periode.dureeComminatoireDays == 60) {
        faults.append("60 jours sans rapport, ou l’inverse")
      }
    }
    if max(denunciations, terminations, effects) > 1 { faults.append("deux fois le même fait") }
    return faults
  }
}
