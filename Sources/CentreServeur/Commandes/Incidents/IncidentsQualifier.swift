import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsQualifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "qualifier", abstract: "Donne la cause ; l’imputabilité s’en déduit, avec sa preuve.",
    discussion: """
      Causes : centre, telecommunications, tiers, dgfip (avec --constat) ; donnees (avec --de, --entree, --sortie) ; \
      usage ou environnement (avec --poste) ; etude (avec --etude). La formation du poste, la vérification de son \
      environnement et les relances de l’étude sont lues dans la base (point 5 du cahier des charges).

      Exemples :
        centre-serveur incidents qualifier D-2026-001 --cause centre --constat "disque en panne"
        centre-serveur incidents qualifier D-2026-002 --cause usage --poste 031012
      """)

  @Argument(help: ArgumentHelp("Numéro du dysfonctionnement.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Cause.", valueName: "cause"))
  var cause: String

  @Option(help: ArgumentHelp("Ce qui a été constaté.", valueName: "texte"))
  var constat: String?

  @Option(help: ArgumentHelp("Poste en cause.", valueName: "codique"))
  var poste: String?

  @Option(help: ArgumentHelp("Étude en cause.", valueName: "code"))
  var etude: String?

  @Option(help: ArgumentHelp("Qui a fourni les données : dgfip, comptable ou etude.", valueName: "fournisseur"))
  var de: String?

  @Option(help: ArgumentHelp("SHA-256 du fichier à l’entrée.", valueName: "empreinte"))
  var entree: String?

  @Option(help: ArgumentHelp("SHA-256 du fichier à la sortie.", valueName: "empreinte"))
  var sortie: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (numero, cause) = (numero, try alleguee())
    return try await session.surIncident({ try await $0.qualifier(numero, cause) }) { "Cause de \($0) qualifiée." }
  }

  private func alleguee() throws -> CauseAlleguee {
    switch cause {
    case "centre": return .centre(constat ?? "")
    case "telecommunications": return .telecommunications(constat ?? "")
    case "tiers": return .tiers(constat ?? "")
    case "dgfip": return .dgfip(constat ?? "")
    case "usage", "environnement":
      guard let code = try CodeDonne.postes(poste.map { [$0] } ?? []).first else {
        throw MauvaisUsage("--poste attendu.")
      }
      return cause == "usage" ? .usage(code) : .environnement(code)
    case "etude": return .etude(try CodeDonne.etude(etude ?? ""))
    case "donnees":
      guard let who = Cause.Fournisseur(rawValue: de ?? ""), let entry = EmpreinteSHA256(entree ?? ""),
        let exit = EmpreinteSHA256(sortie ?? "")
      else { throw MauvaisUsage("--de (dgfip, comptable ou etude), --entree et --sortie (SHA-256) attendus.") }
      return .donnees(who, entree: entry, sortie: exit)
    default: throw MauvaisUsage("Cause « \(cause) » inconnue : voir l’aide.")
    }
  }
}
