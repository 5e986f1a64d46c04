/// What sets a record aside: at most one per record, the smallest code, then the leftmost field.
public struct Rejet: Hashable, Sendable {
  public let code: CodeAnomalie
  public let niveau: Portee
  /// Index of the field of the record's type, nil where the rule names none.
  public let champ: Int?
}

/// What is said of a record that is nevertheless accepted (801).
public struct Avertissement: Hashable, Sendable {
  public let code: CodeAnomalie
  public let champ: Int?
}
