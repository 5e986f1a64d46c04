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
    formations.compactMap { formation in
      guard case .renouvellement(let demande) = formation.prevue.nature, formation.counts(for: poste) else {
        return nil
      }
      return demande
    }
  }

  /// R186: the active postes that no session has trained up to that day, that day included.
  public func sansFormation(_ actifs: some Sequence<Codique>, on jour: Jour) -> [Codique] {
    Set(actifs).filter { !aEteForme($0, before: jour.adding(days: 1)) }.sorted()
  }
}

extension Formation {
  fileprivate func counts(for poste: Codique) -> Bool {
    switch etat {
    case .prevue, .tenue, .close: prevue.postes.contains(poste)
    case .annulee: false
    }
  }
}
