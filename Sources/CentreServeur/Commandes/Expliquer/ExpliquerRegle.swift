import ArgumentParser
import Centre

struct ExpliquerRegle: Commande {
  static let configuration = CommandConfiguration(
    commandName: "regle", abstract: "Du nom d’une règle dans le code à ses articles.",
    discussion: """
      Le nom est celui d’un type, comme les explications le donnent : Carence, LimiteDeReversement, Compte.

      Exemples :
        centre-serveur expliquer regle Carence
        centre-serveur expliquer regle PolitiqueDImputation --json
      """)

  @Argument(help: ArgumentHelp("Nom de la règle.", valueName: "nom"))
  var nom: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard let fiche = FicheDeDroit(regle: nom) else {
      throw DemandeRefusee("Aucune règle « \(nom) » : le nom d’un type du code est attendu, par exemple Carence.")
    }
    session.tell(fiche)
    return .fait
  }
}
