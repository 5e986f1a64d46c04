/// Why exchanges come back to paper (cahier 3, al. 5, R088). The names are written in the journal.
///
/// Reading: the text joins the two causes by « et »; each is taken as enough, since corrective actions may lack from the
/// first malfunction on.
public enum MotifDePapier: String, Hashable, Sendable, Codable, CaseIterable {
  case actionsInsuffisantes = "ACTIONS_INSUFFISANTES"
  case dysfonctionnementsPersistants = "DYSFONCTIONNEMENTS_PERSISTANTS"

  /// As a page writes it.
  public var libelle: String {
    switch self {
    case .actionsInsuffisantes: "actions correctrices absentes ou insuffisantes"
    case .dysfonctionnementsPersistants: "dysfonctionnements persistants, injustifiés ou non annoncés"
    }
  }
}

/// Days on which the étude exchanges on paper only, with one poste or with all (R088).
public struct PeriodeSurPapier: Hashable, Sendable, Codable {
  public var du: Jour
  /// Last day, included; nil until a return is decided.
  public var au: Jour?
  public var motif: MotifDePapier
  /// Nil: every poste.
  public var poste: Codique?

  public init(du: Jour, au: Jour? = nil, motif: MotifDePapier, poste: Codique? = nil) {
    self.du = du
    self.au = au
    self.motif = motif
    self.poste = poste
  }

  public func contains(_ jour: Jour) -> Bool { du <= jour && jour <= (au ?? .last) }

  /// Whether it holds for the exchanges with a poste; nil, one that is not known.
  public func concerns(_ other: Codique?) -> Bool { poste == nil || poste == other }

  /// Whether a decision for a poste, or for all, would be a second one on the same exchanges.
  func overlaps(_ other: Codique?) -> Bool { other == nil || concerns(other) }
}
