/// The form of a field on the file.
public enum TypeDeChamp: String, Hashable, Sendable, CaseIterable {
  case texte, code, entier, montant, date, horodatage, indicateur, signe, constante, reserve
}

/// The check digits of an identifier (209).
public enum Cle: Hashable, Sendable {
  case siret
  case siren
  /// SIRET if that other field is `01`, SIREN if it is `02`, nothing otherwise.
  case selon(champ: String)
}

/// What a field of the trailer must be equal to.
public enum ControleEnQueue: Hashable, Sendable {
  /// The number of records of that type, nil for all of them.
  case compte(type: String?)
  /// The sum of a field, restricted to one sign where the records have one.
  case somme(type: String, champ: String, signe: String?)
}

/// One field of a record, as the table describes it.
public struct Champ: Hashable, Sendable {
  /// The value and warning that replace a code outside its list.
  public struct Inconnu: Hashable, Sendable {
    public let valeur: String
    public let avertissement: CodeAnomalie
  }
  public let nom: String
  /// First byte, from 1.
  public let debut: Int
  /// Bytes.
  public let longueur: Int
  public let type: TypeDeChamp
  public let obligatoire: Bool
  /// Mandatory when that other field of the record is blank.
  public let obligatoireSiAbsent: String?
  /// The constant.
  public let valeur: String?
  /// The name of the closed list.
  public let liste: String?
  /// The regular expression, applied to the whole value without its right blanks.
  public internal(set) var motif: String?
  public let inconnu: Inconnu?
  /// The greatest integer accepted.
  public internal(set) var plafond: Int64?
  public let cle: Cle?
  public let unite: String?
  public let controle: ControleEnQueue?
  public let sens: String
  public let exigences: [String]
  /// The line of the YAML file, from 1.
  public let ligne: Int?

  /// Last byte, from 1.
  public var fin: Int { debut + longueur - 1 }
}

extension Champ {
  /// Numbers that the format reserves to the site (messages from 9 000 000 000 on, payments `S-…`), which files may not carry.
  func admettantLeSite() -> Champ {
    var champ = self
    switch nom {
    case "numero_message": champ.plafond = nil
    case "numero_encaissement", "encaissement_annule": champ.motif = "[A-Z0-9][A-Z0-9-]{0,11}"
    default: break
    }
    return champ
  }
}
