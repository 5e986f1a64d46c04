/// A date of a contract that comes near, or a document that is late (art. 9, 10, 13, 18, 19 and 21).
public struct AlerteDeContrat: Hashable, Sendable {
  public enum Nature: Hashable, Sendable {
    case terme
    case finDePreavis
    case effetDeResiliation
    case revueDesObjectifs
    case documentDu(Periodicite.Document)

    /// As a page writes it.
    public var libelle: String {
      switch self {
      case .terme: "terme du contrat, sans reconduction"
      case .finDePreavis: "fin du préavis de dénonciation"
      case .effetDeResiliation: "effet de la résiliation"
      case .revueDesObjectifs: "revue des objectifs"
      case .documentDu(let document): "\(document.libelle) à rendre"
      }
    }

    public var article: Article {
      switch self {
      case .terme: FinDeContrat.Cause.terme.article
      case .finDePreavis: FinDeContrat.Cause.denonciation.article
      case .effetDeResiliation: FinDeContrat.Cause.resiliation.article
      case .revueDesObjectifs: Article(9, alinea: 2)
      case .documentDu(let document): document.article
      }
    }

    /// Days ahead from which it shows.
    public var avance: Dated<Int> {
      switch self {
      case .terme: Bareme.alerteTermeContratDays
      case .finDePreavis: Bareme.alertePreavisDays
      case .effetDeResiliation: Bareme.alerteResiliationDays
      case .revueDesObjectifs: Bareme.alerteRevueDays
      case .documentDu(.compteRendu): Bareme.alerteCompteRenduDays
      case .documentDu(.etatRecapitulatif): Bareme.alerteRecapitulatifDays
      }
    }

    init(_ cause: FinDeContrat.Cause) {
      switch cause {
      case .terme: self = .terme
      case .denonciation: self = .finDePreavis
      case .resiliation: self = .effetDeResiliation
      }
    }
  }

  public let nature: Nature
  /// The date that comes near; in the past for what is late.
  public let echeance: Jour

  /// « terme du contrat, sans reconduction, le 14/12/2013 (article 19 de la convention) ».
  public var texte: String { "\(nature.libelle), le \(echeance.texte) (\(nature.article))" }

  func shows(on jour: Jour) -> Bool { jour >= echeance.adding(days: -nature.avance.value(on: jour)) }
}

extension HistoireDeContrat {
  /// What shows on a day, the nearest first; nothing out of force.
  ///
  /// - Parameter rendus: for each document, the last day that the last one rendered covers.
  public func alertes(on jour: Jour, rendus: [Periodicite.Document: Jour] = [:]) -> [AlerteDeContrat] {
    let contrat = contrat(on: jour)
    guard contrat.isActive(on: jour) else { return [] }
    let fin = AlerteDeContrat(nature: .init(contrat.fin.cause), echeance: contrat.lastDay)
    let documents = Periodicite.Document.allCases.compactMap { document in
      contrat.periodicite(document, on: jour)?.echeance(renduJusquAu: rendus[document])
        .map { AlerteDeContrat(nature: .documentDu(document), echeance: $0) }
    }
    let dates = [fin] + [revue(contrat, on: jour)].compactMap(\.self) + documents
    return dates.filter { $0.shows(on: jour) }.enumerated()
      .sorted { ($0.element.echeance, $0.offset) < ($1.element.echeance, $1.offset) }.map(\.element)
  }

  /// Art. 9, al. 2: before the term, unless the period has its decision, another end or no target.
  private func revue(_ contrat: ContratDepartemental, on jour: Jour) -> AlerteDeContrat? {
    guard contrat.fin.cause == .terme, decisionEnCours == nil, !contrat.objectifs(on: jour).isEmpty else { return nil }
    let days = Bareme.revueObjectifsDays.value(on: jour)
    return AlerteDeContrat(nature: .revueDesObjectifs, echeance: contrat.au.adding(days: -days))
  }
}
