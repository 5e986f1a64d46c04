/// The DGFiP sends a poste back to paper, for one étude or for all (cahier 3, al. 5; R088).
public struct RetourAuPapier: Hashable, Sendable, Codable {
  public enum Motif: String, Hashable, Sendable, Codable, CaseIterable {
    case absenceDActions, actionsInsuffisantes, persistanceInjustifiee, persistanceNonAnnoncee

    public var libelle: String {
      switch self {
      case .absenceDActions: "absence d’actions correctrices"
      case .actionsInsuffisantes: "actions correctrices insuffisantes"
      case .persistanceInjustifiee: "dysfonctionnements qui persistent sans justification"
      case .persistanceNonAnnoncee: "dysfonctionnements qui persistent sans annonce"
      }
    }
  }

  public let poste: Codique
  /// Nil: every étude of the poste.
  public let etude: CodeEtude?
  public let motif: Motif
  public let instant: Instant

  public init(poste: Codique, etude: CodeEtude? = nil, motif: Motif, instant: Instant) {
    self.poste = poste
    self.etude = etude
    self.motif = motif
    self.instant = instant
  }

  func covers(_ poste: Codique, _ etude: CodeEtude) -> Bool {
    self.poste == poste && (self.etude == nil || self.etude == etude)
  }
}

/// On what a poste and an étude exchange, so that no demand goes both ways (R088; cahier 4, al. 1).
public struct SupportDesEchanges: Hashable, Sendable {
  private let papiers: [RetourAuPapier]

  /// From the incidents in which the DGFiP asked for paper.
  public init(_ incidents: [IncidentDeService]) { papiers = incidents.flatMap(\.papiers) }

  public func estPapier(poste: Codique, etude: CodeEtude) -> Bool {
    papiers.contains { $0.covers(poste, etude) }
  }

  /// On paper nothing passes by the centre; otherwise nothing passes on paper.
  public func require(_ canal: Canal, poste: Codique, etude: CodeEtude) throws(Refus) {
    let onPaper = estPapier(poste: poste, etude: etude)
    guard canal.estDematerialise != onPaper else {
      let article = onPaper ? Article(.cahierDesCharges, "3", alinea: 5) : Article(.cahierDesCharges, "4", alinea: 1)
      throw Refus(.etatContraire, under: article)
    }
  }
}
