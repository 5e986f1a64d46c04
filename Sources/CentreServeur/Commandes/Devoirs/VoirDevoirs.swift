import ArgumentParser

/// What the centre owes, and how it kept it.
struct VoirDevoirs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devoirs", abstract: "Ce que le centre doit maintenant, et le rapport de ce qu’il a tenu.",
    subcommands: [DevoirsLister.self, DevoirsRapport.self])
}
