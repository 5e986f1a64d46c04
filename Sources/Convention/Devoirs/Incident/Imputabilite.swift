/// Whether the centre answers for a fault: decided from the cause and its evidence, never typed.
public enum Imputabilite: String, Hashable, Sendable, Codable, CaseIterable {
  case imputable, nonImputable

  public var libelle: String {
    switch self {
    case .imputable: "imputable au centre serveur"
    case .nonImputable: "non imputable au centre serveur"
    }
  }
}

/// Cahier 5, al. 2 and its four points (R093–R097).
///
/// Readings: equal fingerprints prove that nothing was altered (▸1); a training on a day before that of the fault was
/// « correctement assurée » (▸2); an environment excuses the centre only if it was found wanting against prerequisites
/// published by the day of the fault (▸4); the silence of an étude is not the centre's fault even before a reminder,
/// whose number is evidence (annexe qualité II.2).
public struct RegleDImputabilite: Hashable, Sendable {
  public let cause: Cause
  /// The day of the fault, in France.
  public let jour: Jour

  public init(_ cause: Cause, faute jour: Jour) {
    self.cause = cause
    self.jour = jour
  }

  public var resultat: Imputabilite { excuse ? .nonImputable : .imputable }

  private var excuse: Bool {
    switch cause {
    case .centre: false
    case .donneesErronees(_, let entree, let sortie): entree == sortie
    case .usage(_, let formation): formation.map { $0 < jour } ?? false
    case .telecommunications, .tiers, .dgfip, .etude: true
    case .environnement(let verification): !verification.conforme && verification.publiesLe <= jour
    }
  }

  /// The text and the requirement that decide.
  public var fondement: (article: Article, exigence: String) {
    let exigence =
      switch cause {
      case .centre: "R093"
      case .donneesErronees: "R094"
      case .usage: "R095"
      case .telecommunications, .tiers, .dgfip: "R096"
      case .environnement: "R097"
      case .etude: "R182"
      }
    return (Article(.cahierDesCharges, "5", alinea: 2), exigence)
  }

  public var explication: Explication {
    Explication(
      "Imputabilité de l’incident", regle: "RegleDImputabilite", articles: [fondement.article],
      exigences: Set(["R093", fondement.exigence]).sorted(),
      politique: "l’imputabilité se déduit de la cause et de sa preuve",
      donnees: [.init("cause", cause.libelle), .init("preuve", cause.preuve), .init("jour de la faute", jour.texte)],
      resultat: resultat.libelle)
  }
}
