import Convention

/// What a centre must conclude of a group that bears a defect.
struct Consequence {
  enum Statut: String {
    case accepte = "ACCEPTE"
    case attente = "ATTENTE"
    case rejete = "REJETE"
  }
  struct Rejet {
    /// Among the records of the group, from 0.
    let indice: Int
    let code: String
    let champ: String?
    /// The whole demand, or this record alone.
    let isWhole: Bool
  }

  var statut = Statut.accepte
  var rejets: [Rejet] = []
  var avertissement: String?
  /// The code at which the demand must be handed over, where the address was damaged.
  var codePostal: CodePostal?
  /// Of the records added after the demand, how many are accepted updates.
  var actualisations = 0
  /// Copies of the demand that are counted as demands of their own, and rejected.
  var copies = 0

  static func rejected(_ indice: Int, _ code: String, _ champ: String? = nil) -> Consequence {
    Consequence(statut: .rejete, rejets: [Rejet(indice: indice, code: code, champ: champ, isWhole: true)])
  }

  /// The demand goes on without that record.
  static func alone(_ indice: Int, _ code: String, _ champ: String? = nil) -> Consequence {
    Consequence(rejets: [Rejet(indice: indice, code: code, champ: champ, isWhole: false)])
  }

  static func accepted(_ avertissement: String? = nil, at codePostal: CodePostal? = nil) -> Consequence {
    Consequence(avertissement: avertissement, codePostal: codePostal)
  }
}
