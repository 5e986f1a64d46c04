import ArgumentParser
import Convention
import Simulation

/// A made-up département lives for as long as one wants, on the real path.
struct Simuler: Commande {
  static let configuration = CommandConfiguration(
    commandName: "simuler",
    abstract: "Fait vivre un département inventé, jour après jour, et donne ses totaux.",
    discussion: """
      Comptables, études plus ou moins diligentes, redevables qui paient, disparaissent ou contestent, poursuites en \
      justice, contrats reconduits, dénoncés, résiliés ou échus, service informatique : chacun ne voit que les fichiers du centre et ne lui parle que par des fichiers, reçus et rendus comme en \
      service. La même graine donne les mêmes octets dans tous les fichiers et la même racine du journal. Le dossier est \
      refait à chaque fois ; --jour donne le premier jour, \(Simuler.premierJour.texte) sinon. Les options --base et --echanges \
      sont sans effet ici.

      Exemples :
        centre-serveur simuler --graine 1 --jours 365
        centre-serveur simuler --jours 30 --dossiers 500 --dossier /tmp/essai --json
        centre-serveur --jour 2027-03-01 simuler --jours 60
      """)

  @Option(help: ArgumentHelp("Graine du tirage.", valueName: "nombre"))
  var graine: UInt64 = 1

  @Option(help: ArgumentHelp("Nombre de jours vécus.", valueName: "nombre"))
  var jours = 365

  @Option(help: ArgumentHelp("Nombre de demandes envoyées en tout.", valueName: "nombre"))
  var dossiers = 2_000

  @Option(help: ArgumentHelp("Dossier de la simulation.", valueName: "dossier"))
  var dossier = "simulation"

  @OptionGroup var globales: OptionsGlobales

  static let premierJour = Jour(2026, 1, 5)

  func executer(_ session: Session) async throws -> Issue {
    let premier = session.reglages.jour ?? Simuler.premierJour
    try Simuler.check(premier, jours: jours, dossiers: dossiers)
    let centre = try await CentreSimule(
      DossierDeSimulation(dossier), like: session, graine: graine, premier: premier, jours: jours, dossiers: dossiers)
    let barre = BarreDeProgression(session.ecran)
    for rang in 0..<jours {
      barre.show(Int64(rang), of: Int64(jours), "jours")
      try await centre.ouvrir(premier.adding(days: rang))
      try await centre.clore(premier.adding(days: rang))
    }
    barre.finish()
    let bilan = try await BilanDeSimulation(centre)
    if session.reglages.json {
      session.ecran.json(bilan.json)
    } else {
      let dernier = premier.adding(days: jours - 1)
      session.ecran.ligne("Du \(premier.texte) au \(dernier.texte), graine \(graine), dans \(centre.dossier.nom)/ :")
      for ligne in bilan.lignes { session.ecran.ligne("  " + ligne) }
    }
    return .fait
  }

  /// Bounds of a simulation: some made-up contracts must run from its first day to its last.
  static func check(_ premier: Jour, jours: Int, dossiers: Int) throws {
    guard (1...900).contains(jours) else { throw MauvaisUsage("--jours : de 1 à 900 attendu.") }
    guard (10...400_000).contains(dossiers) else { throw MauvaisUsage("--dossiers : de 10 à 400 000 attendu.") }
    let contrats = DepartementInvente.contrats
    guard contrats.contains(premier), contrats.contains(premier.adding(days: jours)) else {
      throw MauvaisUsage(
        "Les contrats du département inventé courent du \(contrats.lowerBound.texte) au \(contrats.upperBound.texte) : "
          + "choisissez --jour et --jours entre ces dates.")
    }
  }
}
