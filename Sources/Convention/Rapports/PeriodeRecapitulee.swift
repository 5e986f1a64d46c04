/// The days that an état récapitulatif covers, both included: a year at most (art. 13, al. 1, R053).
public struct PeriodeRecapitulee: Hashable, Sendable, Codable {
  public let du: Jour
  public let au: Jour

  /// Reading: a year ends the day before its quantième, 1 January to 31 December.
  public init(du: Jour, au: Jour) throws(Refus) {
    let months = Bareme.periodiciteRecapitulatifMonths.value(on: du)
    guard du <= au, au <= du.adding(months: months).adding(days: -1) else {
      throw Refus(.periodeRecapitulee, under: Article(13, alinea: 1))
    }
    self.du = du
    self.au = au
  }

  /// A period of a contract, whose length was checked in months.
  init(contractuelle du: Jour, au: Jour) {
    self.du = du
    self.au = au
  }

  public func contains(_ jour: Jour) -> Bool { du <= jour && jour <= au }

  /// « du 01/01/2026 au 31/12/2026 ».
  public var texte: String { "du \(du.texte) au \(au.texte)" }
}
