/// What the import must know of the fields of a demand: those of records 10 (demande), 20 (redevable) and 30 (titre).
public struct Gabarit: Sendable {
  public enum Niveau: String, Hashable, Sendable, CaseIterable {
    case demande = "10"
    case redevable = "20"
    case titre = "30"
  }

  /// A class: every cell read refers to its field, for the price of one reference.
  public final class ChampImporte: Sendable {
    public let nom: String
    public let niveau: Niveau
    public let type: TypeDeChamp
    /// Characters at most.
    public let longueur: Int
    public let sens: String
    public let obligatoire: Bool
    /// The codes of its closed list; empty without a list.
    public let codes: Set<String>
    let codesParLibelle: [String: String]
    /// Code of each wording and each code, folded.
    let codesParIntitule: [Intitule: String]
    /// Codes made of a fixed number of digits, from which a spreadsheet that takes them for numbers drops the zeros.
    let digitCount: Int?

    init(
      nom: String, niveau: Gabarit.Niveau, type: TypeDeChamp, longueur: Int, valeurs: [Liste.Valeur], sens: String,
      obligatoire: Bool
    ) {
      self.nom = nom
      self.niveau = niveau
      self.type = type
      self.longueur = longueur
      self.sens = sens
      self.obligatoire = obligatoire
      codes = Set(valeurs.map(\.code))
      codesParLibelle = Dictionary(valeurs.map { ($0.libelle, $0.code) }) { first, _ in first }
      let wordings = valeurs.map { (Intitule($0.code), $0.code) } + valeurs.map { (Intitule($0.libelle), $0.code) }
      codesParIntitule = Dictionary(wordings.filter { !$0.0.texte.isEmpty }) { first, _ in first }
      digitCount = Gabarit.digitCount(of: codes) ?? (Gabarit.fixedDigits.contains(nom) ? longueur : nil)
    }
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

extension Gabarit {
  static let fixedDigits: Set = [
    "code_postal", "code_insee", "code_collectivite", "code_budget", "siret_collectivite", "finess",
  ]
  static let phones: Set = ["telephone", "telephone2", "telephone_poste"]

  /// The length common to all the codes of a list of digits.
  static func digitCount(of codes: Set<String>) -> Int? {
    let lengths = Set(codes.map(\.utf8.count))
    let digitsOnly = codes.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return lengths.count == 1 && digitsOnly ? lengths.first : nil
  }
}
