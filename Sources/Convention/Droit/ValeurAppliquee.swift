/// A value of a bareme that can be shown as a clerk writes it: « 75 », « 12,55 % », « 6,27 € ».
public protocol ValeurDeBareme: Sendable {
  var texte: String { get }
}

extension Int: ValeurDeBareme {
  public var texte: String { String(self) }
}
extension Montant: ValeurDeBareme {}
extension Taux: ValeurDeBareme {}

/// One dated value as it was used, or as a list shows it: what, how much, since when, from where.
public struct ValeurAppliquee: Hashable, Sendable {
  public let nom: String
  public let texte: String
  /// First and last day; without a last one, it still applies.
  public let du: Jour
  public let au: Jour?
  public let source: String
  public let verifiee: Bool

  /// « durée de la phase comminatoire : 75 jours depuis le 15/12/2010 (convention, article 9, alinéa 1) ».
  public var phrase: String {
    "\(nom) : \(texte) depuis le \(du.texte) (\(source))" + (verifiee ? "" : ", valeur non vérifiée")
  }
}

extension Dated where Value: ValeurDeBareme {
  /// The value of a day with its origin.
  public func appliquee(on jour: Jour) -> ValeurAppliquee {
    let index = entries.lastIndex { $0.from <= jour } ?? 0
    return toutes[index]
  }

  /// Every value, the oldest first.
  public var toutes: [ValeurAppliquee] {
    zip(entries, entries.dropFirst().map { $0.from.adding(days: -1) } + [nil]).map { entry, end in
      ValeurAppliquee(
        nom: nom, texte: entry.value.texte + (unite.isEmpty ? "" : " \(unite)"), du: entry.from, au: end,
        source: entry.source, verifiee: entry.verifiee)
    }
  }
}

extension Bareme {
  /// Every number of the law that the rules use, one list of values for each, in the order of the texts' subjects.
  public static let rubriques =
    delais + contrats + poursuites + honoraires + tarif + interets + reversement + rapports + devoirs + devoirsDuCentre
}
