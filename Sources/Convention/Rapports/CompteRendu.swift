/// One progress report of a judicial dossier that the contract's period makes due (art. 10, al. 2, R033).
public struct CompteRendu: Hashable, Sendable {
  /// 1 for the first after the reception.
  public let rang: Int
  /// The last day to enter it.
  public let echeance: Jour
  /// The day it was entered.
  public let recuLe: Jour?

  /// Not entered on that day although its day has passed, or entered too late.
  public func isLate(on jour: Jour) -> Bool {
    guard let recuLe, recuLe <= jour else { return jour > echeance }
    return recuLe > echeance
  }

  /// Still to be entered on that day.
  public func isMissing(on jour: Jour) -> Bool { recuLe.map { $0 > jour } ?? true }
}

/// The progress reports of a dossier: one at the end of each period from the reception of its état de poursuites.
///
/// Art. 10, al. 2 (R033); the form and the period are the contract's. Reading: the periods follow each other from the
/// reception, by quantième; a report answers the oldest period already begun that has none, and one only, so that two
/// reports in a period do not stand for the next one. Left out: a suspended dossier still owes its reports.
public struct EcheancierDeComptesRendus: Hashable, Sendable {
  public let reception: Jour
  public let periodeMonths: Int
  /// The days of the reports entered, the oldest first.
  public let recus: [Jour]
  /// The end of the judicial phase: what would be due after it is not.
  public let fin: Jour?

  /// A period below one month, or longer than a contract, is refused.
  public init(reception: Jour, periodeMonths: Int, recus: [Jour] = [], fin: Jour? = nil) throws(Refus) {
    let longest = 12 * Bareme.dureeContratYears.value(on: reception)
    guard (1...longest).contains(periodeMonths) else {
      throw Refus(.periodiciteDeRapport, under: Article(10, alinea: 2))
    }
    self.reception = reception
    self.periodeMonths = periodeMonths
    self.recus = recus.sorted()
    self.fin = fin
  }

  public func echeance(_ rang: Int) -> Jour { reception.adding(months: rang * periodeMonths) }

  /// The reports due up to a day included, with what answers each.
  public func comptesRendus(through jour: Jour) -> [CompteRendu] {
    let last = min(jour, fin ?? jour)
    var left = recus[...]
    var items: [CompteRendu] = []
    while case let rang = items.count + 1, echeance(rang) <= last {
      let debut = rang == 1 ? reception : echeance(rang - 1).adding(days: 1)
      left = left.drop { $0 < debut }
      items.append(CompteRendu(rang: rang, echeance: echeance(rang), recuLe: left.popFirst()))
    }
    return items
  }

  /// The reports whose day has passed and that are not entered on that day: each an alert, the oldest first.
  public func enRetard(on jour: Jour) -> [CompteRendu] {
    comptesRendus(through: jour).filter { $0.isLate(on: jour) && $0.isMissing(on: jour) }
  }

  /// The next one due from that day on; nil after the end of the phase.
  public func prochaine(on jour: Jour) -> Jour? {
    var rang = 1
    while echeance(rang) < jour { rang += 1 }
    return fin.map { echeance(rang) <= $0 } ?? true ? echeance(rang) : nil
  }

  public func explication(_ rang: Int) -> Explication {
    Explication(
      "Compte rendu de la procédure judiciaire", regle: "EcheancierDeComptesRendus",
      articles: [Article(10, alinea: 2), Article(.codeProcedureCivile, "641", alinea: 2)], exigences: ["R033"],
      donnees: [
        .init("réception de l’état de poursuites", reception.texte),
        .init("périodicité du contrat", "\(periodeMonths) mois"), .init("compte rendu n°", String(rang)),
      ],
      calcul: ["\(reception.texte) + \(rang) × \(periodeMonths) mois = \(echeance(rang).texte)"],
      resultat: echeance(rang).texte)
  }
}
