/// The actions since the hand-over, in numbers: what the return file says (record 87).
public struct ResumeActions: Hashable, Sendable {
  public private(set) var nombres: [Action.Famille: Int] = [:]
  public private(set) var premiere: Jour?
  public private(set) var derniere: Jour?
  /// The last result that was not blank.
  public private(set) var dernierResultat: String?
  /// Days of the first reminder letter and of the second one (annexe qualité I.1, R147–R148).
  public private(set) var premiereLettre: Jour?
  public private(set) var secondeLettre: Jour?

  public init() {}

  init(_ engagees: [ActionEngagee]) {
    for fait in engagees { add(fait) }
  }

  mutating func add(_ fait: ActionEngagee) {
    let jour = fait.entete.fait
    nombres[fait.action.famille, default: 0] += 1
    premiere = min(premiere ?? jour, jour)
    derniere = max(derniere ?? jour, jour)
    if let resultat = fait.action.resultat { dernierResultat = resultat }
    if fait.action.code == "01" { premiereLettre = min(premiereLettre ?? jour, jour) }
    if fait.action.code == "02" { secondeLettre = min(secondeLettre ?? jour, jour) }
  }

  public var total: Int { nombres.values.reduce(0, +) }
}
