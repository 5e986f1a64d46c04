/// A stretch in which the service did not answer, and on whose account it stands.
public struct Coupure: Hashable, Sendable {
  public enum Compte: String, Hashable, Sendable, CaseIterable {
    /// The centre answers for it, or nobody has yet said why.
    case centre
    /// Qualified as not the centre's fault (R093–R097).
    case exonere
    /// Within a window of which all concerned were told before.
    case annonce
  }

  public let fenetre: Fenetre
  public let compte: Compte

  public init(_ fenetre: Fenetre, _ compte: Compte) {
    self.fenetre = fenetre
    self.compte = compte
  }
}

extension IncidentDeService {
  /// R096, R178: what it took from the service until an instant.
  ///
  /// A fault of quality takes nothing. Of a planned outage, what lies within its window was announced, since it cannot
  /// begin otherwise; what exceeds it counts as a fault.
  public func coupures(until instant: Instant) -> [Coupure] {
    guard nature == .disponibilite, let debut, let whole = try? Fenetre(de: debut, a: retour ?? instant) else {
      return []
    }
    switch origine {
    case .detecte: return [Coupure(whole, compte)]
    case .prevu(let prevu):
      let announced = whole.intersection(prevu.fenetre).map { Coupure($0, .annonce) }
      let excess = (try? Fenetre(de: prevu.fenetre.a, a: whole.a)).map { Coupure($0, compte) }
      return [announced, excess].compactMap { $0 }
    }
  }

  private var compte: Coupure.Compte {
    switch qualification?.imputabilite {
    case .imputable, nil: .centre
    case .nonImputable: .exonere
    }
  }
}
