import Yams

/// How the columns of a spreadsheet become the fields of a demand: one row is one titre, and the rows of the same
/// `numero_demande` are one demand.
///
/// Written in JSON or YAML: `{"colonnes": {"Montant": "montant_initial"}, "valeurs_par_defaut": {"phase": "C"}}`.
public struct Correspondance: Codable, Hashable, Sendable {
  /// Column heading → name of a field of records 10, 20 or 30. Case, accents, spaces and signs do not count.
  public var colonnes: [String: String]
  /// Name of a field → what it holds when no column fills it, written as a cell would be.
  public var valeursParDefaut: [String: String]
  /// The sheet to read; the first visible one when nil.
  public var feuille: String?

  public init(
    colonnes: [String: String], valeursParDefaut: [String: String] = [:], feuille: String? = nil
  ) {
    self.colonnes = colonnes
    self.valeursParDefaut = valeursParDefaut
    self.feuille = feuille
  }

  enum CodingKeys: String, CodingKey {
    case colonnes
    case valeursParDefaut = "valeurs_par_defaut"
    case feuille
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    colonnes = try container.decode([String: String].self, forKey: .colonnes)
    valeursParDefaut = try container.decodeIfPresent([String: String].self, forKey: .valeursParDefaut) ?? [:]
    feuille = try container.decodeIfPresent(String.self, forKey: .feuille)
  }
}

extension Correspondance {
  /// The field of each heading, folded.
  func folded() -> [Intitule: String] {
    Dictionary(colonnes.map { (Intitule($0.key), $0.value) }) { first, second in min(first, second) }
  }

  /// The same with other defaults, which win: the day of the import, the poste of the person who sends it.
  public func adding(valeursParDefaut autres: [String: String]) -> Correspondance {
    var copy = self
    copy.valeursParDefaut.merge(autres) { _, new in new }
    return copy
  }
}

extension Correspondance {
  /// Reads a mapping written in YAML or JSON.
  ///
  /// - Parameter fichier: its name, for the message.
  public init(texte: String, fichier: String) throws(FauteTabulaire) {
    do {
      self = try YAMLDecoder().decode(Correspondance.self, from: texte)
    } catch {
      throw FauteTabulaire(
        "La correspondance « \(fichier) » est illisible : il faut une clé « colonnes » qui donne à chaque intitulé "
          + "le champ du format, et s'il y a lieu « valeurs_par_defaut » et « feuille ».")
    }
  }
}
