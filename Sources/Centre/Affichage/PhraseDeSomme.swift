import Convention

extension SommeDetenue.Situation {
  /// How a sum stands, in a few French words.
  public var phrase: String {
    switch self {
    case .aVenir: "à venir"
    case .detenue(let days), .enAlerte(let days): days == 0 ? "dernier jour" : "reste \(accorde(days, "jour", "jours"))"
    case .enRetard(let days): "en retard de \(accorde(days, "jour", "jours"))"
    case .passee(let days): days == 0 ? "passée à temps" : "passée avec \(accorde(days, "jour", "jours")) de retard"
    case .annulee: "annulée"
    case .aReprendre: "à reprendre"
    }
  }
}
