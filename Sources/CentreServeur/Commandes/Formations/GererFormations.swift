import ArgumentParser

/// The training register.
struct GererFormations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formations", abstract: "Registre des formations : prévoir, noter, clôturer, postes sans formation.",
    subcommands: [
      FormationsLister.self, FormationsPrevoir.self, FormationsNoter.self, FormationsCloturer.self,
      FormationsAnnuler.self, FormationsPostesSans.self,
    ])
}
