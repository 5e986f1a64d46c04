import ArgumentParser

/// What comptables ask the centre, or remark.
struct GererSollicitations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sollicitations",
    abstract: "Demandes d’aide et observations des comptables : lister, répondre, clore.",
    subcommands: [
      SollicitationsLister.self, SollicitationsVoir.self, SollicitationsRepondre.self, SollicitationsClore.self,
    ])
}
