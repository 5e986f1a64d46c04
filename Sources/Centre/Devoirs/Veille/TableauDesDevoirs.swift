import Convention
import Registre

/// All that the centre owes at an instant, in one reading: what the exploitant's page and `devoirs lister` show.
public struct TableauDesDevoirs: Sendable {
  public struct Du: Sendable {
    /// Of the dysfunction in the base, and its number.
    public let id: Int64
    public let numero: String
    public let devoir: Devoir
    public let isLate: Bool
  }

  public let instant: Instant
  public let ouverts: [FicheDHistoire<IncidentDeService>]
  public let dus: [Du]
  /// Of the civil month of that instant, up to it for what is still open.
  public let disponibilite: Disponibilite
  /// R186.
  public let postesSansFormation: [Codique]
  /// R091: postes that exchange and did not pass the trial of their address and connection.
  public let postesSansEpreuve: [Codique]
  /// R085: nil while no sheet was ever handed in.
  public let manques: [FicheDeMoyens.Rubrique]?
  /// R191: requests that wait for an answer.
  public let sollicitations: [FicheDHistoire<Sollicitation>]

  init(_ lecture: Lecture, at instant: Instant) throws {
    let jour = instant.jour
    let incidents = try lecture.incidentsDeService(.exploitant)
    let live = incidents.filter { IncidentDeService.etatsVivants.contains($0.histoire.resume.etat) }
    let active = try lecture.annuaire().postes.values.filter(\.echange).map(\.codique)
    let formations = try lecture.histoiresEntieres(Formation.self, .exploitant).map(\.histoire)
    let declaration = try lecture.declaration()?.histoire
    self.instant = instant
    ouverts = live
    dus = live.flatMap { fiche in
      fiche.histoire.devoirs(at: instant).map {
        Du(id: fiche.id, numero: fiche.cle, devoir: $0, isLate: $0.isLate(at: instant))
      }
    }
    disponibilite = Disponibilite(Fenetre(moisDe: jour), incidents: incidents.map(\.histoire), at: instant)
    postesSansFormation = RegistreDesFormations(formations).sansFormation(active, on: jour)
    postesSansEpreuve = active.filter { poste in
      guard let declaration else { return true }
      return (try? declaration.requireAcces(of: poste, on: jour)) == nil
    }.sorted()
    manques = declaration.map { $0.fiche(on: jour)?.manques ?? FicheDeMoyens.Rubrique.allCases }
    sollicitations = try lecture.histoiresEntieres(
      Sollicitation.self, .exploitant, etats: [Sollicitation.Mot.ouverte.rawValue])
  }
}

extension DevoirsDuCentre {
  public func tableau() async throws -> TableauDesDevoirs {
    let instant = instant
    return try await centre.registre.lire { try TableauDesDevoirs($0, at: instant) }
  }

  /// How many duties are late, for a first page: only the dysfunctions that live are read.
  public func nombreEnRetard() async throws -> Int {
    let instant = instant
    return try await centre.registre.lire { lecture in
      try lecture.incidentsDeService(.exploitant, etats: IncidentDeService.etatsVivants)
        .map { $0.histoire.manquements(at: instant).count }.reduce(0, +)
    }
  }

  /// R178: of a civil month, as a scope knows it.
  public func disponibilite(moisDe jour: Jour, _ perimetre: Perimetre = .exploitant) async throws -> Disponibilite {
    let instant = instant
    return try await centre.registre.lire { lecture in
      Disponibilite(
        Fenetre(moisDe: jour), incidents: try lecture.incidentsDeService(perimetre).map(\.histoire), at: instant)
    }
  }
}
