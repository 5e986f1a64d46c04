import Centre
import Convention
import Foundation
import Interface
import Logging
import Registre
import Simulation
import Site

/// The program itself at work on a simulated institution: its own watch over `entrant/`, its own closing of days.
actor CentreSimule {
  nonisolated let dossier: DossierDeSimulation
  nonisolated let session: Session
  nonisolated let registre: Registre
  nonisolated let formats: Formats
  nonisolated let montre: HorlogeMobile
  /// The first day lived.
  nonisolated let premier: Jour
  private var institution: Institution
  private var permanence: Permanence
  private var isBusy = false

  /// Makes the folder, the base and the actors; the first day has not begun.
  init(
    _ dossier: DossierDeSimulation, like session: Session, graine: UInt64, premier: Jour, jours: Int, dossiers: Int,
    nuitSansFichier: Jour? = nil
  ) async throws {
    try dossier.recreer()
    try dossier.declarer(premier)
    self.dossier = dossier
    self.premier = premier
    montre = HorlogeMobile(premier)
    self.session = try await CentreSimule.session(dossier, premier, montre, session)
    formats = try session.formats()
    try await CentreSimule.importer(dossier, premier)
    registre = try await self.session.registre()
    let annuaire = try await registre.lire { try $0.annuaire() }
    var plan = try DepartementInvente.plan(
      annuaire, graine: graine, premier: premier, jours: jours, dossiers: dossiers)
    plan.nuitSansFichier = nuitSansFichier
    let silent = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
    permanence = try Permanence(self.session, registre, FormatsEnService(formats), silent, patience: .zero)
    institution = try Institution(
      plan, formats, try Session.referentiel.get(), fabrique: dossier.fabrique, sortant: dossier.sortant)
  }

  /// The settings of the simulation: its own folder and clock, whatever the machine's configuration.
  private static func session(
    _ dossier: DossierDeSimulation, _ premier: Jour, _ montre: HorlogeMobile, _ session: Session
  ) async throws -> Session {
    let formats = session.reglages.formats.map { ["--formats", $0] } ?? []
    let options = try OptionsGlobales.parse(
      ["--base", dossier.base, "--echanges", dossier.echanges, "--jour", premier.iso] + formats)
    let silent = Releve().ecran()
    var reglages = try await Reglages(options, environnement: [:], ecran: silent)
    reglages.horlogeTenue = montre.horloge
    return Session(reglages: reglages, ecran: silent)
  }

  private static func importer(_ dossier: DossierDeSimulation, _ premier: Jour) async throws {
    let releve = Releve()
    let code = await Programme(ecran: releve.ecran(), environnement: [:]).run([
      "--base", dossier.base, "--echanges", dossier.echanges, "--jour", premier.iso, "acteurs", "importer",
      dossier.acteurs,
    ])
    guard code == 0 else {
      throw Faute("Les acteurs de la simulation n’ont pu être importés : \(releve.avertissements)")
    }
  }

  /// The books, once the partners have read the last answers of the centre.
  func livre() throws -> Livre {
    try institution.lire(montre.jour)
    return institution.livre
  }

  /// Begins a day: what partners send that day is received, each file as it comes.
  func ouvrir(_ jour: Jour) async throws {
    montre.move(to: jour)
    if ContratInvente.acts(on: jour) { try await agirSurLesContrats(jour) }
    for envoi in try institution.vivre(jour) {
      try envoi.deposer(in: dossier.entrant)
      try await prendre(envoi)
    }
  }

  /// Ends a day: follow-up, returns, seal, e-mails.
  func clore(_ jour: Jour) async throws {
    let (centre, session) = (try centre, session)
    try await session.alone {
      try await Soiree(centre, BarreDeProgression(session.ecran)).clore(until: jour)
      _ = try await Journee(centre).envoyer()
    }
  }

  private func prendre(_ envoi: Envoi) async throws {
    var round = permanence
    await round.ronde()
    permanence = round
    let left = dossier.entrant.appendingPathComponent("\(envoi.partenaire)/\(envoi.url.lastPathComponent)")
    guard !FileManager.default.fileExists(atPath: left.path) else {
      throw Faute("Le centre n’a pas pris « \(envoi.url.lastPathComponent) » de la simulation.")
    }
  }

  /// Ends the day and begins the next; one at a time.
  func avancer() async throws {
    guard !isBusy else { throw FauteDePage.occupe }
    isBusy = true
    defer { isBusy = false }
    let jour = montre.jour
    try await clore(jour)
    try await ouvrir(jour.adding(days: 1))
  }

  nonisolated var centre: Centre {
    get throws {
      Centre(
        registre: registre, formats: formats, referentiel: try Session.referentiel.get(),
        echanges: try DossierEchanges(URL(fileURLWithPath: session.reglages.echanges)),
        horloge: session.reglages.horloge, attestation: session.reglages.attestation,
        lectures: session.reglages.lectures)
    }
  }
}
