/// Under what a case is computed again: the scale of another day, another way to part a payment, or both.
public struct VersionDeCalcul: Hashable, Sendable {
  /// The day whose values are read for every fact, VAT included; nil: each fact its own.
  public var jourDuBareme: Jour?
  /// Nil: the split that was declared.
  public var politique: PolitiqueDImputation?

  public init(jourDuBareme: Jour? = nil, politique: PolitiqueDImputation? = nil) {
    self.jourDuBareme = jourDuBareme
    self.politique = politique
  }

  /// A version by its name: « decret-2007 », « code-2020 », « arrete-2005 »; nil if none has it.
  public init?(nom: String, politique: PolitiqueDImputation? = nil) {
    guard let jour = VersionDeCalcul.nommees.first(where: { $0.nom == nom })?.jour else { return nil }
    self.init(jourDuBareme: jour, politique: politique)
  }

  /// Every name, and the first day of what it names.
  public static let nommees: [(nom: String, jour: Jour)] =
    Bareme.tauxHonoraires.entries.map { ("arrete-\($0.from.annee)", $0.from) }
    + Bareme.tarifJudiciaire.entries.map { ($0.value.nom, $0.from) }
}
