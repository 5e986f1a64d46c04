extension ContratDepartemental {
  /// What the signatories agree beside the dates and the delays; each dated term holds until the next of its kind.
  public struct Clauses: Hashable, Sendable, Codable {
    public var departement: Departement?
    /// Nil where it was not declared: either form of signature then completes the contract.
    public var autorite: AutoriteDuDepartement?
    /// Nil for the reading by default.
    public var departDuDelai: DepartDuDelai?
    /// Nil where the contract was declared as complete.
    public var engagement: EngagementDeLEtude?
    /// On every axis, in the order in which they were fixed (R175).
    public var objectifs: [Objectif]
    /// The letters that fixed a threshold, in the order in which they came (R034).
    public var seuils: [SeuilOuvertureForcee]
    public var periodicites: [Periodicite]
    /// The periods of return to paper, the oldest first, never two at once (R088).
    public var papier: [PeriodeSurPapier]
    /// Where it is not empty, only these applications may send files, each from its day (annexe II.1.2, R138).
    public var ouvertures: [OuvertureDApplication]

    public init(
      departement: Departement? = nil, autorite: AutoriteDuDepartement? = nil, departDuDelai: DepartDuDelai? = nil,
      engagement: EngagementDeLEtude? = nil, objectifs: [Objectif] = [], seuils: [SeuilOuvertureForcee] = [],
      periodicites: [Periodicite] = [], papier: [PeriodeSurPapier] = [], ouvertures: [OuvertureDApplication] = []
    ) {
      self.departement = departement
      self.autorite = autorite
      self.departDuDelai = departDuDelai
      self.engagement = engagement
      self.objectifs = objectifs
      self.seuils = seuils
      self.periodicites = periodicites
      self.papier = papier
      self.ouvertures = ouvertures
    }
  }
}

/// Cahier 1 (R077): the étude undertakes before the director to respect the cahier des charges; on file before any exchange.
public enum EngagementDeLEtude: Hashable, Sendable, Codable {
  case attendu
  case pris(le: Jour)
}
