import ArgumentParser
import Centre
import Convention
import Registre

/// The dysfunctions of the service.
struct GererIncidents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incidents",
    abstract: "Dysfonctionnements du service : avis, actions, plan, rétablissement, cause, disponibilité.",
    subcommands: [
      IncidentsLister.self, IncidentsVoir.self, IncidentsPrevoir.self, IncidentsDetecter.self,
      IncidentsCommencer.self, IncidentsAbandonner.self, IncidentsAviser.self, IncidentsAgir.self,
      IncidentsPlan.self, IncidentsRetablir.self, IncidentsQualifier.self, IncidentsClore.self,
      IncidentsDisponibilite.self,
    ])
}

/// Whom a dysfunction concerns.
struct OptionsPortee: ParsableArguments {
  @Option(help: ArgumentHelp("Poste concerné ; se répète.", valueName: "codique"))
  var poste: [String] = []

  @Option(help: ArgumentHelp("Étude concernée ; se répète.", valueName: "code"))
  var etude: [String] = []

  @Option(help: ArgumentHelp("Tous les postes et études de ce département ; se répète.", valueName: "département"))
  var departement: [String] = []

  @Flag(help: "Tous les postes ouverts et toutes les études.")
  var tous = false

  func portee() throws -> Portee {
    Portee(
      postes: try CodeDonne.postes(poste), etudes: Set(try etude.map { try CodeDonne.etude($0) }),
      departements: Set(try departement.map { try CodeDonne.departement($0) }), tous: tous)
  }
}

extension Session {
  /// An act on a dysfunction, alone on the base; the mails that it owes leave at once.
  func surIncident(
    _ body: @escaping @Sendable (DevoirsDuCentre) async throws -> FicheDHistoire<IncidentDeService>,
    _ phrase: (String) -> String
  ) async throws -> Issue {
    let (fiche, failures, missing) = try await deciding { centre, _ in
      let devoirs = DevoirsDuCentre(centre)
      let done = try await body(devoirs)
      let failures = try await Journee(centre).envoyer()
      let now = try await centre.registre.lire {
        try $0.histoire(IncidentDeService.self, cle: done.cle, .exploitant)
      }
      return (now ?? done, failures, try await devoirs.sansAdresse(done.histoire))
    }
    for failure in failures { ecran.signaler(failure) }
    for who in missing { ecran.signaler("Sans adresse dans l’annuaire, non avisé : \(who.libelle).") }
    VueDHistoires.dire(fiche, phrase(fiche.cle), self)
    return .fait
  }
}
