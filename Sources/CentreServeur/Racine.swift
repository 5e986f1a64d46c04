import ArgumentParser

/// The program. Every command is listed here and nowhere else.
struct Racine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centre-serveur",
    abstract: "Le centre serveur entre les comptables de la DGFiP et les commissaires de justice.",
    discussion: """
      Il reçoit les demandes des comptables, remet chacune à l’étude compétente, suit ce qu’elle en fait et rend compte \
      chaque soir. Codes de retour : 0 fait, 1 refusé avec ses raisons, 2 commande mal formée, 3 incident technique.

      Exemples :
        centre-serveur acteurs importer referentiel.yaml
        centre-serveur recevoir AL.HELIOS.031.20260302.000001
        centre-serveur journee
        centre-serveur dossier DEM2026-000101
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Le travail du centre", subcommands: [Recevoir.self, CloreJournee.self, Servir.self, Tableur.self]),
      CommandGroup(
        name: "Consulter et décider",
        subcommands: [
          VoirDossier.self, ListerDossiers.self, GererQuarantaine.self, GererContrats.self, GererDocuments.self,
          GererSommes.self, GererRecapitulatifs.self, GererFactures.self, RejouerDossiers.self, Expliquer.self,
          ConsulterBareme.self,
        ]),
      CommandGroup(
        name: "Les devoirs du centre",
        subcommands: [
          VoirDevoirs.self, GererIncidents.self, GererFormations.self, GererGuides.self, GererDeclaration.self,
          GererSollicitations.self,
        ]),
      CommandGroup(
        name: "Tenir le centre",
        subcommands: [
          Acteurs.self, GererUtilisateurs.self, PagesDuSite.self, Format.self, ReferentielDesCommunes.self,
          RegistreDuCentre.self,
          PreuveDuJournal.self,
          MontrerConfiguration.self,
        ]),
      CommandGroup(name: "Essayer", subcommands: [Demo.self, Simuler.self, Generer.self, Regles.self]),
    ])

  @OptionGroup var globales: OptionsGlobales
}
