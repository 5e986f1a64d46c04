import Convention
import Registre

/// By which way a demand came, and from which application: what a contract may open or shut (cahier 3 and 4; annexe II.1.2).
struct Voie: Hashable, Sendable {
  let canal: Canal
  let application: String

  /// A file that was set aside and is judged again keeps its application; it comes as a file.
  init(_ fichier: FichierRecu) {
    application = fichier.suite?.application ?? ""
    switch fichier.canal {
    case "tableur": canal = .tableur
    case Saisie.canal: canal = .saisie
    case _ where application == Demande.applicationSaisie: canal = .saisie
    case _: canal = .fichier
    }
  }
}
