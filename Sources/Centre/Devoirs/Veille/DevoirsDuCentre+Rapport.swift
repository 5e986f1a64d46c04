import Convention
import Registre

extension DevoirsDuCentre {
  /// How many reminders a report lists one by one; the others are counted.
  static let relancesListees = 1_000

  /// How the duties were kept from a day to another, both included, as CL1A, a direction or the centre reads it (R084, R093, R096,
  /// R178, R181–R182, R186).
  ///
  /// Reading: a direction has what concerns its postes and études; CL1A has the whole country, dysfunctions included whether
  /// or not they were notified, since a missing notice is what the report says, but figures only of the dossiers: no
  /// reminder one by one (R098). Dossiers without news are those of now, whatever the days of the report.
  public func rapport(du premier: Jour, au dernier: Jour, _ perimetre: Perimetre) async throws -> RapportDesDevoirs {
    let (instant, jour) = (instant, jour)
    let silence = Bareme.dossierSansNouvelleDays.value(on: jour)
    return try await centre.registre.lire { lecture in
      let whole: Perimetre = perimetre == .national ? .exploitant : perimetre
      let comptes = RapportDesDevoirs.Comptes(
        relances: try lecture.relances(perimetre, from: premier, to: dernier),
        relancesDatees: try lecture.relancesDatees(
          perimetre, from: premier, to: dernier, limit: DevoirsDuCentre.relancesListees),
        dormants: try lecture.dossiersSansNouvelle(perimetre, depuis: jour.adding(days: -silence)),
        actifs: Set(try lecture.annuaire().postes.values.filter(\.echange).map(\.codique).filter(whole.voit)))
      return RapportDesDevoirs(
        Fenetre(jours: premier, dernier), at: instant,
        incidents: try lecture.incidentsDeService(whole).map(\.histoire),
        formations: try lecture.formations(whole).map(\.histoire),
        sollicitations: try lecture.histoiresEntieres(Sollicitation.self, .exploitant).map(\.histoire)
          .filter { whole.voit($0.posee.poste) }, comptes: comptes)
    }
  }
}

extension Lecture {
  /// The training sessions of a scope: those of a poste, of a département, or all.
  public func formations(_ perimetre: Perimetre) throws -> [FicheDHistoire<Formation>] {
    try histoiresEntieres(Formation.self, .exploitant).filter { fiche in
      if case .departement(let departement) = perimetre { return fiche.histoire.prevue.departement == departement }
      return perimetre == .exploitant || fiche.histoire.prevue.postes.contains(where: perimetre.voit)
    }
  }
}

extension Perimetre {
  /// Whether a poste is in it; the postes of a département are those whose number begins so.
  func voit(_ poste: Codique) -> Bool {
    switch self {
    case .exploitant: true
    case .postes(let codiques): codiques.contains(poste)
    case .departement(let departement): poste.departement == departement
    case .etudes, .national: false
    }
  }
}
