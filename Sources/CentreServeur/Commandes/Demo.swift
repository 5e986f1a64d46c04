import ArgumentParser
import Centre
import Convention
import Foundation
import Logging
import Registre
import ServiceLifecycle
import Simulation
import Site

/// Three months of a made-up département, then its site.
struct Demo: Commande {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Démonstration : trois mois d’un département inventé, puis son site à visiter.",
    discussion: """
      Du \(Demo.premierJour.texte) au \(Demo.dernierJour.texte), comptables, études et redevables inventés vivent par les seuls \
      fichiers du centre, comme dans « simuler » ; il reste exprès des dossiers sans accusé, une adresse à choisir, une \
      prolongation à répondre, des lignes rejetées. Le site répond ensuite sur cette machine seulement, jusqu’à Ctrl-C ; son \
      bouton « Avancer d’un jour » fait vivre la suite. Dates et graine fixées, deux démonstrations donnent les mêmes \
      fichiers. Le dossier est refait à chaque fois. Les options --base, --echanges et --jour sont sans effet ici.

      Exemples :
        centre-serveur demo
        centre-serveur demo --port 9000 --dossier /tmp/essai
        centre-serveur demo --sans-site --dossiers 500 --json
      """)

  @Option(help: ArgumentHelp("Dossier de la démonstration.", valueName: "dossier"))
  var dossier = "demo"

  @Option(help: ArgumentHelp("Graine du tirage.", valueName: "nombre"))
  var graine: UInt64 = 1

  @Option(help: ArgumentHelp("Nombre de demandes sur les trois mois.", valueName: "nombre"))
  var dossiers = 3_000

  @Option(help: ArgumentHelp("Port du site ; 0 laisse le système choisir.", valueName: "port"))
  var port = 8080

  @Flag(help: "Vit les trois mois, crée les comptes et s’arrête là.")
  var sansSite = false

  @OptionGroup var globales: OptionsGlobales

  /// A Thursday; the last day, ninety-one days later, is a working one.
  static let premierJour = Jour(2026, 8, 27)
  static let jours = 92
  static let dernierJour = premierJour.adding(days: jours - 1)
  /// The étude that people sign in for: it works late, so that something always waits for it.
  static let etude = CodeEtude("E3104")

  func executer(_ session: Session) async throws -> Issue {
    guard (0...65_535).contains(port) else { throw MauvaisUsage("--port : un nombre de 0 à 65535 attendu.") }
    try Simuler.check(Demo.premierJour, jours: Demo.jours, dossiers: dossiers)
    let centre = try await CentreSimule(
      DossierDeSimulation(dossier), like: session, graine: graine, premier: Demo.premierJour, jours: Demo.jours,
      dossiers: dossiers, nuitSansFichier: Demo.dernierJour.adding(days: -1))
    try await live(centre, BarreDeProgression(session.ecran))
    let visite = try await prepare(centre)
    if sansSite {
      try await visite.tell(at: nil, session)
      return .fait
    }
    try await serve(centre, visite, session)
    return .fait
  }

  /// The last day is left open: its files have come, its evening has not.
  private func live(_ centre: CentreSimule, _ barre: BarreDeProgression) async throws {
    try await centre.ouvrir(Demo.premierJour)
    for rang in 1..<Demo.jours {
      barre.show(Int64(rang), of: Int64(Demo.jours), "jours vécus")
      try await centre.avancer()
    }
    barre.finish()
  }

  private func prepare(_ centre: CentreSimule) async throws -> VisiteDeDemonstration {
    guard let etude = Demo.etude else { throw Faute("L’étude de la démonstration n’a pas de code.") }
    let curiosites = try await Curiosites(centre.registre, retardataire: etude)
    guard let poste = curiosites.poste ?? Codique("031012") else { throw Faute("Aucun poste à montrer.") }
    let comptes = ComptesDeDemonstration(poste: poste, etude: etude)
    try await comptes.creer(in: centre.registre)
    return VisiteDeDemonstration(
      bilan: try await BilanDeSimulation(centre), comptes: comptes, curiosites: curiosites, centre: centre)
  }

  private func serve(_ centre: CentreSimule, _ visite: VisiteDeDemonstration, _ session: Session) async throws {
    var journal = Logger(label: "demonstration") { StreamLogHandler.standardError(label: $0) }
    journal.logLevel = .warning
    let model = try centre.centre
    let simulated = centre.session
    let site = Site(
      reglage: ReglageDuSite(adresse: "127.0.0.1", port: port), journal: journal, montre: Reglages.montre,
      avancer: { try await centre.avancer() },
      seul: { try await simulated.alone(patience: .seconds(10), $0) }
    ) { model }
    let server = ServeurHTTP(site) { port in try? await visite.tell(at: "http://127.0.0.1:\(port)", session) }
    try await ServiceGroup(services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: journal).run()
  }
}
