import ArgumentParser

/// A command that does something, as opposed to one that only groups others.
protocol Commande: ParsableCommand {
  var globales: OptionsGlobales { get }
  func executer(_ session: Session) async throws -> Issue
}
