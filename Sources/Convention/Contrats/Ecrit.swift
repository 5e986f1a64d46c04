/// A letter, a report or any document on file: what it is called, and its date.
public struct Ecrit: Hashable, Sendable, Codable {
  public var reference: String
  public var date: Jour

  public init(_ reference: String, du date: Jour) {
    self.reference = reference
    self.date = date
  }

  /// A reference that says nothing is no writing.
  public var estCite: Bool { reference.contains { !$0.isWhitespace } }
}

/// The report of results against objectives that a decision rests on (art. 9, al. 2, R029–R030).
public struct RapportSurObjectifs: Hashable, Sendable, Codable {
  public var ecrit: Ecrit
  /// SHA-256 of the file, 64 small hexadecimal digits.
  public var sha256: String

  public init(_ ecrit: Ecrit, sha256: String) {
    self.ecrit = ecrit
    self.sha256 = sha256
  }

  /// With its reference and a fingerprint of the right form.
  public var estJoint: Bool { ecrit.estCite && EmpreinteSHA256(sha256) != nil }
}
