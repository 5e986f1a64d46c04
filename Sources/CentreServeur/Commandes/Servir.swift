import ArgumentParser
import Logging
import ServiceLifecycle

/// The centre at work by itself.
struct Servir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "servir", abstract: "Fait vivre le centre : prend ce qui arrive, clôt chaque jour à son heure.",
    discussion: """
      Un fichier déposé dans entrant/ (ou dans le sous-dossier de son partenaire) est pris quand sa taille ne change plus \
      depuis deux secondes ; un nom qui commence par « . » ou finit par .partiel ou .tmp est laissé. Les journées \
      manquées sont rattrapées. SIGHUP relit les tables de format ; SIGTERM et Ctrl-C arrêtent entre deux fichiers.

      Exemples :
        centre-serveur servir
        centre-serveur servir --config /etc/centre-serveur.yaml
        kill -HUP $(pidof centre-serveur)
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    var journal = Logger(label: "centre-serveur") { StreamLogHandler.standardError(label: $0) }
    journal.logLevel = Journal.niveau(session.reglages.valeurs[.journalNiveau] ?? "") ?? .info
    let formats = FormatsEnService(try session.formats())
    let group = ServiceGroup(
      services: [
        ServiceDePermanence(session: session, formats: formats, journal: journal),
        ServiceDesFormats(session: session, formats: formats, journal: journal),
      ], gracefulShutdownSignals: [.sigterm, .sigint], logger: journal)
    try await group.run()
    return .fait
  }
}
