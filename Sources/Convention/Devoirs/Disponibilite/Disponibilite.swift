/// How much of a period the service answered, in minutes, with and without what the centre does not answer for.
///
/// Annexe qualité II.2 (R178) and cahier 5, ▸3 (R096).
///
/// Readings: a minute begun is a minute out; a minute taken twice counts once, on the account of the announced window
/// first, then of the centre, then of others; the announced windows stand apart and lower neither rate; the whole
/// period divides, closed hours included.
public struct Disponibilite: Hashable, Sendable {
  public let periode: Fenetre
  /// Minutes of the period.
  public let minutes: Int64
  /// Minutes within windows announced in time.
  public let minutesAnnoncees: Int64
  /// Minutes out of any announced window, whoever is at fault.
  public let minutesArret: Int64
  /// Those for which the centre answers.
  public let minutesImputables: Int64

  public init(_ periode: Fenetre, _ coupures: [Coupure]) {
    self.periode = periode
    minutes = periode.minutes
    let announced = Minutes.count(coupures, [.annonce], in: periode)
    let imputable = Minutes.count(coupures, [.annonce, .centre], in: periode)
    let all = Minutes.count(coupures, Coupure.Compte.allCases, in: periode)
    minutesAnnoncees = announced
    minutesImputables = imputable - announced
    minutesArret = all - announced
  }

  /// From the incidents, those still open counted until `instant`.
  public init(_ periode: Fenetre, incidents: [IncidentDeService], at instant: Instant) {
    self.init(periode, incidents.flatMap { $0.coupures(until: instant) })
  }

  /// Every cause counted.
  public var brute: Taux { taux(of: minutesArret) }
  /// Without the causes that exempt the centre: never below `brute`.
  public var horsExonerations: Taux { taux(of: minutesImputables) }

  /// Half up, to the hundredth of a percent.
  private func taux(of arret: Int64) -> Taux {
    Taux(centiemes: Int((2 * (minutes - arret) * Taux.base + minutes) / (2 * minutes)))
  }

  private func calcul(_ arret: Int64) -> String {
    "(\(minutes.parMilliers) − \(arret.parMilliers)) / \(minutes.parMilliers)"
  }

  public var explication: Explication {
    Explication(
      "Disponibilité du service", regle: "Disponibilite",
      articles: [Article(.annexeQualite, "II.2"), Article(.cahierDesCharges, "5", alinea: 2)],
      exigences: ["R096", "R178"],
      politique: "toute minute entamée compte ; les fenêtres annoncées à temps sont comptées à part",
      donnees: [
        .init("période", periode.texte), .init("minutes de la période", minutes.parMilliers),
        .init("minutes annoncées", minutesAnnoncees.parMilliers), .init("minutes d’arrêt", minutesArret.parMilliers),
        .init("dont imputables au centre", minutesImputables.parMilliers),
      ],
      calcul: [
        "toutes causes : \(calcul(minutesArret)) = \(brute.texte)",
        "hors causes exonérées : \(calcul(minutesImputables)) = \(horsExonerations.texte)",
      ],
      resultat: "\(horsExonerations.texte) hors causes exonérées, \(brute.texte) toutes causes")
  }
}

/// Counts the minutes that several stretches cover together.
private enum Minutes {
  static func count(_ coupures: [Coupure], _ comptes: [Coupure.Compte], in periode: Fenetre) -> Int64 {
    let stretches = coupures.filter { comptes.contains($0.compte) }.compactMap { $0.fenetre.intersection(periode) }
    var end = Int64.min
    var total: Int64 = 0
    for stretch in stretches.sorted(by: { $0.de < $1.de }) {
      total += max(0, stretch.endMinute - max(end, stretch.startMinute))
      end = max(end, stretch.endMinute)
    }
    return total
  }
}

extension Int64 {
  /// A count as French writes it: « 44 580 », with a narrow no-break space.
  var parMilliers: String {
    guard self >= 1000 else { return String(self) }
    return (self / 1000).parMilliers + "\u{202F}" + padded(Int(self % 1000), to: 3)
  }
}
