@testable import Convention

/// A contract to which anything is asked, day after day, from a seed.
struct SimulationDeContrat {
  private(set) var vie: VieDeContrat
  private(set) var jour: Jour
  /// Commands that were refused, and whether one of them changed anything.
  private(set) var refused = 0
  private(set) var touched = false
  private var alea: Alea

  init(seed: UInt64) {
    var alea = Alea(seed: seed)
    let du = Jour(2011, 1, 1).adding(days: alea.int(0...5000))
    let autorite = alea.pick(AutoriteDuDepartement.allCases)
    let contrat = ContratDepartemental(du: du, objectifs: alea.chance(50) ? ["CAN": 3500] : [:])
    let early = du.adding(days: -alea.int(-10...40))
    guard
      let vie = try? alea.chance(75)
        ? VieDeContrat.signee(contrat, autorite: autorite, le: early)
        : VieDeContrat(contrat, autorite: autorite)
    else { preconditionFailure("a contract of three years is concluded") }
    self.vie = vie
    jour = max(du, early).adding(days: -alea.int(0...5))
    self.alea = alea
  }

  /// One command; a refusal must change nothing.
  mutating func step() {
    guard alea.chance(75) else { return pass() }
    let before = vie.histoire
    do throws(Refus) {
      vie.follow(try command())
    } catch {
      refused += 1
      touched = touched || vie.histoire != before
    }
  }

  /// Often to the next date that counts, so that terms are met.
  private mutating func pass() {
    let near = vie.histoire.prochainSoir?.adding(days: alea.int(-2...2)) ?? jour
    let next = alea.chance(25) ? max(near, jour) : jour.adding(days: alea.pick([1, 1, 2, 7, 30, 200]))
    // The centre closes each day; only evenings that may find something are run.
    while let soir = vie.histoire.prochainSoir, max(soir, jour) < next {
      let actes = vie.histoire.decideSoir(max(soir, jour))
      vie.follow(actes)
      if actes.isEmpty { break }
    }
    jour = next
  }

  private mutating func fait() -> Jour { jour.adding(days: -alea.pick([-1, 0, 0, 0, 3, 40])) }
  private mutating func autour() -> Jour { jour.adding(days: alea.int(-3...60)) }
  private mutating func reference() -> String { alea.chance(90) ? "REF" : "" }

  private mutating func approbations() -> [QualiteDeSignataire] {
    alea.chance(75) ? vie.histoire.autorite.membres : [alea.pick(QualiteDeSignataire.allCases)]
  }

  private mutating func command() throws(Refus) -> [HistoireDeContrat.Acte] {
    // What is missing comes first, one signature after the other, so that contracts do begin.
    let isMissing = !vie.histoire.valeur.isComplete && alea.chance(70)
    return try command(isMissing ? alea.pick([1, 1, 1, 2]) : alea.int(1...12))
  }

  private mutating func command(_ number: Int) throws(Refus) -> [HistoireDeContrat.Acte] {
    switch number {
    case 1: try vie.histoire.signer(alea.pick(QualiteDeSignataire.allCases), le: fait(), on: jour)
    case 2: try vie.histoire.engager(le: fait(), on: jour)
    case 3...4: try renew()
    case 5: try vie.histoire.denoncer(.init(par: approbations(), notifieeLe: fait()), on: jour)
    case 6: try terminate()
    case 7: try judge()
    case 8: try target()
    case 9: try threshold()
    case 10:
      try vie.histoire.fixer(
        Periodicite(alea.pick(Periodicite.Document.allCases), months: alea.int(0...13), du: autour()), on: jour)
    case 11: try vie.histoire.passerAuPapier(alea.pick(MotifDePapier.allCases), du: autour(), on: jour)
    default: try vie.histoire.revenirAuDematerialise(du: autour(), on: jour)
    }
  }

  private mutating func renew() throws(Refus) -> [HistoireDeContrat.Acte] {
    try vie.histoire.renouveler(
      alea.pick(HistoireDeContrat.DureeReconduite.allCases), decision: Ecrit(reference(), du: fait()),
      approbations: approbations(), on: jour)
  }

  private mutating func terminate() throws(Refus) -> [HistoireDeContrat.Acte] {
    let motif = alea.chance(90) ? alea.pick(HistoireDeContrat.MotifDeResiliation.allCases) : nil
    return try vie.histoire.resilier(
      motif, preuve: Ecrit(reference(), du: fait()), notifieeLe: fait(), approbations: approbations(), on: jour)
  }

  private mutating func judge() throws(Refus) -> [HistoireDeContrat.Acte] {
    let le = fait()
    return try vie.histoire.decider(
      alea.pick(HistoireDeContrat.DecisionSurObjectifs.Choix.allCases),
      bilan: .cantine(Int64(alea.int(30...36)), on: le),
      rapport: .exemple(du: le), approbations: approbations(), le: le, on: jour)
  }

  private mutating func target() throws(Refus) -> [HistoireDeContrat.Acte] {
    let objectif = Objectif(
      .init(alea.pick(Objectif.Axe.allCases), alea.pick(["", "CAN"])), taux: Taux(centiemes: alea.int(-100...10_100)),
      du: autour())
    return try vie.histoire.fixer(objectif, approbations: approbations(), le: fait(), on: jour)
  }

  private mutating func threshold() throws(Refus) -> [HistoireDeContrat.Acte] {
    let seuil = SeuilOuvertureForcee(
      Montant(cents: Int64(alea.int(-1...100_000))), lettre: Ecrit(reference(), du: fait()), du: autour())
    return try vie.histoire.communiquer(seuil, approbations: approbations(), on: jour)
  }
}
