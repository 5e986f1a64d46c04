/// How many dossiers, and how much.
public struct NombreEtMontant: Hashable, Sendable, Codable {
  public var nombre: Int
  public var montant: Montant

  public init(nombre: Int = 0, montant: Montant = .zero) {
    self.nombre = nombre
    self.montant = montant
  }

  public static let zero = NombreEtMontant()

  public static func + (left: Self, right: Self) -> Self {
    Self(nombre: left.nombre + right.nombre, montant: left.montant + right.montant)
  }
}

/// What an état récapitulatif says of a set of dossiers: counts, sums and what its rates come from.
///
/// Modèle proposé, non fourni par la convention. It adds up: the figures of two sets apart are those of both together.
public struct ChiffresRecapitules: Hashable, Sendable, Codable {
  /// Counts of dossiers with an amount.
  public enum Rubrique: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// Handed over in the period; amount: what was entrusted.
    case recus
    /// Not ended at the end of the period; amount: what is then due.
    case stock
    /// Ended in the period; amount: what was entrusted.
    case termines
    /// Among them, those paid off; amount: what the étude collected on them.
    case soldes
    /// Among them, those on which the étude collected something, without the whole; amount: that.
    case partiels
    /// With a constat of the period; amount: what was entrusted.
    case insolvabilite, pliNonDistribuable, disparition, nouvelleAdresse
    /// Suspended at the end of the period; amount: what is then due.
    case suspendus
  }

  /// Sums of money of the period.
  public enum Somme: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// Collected on the debt, less what was cancelled.
    case encaisse
    case reverse
    /// Still to be passed on at the end of the period.
    case aReverser
    /// Collected by the étude, in all, on the dossiers ended in the period.
    case recouvreSurTermines
    case fraisHT, tva
  }

  private var rubriques: [Rubrique: NombreEtMontant] = [:]
  private var sommes: [Somme: Montant] = [:]
  /// Days from hand-over to end, of all the dossiers ended in the period together.
  public var dureeDays = 0

  public init() {}
  public static let zero = ChiffresRecapitules()

  public subscript(rubrique: Rubrique) -> NombreEtMontant {
    get { rubriques[rubrique] ?? .zero }
    set { rubriques[rubrique] = newValue == .zero ? nil : newValue }
  }

  public subscript(somme: Somme) -> Montant {
    get { sommes[somme] ?? .zero }
    set { sommes[somme] = newValue == .zero ? nil : newValue }
  }

  public static func + (left: ChiffresRecapitules, right: ChiffresRecapitules) -> ChiffresRecapitules {
    var both = left
    for (rubrique, value) in right.rubriques { both[rubrique] = both[rubrique] + value }
    for (somme, value) in right.sommes { both[somme] = both[somme] + value }
    both.dureeDays += right.dureeDays
    return both
  }
}

extension ChiffresRecapitules {
  /// Paid off among ended, half up; nil where none ended.
  public var tauxNombre: Taux? {
    Taux(Int64(self[.soldes].nombre), over: Int64(self[.termines].nombre))
  }

  /// Collected by the étude on the ended dossiers, over what was entrusted with them, half up; nil where none ended.
  public var tauxValeur: Taux? {
    Taux(self[.recouvreSurTermines].cents, over: self[.termines].montant.cents)
  }

  /// Days from hand-over to end, half up; nil where none ended.
  public var delaiMoyenDays: Int? {
    let count = self[.termines].nombre
    return count > 0 ? (2 * dureeDays + count) / (2 * count) : nil
  }
}

extension ChiffresRecapitules.Rubrique {
  public var libelle: String {
    switch self {
    case .recus: "reçus"
    case .stock: "en cours à la fin de la période"
    case .termines: "terminés"
    case .soldes: "soldés"
    case .partiels: "payés en partie"
    case .insolvabilite: "insolvabilité"
    case .pliNonDistribuable: "pli non distribuable"
    case .disparition: "disparition"
    case .nouvelleAdresse: "nouvelle adresse"
    case .suspendus: "suspendus"
    }
  }
}

extension ChiffresRecapitules.Somme {
  public var libelle: String {
    switch self {
    case .encaisse: "encaissé"
    case .reverse: "reversé"
    case .aReverser: "à reverser"
    case .recouvreSurTermines: "recouvré sur les dossiers terminés"
    case .fraisHT: "frais hors taxe"
    case .tva: "taxe sur la valeur ajoutée"
    }
  }
}
