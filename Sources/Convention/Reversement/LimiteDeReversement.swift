/// The last day to pass on what was received (art. 14, R055–R057).
///
/// Reading: keyed on payee and means together. What is to the order of the Trésor has 15 days in either phase; cash
/// paid to the étude three weeks; the rest six weeks, a cheque from its receipt and not from its clearing. The day of
/// the receipt is day 0; calendar days, without postponement.
public struct LimiteDeReversement: Hashable, Sendable {
  /// What the delay depends on.
  public enum Versement: Hashable, Sendable {
    case auTresor
    case especes
    case autreMoyen

    /// `ordre` and `moyen` as `Encaissement` has them: `T` and `E`, `01` for cash.
    public init(ordre: String, moyen: String) {
      switch (ordre, moyen) {
      case ("T", _): self = .auTresor
      case (_, "01"): self = .especes
      default: self = .autreMoyen
      }
    }
  }

  /// Whether something is still due after the payment.
  public enum Part: Hashable, Sendable {
    case solde
    case acompte
  }

  public let versement: Versement
  public let part: Part
  public let recuLe: Jour
  public let politique: PolitiqueDesAcomptes

  public init(
    _ versement: Versement, recuLe: Jour, part: Part = .solde, politique: PolitiqueDesAcomptes = .defaut
  ) {
    self.versement = versement
    self.part = part
    self.recuLe = recuLe
    self.politique = politique
  }

  public var jour: Jour { delai.end(from: recuLe) }

  /// The delay of the day of the receipt.
  public var delai: DelaiDeReversement {
    switch (versement, politique.part(part)) {
    case (.auTresor, _): .days(Bareme.reversementTresorDays.value(on: recuLe))
    case (.especes, .solde): .days(Bareme.reversementEspecesDays.value(on: recuLe))
    case (.autreMoyen, .solde): .days(Bareme.reversementAutresDays.value(on: recuLe))
    case (.especes, .acompte): Bareme.reversementAcompteEspeces.value(on: recuLe)
    case (.autreMoyen, .acompte): Bareme.reversementAcompteAutres.value(on: recuLe)
    }
  }

  private var valeur: ValeurAppliquee {
    switch (versement, politique.part(part)) {
    case (.auTresor, _): Bareme.reversementTresorDays.appliquee(on: recuLe)
    case (.especes, .solde): Bareme.reversementEspecesDays.appliquee(on: recuLe)
    case (.autreMoyen, .solde): Bareme.reversementAutresDays.appliquee(on: recuLe)
    case (.especes, .acompte): Bareme.reversementAcompteEspeces.appliquee(on: recuLe)
    case (.autreMoyen, .acompte): Bareme.reversementAcompteAutres.appliquee(on: recuLe)
    }
  }

  public var explication: Explication {
    Explication(
      "Date limite de reversement", regle: "LimiteDeReversement", articles: versement.articles,
      exigences: [versement.exigence], politique: politique.libelle,
      donnees: [.init("reçu le", recuLe.texte), .init("versement", versement.libelle)], valeurs: [valeur],
      calcul: ["\(recuLe.texte) + \(delai.texte) = \(jour.texte), sans report au jour ouvrable"],
      resultat: jour.texte)
  }
}

extension LimiteDeReversement.Versement {
  public var libelle: String {
    switch self {
    case .auTresor: "à l’ordre du Trésor public"
    case .especes: "espèces remises à l’étude"
    case .autreMoyen: "virement, chèque à l’ordre de l’étude ou autre moyen"
    }
  }

  fileprivate var articles: [Article] {
    switch self {
    case .auTresor: [Article(14, alinea: 1)]
    case .especes, .autreMoyen: [Article(14, alinea: 2), Article(.decret1996, "25")]
    }
  }

  fileprivate var exigence: String {
    switch self {
    case .auTresor: "R055"
    case .especes: "R056"
    case .autreMoyen: "R057"
    }
  }
}
