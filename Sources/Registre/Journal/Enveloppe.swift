import Convention
import Preuve

/// Who caused an event, when, and from which line of which file.
public struct Trace: Hashable, Sendable {
  /// `etude:E3101`, `exploitation:HELIOS/031`, `centre`, `exploitant:NOM`.
  public let auteur: String
  public let instant: Instant
  /// The day of the centre's work that it belongs to.
  public let jour: Jour
  public let fichier: Int64?
  public let ligne: Int?
  /// Place of that line in the file, in bytes: where it is read again, not part of the evidence.
  public let octet: Int64?
  public let longueur: Int64?
  public let lignes: Int?

  public init(
    auteur: String, instant: Instant, jour: Jour, fichier: Int64? = nil, ligne: Int? = nil,
    octet: Int64? = nil, longueur: Int64? = nil, lignes: Int? = nil
  ) {
    self.octet = octet
    self.longueur = longueur
    self.lignes = lignes
    self.auteur = auteur
    self.instant = instant
    self.jour = jour
    self.fichier = fichier
    self.ligne = ligne
  }
}

/// What the canonical bytes of an event say: enough to be read alone, years later.
struct Enveloppe<F: Fait>: Codable {
  let demande: CleDemande
  let rang: Int
  let genre: String
  let jour: Jour
  let instant: Instant
  let auteur: String
  let fichier: Int64?
  let ligne: Int?
  /// Fingerprint of the dossier's previous event, in hexadecimal.
  let precedent: String?
  let fait: F
}

extension Evenement {
  /// The canonical bytes of this event as the `rang`-th of a dossier.
  func octets(
    of demande: CleDemande, rang: Int, precedent: String?, trace: Trace
  ) throws -> [UInt8] {
    func encode<F: Fait>(_ fait: F) throws -> [UInt8] {
      try CanonicalEncoder.encode(
        Enveloppe(
          demande: demande, rang: rang, genre: genre.rawValue, jour: trace.jour, instant: trace.instant,
          auteur: trace.auteur, fichier: trace.fichier, ligne: trace.ligne, precedent: precedent, fait: fait))
    }
    let contenu = fait.contenu
    return try encode(contenu)
  }

  /// The event in the bytes of one journal row.
  init(genre: String, octets: [UInt8], position: Int64) throws {
    guard let kind = Genre(rawValue: genre) else {
      throw RegistreFault.evenementInconnu(genre: genre, position: position)
    }
    do {
      self = try Evenement(kind) { type in try Evenement.decode(type, octets) }
    } catch {
      throw RegistreFault.evenementIllisible(position)
    }
  }

  private static func decode<F: Fait>(_ type: F.Type, _ octets: [UInt8]) throws -> any Fait {
    try CanonicalDecoder.decode(Enveloppe<F>.self, from: octets).fait
  }
}
