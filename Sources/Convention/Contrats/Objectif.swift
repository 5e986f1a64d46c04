/// A target of recovery that the contract fixes (art. 9, al. 1, R028; annexe qualité II.1, R175).
///
/// Left out: targets of the DGFiP for the whole country; they enter a contract once the département takes them up.
public struct Objectif: Hashable, Sendable, Codable {
  /// Along what results are counted; the names are written in the journal.
  public enum Axe: String, Hashable, Sendable, Codable, CaseIterable {
    case general = "GENERAL"
    case nature = "NATURE"
    case collectivite = "COLLECTIVITE"
    case poste = "POSTE"

    /// As a page writes it.
    public var libelle: String {
      switch self {
      case .general: "ensemble"
      case .nature: "nature de créance"
      case .collectivite: "collectivité"
      case .poste: "poste comptable"
      }
    }
  }

  /// What is measured: an axis and a place on it; the general axis has only one place, without a code.
  public struct Cible: Hashable, Sendable, Codable {
    public var axe: Axe
    public var code: String

    public init(_ axe: Axe, _ code: String = "") {
      self.axe = axe
      self.code = code
    }
  }

  public var cible: Cible
  /// From 0 to 100 %.
  public var taux: Taux
  /// First day; it holds until the next target of the same place.
  public var du: Jour

  public init(_ cible: Cible, taux: Taux, du: Jour) {
    self.cible = cible
    self.taux = taux
    self.du = du
  }

  /// A rate from 0 to 100 %, and a code except on the general axis.
  func requireMeaning() throws(Refus) {
    let whole = Taux(centiemes: Int(Taux.base))
    guard taux >= .nul, taux <= whole, cible.code.isEmpty == (cible.axe == .general) else {
      throw Refus(.objectifHorsBornes, under: Article(9, alinea: 1))
    }
  }
}

extension ContratDepartemental {
  /// The targets in force on a day, those declared by nature and those fixed since, one for each place.
  public func objectifs(on jour: Jour) -> [Objectif] {
    let dated = tousLesObjectifs.enumerated().filter { $0.element.du <= jour }
      .sorted { ($0.element.du, $0.offset) < ($1.element.du, $1.offset) }.map(\.element)
    let last = Dictionary(dated.map { ($0.cible, $0) }, uniquingKeysWith: { $1 })
    return last.values.sorted { ($0.cible.axe.rang, $0.cible.code) < ($1.cible.axe.rang, $1.cible.code) }
  }
}

extension ContratDepartemental {
  /// Past and to come: those declared by nature hold from the first day.
  var tousLesObjectifs: [Objectif] {
    objectifs.map { Objectif(.init(.nature, $0.key), taux: Taux(centiemes: $0.value), du: du) } + clauses.objectifs
  }
}

extension Objectif.Axe {
  /// The order of lists: the whole first.
  var rang: Int {
    switch self {
    case .general: 0
    case .nature: 1
    case .collectivite: 2
    case .poste: 3
    }
  }
}
