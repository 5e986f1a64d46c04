/// The proof of one dossier: its events, the seals and the way from each event to its seal. Holds nobody else's data and
/// verifies without the base.
public struct ExtraitDePreuve: Hashable, Sendable, Codable {
  public static let format = "centre-serveur/extrait/1"

  /// One event, and the way to the root of its seal; without both when no seal covers it yet.
  public struct Piece: Hashable, Sendable, Codable {
    public var journal: LigneDuJournal
    /// Number of the seal.
    public var sceau: Int64?
    /// Audit path of RFC 6962, from the leaf up.
    public var chemin: [Empreinte]?
  }

  public var format: String
  public var dossier: Int64
  /// How many events the dossier had when the proof was made, as the centre declares.
  public var nombre: Int64
  /// Every seal from the one that covers the first event to the last one made.
  public var sceaux: [Sceau]
  public var evenements: [Piece]

  /// Builds the proof.
  /// - Parameters:
  ///   - evenements: all the events of the dossier, in the order of their ranks.
  ///   - sceaux: all the seals, in the order of their numbers.
  ///   - feuilles: the hashes (``Feuille/hachage``) of all the leaves of a seal's range, in the order of positions.
  public init(
    dossier: Int64, evenements: [LigneDuJournal], sceaux: [Sceau],
    feuilles: (Sceau) throws -> [Empreinte]
  ) rethrows {
    format = ExtraitDePreuve.format
    self.dossier = dossier
    nombre = Int64(evenements.count)
    let first = evenements.first?.position ?? .max
    self.sceaux = sceaux.filter { $0.derniere >= first }
    self.evenements = evenements.map { Piece(journal: $0) }
    for sceau in self.sceaux { try prove(sceau, feuilles) }
  }

  private mutating func prove(_ sceau: Sceau, _ feuilles: (Sceau) throws -> [Empreinte]) rethrows {
    let pieces = evenements.indices.filter {
      sceau.premiere <= evenements[$0].journal.position && evenements[$0].journal.position <= sceau.derniere
    }
    guard !pieces.isEmpty else { return }
    let leaves = try feuilles(sceau)
    let rangs = pieces.map { Int(evenements[$0].journal.position &- sceau.premiere) }
    // A damaged journal has fewer leaves than its seal says: no proof then, and the verdict tells it.
    guard rangs.allSatisfy(leaves.indices.contains) else { return }
    let chemins = Merkle.chemins(leaves, rangs: rangs).chemins
    for (piece, chemin) in zip(pieces, chemins) {
      evenements[piece].sceau = sceau.numero
      evenements[piece].chemin = chemin
    }
  }

  /// The file's bytes: canonical, then a line end.
  public func octets() throws -> [UInt8] { try CanonicalEncoder.encode(self) + [UInt8(ascii: "\n")] }

  /// Reads a file; ``CanonicalFault`` when it is not a proof of this format.
  public init(fichier octets: [UInt8]) throws {
    let content = octets.last == UInt8(ascii: "\n") ? Array(octets.dropLast()) : octets
    self = try CanonicalDecoder.decodeExactly(ExtraitDePreuve.self, from: content)
    guard format == ExtraitDePreuve.format else {
      throw CanonicalFault("ce n'est pas un extrait de preuve de la version 1", path: "format")
    }
  }
}
