import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsQualifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "qualifier", abstract: "Donne la cause ; l’imputabilité s’en déduit, avec sa preuve.",
    discussion: """
      Causes : centre, telecommunications, tiers, dgfip (avec --constat) ; donnees (avec --de et --fichier) ; \
      usage ou environnement (avec --poste) ; etude (avec --etude). La formation du poste, la vérification de son \
      environnement, les relances de l’étude, l’empreinte du fichier à son arrivée et celle de la copie gardée sont lues \
      par le centre (point 5 du cahier des charges).

      Exemples :
        centre-serveur incidents qualifier D-2026-001 --cause centre --constat "disque en panne"
        centre-serveur incidents qualifier D-2026-002 --cause usage --poste 031012
        centre-serveur incidents qualifier D-2026-003 --cause donnees --de dgfip --fichier 12
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

  @Option(help: ArgumentHelp("Numéro du fichier reçu dont les données sont en cause.", valueName: "numéro"))
  var fichier: Int64?

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
      guard let who = Cause.Fournisseur(rawValue: de ?? ""), let fichier else {
        throw MauvaisUsage("--de (dgfip, comptable ou etude) et --fichier attendus.")
      }
      return .donnees(who, fichier: fichier)
    default: throw MauvaisUsage("Cause « \(cause) » inconnue : voir l’aide.")
    }
  }
}
