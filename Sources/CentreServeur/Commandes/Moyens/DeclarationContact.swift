import ArgumentParser
import Centre
import Convention
import Registre

struct DeclarationContact: Commande {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Désigne l’interlocuteur unique du centre.",
    discussion: """
      Exemples :
        centre-serveur declaration contact --referent "Claire Martin" --telephone 0561000000 --courriel contact@centre.example
      """)

  @Option(help: ArgumentHelp("Son nom.", valueName: "nom"))
  var referent: String

  @Option(help: ArgumentHelp("Son téléphone.", valueName: "numéro"))
  var telephone: String

  @Option(help: ArgumentHelp("Adresse dédiée.", valueName: "adresse"))
  var courriel: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (referent, telephone, courriel) = (referent, telephone, courriel)
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).designer(referent: referent, telephone: telephone, courriel: courriel)
    }
    VueDHistoires.dire(fiche, "Contact désigné.", session)
    return .fait
  }
}
