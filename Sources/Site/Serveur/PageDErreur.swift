import Centre
import Convention
import Logging

/// The page of what cannot be done: French, sober, without anyone's data.
struct PageDErreur {
  let reponse: Reponse

  init(_ error: any Error, _ requete: Requete, _ visiteur: Visiteur?, _ journal: Logger) {
    let (statut, titre, texte) = PageDErreur.mots(error)
    if statut == 500 { journal.error("Page en erreur", metadata: ["cause": "\(type(of: error))"]) }
    reponse = .page(
      Page(titre, requete: requete, visiteur: visiteur) { h in
        h.paragraphe(texte)
        h.element("p") { $0.lien("Revenir à l’accueil", "/") }
      }, statut: statut)
  }

  private static func mots(_ error: any Error) -> (Int, String, String) {
    switch error {
    case FauteDePage.introuvable:
      (404, "Page introuvable", "Cette page n’existe pas, ou ne vous est pas ouverte.")
    case FauteDePage.interdit:
      (403, "Page réservée", "Cette page n’est pas ouverte à votre profil.")
    case FauteDePage.jetonAbsent:
      (
        403, "Formulaire périmé",
        "Ce formulaire n’est plus valable : rien n’a été changé. Rechargez la page, puis recommencez."
      )
    case FauteDePage.formulaireIllisible:
      (400, "Formulaire illisible", "Ce qui a été envoyé ne se lit pas comme un formulaire : rien n’a été changé.")
    case FauteDePage.lienPerime:
      (
        410, "Lien périmé",
        "Ce lien a déjà servi, ou ses vingt-quatre heures sont passées. Demandez-en un autre à l’exploitant du centre."
      )
    case FauteDePage.tropLourd(let limite):
      (
        413, "Envoi trop lourd",
        "L’envoi dépasse \(limite / 1024 / 1024 > 0 ? "\(limite / 1024 / 1024) Mo" : "\(limite / 1024) ko") : rien n’a été gardé."
      )
    case FauteDePage.occupe:
      (
        503, "Centre occupé",
        "Le centre reçoit un fichier ou clôt une journée : rien n’a été changé. Revenez en arrière et recommencez dans un instant."
      )
    case let faute as FauteDeDocument:
      (500, "Document indisponible", "\(faute)")
    case let refus as Refus:
      (422, "Refusé", "\(refus)")
    default:
      (
        500, "Panne du centre",
        "Le centre n’a pas pu répondre. Rien de ce qui était enregistré n’est perdu ; réessayez dans un instant."
      )
    }
  }
}
