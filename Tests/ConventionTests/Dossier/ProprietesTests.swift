import Convention
import Testing

@Suite("Propriétés de toute vie de dossier, graines fixes")
struct ProprietesTests {
  private static let seeds = UInt64(1)...UInt64(300)

  @Test("nothing traps, what is due is never negative, and the history alone gives the same dossier")
  func fold() throws {
    for seed in ProprietesTests.seeds {
      var simulation = Simulation(seed: seed)
      for _ in 0..<40 {
        simulation.step()
        let dossier = simulation.vie.dossier
        #expect(dossier.restes.allSatisfy { $0.reste >= .zero }, "graine \(seed)")
        #expect(dossier.resteDu <= simulation.initial, "graine \(seed)")
      }
      #expect(Dossier(simulation.vie.histoire) == simulation.vie.dossier, "graine \(seed)")
    }
  }

  @Test("ends and reopenings alternate, and the last one tells whether the dossier is ended")
  func alternation() {
    var ends = 0
    var reopenings = 0
    for seed in ProprietesTests.seeds {
      var simulation = Simulation(seed: seed)
      for _ in 0..<60 { simulation.step() }
      let bounds = simulation.vie.histoire.genres.filter { $0 == .phaseTerminee || $0 == .dossierRouvert }
      for (index, genre) in bounds.enumerated() {
        #expect(genre == (index.isMultiple(of: 2) ? .phaseTerminee : .dossierRouvert), "graine \(seed)")
      }
      #expect(simulation.vie.dossier.estClos == (bounds.last == .phaseTerminee), "graine \(seed)")
      ends += bounds.count { $0 == .phaseTerminee }
      reopenings += bounds.count { $0 == .dossierRouvert }
    }
    // The seeds do exercise both.
    #expect(ends > 250)
    #expect(reopenings > 30)
  }

  @Test("undoing every update and every payment gives the first debt back")
  func undoneAll() {
    for seed in ProprietesTests.seeds {
      var simulation = Simulation(seed: seed)
      let before = simulation.vie.dossier.dus
      for _ in 0..<40 { simulation.step() }
      simulation.undoAll()
      #expect(simulation.vie.dossier.dus == before, "graine \(seed)")
      #expect(simulation.vie.dossier.recouvre == .zero, "graine \(seed)")
    }
  }

  @Test("a dossier says why it is there in one to three sentences, without a name, an address or an amount")
  func pourquoi() {
    for seed in ProprietesTests.seeds {
      var simulation = Simulation(seed: seed)
      for _ in 0..<40 {
        simulation.step()
        let pourquoi = simulation.vie.dossier.pourquoi(on: simulation.jour)
        #expect((1...3).contains(pourquoi.phrases.count), "graine \(seed)")
        for phrase in pourquoi.phrases {
          #expect(phrase.hasSuffix(".") && !phrase.contains(". "), "\(phrase)")
        }
        for word in ["LEFEVRE", "JEAN", "RUE", "COLOMIERS", "31770", "€", "0561000000"] {
          #expect(!pourquoi.texte.contains(word), "\(pourquoi.texte)")
        }
      }
    }
  }

  @Test("an evening before the one that the dossier announces finds nothing")
  func announcedEvening() {
    for seed in ProprietesTests.seeds.prefix(80) {
      var simulation = Simulation(seed: seed)
      for _ in 0..<30 {
        simulation.step()
        let dossier = simulation.vie.dossier
        let horizon = simulation.jour.adding(days: 100)
        var jour = simulation.jour
        while jour < min(dossier.prochainSoir ?? horizon, horizon) {
          #expect(dossier.decideSoir(jour).isEmpty, "graine \(seed), \(jour.iso)")
          jour = jour.adding(days: 1)
        }
      }
    }
  }

  @Test("while nothing exceeds, the debt is what was first due less what was paid and reduced")
  func conserved() throws {
    for seed in ProprietesTests.seeds {
      var alea = Alea(seed: seed)
      let titres = (1...alea.int(1...4)).map { Titre.exemple($0, Montant(cents: Int64(alea.int(1...10_000)))) }
      var vie = try Vie.recue(.exemple(titres))
      let initial = vie.dossier.resteDu
      for numero in 1...20 {
        try step(&vie, Int64(numero), &alea)
        let reductions = vie.dossier.actualisations.actives.compactMap(\.montant).reduce(.zero, +)
        #expect(initial - vie.dossier.resteDu == reductions + vie.dossier.recouvre, "graine \(seed)")
      }
      #expect(vie.dossier.excedent == .zero)
    }
  }

  /// A payment, a reduction, or the undoing of one; never above what is due, and no undoing undone.
  private func step(_ vie: inout Vie, _ numero: Int64, _ alea: inout Alea) throws(Refus) {
    let jour = Jour(2026, 3, 10)
    let due = vie.dossier.resteDu
    let montant = due == .zero ? .zero : Montant(cents: Int64(alea.int(1...Int(due.cents))))
    switch alea.int(1...4) {
    case 1 where montant > .zero: try vie.receive(.paiement("P\(numero)", montant), fait: jour)
    case 2 where montant > .zero: vie.update(.code("06", numero, le: jour, montant: montant))
    case 3:
      let reductions = vie.dossier.actualisations.actives.filter { $0.effet == .reduction }
      guard !reductions.isEmpty else { return }
      vie.update(.code("20", numero, le: jour, annule: alea.pick(reductions).numero))
    default:
      let paid = vie.dossier.encaissements.filter { $0.encaissement.annule == nil }
      let live = paid.filter { vie.dossier.encaissement($0.encaissement.numero, of: Exemple.etude) != nil }
      guard !live.isEmpty else { return }
      let item = alea.pick(live).encaissement
      try vie.receive(.annulation("A\(numero)", de: item.numero, item.creance), fait: jour)
    }
  }
}
