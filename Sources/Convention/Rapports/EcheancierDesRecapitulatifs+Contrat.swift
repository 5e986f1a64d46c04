extension EcheancierDesRecapitulatifs {
  /// The schedules that a contract makes follow each other: yearly from its first day, then each period agreed from its own first day
  /// (art. 13, R053).
  ///
  /// Reading: a new period cuts the one that runs; what was agreed for after the end of the contract has no effect.
  public static func successifs(etude: CodeEtude, _ contrat: ContratDepartemental) throws(Refus) -> [Self] {
    let agreed = contrat.clauses.periodicites
      .filter { $0.document == .etatRecapitulatif && $0.du <= contrat.lastDay }.map { max($0.du, contrat.du) }
    let starts = Set(agreed + [contrat.du]).sorted()
    var schedules: [Self] = []
    for (rang, du) in starts.enumerated() {
      let au = rang + 1 < starts.count ? starts[rang + 1].adding(days: -1) : contrat.lastDay
      guard du <= au, let periodicite = contrat.periodicite(.etatRecapitulatif, on: du) else { continue }
      schedules.append(try Self(etude: etude, du: du, au: au, periodeMonths: periodicite.months))
    }
    return schedules
  }
}
