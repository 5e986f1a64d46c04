extension Acte {
  /// What its fee looks at (décret 96-1080, art. 7; R061): the claim aimed at, or that of the demand where nothing is said, or zero.
  public func creanceVisee(of demande: Demande) -> Montant {
    montantVise.flatMap { $0 > .zero ? $0 : nil } ?? demande.montant
  }

  /// The acts that a rule names, by their number in the tariff (décret 96-1080; list `code_acte` of the format).
  public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
    case denonciationSaisieAttribution = "005"
    case denonciationSaisieVente = "008"
    case dateDeVente = "012"
    case sommation = "040"
    case commandement = "042"
    case saisieAttribution = "050"
    case saisieVente = "051"
    case receptionDeDeniers = "51D"
    case carence = "052"
    case oppositionJonction = "053"
    case declarationPrefecture = "055"
    case immobilisation = "066"
    case certificationPublicite = "085"
    case enlevement = "086"
    case tentative = "090"
    case mainleveeQuittance = "094"
    case mainleveeSaisieVente = "095"
  }

  /// Numbers 91, 92 and 93 of the tariff are paid flat and give no procès-verbal (art. 10, al. 8, R041–R043).
  static let sansProcesVerbal: Set<String> = ["091", "092", "093"]
}

extension Acte.Code {
  /// The measure of the list `mesure_execution` that it carries out; nil where it serves any of them.
  public var mesure: String? {
    switch self {
    case .denonciationSaisieAttribution, .saisieAttribution: "SAT"
    case .denonciationSaisieVente, .dateDeVente, .saisieVente, .oppositionJonction, .certificationPublicite,
      .enlevement,
      .mainleveeSaisieVente, .receptionDeDeniers, .carence:
      "SVT"
    case .declarationPrefecture, .immobilisation: "VEH"
    case .sommation, .commandement, .tentative, .mainleveeQuittance: nil
    }
  }

  /// What leads to the sale itself (art. 10, al. 6, R039): its date served, its publicity, the removal of the goods.
  public var conduitALaVente: Bool {
    switch self {
    case .dateDeVente, .certificationPublicite, .enlevement: true
    case .denonciationSaisieAttribution, .denonciationSaisieVente, .sommation, .commandement, .saisieAttribution,
      .saisieVente, .receptionDeDeniers, .carence, .oppositionJonction, .declarationPrefecture, .immobilisation,
      .tentative,
      .mainleveeQuittance, .mainleveeSaisieVente:
      false
    }
  }
}
