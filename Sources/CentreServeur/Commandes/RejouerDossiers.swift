import ArgumentParser
import Centre
import Convention

/// What closed dossiers would have cost under another version of the tariff, or another policy.
struct RejouerDossiers: Commande {
  static let configuration = CommandConfiguration(
    commandName: "rejouer",
    abstract: "Recalcule les dossiers clos sous une autre version du barème ou une autre politique, et dit les écarts.",
    discussion: """
      Ne change rien. La version est un nom (\(VersionDeCalcul.nommees.map(\.nom).joined(separator: ", "))) ou un jour, \
      dont les valeurs sont lues pour tous les faits, TVA comprise. La politique dit comment une somme se partage dans \
      la phase comminatoire (\(PolitiqueDImputation.allCases.map(\.rawValue).joined(separator: ", "))).

      Exemples :
        centre-serveur rejouer --bareme arrete-2005
        centre-serveur rejouer --bareme 2014-01-01 --du 2026-01-01 --au 2026-06-30 --export ecarts.csv
        centre-serveur rejouer --politique brutVentile --json
      """)

  @Option(help: ArgumentHelp("Version du barème, ou jour dont les valeurs sont lues.", valueName: "version"))
  var bareme: String?

  @Option(help: ArgumentHelp("Partage des paiements de la phase comminatoire.", valueName: "politique"))
  var politique: String?

  @Option(help: ArgumentHelp("Dossiers clos à partir de ce jour.", valueName: "jour"))
  var du: String?

  @Option(help: ArgumentHelp("Dossiers clos jusqu’à ce jour.", valueName: "jour"))
  var au: String?

  @Option(help: ArgumentHelp("Écrit les écarts dans ce fichier (.csv ou .xlsx).", valueName: "fichier"))
  var export: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (version, periode) = (try version(), try periode())
    let barre = BarreDeProgression(session.ecran)
    let bilan = try await RejeuDesDossiers(try await session.centre(), sous: version)
      .executer(periode, barre.progress)
    barre.finish()
    let vue = VueDeRejeu(bilan: bilan)
    if let export { try vue.export(to: export, session) }
    if session.reglages.json { session.ecran.json(vue.json) } else { vue.write(to: session.ecran) }
    return .fait
  }

  private func version() throws -> VersionDeCalcul {
    guard bareme != nil || politique != nil else { throw MauvaisUsage("--bareme ou --politique attendu.") }
    let policy = try politique.map { text in
      guard let found = PolitiqueDImputation(rawValue: text) else {
        throw MauvaisUsage(
          "Politique « \(text) » inconnue : \(PolitiqueDImputation.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return found
    }
    guard let bareme else { return VersionDeCalcul(politique: policy) }
    if let jour = Jour(iso: bareme) { return VersionDeCalcul(jourDuBareme: jour, politique: policy) }
    guard let version = VersionDeCalcul(nom: bareme, politique: policy) else {
      throw MauvaisUsage(
        "Barème « \(bareme) » inconnu : un jour AAAA-MM-JJ, ou \(VersionDeCalcul.nommees.map(\.nom).joined(separator: ", "))."
      )
    }
    return version
  }

  private func periode() throws -> ClosedRange<Jour> {
    let first = try du.map { try jour($0, of: "--du") } ?? Jour(1900, 1, 1)
    let last = try au.map { try jour($0, of: "--au") } ?? .last
    guard first <= last else { throw MauvaisUsage("--du vient après --au.") }
    return first...last
  }
}
