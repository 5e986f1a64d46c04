/// Every delay of the convention with one day as its day 0, for who wants to know what runs from that day.
///
/// Where a rule does not postpone its last day, a day that is not a working day is said, with the day to which art. 642 CPC
/// would put it off.
public struct DelaisDuJour: Hashable, Sendable {
  /// Delays of one subject.
  public struct Groupe: Hashable, Sendable {
    public let titre: String
    public let explications: [Explication]
  }

  public let jour: Jour
  public let phases: [Phase]
  public let departement: Departement?
  /// Of the phase; nil for what the convention gives that day.
  public let dureeDays: Int?

  public init(
    _ jour: Jour, _ phases: [Phase] = Phase.allCases, _ departement: Departement? = nil, dureeDays: Int? = nil
  ) {
    self.jour = jour
    self.phases = phases
    self.departement = departement
    self.dureeDays = dureeDays
  }

  public var groupes: [Groupe] {
    phases.map { Groupe(titre: $0.libelle, explications: suivi($0)) } + [
      Groupe(titre: "relances de l’étude par le centre", explications: relances),
      Groupe(titre: "reversement", explications: reversements), Groupe(titre: "facture", explications: factures),
      Groupe(titre: "contrat départemental", explications: contrat),
      Groupe(titre: "autres délais", explications: autres),
    ]
  }

  private func suivi(_ phase: Phase) -> [Explication] {
    let term = TermeDePhase(reception: jour, phase, dureeDays: dureeDays, departement)
    switch phase {
    case .comminatoire:
      return [
        noting(term.explication, term.jour),
        noting(.premiereLettre(reception: jour), jour.adding(days: Bareme.premiereLettreDays.value(on: jour))),
        .secondeLettre(terme: term.jour),
      ]
    case .judiciaire: return [term.explication]
    }
  }

  private var relances: [Explication] {
    Relance.Rang.allCases.map { noting(.relance($0, remise: jour), jour.adding(days: $0.days(on: jour))) }
  }

  private var reversements: [Explication] {
    [LimiteDeReversement.Versement.auTresor, .especes, .autreMoyen].map { versement in
      let limit = LimiteDeReversement(versement, recuLe: jour)
      return noting(limit.explication, limit.jour)
    }
  }

  /// Under each policy that gives another day.
  private var factures: [Explication] {
    let place = departement ?? Departement("75")
    guard let place else { return [] }
    let limits = Report642.allCases.map { LimiteDePaiement(reception: jour, place, report: $0) }
    return limits.enumerated().filter { rank, limit in rank == 0 || limit.jour != limits[0].jour }.map(
      \.element.explication)
  }

  private func noting(_ explication: Explication, _ last: Jour) -> Explication {
    let working = JoursFeries(departement: departement).postponed(last)
    guard working != last else { return explication }
    return explication.adding(
      calcul: "\(last.texte) n’est pas ouvrable ; cette règle ne reporte pas (le report donnerait le \(working.texte))")
  }
}

extension DelaisDuJour {
  /// Begun, denounced or terminated that day; and its first report.
  private var contrat: [Explication] {
    var contrat = ContratDepartemental(du: jour)
    let term = contrat.explicationDuDernierJour
    (contrat.denonceLe, contrat.resilieLe) = (jour, jour)
    return [term, contrat.explicationDeDenonciation, contrat.explicationDeResiliation, recapitulatif].compactMap(\.self)
  }

  /// Art. 13, al. 1 (R053): the longest period of an état that begins that day.
  private var recapitulatif: Explication {
    let value = Bareme.periodiciteRecapitulatifMonths.appliquee(on: jour)
    let last = jour.adding(months: Bareme.periodiciteRecapitulatifMonths.value(on: jour)).adding(days: -1)
    return Explication(
      "Dernier jour de la période d’un état récapitulatif", regle: "EcheancierDesRecapitulatifs",
      articles: [Article(13, alinea: 1)], exigences: ["R053"], politique: "la plus longue période admise",
      donnees: [.init("premier jour de la période", jour.texte)], valeurs: [value],
      calcul: ["\(jour.texte) + \(value.texte), moins un jour = \(last.texte)"], resultat: last.texte)
  }

  private var autres: [Explication] {
    let prescription = Prescription(initiale: nil, interruptions: [jour]).explication
    return [prescription, DelaiCL1A(depart: Instant(jour, heure: 0)).explication, formation].compactMap(\.self)
  }

  /// Annexe qualité III (R187): the first day of a new request after one made that day.
  private var formation: Explication {
    let value = Bareme.renouvellementMonths.appliquee(on: jour)
    let first = jour.adding(months: Bareme.renouvellementMonths.value(on: jour))
    return Explication(
      "Nouvelle demande de formation, au plus tôt", regle: "RenouvellementDeFormation",
      articles: [Article(.annexeQualite, "III")], exigences: ["R187"], politique: AnneeDeFormation.defaut.libelle,
      donnees: [.init("demande précédente", jour.texte)], valeurs: [value],
      calcul: ["\(jour.texte) + \(value.texte) = \(first.texte)"], resultat: first.texte)
  }
}
