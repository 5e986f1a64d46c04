import Testing

@testable import Convention

@Suite("Art. 13 — état récapitulatif : propriétés, graines fixes")
struct RecapitulatifProprietesTests {
  private static let poste = Exemple.require(Codique("031012"))

  /// Random dossiers of one étude, with titres of several natures and each its own number.
  private func dossiers(_ seed: UInt64) -> [Dossier] {
    var alea = Alea(seed: seed)
    return (1...12).compactMap { rang in
      var simulation = Simulation(seed: seed &* 1000 + UInt64(rang))
      for _ in 0..<alea.int(4...35) { simulation.step() }
      var histoire = simulation.vie.histoire
      guard case .dossierTransmis(var transmis)? = histoire.first else { return nil }
      transmis.demande.cle = CleDemande(application: "HELIOS", exploitation: "031", numero: "D\(rang)")
      for index in transmis.demande.titres.indices {
        transmis.demande.titres[index].nature = alea.pick(["CAN", "EAU", "LOY"])
      }
      histoire[0] = .dossierTransmis(transmis)
      return Dossier(histoire)
    }
  }

  /// All the payments of the étude, some of them passed on.
  private func registre(_ dossiers: [Dossier], _ alea: inout Alea) throws(Refus) -> RegistreDesSommes {
    var registre = RegistreDesSommes(etude: Exemple.etude)
    for dossier in dossiers {
      try registre.follow(dossier)
      for somme in registre.sommes(of: dossier.demande.cle) where somme.annuleeLe == nil && alea.chance(50) {
        try registre.pass(somme.cle, le: somme.recuLe.adding(days: alea.int(0...60)))
      }
    }
    return registre
  }

  @Test("totals = sum of rows = sum over dossiers, and the money is that of the register (R053, R058)")
  func sums() throws {
    var (collected, ended, stock) = (0, 0, 0)
    for seed in UInt64(1)...25 {
      var alea = Alea(seed: seed)
      let all = dossiers(seed)
      let registre = try registre(all, &alea)
      let du = Exemple.remise.adding(days: alea.int(-10...40))
      let periode = try PeriodeRecapitulee(du: du, au: du.adding(days: alea.int(0...120)))
      let lignes = all.map { LigneDeDossier($0, etude: Exemple.etude, periode: periode, registre: registre) }
      let tables = try Phase.allCases.map { phase in
        try ContenuDuRecapitulatif(
          etude: Exemple.etude, poste: RecapitulatifProprietesTests.poste, phase: phase, periode: periode,
          dossiers: lignes)
      }
      let total = tables.reduce(ChiffresRecapitules.zero) { $0 + $1.totaux }
      let rows = tables.flatMap(\.lignes).reduce(ChiffresRecapitules.zero) { $0 + $1.chiffres }
      let each = lignes.flatMap(\.chiffres.values).reduce(ChiffresRecapitules.zero, +)
      #expect(total == rows, "graine \(seed)")
      #expect(total == each, "graine \(seed)")
      check(total, all, registre, periode, seed)
      collected += total[.encaisse] != .zero ? 1 : 0
      ended += total[.termines].nombre
      stock += total[.stock].nombre
    }
    // The seeds do exercise each.
    #expect(collected > 10 && ended > 30 && stock > 30)
  }

  private func check(
    _ total: ChiffresRecapitules, _ all: [Dossier], _ registre: RegistreDesSommes, _ periode: PeriodeRecapitulee,
    _ seed: UInt64
  ) {
    let before = periode.du.adding(days: -1)
    let held = registre.detenu(on: periode.au) + registre.chequesARemettre(on: periode.au)
    let heldBefore = registre.detenu(on: before) + registre.chequesARemettre(on: before)
    #expect(total[.aReverser] == held, "graine \(seed)")
    #expect(total[.encaisse] - total[.reverse] == held - heldBefore, "graine \(seed)")
    let own = all.filter { $0.attributaire == Exemple.etude }
    let ended = own.filter {
      $0.fin.map { periode.contains($0.date) } ?? false && ($0.remise?.jour ?? .last) <= periode.au
    }
    #expect(total[.termines].nombre == ended.count, "graine \(seed)")
    #expect(total[.soldes].nombre + total[.partiels].nombre <= total[.termines].nombre, "graine \(seed)")
    #expect(total[.suspendus].nombre <= total[.stock].nombre, "graine \(seed)")
  }

  @Test("at the end of all facts, what was due then is what is due now")
  func retrospective() {
    for seed in UInt64(1)...40 {
      for dossier in dossiers(seed).prefix(4) {
        let past = dossier.restes(on: .last)
        #expect(past.map(\.rang) == dossier.restes.map(\.rang), "graine \(seed)")
        #expect(past.map(\.reste) == dossier.restes.map(\.reste), "graine \(seed)")
        let first = dossier.restes(on: Jour(2020, 1, 1)).reduce(Montant.zero) { $0 + $1.reste }
        #expect(first == dossier.demande.titres.reduce(.zero) { $0 + $1.resteDu }, "graine \(seed)")
      }
    }
  }
}
