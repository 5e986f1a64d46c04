import ArgumentParser
import Centre
import Foundation
import Logging
import Registre
import ServiceLifecycle
import Site

/// The centre at work by itself.
struct Servir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "servir",
    abstract: "Fait vivre le centre : le site, les fichiers qui arrivent, la clôture de chaque jour à son heure.",
    discussion: """
      Un fichier déposé dans entrant/ (ou dans le sous-dossier de son partenaire) est pris quand sa taille ne change plus \
      depuis deux secondes ; un nom qui commence par « . » ou finit par .partiel ou .tmp est laissé. Les journées \
      manquées sont rattrapées. Le site répond à l’adresse réglée par site.adresse et site.port ; il attend derrière lui un \
      serveur qui chiffre (https), site.url disant l’adresse publique. SIGHUP relit les tables de format ; SIGTERM et Ctrl-C arrêtent entre deux fichiers.

      Exemples :
        centre-serveur servir
        centre-serveur servir --config /etc/centre-serveur.yaml
        kill -HUP $(pidof centre-serveur)
      """)

  @Flag(help: "Sans le site : les fichiers et les journées seulement.")
  var sansSite = false

  @Option(
    help: ArgumentHelp(
      "Réplique PostgreSQL de la base, où les pages sont lues ; qui vient d’écrire lit la base elle-même.",
      valueName: "base"))
  var baseLecture: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    var journal = Logger(label: "centre-serveur") { StreamLogHandler.standardError(label: $0) }
    journal.logLevel = Journal.niveau(session.reglages.valeurs[.journalNiveau] ?? "") ?? .info
    let formats = FormatsEnService(try session.formats())
    let registre = try await session.registre()
    var services: [any Service] = [
      ServiceDePermanence(session: session, registre: registre, formats: formats, journal: journal),
      ServiceDesFormats(session: session, formats: formats, journal: journal),
    ]
    if let liaison = try session.reglages.liaison() {
      services.append(try self.liaison(liaison, session, registre, formats, journal))
    }
    if !sansSite { services.append(try await site(session, registre, formats, journal)) }
    try await ServiceGroup(
      services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: journal
    ).run()
    return .fait
  }

  private func liaison(
    _ liaison: Liaison, _ session: Session, _ registre: Registre, _ formats: FormatsEnService, _ journal: Logger
  ) throws -> some Service {
    let referentiel = try Session.referentiel.get()
    let echanges = try DossierEchanges(URL(fileURLWithPath: session.reglages.echanges))
    return ServiceDeLiaison(
      partenaires: liaison.partenaires, reglage: liaison.reglage,
      centre: {
        Centre(
          registre: registre, formats: formats.formats, referentiel: referentiel, echanges: echanges,
          horloge: session.reglages.horloge, attestation: session.reglages.attestation,
          lectures: session.reglages.lectures)
      }, journal: journal)
  }

  private func site(
    _ session: Session, _ registre: Registre, _ formats: FormatsEnService, _ journal: Logger
  ) async throws -> some Service {
    if try await !registre.lire({ try $0.aUnExploitant() }) {
      session.ecran.signaler(
        "Personne ne peut encore ouvrir le site : créez le premier exploitant avec « centre-serveur utilisateurs ajouter "
          + "IDENTIFIANT --nom \"PRÉNOM NOM\" --exploitant », qui donne son lien.")
    }
    let referentiel = try Session.referentiel.get()
    let echanges = try DossierEchanges(URL(fileURLWithPath: session.reglages.echanges))
    let site = Site(
      reglage: session.reglages.site, journal: journal, montre: Reglages.montre,
      replique: try replique(session, journal),
      seul: { try await session.alone(patience: .seconds(10), $0) }
    ) {
      Centre(
        registre: registre, formats: formats.formats, referentiel: referentiel, echanges: echanges,
        horloge: session.reglages.horloge, attestation: session.reglages.attestation,
        lectures: session.reglages.lectures)
    }
    return ServeurHTTP(site) { port in
      journal.notice("Le site répond", metadata: ["adresse": "http://\(session.reglages.site.adresse):\(port)"])
    }
  }
  private func replique(_ session: Session, _ journal: Logger) throws -> Replique? {
    guard let adresse = try baseLecture.map(Reglages.replique) ?? session.reglages.baseLecture else { return nil }
    return Replique(try adresse.ouvrir(patience: 0)) { fault in
      journal.warning("Réplique délaissée : les pages se lisent sur la base", metadata: ["raison": "\(fault)"])
    }
  }
}
