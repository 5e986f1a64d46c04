extension CahierDesCharges {
  /// The words of a category in letters and pages (art. 128-I of the loi 2004-1485: « le débiteur ou le condamné »).
  public struct Vocabulaire: Hashable, Sendable {
    /// Who owes: « le redevable ».
    public let debiteur: String
    public let debiteurs: String
    /// What is owed: « créance ».
    public let creance: String
    public let creances: String
  }

  public var vocabulaire: Vocabulaire {
    switch categorie {
    case .collectivites, .sante:
      Vocabulaire(debiteur: "redevable", debiteurs: "redevables", creance: "créance", creances: "créances")
    case .amendes:
      Vocabulaire(
        debiteur: "condamné", debiteurs: "condamnés", creance: "amende ou condamnation pécuniaire",
        creances: "amendes et condamnations pécuniaires")
    }
  }
}

extension Demande {
  /// The rules that this demand follows; throws for a category unknown to the convention.
  public var cahier: CahierDesCharges {
    get throws(Refus) { try CahierDesCharges(code: categorie) }
  }

  /// What its category asks of it, whatever the form (R018, R021–R023).
  public func requireCahier(_ canal: Canal) throws(Refus) {
    let cahier = try cahier
    try cahier.requireChannel(canal, phase: phase)
    try cahier.requireEtatDePoursuites(etatPoursuites, phase: phase)
  }
}
