import Convention
import Generation

/// Something that an étude has to do on a dossier.
enum TacheDEtude: Hashable, Sendable {
  case accuser
  case refuser(motif: String)
  /// A letter; the first one sets the debtor going.
  case ecrire(code: String)
  case agir(code: String, resultat: String?)
  case commander
  case demanderAutorisation
  case constater(ActeDEtude)
  case trouverAdresse(dansLeRessort: Bool)
  case renseigner
  /// One part out of so many of what is owed; `revient` when the bank will give it back.
  case encaisser(part: Int, revient: Bool)
  case annuler(rang: Int)
  case demanderProlongation(motif: String)
  case justifier(relance: String, motif: String)
  case rendre(motif: String)
}
