/// What survives a purge, and what seals hold: no personal data.
public struct Feuille: Hashable, Sendable {
  public let position: Int64
  public let dossier: Int64
  public let rang: Int64
  public let genre: String
  /// Milliseconds since 1970, UTC.
  public let instant: Int64
  public let empreinte: Empreinte

  public init(
    position: Int64, dossier: Int64, rang: Int64, genre: String, instant: Int64, empreinte: Empreinte
  ) {
    self.position = position
    self.dossier = dossier
    self.rang = rang
    self.genre = genre
    self.instant = instant
    self.empreinte = empreinte
  }

  /// Its hash in the tree of a seal.
  public var hachage: Empreinte {
    var preimage = Preimage("centre-serveur/feuille/1", prefix: 0)
    preimage.add(position)
    preimage.add(dossier)
    preimage.add(rang)
    preimage.add(instant)
    preimage.add(genre)
    preimage.add(empreinte)
    return preimage.empreinte
  }
}
