import ArgumentParser
import Centre
import Convention
import Registre

struct DeclarationEprouver: Commande {
  static let configuration = CommandConfiguration(
    commandName: "eprouver", abstract: "Envoie à l’adresse générique d’un poste le code qu’il rend sur le site.",
    discussion: """
      Le comptable connecté recopie ce code à la page « Aide et contact » : l’adresse et la connexion sont alors \
      éprouvées, et la preuve consignée (point 4, alinéa 2 du cahier des charges).

      Exemples :
        centre-serveur declaration eprouver 031012
      """)

  @Argument(help: ArgumentHelp("Poste éprouvé.", valueName: "codique"))
  var poste: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard let code = try CodeDonne.postes([poste]).first else { throw MauvaisUsage("Poste attendu.") }
    let failures = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).eprouver(code)
      return try await Journee(centre).envoyer()
    }
    for failure in failures { session.ecran.signaler(failure) }
    session.tell([("poste", .texte(code.texte))], "Code d’épreuve envoyé au poste \(code).")
    return .fait
  }
}
