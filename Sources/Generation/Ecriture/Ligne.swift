import Convention
import Interface

/// A value of a record to write, by the name of its field.
package enum Valeur: Hashable, Sendable {
  case texte(String)
  case entier(Int64)
  case montant(Montant)
  case jour(Jour)
  case instant(Instant)
  case indicateur(Bool)
  /// Bytes as they are, right or wrong.
  case octets([UInt8])
}

/// Damage done to the bytes of a record once they are written.
package enum Accident: Hashable, Sendable {
  /// The line ends in its middle, or after the number of its demand where that stands further.
  case coupe
  /// So many bytes too many.
  case allonge(Int)
  case sansTemoin
  /// A byte that no text has, inside that field.
  case octetInterdit(champ: String)
  /// Another type of record, of two characters.
  case type(String)
}

/// One record to write: fields by name, so that any layout will do. A field that the layout lacks is left out.
package struct Ligne: Sendable {
  package let type: String
  private(set) var valeurs: [(nom: String, valeur: Valeur?)]
  package var accident: Accident?

  package init(_ type: String, _ valeurs: [(nom: String, valeur: Valeur?)]) {
    self.type = type
    self.valeurs = valeurs
  }

  package subscript(nom: String) -> Valeur? {
    get { valeurs.first { $0.nom == nom }?.valeur }
    set {
      if let index = valeurs.firstIndex(where: { $0.nom == nom }) {
        valeurs[index].valeur = newValue
      } else {
        valeurs.append((nom, newValue))
      }
    }
  }

  /// Its type is not one of the file's: the rest means nothing.
  var isStranger: Bool {
    if case .type = accident { true } else { false }
  }

  var strangerType: String {
    if case .type(let code) = accident { code } else { type }
  }

  package func texte(_ nom: String) -> String? {
    if case .texte(let value) = self[nom] { value } else { nil }
  }
  package func montant(_ nom: String) -> Montant? {
    if case .montant(let value) = self[nom] { value } else { nil }
  }
}
