/// Whether the last day to pay an invoice moves when it is not a working day.
///
/// Art. 17 (R066) gives thirty days and no more; art. 642 CPC is written for procedural delays.
public enum Report642: String, Hashable, Sendable, Codable, CaseIterable {
  case sansReport, premierJourOuvrable

  /// The convention's letter.
  public static let defaut = Report642.sansReport

  public var libelle: String {
    switch self {
    case .sansReport: "trente jours civils, sans report"
    case .premierJourOuvrable: "report au premier jour ouvrable (article 642 du code de procédure civile)"
    }
  }

  func limite(_ jour: Jour, _ departement: Departement) -> Jour {
    switch self {
    case .sansReport: jour
    case .premierJourOuvrable: JoursFeries(departement: departement).postponed(jour)
    }
  }
}

/// The last day to pay an invoice (art. 17, R066): thirty days from its reception, which is day 0.
public struct LimiteDePaiement: Hashable, Sendable {
  public let reception: Jour
  public let report: Report642
  public let departement: Departement

  public init(reception: Jour, _ departement: Departement, report: Report642 = .defaut) {
    self.reception = reception
    self.report = report
    self.departement = departement
  }

  public var jour: Jour {
    report.limite(reception.adding(days: Bareme.delaiDePaiementDays.value(on: reception)), departement)
  }

  public var explication: Explication {
    let delai = Bareme.delaiDePaiementDays.appliquee(on: reception)
    return Explication(
      "Limite de paiement d’une facture", regle: "LimiteDePaiement",
      articles: [Article(17), Article(.codeMarches, "98"), Article(.codeProcedureCivile, "642")], exigences: ["R066"],
      politique: report.libelle, donnees: [.init("réception", reception.texte)], valeurs: [delai],
      calcul: ["\(reception.texte) + \(delai.texte)"], resultat: jour.texte)
  }
}
