/// How far a reject reaches (field `niveau_rejet` of record 95).
public enum Portee: String, Hashable, Sendable, Codable {
  /// This record alone.
  case enregistrement
  /// The whole group, father and children.
  case dossier

  /// `E` or `D`.
  public var lettre: String { self == .dossier ? "D" : "E" }
}

/// One type of record of one kind of file.
///
/// A class: every record read refers to its type, for the price of one reference.
public final class TypeEnregistrement: Sendable {
  public struct NiveauSauf: Hashable, Sendable {
    /// The field looked at and the value of the rule.
    public let condition: Regle.Condition
    /// The level when the field is readable and differs from that value.
    public let niveau: Portee
  }

  /// Position in `Genre.enregistrements`, which is the order of reading.
  public let index: Int
  /// Two characters, bytes 1 and 2 of the record.
  public let code: String
  public let nom: String
  public let sens: String
  /// Index of the father's type.
  public let parent: Int?
  /// Names of the fields that must be equal to the father's.
  public let lien: [String]
  /// Number of children per father: documentation only, rules 314 to 317 decide.
  public let minimum: Int?
  public let maximum: Int?
  public let niveauRejet: Portee
  public let niveauRejetSauf: NiveauSauf?
  public let exigences: [String]
  /// In the order of their first byte.
  public let champs: [Champ]
  /// In the order of the table.
  public let controles: [Regle]

  /// Children's types, in the order of reading.
  public let enfants: [Int]
  let compile: TypeCompile
  /// A record with its constants and blanks elsewhere.
  let modele: [UInt8]
  /// What `compile` points to.
  nonisolated(unsafe) private let memoire: Memoire
  private let indexes: [String: Int]

  /// - Parameter types: all the types of the kind, for the fields of fathers and children.
  init(_ brut: TypeBrut, among types: [TypeBrut]) {
    index = brut.index
    code = brut.code
    nom = brut.nom
    sens = brut.sens
    parent = brut.parent
    lien = brut.lien
    minimum = brut.minimum
    maximum = brut.maximum
    niveauRejet = brut.niveauRejet
    niveauRejetSauf = brut.niveauRejetSauf
    exigences = brut.exigences
    champs = brut.champs
    controles = brut.controles
    enfants = brut.enfants
    indexes = brut.indexes
    memoire = Memoire()
    compile = TypeCompile(brut, among: types, in: memoire)
    modele = brut.champs.flatMap { champ in
      let bytes = champ.type == .constante ? Latin9.bytes(champ.valeur ?? "") : []
      return bytes + Array(repeating: Octet.blanc, count: champ.longueur - bytes.count)
    }
  }

  var plan: Plan { compile.plan }

  /// Index of the field of that name, resolved once and read many times.
  public func champ(_ nom: String) -> Int? { indexes[nom] }
}

extension [Regle] {
  /// Smallest code first; at the same code, the field that begins first.
  func sortedByPrecedence(champs: [Champ]) -> [Regle] {
    func position(_ regle: Regle) -> Int { regle.champRejete.map { champs[$0].debut } ?? 0 }
    return enumerated().sorted { left, right in
      (left.element.code.rawValue, position(left.element), left.offset)
        < (right.element.code.rawValue, position(right.element), right.offset)
    }.map(\.element)
  }
}
