/// A number fixed by a text, with the days on which it applies.
///
/// Exactly one entry applies on each day from the first entry on: each holds until the day before the next.
public struct Dated<Value: Sendable>: Sendable {
  public struct Entry: Sendable {
    /// First day of the value.
    public let from: Jour
    public let value: Value
    /// Where the value comes from, as cited in French.
    public let source: String
    /// False where the text itself could not be read: shown as such, to be replaced.
    public let verifiee: Bool
    public init(from: Jour, _ value: Value, source: String, verifiee: Bool = true) {
      self.from = from
      self.value = value
      self.source = source
      self.verifiee = verifiee
    }
  }

  /// What the number is, in French: « durée de la phase comminatoire ».
  public let nom: String
  /// « jours », « mois »… ; empty where the value shows its own.
  public let unite: String
  public let entries: [Entry]

  public init(_ nom: String, _ unite: String = "", _ entries: [Entry]) {
    precondition(!entries.isEmpty, "a dated number has at least one value")
    precondition(
      zip(entries, entries.dropFirst()).allSatisfy { $0.from < $1.from },
      "the values of a dated number follow each other")
    self.nom = nom
    self.unite = unite
    self.entries = entries
  }

  /// The entry of a day; before the first one, the first one.
  public func entry(on jour: Jour) -> Entry {
    entries.last { $0.from <= jour } ?? entries[0]
  }

  public func value(on jour: Jour) -> Value { entry(on: jour).value }
}
