/// Results held against the targets of a day (art. 9, R028–R029; annexe qualité II.1, R175).
///
/// Reading: the rate is amount recovered over amount claimed; it is compared as it is shown, to the hundredth of a percent.
public struct BilanDesObjectifs: Hashable, Sendable {
  public struct Ligne: Hashable, Sendable, Codable {
    public let cible: Objectif.Cible
    public let demande: Montant
    public let recouvre: Montant
    public let nombre: Int
    /// Rounded half up; nil where nothing was claimed.
    public let taux: Taux?
    /// Nil where no target is fixed.
    public let objectif: Taux?

    init(_ resultat: Resultat, objectif: Taux?) {
      cible = resultat.cible
      demande = resultat.demande
      recouvre = resultat.recouvre
      nombre = resultat.nombre
      taux = Taux(resultat.recouvre.cents, over: resultat.demande.cents)
      self.objectif = objectif
    }

    /// Shown in red: below its target. Without a claim or a target, nothing is missed.
    public var estManque: Bool {
      guard let taux, let objectif else { return false }
      return taux < objectif
    }
  }

  /// The day whose targets apply.
  public let jour: Jour
  /// One a place, those with a result or a target; the whole is not among them.
  public let lignes: [Ligne]
  public let total: Ligne

  /// Several results of one place add up.
  ///
  /// Reading: each axis counts the same claims again, so the whole is the sum of a single one: the general results if there
  /// are any, else the first of natures, collectivités and postes that has some.
  public init(_ resultats: [Resultat], objectifs: [Objectif], on jour: Jour) {
    self.jour = jour
    let targets = Dictionary(objectifs.map { ($0.cible, $0.taux) }, uniquingKeysWith: { $1 })
    let cibles = Set(resultats.map(\.cible)).union(targets.keys).filter { $0.axe != .general }
    let groups = Dictionary(grouping: resultats, by: \.cible)
    lignes = cibles.sorted { ($0.axe.rang, $0.code) < ($1.axe.rang, $1.code) }
      .map { Ligne(.sum(groups[$0] ?? [], as: $0), objectif: targets[$0]) }
    let ensemble = Objectif.Cible(.general)
    let axe = Objectif.Axe.allCases.first { axe in resultats.contains { $0.cible.axe == axe } }
    total = Ligne(.sum(resultats.filter { $0.cible.axe == axe }, as: ensemble), objectif: targets[ensemble])
  }

  /// The whole and the places that are below their target.
  public var manques: [Ligne] { ([total] + lignes).filter(\.estManque) }

  /// Art. 9, al. 2: at least one target is missed.
  public var estManque: Bool { !manques.isEmpty }
}

extension ContratDepartemental {
  public func bilan(_ resultats: [Resultat], on jour: Jour) -> BilanDesObjectifs {
    BilanDesObjectifs(resultats, objectifs: objectifs(on: jour), on: jour)
  }
}
