import ArgumentParser
import Centre
import Convention
import Registre

struct DeclarationManques: Commande {
  static let configuration = CommandConfiguration(
    commandName: "manques", abstract: "Ce qui manque : rubriques de la fiche, postes dont l’accès n’a pas été éprouvé.",
    discussion: """
      Exemples :
        centre-serveur declaration manques
        centre-serveur declaration manques --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let tableau = try await DevoirsDuCentre(session.centre()).tableau()
    let missing = tableau.manques ?? FicheDeMoyens.Rubrique.allCases
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("rubriques", .liste(missing.map { .texte($0.rawValue) })),
          ("postes_sans_epreuve", .liste(tableau.postesSansEpreuve.map { .texte($0.texte) })),
        ]))
      return .fait
    }
    for rubrique in missing { session.ecran.ligne("Rubrique manquante : \(rubrique.libelle)") }
    for poste in tableau.postesSansEpreuve { session.ecran.ligne("Accès non éprouvé : poste \(poste)") }
    if missing.isEmpty, tableau.postesSansEpreuve.isEmpty { session.ecran.ligne("Rien ne manque.") }
    return .fait
  }
}
