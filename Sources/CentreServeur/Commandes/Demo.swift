import ArgumentParser
import Convention
import Foundation
import Interface
import Registre

/// Three nights of a made-up département, on the real path.
struct Demo: Commande {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Démonstration : trois nuits d’un département inventé, de la réception aux retours scellés.",
    discussion: """
      Le dossier est refait à chaque fois : acteurs, fichiers des exploitations et des études, base, échanges. Le programme \
      reçoit, répartit, suit, rend compte et scelle comme en service ; la page (page.html) dit ce qui s’est passé. Dates et \
      graine fixées, deux démonstrations donnent les mêmes octets. Les options --base et --echanges sont sans effet ici.

      Exemples :
        centre-serveur demo
        centre-serveur demo --dossier /tmp/essai --dossiers 20000 --graine 7
        centre-serveur --jour 2027-03-02 demo
      """)

  @Option(help: ArgumentHelp("Dossier de la démonstration.", valueName: "dossier"))
  var dossier = "demo"

  @Option(help: ArgumentHelp("Graine du tirage.", valueName: "nombre"))
  var graine: UInt64 = 1

  @Option(help: ArgumentHelp("Nombre de demandes sur les trois nuits.", valueName: "nombre"))
  var dossiers = 2_000

  @OptionGroup var globales: OptionsGlobales

  /// The first night, a Tuesday, unless a day is given.
  static let premierJour = Jour(2026, 11, 17)

  func executer(_ session: Session) async throws -> Issue {
    guard (100...1_000_000).contains(dossiers) else { throw MauvaisUsage("--dossiers : de 100 à 1 000 000 attendu.") }
    let place = DemoDossier(dossier)
    try place.recreer()
    let formats = try session.formats()
    guard let table = formats.derniere else { throw MauvaisUsage("Aucune table de format en service.") }
    let centre = DemoCentre(dossier: place, formats: formats, dossierDeFormats: session.reglages.formats)
    let scenario = try await prepare(centre, session.reglages.jour ?? Demo.premierJour, table)
    let barre = BarreDeProgression(session.ecran)
    var nuits: [DemoNuit] = []
    for nuit in 0..<DemoScenario.nightCount {
      barre.show(Int64(nuit), of: Int64(DemoScenario.nightCount), "nuits")
      try await live(nuit, scenario, centre)
      nuits.append(
        try await DemoNuit.read(scenario.jour(nuit), try await centre.session(scenario.jour(nuit)).registre()))
    }
    barre.finish()
    try await tell(nuits, scenario, centre, session)
    return .fait
  }

  private func prepare(_ centre: DemoCentre, _ premier: Jour, _ table: TableFormat) async throws -> DemoScenario {
    try await centre.run(premier, "acteurs", "importer", centre.dossier.acteurs)
    let annuaire = try await centre.session(premier).registre().lire { try $0.annuaire() }
    return DemoScenario(
      dossier: centre.dossier, premier: premier, graine: graine, total: dossiers, annuaire: annuaire,
      formats: centre.formats, table: table)
  }

  /// One night: études answer in the day, exploitations send in the evening, then the day is closed.
  private func live(_ nuit: Int, _ scenario: DemoScenario, _ centre: DemoCentre) async throws {
    let (jour, place) = (scenario.jour(nuit), scenario.dossier)
    var rang = 0
    for code in scenario.annuaire.etudes.keys.sorted() {
      guard let fichier = try scenario.etude(nuit, code.texte) else { continue }
      try place.deposer(fichier, code.texte, rang: rang)
      rang += 1
    }
    for exploitation in DemoActeurs.exploitations {
      guard let fichier = try scenario.aller(nuit, exploitation) else { continue }
      let partenaire = "\(DemoActeurs.application).\(exploitation)"
      if nuit == 1 { try await truncate(fichier, partenaire, rang, centre, jour) }
      try place.deposer(fichier, partenaire, rang: rang + 1)
      if nuit == 2, exploitation == "031" { try await repeatDelivery(fichier, partenaire, rang, centre, jour) }
      rang += 2
    }
    try await centre.prendre(jour)
    try await centre.run(jour, "journee")
  }

  /// The transport stops half-way: the file comes once cut, then whole.
  private func truncate(
    _ fichier: URL, _ partenaire: String, _ rang: Int, _ centre: DemoCentre, _ jour: Jour
  ) async throws {
    let size = try FileManager.default.attributesOfItem(atPath: fichier.path)[.size] as? Int ?? 0
    try centre.dossier.deposer(fichier, partenaire, rang: rang, octets: size * 2 / 3)
    try await centre.prendre(jour)
  }

  /// The same file comes twice.
  private func repeatDelivery(
    _ fichier: URL, _ partenaire: String, _ rang: Int, _ centre: DemoCentre, _ jour: Jour
  ) async throws {
    try await centre.prendre(jour)
    try centre.dossier.deposer(fichier, partenaire, rang: rang + 1)
  }

  private func tell(_ nuits: [DemoNuit], _ scenario: DemoScenario, _ centre: DemoCentre, _ session: Session)
    async throws
  {
    let last = scenario.jour(DemoScenario.nightCount - 1)
    let registre = try await centre.session(last).registre()
    let verdict = try await registre.verifier()
    let recit = DemoRecit(nuits: nuits, scenario: scenario, verdict: verdict)
    try Data(DemoHTML.page(recit.page).utf8).write(to: scenario.dossier.page, options: .atomic)
    if session.reglages.json { return session.ecran.json(recit.json) }
    session.ecran.ecrire(DemoTexte.page(recit.page))
    session.ecran.ligne("La même page, pour un navigateur : \(scenario.dossier.nom)/page.html")
  }
}
