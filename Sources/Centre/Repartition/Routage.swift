import Adresses
import Convention

/// What became of the address of a demand: enough for its attestation 85.
struct Routage {
  enum Issue {
    /// One code possible.
    case certaine(CodePostal)
    /// Several: a human decides.
    case ambigue
    case introuvable
  }

  let issue: Issue
  let insee: CodeInsee?
  let corrige: Bool
  /// The smallest of 802 and 803, when one applies.
  let avertissement: String?
  let raison: String

  init(_ restauration: Restauration, recu: String?) {
    let codes = restauration.codesPossibles
    switch codes.count {
    case 0: issue = .introuvable
    case 1: issue = .certaine(codes[0])
    default: issue = .ambigue
    }
    insee = codes.count == 1 ? restauration.insee : nil
    corrige = codes.count == 1 && codes[0].texte != recu
    raison = restauration.raison
    avertissement =
      switch issue {
      case .introuvable: nil
      case .ambigue: "803"
      case .certaine: corrige ? "802" : restauration.insee == nil ? "803" : nil
      }
  }
}
