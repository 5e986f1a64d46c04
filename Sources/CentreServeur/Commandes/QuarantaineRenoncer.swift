import ArgumentParser
import Centre

struct QuarantaineRenoncer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "renoncer",
    abstract: "Rejette une demande en attente : adresse introuvable (403) ou aucune étude (404).",
    discussion: """
      Le comptable l’apprend par le retour du soir et peut la renvoyer, corrigée, sous le même numéro.

      Exemples :
        centre-serveur quarantaine renoncer DEM2026-000412 --code 403
      """)

  @Argument(help: ArgumentHelp("Numéro de la demande.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("403 ou 404.", valueName: "code"))
  var code: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard code == "403" || code == "404" else { throw MauvaisUsage("--code « \(code) » : 403 ou 404 attendu.") }
    try await session.deciding { centre, _ in try await Quarantaine(centre).renoncer(numero: numero, code: code) }
    session.tell([("numero_demande", .texte(numero)), ("code", .texte(code))], "Demande \(numero) rejetée (\(code)).")
    return .fait
  }
}
