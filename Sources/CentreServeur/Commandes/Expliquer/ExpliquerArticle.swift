import ArgumentParser
import Centre

struct ExpliquerArticle: Commande {
  static let configuration = CommandConfiguration(
    commandName: "article", abstract: "D’un article, d’une exigence ou d’un refus : son code, ses tests, ses valeurs.",
    discussion: """
      Un article de la convention (10), d’une annexe (qualité I.2, échanges II.1.2), du cahier (cahier 3) ou d’un texte \
      appliqué (642, L.1617-5), une exigence (R037) ou un refus (R-26). Le mot « article » peut être omis.

      Exemples :
        centre-serveur expliquer article 10
        centre-serveur expliquer article 10, al. 5
        centre-serveur expliquer R037
        centre-serveur expliquer R-26 --json
      """)

  @Argument(help: ArgumentHelp("Ce qu’on cherche, par exemple 10, R037 ou R-26.", valueName: "référence"))
  var reference: [String]

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let text = reference.joined(separator: " ")
    guard let fiche = FicheDeDroit(text) else {
      throw DemandeRefusee(
        "Rien ne répond à « \(text) » : un article (10), une exigence (R037) ou un refus (R-26) attendu.")
    }
    session.tell(fiche)
    return .fait
  }
}

extension Session {
  func tell(_ fiche: FicheDeDroit) {
    let fiche = fiche.suivie(reglages.lectures)
    if reglages.json { ecran.json(fiche.json) } else { fiche.write(to: ecran) }
  }
}
