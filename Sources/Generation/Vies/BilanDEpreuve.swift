/// An invariant that a life broke: the seed alone plays it again.
public struct FauteDeVie: Hashable, Sendable {
  public let graine: UInt64
  /// Which command of that life, from 1.
  public let rang: Int
  public let invariant: String
  public let commande: String
  public let phrase: String
}

/// What the lives did and what they broke; the sum of two does not depend on their order.
public struct BilanDEpreuve: Hashable, Sendable {
  public struct Tenue: Hashable, Sendable {
    public let nom: String
    public let fondement: String
    /// Steps in which it had something to look at.
    public var constats = 0
    public var fautes = 0
  }

  public struct Usage: Hashable, Sendable {
    public var acceptees = 0
    public var refusees = 0
  }

  public struct Part: Hashable, Sendable {
    public var vies = 0
    public var tenues: [Tenue] = []
    public var commandes: [String: Usage] = [:]
    public var etapes: Int { commandes.values.reduce(0) { $0 + $1.acceptees + $1.refusees } }
  }

  public private(set) var parts: [GenreDeVie: Part] = [:]
  /// The first ones by seed, at most `fautesMontrees`.
  public private(set) var premieresFautes: [FauteDeVie] = []
  public static let fautesMontrees = 20

  public var vies: Int { parts.values.reduce(0) { $0 + $1.vies } }
  public var etapes: Int { parts.values.reduce(0) { $0 + $1.etapes } }
  public var fautes: Int { parts.values.reduce(0) { $0 + $1.tenues.reduce(0) { $0 + $1.fautes } } }

  mutating func begin(_ genre: GenreDeVie, _ invariants: [(nom: String, fondement: String)]) {
    parts[genre, default: Part()].vies += 1
    guard parts[genre]?.tenues.isEmpty == true else { return }
    parts[genre]?.tenues = invariants.map { Tenue(nom: $0.nom, fondement: $0.fondement) }
  }

  mutating func note(_ genre: GenreDeVie, _ commande: String, isRefused: Bool) {
    if isRefused {
      parts[genre, default: Part()].commandes[commande, default: Usage()].refusees += 1
    } else {
      parts[genre, default: Part()].commandes[commande, default: Usage()].acceptees += 1
    }
  }

  /// Counts what the invariants said, in their order, and gives what they found.
  mutating func fautes(_ genre: GenreDeVie, _ constats: [Verdict]) -> [(invariant: Int, phrase: String)] {
    var found: [(Int, String)] = []
    for (index, constat) in constats.enumerated() where constat != .sansObjet {
      parts[genre]?.tenues[index].constats += 1
      guard case .faute(let phrase) = constat else { continue }
      parts[genre]?.tenues[index].fautes += 1
      found.append((index, phrase))
    }
    return found
  }

  mutating func add(_ faute: FauteDeVie) { keep([faute]) }

  mutating func add(_ other: BilanDEpreuve) {
    parts.merge(other.parts) { $0.adding($1) }
    keep(other.premieresFautes)
  }

  private mutating func keep(_ fautes: [FauteDeVie]) {
    guard !fautes.isEmpty else { return }
    let all = (premieresFautes + fautes).sorted {
      ($0.graine, $0.rang, $0.invariant) < ($1.graine, $1.rang, $1.invariant)
    }
    premieresFautes = Array(all.prefix(BilanDEpreuve.fautesMontrees))
  }
}

extension BilanDEpreuve.Part {
  fileprivate func adding(_ other: BilanDEpreuve.Part) -> BilanDEpreuve.Part {
    var sum = self
    sum.vies += other.vies
    for index in sum.tenues.indices {
      sum.tenues[index].constats += other.tenues[index].constats
      sum.tenues[index].fautes += other.tenues[index].fautes
    }
    sum.commandes.merge(other.commandes) {
      .init(acceptees: $0.acceptees + $1.acceptees, refusees: $0.refusees + $1.refusees)
    }
    return sum
  }
}
