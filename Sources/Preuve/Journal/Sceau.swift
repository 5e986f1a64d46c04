/// A seal over a range of the journal, chained to the seal before it: whoever keeps its fingerprint can later tell any change
/// in that range or in an earlier one.
public struct Sceau: Hashable, Sendable, Codable {
  /// 1, 2, 3…
  public var numero: Int64
  /// First and last positions of the range; the first follows the last one of the previous seal.
  public var premiere: Int64
  public var derniere: Int64
  /// Root of the tree of the range's leaves.
  public var racine: Empreinte
  /// Fingerprint of the previous seal; null for the first.
  public var precedent: Empreinte
  /// When it was made: milliseconds since 1970, UTC.
  public var instant: Int64
  public var empreinte: Empreinte

  /// A seal as it is stored.
  public init(
    numero: Int64, premiere: Int64, derniere: Int64, racine: Empreinte, precedent: Empreinte, instant: Int64,
    empreinte: Empreinte
  ) {
    self.numero = numero
    self.premiere = premiere
    self.derniere = derniere
    self.racine = racine
    self.precedent = precedent
    self.instant = instant
    self.empreinte = empreinte
  }

  /// The fingerprint that the other values should have.
  public var empreinteCalculee: Empreinte {
    var preimage = Preimage("centre-serveur/sceau/1")
    preimage.add(numero)
    preimage.add(premiere)
    preimage.add(derniere)
    preimage.add(racine)
    preimage.add(precedent)
    preimage.add(instant)
    return preimage.empreinte
  }
}

/// Makes the seal that follows another from the leaves of its range, one after the other.
public struct Scelleur: Sendable {
  private let precedent: Sceau?
  private var arbre = RacineProgressive()
  /// The first position that the journal lacks; the seal stops before it, and a verification will name it.
  public private(set) var absente: Int64?

  /// - Parameter precedent: the last seal made; nil for the first one.
  public init(apres precedent: Sceau?) { self.precedent = precedent }

  /// The position of the next leaf to add.
  public var position: Int64 { (precedent?.derniere ?? 0) &+ arbre.nombre &+ 1 }

  /// Adds the leaf at ``position``; nothing more is added after a hole.
  public mutating func add(_ feuille: Feuille) {
    guard absente == nil, feuille.position == position else {
      absente = absente ?? position
      return
    }
    arbre.add(feuille.hachage)
  }

  /// The seal of the leaves added; nil when there is none.
  public func sceau(instant: Int64) -> Sceau? {
    guard arbre.nombre > 0 else { return nil }
    var sceau = Sceau(
      numero: (precedent?.numero ?? 0) &+ 1, premiere: position &- arbre.nombre, derniere: position &- 1,
      racine: arbre.racine, precedent: precedent?.empreinte ?? .nulle, instant: instant, empreinte: .nulle)
    sceau.empreinte = sceau.empreinteCalculee
    return sceau
  }
}
