import Convention
import Registre

/// From which poste and application a demand came, and by which way: what a contract may open or shut (cahier 3 and 4; annexe II.1.2).
struct Voie: Hashable, Sendable {
  let canal: Canal
  let application: String
  /// Nil where the demand names none that can be read.
  let poste: Codique?

  /// A file that was set aside and is judged again keeps its application; it comes as a file.
  init(_ fichier: FichierRecu, poste: Codique?) {
    self.poste = poste
    application = fichier.suite?.application ?? ""
    switch fichier.canal {
    case "tableur": canal = .tableur
    case Saisie.canal: canal = .saisie
    case _ where application == Demande.applicationSaisie: canal = .saisie
    case _: canal = .fichier
    }
  }
}
