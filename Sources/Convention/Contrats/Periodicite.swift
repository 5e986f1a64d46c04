/// How often the étude renders a document (art. 10, al. 2, R033; art. 13, al. 1, R053), from a day on.
public struct Periodicite: Hashable, Sendable, Codable {
  /// The names are written in the journal.
  public enum Document: String, Hashable, Sendable, Codable, CaseIterable {
    /// How far the judicial recovery is (art. 10, al. 2).
    case compteRendu = "COMPTE_RENDU"
    /// By poste and by nature of claim (art. 13).
    case etatRecapitulatif = "ETAT_RECAPITULATIF"

    /// As a page writes it.
    public var libelle: String {
      switch self {
      case .compteRendu: "compte rendu du recouvrement judiciaire"
      case .etatRecapitulatif: "état récapitulatif"
      }
    }

    public var article: Article {
      switch self {
      case .compteRendu: Article(10, alinea: 2)
      case .etatRecapitulatif: Article(13, alinea: 1)
      }
    }

    /// The longest period, in months.
    public var maximum: Dated<Int> {
      switch self {
      case .compteRendu: Bareme.periodeCompteRenduMonths
      case .etatRecapitulatif: Bareme.periodiciteRecapitulatifMonths
      }
    }
  }

  public var document: Document
  /// Whole months, from 1 to a year.
  public var months: Int
  /// First day of the first period.
  public var du: Jour

  public init(_ document: Document, months: Int, du: Jour) {
    self.document = document
    self.months = months
    self.du = du
  }

  /// R053: a year at most.
  func requireBounds() throws(Refus) {
    guard months >= 1, months <= document.maximum.value(on: du) else {
      throw Refus(.periodiciteHorsBornes, under: document.article)
    }
  }

  /// The last day of the first period that is not covered yet, by quantième from the first day; nil if months is not positive.
  ///
  /// Reading: a document is due on the last day of its period; the text fixes no day to render it.
  func echeance(renduJusquAu: Jour?) -> Jour? {
    guard months > 0 else { return nil }
    guard let covered = renduJusquAu, covered >= du else { return end(of: 1) }
    // A month has 31 days at most: not far before the period sought.
    var rank = max(1, covered.days(since: du) / (31 * months))
    while end(of: rank) <= covered { rank += 1 }
    return end(of: rank)
  }

  private func end(of rank: Int) -> Jour { du.adding(months: rank * months).adding(days: -1) }
}

extension ContratDepartemental {
  /// Months between two progress reports of a dossier of a phase handed over on a day; nil where none is owed (art. 10, al. 2, R033).
  public func compteRenduMonths(_ phase: Phase, on jour: Jour) -> Int? {
    switch phase {
    case .comminatoire: nil
    case .judiciaire: periodicite(.compteRendu, on: jour)?.months
    }
  }

  /// The period in force on a day. Without a clause, the état récapitulatif is yearly, and the compte rendu has none.
  public func periodicite(_ document: Periodicite.Document, on jour: Jour) -> Periodicite? {
    let dated = clauses.periodicites.filter { $0.document == document && $0.du <= jour }.enumerated()
    let last = dated.max { ($0.element.du, $0.offset) < ($1.element.du, $1.offset) }?.element
    switch document {
    case .compteRendu: return last
    case .etatRecapitulatif:
      return last ?? Periodicite(document, months: document.maximum.value(on: du), du: du)
    }
  }
}
