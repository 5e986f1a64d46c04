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
  /// Something of the recovery in court, if the convention then lets the étude do it.
  case poursuivre(ActeDePoursuite)
  /// The form of a suspension or an interruption.
  case retourner
  case rendreCompte
  /// Takes its order to pay back and tells it anew.
  case rectifier
  /// Something that the convention forbids, or the format.
  case tenter(ActeInterdit)
  case constater(ActeDEtude)
  case trouverAdresse(dansLeRessort: Bool)
  case renseigner
  /// One part out of so many of what is owed; `revient` when the bank will give it back.
  case encaisser(part: Int, revient: Bool)
  case annuler(rang: Int)
  case demanderProlongation(motif: String)
  case justifier(relance: String, motif: String)
  case rendre(motif: String)

  /// Of the recovery in court, or forbidden.
  var estDePoursuite: Bool {
    switch self {
    case .commander, .poursuivre, .rendreCompte, .rectifier, .tenter: true
    case .accuser, .refuser, .ecrire, .agir, .constater, .trouverAdresse, .renseigner, .encaisser, .annuler,
      .demanderProlongation, .justifier, .rendre, .retourner:
      false
    }
  }

  var estInterdite: Bool {
    if case .tenter = self { true } else { false }
  }
}
