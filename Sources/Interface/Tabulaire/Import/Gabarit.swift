/// What the import must know of the fields of a demand: those of records 10 (demande), 20 (redevable) and 30 (titre).
public struct Gabarit: Sendable {
  public enum Niveau: String, Hashable, Sendable, CaseIterable {
    case demande = "10"
    case redevable = "20"
    case titre = "30"
  }

  public struct ChampImporte: Hashable, Sendable {
    public let nom: String
    public let niveau: Niveau
    public let type: TypeDeChamp
    /// Characters at most.
    public let longueur: Int
    /// The codes of its closed list, with their French wording; empty without a list.
    public let codes: [Liste.Valeur]
    public let sens: String
    public let obligatoire: Bool
  }

  /// In the order of the table; a field that several records share stands once, in the first.
  public let champs: [ChampImporte]
  private let parNom: [String: ChampImporte]

  public init(champs: [ChampImporte]) {
    self.champs = champs
    parNom = Dictionary(champs.map { ($0.nom, $0) }) { first, _ in first }
  }

  public func champ(_ nom: String) -> ChampImporte? { parNom[nom] }
}

extension Gabarit.ChampImporte {
  /// The number of characters common to all the codes of the list.
  var codeLength: Int? {
    let lengths = Set(codes.map(\.code.count))
    return lengths.count == 1 ? lengths.first : nil
  }

  /// Codes made of a fixed number of digits, from which a spreadsheet that takes them for numbers drops the zeros.
  var digitCount: Int? {
    if let codeLength, codes.allSatisfy({ $0.code.allSatisfy(\.isNumber) }) { return codeLength }
    return Gabarit.fixedDigits.contains(nom) ? longueur : nil
  }
}

extension Gabarit {
  static let fixedDigits: Set = [
    "code_postal", "code_insee", "code_collectivite", "code_budget", "siret_collectivite", "finess",
  ]
  static let phones: Set = ["telephone", "telephone2", "telephone_poste"]
}
