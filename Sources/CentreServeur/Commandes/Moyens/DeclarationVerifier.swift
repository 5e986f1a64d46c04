import ArgumentParser
import Centre
import Convention
import Registre

struct DeclarationVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier",
    abstract: "Consigne la vérification de l’environnement d’un poste selon les prérequis du jour.",
    discussion: """
      Exemples :
        centre-serveur declaration verifier 031012 --constat "navigateur de 2019" --non-conforme
        centre-serveur declaration verifier 031012 --constat "à jour"
      """)

  @Argument(help: ArgumentHelp("Poste vérifié.", valueName: "codique"))
  var poste: String

  @Option(help: ArgumentHelp("Ce qui a été vu.", valueName: "texte"))
  var constat: String

  @Flag(help: "L’environnement ne suit pas les prérequis.")
  var nonConforme = false

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (code, constat, isGood) = (try CodeDonne.postes([poste]).first, constat, !nonConforme)
    guard let code else { throw MauvaisUsage("Poste attendu.") }
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).verifierEnvironnement(code, conforme: isGood, constat: constat)
    }
    VueDHistoires.dire(fiche, "Vérification du poste \(code) consignée.", session)
    return .fait
  }
}
