/// A version of the users' guide, on the site for all agents (annexe qualité III; R188). It has no price: none exists
/// here.
public struct Guide: Hashable, Sendable, Codable {
  /// « 3.1 ».
  public let version: String
  public let jour: Jour
  /// What the version changes, for who knows the one before.
  public let nouveautes: TexteLibre

  public init(version: String, jour: Jour, nouveautes: TexteLibre) {
    self.version = version
    self.jour = jour
    self.nouveautes = nouveautes
  }
}

/// Every version of the guide, the oldest first.
public struct RegistreDesGuides: Hashable, Sendable, Codable {
  public private(set) var versions: [Guide] = []

  public init() {}

  /// R188: a version has a name of its own and a later day than the others.
  public mutating func publier(_ guide: Guide) throws(Refus) {
    guard !guide.version.isEmpty, versions.allSatisfy({ $0.jour < guide.jour && $0.version != guide.version }) else {
      throw Refus(.versionNonPosterieure, under: Article(.annexeQualite, "III"))
    }
    follow(guide)
  }

  /// A version already accepted.
  mutating func follow(_ guide: Guide) { versions.append(guide) }

  /// The one that an agent finds on that day; nil before the first.
  public func guide(on jour: Jour) -> Guide? { versions.last { $0.jour <= jour } }
}
