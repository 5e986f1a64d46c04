import ArgumentParser
import Centre
import Convention

struct QuarantaineDesigner: Commande {
  static let configuration = CommandConfiguration(
    commandName: "designer", abstract: "Choisit l’étude, et s’il le faut le code postal, d’un dossier en attente.",
    discussion: """
      Le dossier est remis aussitôt : son fichier part vers l’étude, son attestation le soir.

      Exemples :
        centre-serveur quarantaine designer DEM2026-000412 --etude E3101 --code-postal 31770
      """)

  @Argument(help: ArgumentHelp("Numéro de la demande.", valueName: "numéro"))
  var numero: String

  @Option(help: ArgumentHelp("Étude qui le reçoit.", valueName: "code"))
  var etude: String

  @Option(help: ArgumentHelp("Code postal retenu, parmi ceux que l’adresse admet.", valueName: "code"))
  var codePostal: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard let code = CodeEtude(etude) else {
      throw MauvaisUsage("Étude « \(etude) » : 4 à 8 capitales et chiffres attendus.")
    }
    let postal = try codePostal.map { text in
      guard let code = CodePostal(text) else { throw MauvaisUsage("Code postal « \(text) » : 5 chiffres attendus.") }
      return code
    }
    try await session.deciding { centre, _ in
      try await Quarantaine(centre).designer(numero: numero, etude: code, codePostal: postal)
    }
    session.tell(
      [("numero_demande", .texte(numero)), ("etude", .texte(code.texte))], "Dossier \(numero) remis à l’étude \(code).")
    return .fait
  }
}
