/// Who was trained, and when: what excuses the centre of a misuse (cahier 5, ▸2; R095) and what it still owes (R186).
public struct RegistreDesFormations: Hashable, Sendable {
  private let formations: [Formation]

  public init(_ formations: [Formation]) { self.formations = formations }

  /// The last training of a poste on a day before; nil if none.
  public func derniereFormation(of poste: Codique, before jour: Jour) -> Jour? {
    formations.filter { $0.presences.contains { $0.poste == poste } }.compactMap(\.jourTenu).filter { $0 < jour }.max()
  }

  /// R095: trained before that day; the day itself is too late.
  public func aEteForme(_ poste: Codique, before jour: Jour) -> Bool {
    derniereFormation(of: poste, before: jour) != nil
  }

  /// R187: the requests that were granted; a session called off gives its request back.
  public func demandesDeRenouvellement(of poste: Codique) -> [Jour] {
    formations.filter { !$0.isCalledOff }.compactMap { $0.demande(of: poste) }
  }

  /// R187: the same, with the requests that no session was planned for yet.
  public func demandesDeRenouvellement(of poste: Codique, posees: [Sollicitation]) -> [Jour] {
    var waiting = posees.filter { $0.posee.objet == .renouvellement && $0.posee.poste == poste }
      .map(\.posee.instant.jour)
    for planned in formations.compactMap({ $0.demande(of: poste) }) {
      if let index = waiting.firstIndex(of: planned) { waiting.remove(at: index) }
    }
    return demandesDeRenouvellement(of: poste) + waiting
  }

  /// R186: the active postes that no session has trained up to that day, that day included.
  public func sansFormation(_ actifs: some Sequence<Codique>, on jour: Jour) -> [Codique] {
    Set(actifs).filter { !aEteForme($0, before: jour.adding(days: 1)) }.sorted()
  }
}

extension Formation {
  /// The day on which that poste asked for it; nil for an initial training, or one without that poste.
  fileprivate func demande(of poste: Codique) -> Jour? {
    guard case .renouvellement(let demande) = prevue.nature, prevue.postes.contains(poste) else { return nil }
    return demande
  }

  fileprivate var isCalledOff: Bool {
    switch etat {
    case .prevue, .tenue, .close: false
    case .annulee: true
    }
  }
}
