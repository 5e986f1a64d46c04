import Convention

/// A command given to an incident and what came of it.
struct PasDIncident: Pas {
  let avant: IncidentDeService
  let commande: String
  let instant: Instant
  let actes: [IncidentDeService.Acte]
  let refus: Refus?
  let apres: IncidentDeService
  let histoire: [IncidentDeService.Acte]

  var recit: String {
    let answer = refus.map { "refusé : \($0)" } ?? "accepté"
    return "\(instant.texte), \(commande) → \(answer) — \(apres.resume.etat)"
  }
}

/// A fault or a planned outage of which anything is told, in any order, around a change of legal time or not.
struct VieDIncident: Vie {
  static let longueur = 32

  var alea: Alea
  /// The detection, or the beginning of the window.
  let base: Instant
  private(set) var incident: IncidentDeService
  private(set) var histoire: [IncidentDeService.Acte]

  init(graine: UInt64) {
    var alea = Alea(graine: graine, flux: 3)
    let first = Instant(alea.pick([Jour(2026, 3, 27), Jour(2026, 10, 23), Jour(2024, 2, 28)]), heure: 10)
    let isPlanned = alea.chance(500)
    base = isPlanned ? first.adding(seconds: 9 * 86_400) : first
    let actes = isPlanned ? VieDIncident.prevoir(first, base) : VieDIncident.detecter(first, &alea)
    histoire = ActeursInventes.written(actes)
    incident = ActeursInventes.written(IncidentDeService(histoire))
    self.alea = alea
  }

  static let texte = ActeursInventes.written(try? TexteLibre("baie remplacée", on: Jour(2026, 3, 27)))
  private static let concernes = ActeursInventes.written(
    try? Concernes(
      postes: [ActeursInventes.poste, ActeursInventes.autrePoste], departements: [ActeursInventes.departement]))

  private static func prevoir(_ first: Instant, _ base: Instant) -> [IncidentDeService.Acte]? {
    guard let fenetre = try? Fenetre(de: base, a: base.adding(seconds: 7200)) else { return nil }
    return try? IncidentDeService.decidePrevoir(
      numero: "I-1", instant: first, fenetre: fenetre, motif: texte, concernes: concernes)
  }

  private static func detecter(_ first: Instant, _ alea: inout Alea) -> [IncidentDeService.Acte]? {
    try? IncidentDeService.decideDetecter(
      numero: "I-1", nature: alea.pick(IncidentDeService.Nature.allCases), instant: first,
      depuis: first.adding(seconds: -alea.below(7200)), description: texte, concernes: concernes)
  }

  mutating func avancer() -> PasDIncident {
    let avant = incident
    let instant = base.adding(seconds: alea.between(-3600...3 * 86_400))
    let (nom, command) = commande(instant)
    var (actes, refus): ([IncidentDeService.Acte], Refus?) = ([], nil)
    do throws(Refus) {
      actes = try command(incident)
      incident.follow(actes)
      histoire += actes
    } catch { refus = error }
    return PasDIncident(
      avant: avant, commande: nom, instant: instant, actes: actes, refus: refus, apres: incident, histoire: histoire)
  }
}
