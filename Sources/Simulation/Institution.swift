import Adresses
import Convention
import Foundation
import Generation
import Interface

/// Accountants, études and debtors living together, day after day, around a centre of which they see only the files.
///
/// The same plan gives the same files, whatever the machine: everything is drawn from the seed, and what a partner does
/// depends only on what he was told.
public struct Institution {
  private let plan: PlanDeSimulation
  private let formats: Formats
  /// For whoever's own version is not in service.
  private let table: TableFormat
  private let fabrique: URL
  private var boite: Boite
  private var population: Population
  private var etudes: [EtudeSimulee]
  private var exploitations: [ExploitationSimulee]
  private let avaries: Avaries
  /// Working days lived so far.
  private var jourOuvre = 0

  /// - Parameters:
  ///   - fabrique: where files are made before they are left at the centre's door.
  ///   - sortant: what the centre issues.
  public init(
    _ plan: PlanDeSimulation, _ formats: Formats, _ referentiel: Referentiel, fabrique: URL, sortant: URL
  ) throws {
    guard let table = formats.commune else { throw FauteDeGeneration("Aucune table de format en service.") }
    self.plan = plan
    self.formats = formats
    self.table = table
    self.fabrique = fabrique
    boite = Boite(sortant)
    population = Population(graine: plan.graine)
    avaries = Avaries(graine: plan.graine, isOn: plan.avaries)
    let ailleurs = try Lieux(["33000", "34000", "64000"].compactMap { CodePostal($0) }, referentiel)
    etudes = try plan.etudes.sorted { $0.code < $1.code }.map {
      try EtudeSimulee($0, plan, formats, .init(ressort: Lieux($0.ressort.sorted(), referentiel), ailleurs: ailleurs))
    }
    exploitations = try plan.exploitations.enumerated().map { rang, exploitation in
      let own = formats.table(version: exploitation.version) ?? table
      return try ExploitationSimulee(exploitation, rang: rang, plan, formats, own) {
        try GenerateurAller($0, own, referentiel)
      }
    }
  }

  /// The books so far.
  public var livre: Livre { population.livre }

  /// Reads what the centre issued until then, then makes what partners send that day, in the order of arrival.
  public mutating func vivre(_ jour: Jour) throws -> [Envoi] {
    try lire(jour)
    var envois: [Envoi] = []
    for rang in etudes.indices {
      var postes: [(cle: String, jour: Jour, tache: TacheDePoste)] = []
      let own = formats.table(version: etudes[rang].plan.version) ?? table
      let envoi = try etudes[rang].travailler(jour, own, in: fabrique, &population, postes: &postes)
      for item in postes { note(item.cle, item.jour, item.tache) }
      if let envoi { envois += try avaries.livrer(envoi, jour, &population.livre) }
    }
    let isWorking = Calendrier.posteOuvert(jour) && jour <= plan.dernier
    for rang in exploitations.indices {
      let count = isWorking ? nouvelles(rang) : 0
      let isLast = rang == exploitations.count - 1
      let envoi = try exploitations[rang].travailler(
        jour, nouvelles: count, estEnPanne: isLast && jour == plan.nuitSansFichier, in: fabrique, &population)
      guard let envoi else { continue }
      envois += try avaries.livrer(envoi, jour, &population.livre)
    }
    if isWorking { jourOuvre += 1 }
    return envois
  }

  private mutating func note(_ cle: String, _ jour: Jour, _ tache: TacheDePoste) {
    for rang in exploitations.indices {
      if let numero = exploitations[rang].numero(cle) { exploitations[rang].agenda.note((numero, tache), jour) }
    }
  }

  /// Reads what the centre issued until then: for a last look at its answers.
  public mutating func lire(_ jour: Jour) throws {
    let arrived = try boite.relever()
    for rang in etudes.indices { try etudes[rang].lire(arrived[etudes[rang].plan.code] ?? [], jour, &population.livre) }
    for rang in exploitations.indices {
      try exploitations[rang].lire(arrived[exploitations[rang].plan.code] ?? [], jour, &population.livre)
    }
  }

  /// The share of a working day: the first fifth of the days brings half of the demands, the rest the other half.
  private func nouvelles(_ rang: Int) -> Int {
    let days = Calendrier.joursOuvres(plan.premier, plan.jours)
    let parts = plan.exploitations.map(\.part).reduce(0, +)
    let before = plan.exploitations.prefix(rang).map(\.part).reduce(0, +)
    let mine = plan.dossiers * (before + plan.exploitations[rang].part) / parts - plan.dossiers * before / parts
    let early = max(1, days / 5)
    func until(_ day: Int) -> Int {
      if day >= days { return mine }
      let half = mine / 2
      return day <= early ? half * day / early : half + (mine - half) * (day - early) / (days - early)
    }
    return until(jourOuvre + 1) - until(jourOuvre)
  }
}
