/// Where « une fois par an » begins and ends.
public enum AnneeDeFormation: String, CaseIterable, Sendable {
  /// Twelve months from the last request, by quantième.
  case douzeMoisGlissants
  /// From 1 January to 31 December.
  case anneeCivile

  /// Choice of the project: the text says neither; twelve months spread the sessions of a centre over the year.
  public static let defaut = AnneeDeFormation.douzeMoisGlissants

  public var libelle: String {
    switch self {
    case .douzeMoisGlissants: "douze mois glissants depuis la demande précédente"
    case .anneeCivile: "année civile de la demande"
    }
  }
}

/// Whether a comptable may have the training again (annexe qualité III; R187).
///
/// Readings: the requests are counted, not the sessions, and the initial training is not one of them; the day of the
/// next year that has the number of the last request is already free.
public struct RenouvellementDeFormation: Hashable, Sendable {
  public let demande: Jour
  /// The requests already granted to the poste, in any order.
  public let precedentes: [Jour]
  public let annee: AnneeDeFormation

  public init(demande: Jour, precedentes: [Jour], annee: AnneeDeFormation = .defaut) {
    self.demande = demande
    self.precedentes = precedentes
    self.annee = annee
  }

  public var estAdmis: Bool {
    precedentes.count(where: isInSameYear) < Bareme.renouvellementsParAn.value(on: demande)
  }

  /// Either way round: a request entered late does not slip before one already granted.
  private func isInSameYear(_ other: Jour) -> Bool {
    switch annee {
    case .douzeMoisGlissants:
      let months = Bareme.renouvellementMonths.value(on: demande)
      return demande < other.adding(months: months) && other < demande.adding(months: months)
    case .anneeCivile: return other.annee == demande.annee
    }
  }

  public func require() throws(Refus) {
    guard estAdmis else { throw Refus(.renouvellementRefuse, under: Article(.annexeQualite, "III")) }
  }

  public var explication: Explication {
    let close = precedentes.filter(isInSameYear).sorted()
    let found = close.isEmpty ? "aucune" : close.map(\.texte).joined(separator: ", ")
    return Explication(
      "Renouvellement de la formation", regle: "RenouvellementDeFormation", articles: [Article(.annexeQualite, "III")],
      exigences: ["R187"], politique: annee.libelle,
      donnees: [.init("demande", demande.texte), .init("demandes de la même année", found)],
      valeurs: [
        Bareme.renouvellementsParAn.appliquee(on: demande), Bareme.renouvellementMonths.appliquee(on: demande),
      ],
      resultat: estAdmis ? "renouvellement admis" : "renouvellement refusé")
  }
}
