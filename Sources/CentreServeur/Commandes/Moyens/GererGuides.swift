import ArgumentParser

/// The versions of the users' guide.
struct GererGuides: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guides", abstract: "Versions du guide des utilisateurs, offert sur le site.",
    subcommands: [GuidesLister.self, GuidesAjouter.self])
}
