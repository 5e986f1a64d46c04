import Convention
import Preuve

/// What the canonical bytes of a history's fact say: enough to be read alone, years later.
struct EnveloppeDHistoire<Acte: Codable>: Codable {
  struct Objet: Codable {
    let genre: GenreDHistoire
    let cle: String
  }

  let objet: Objet
  let rang: Int
  let genre: GenreDHistoire
  let jour: Jour
  let instant: Instant
  let auteur: String
  let fichier: Int64?
  let ligne: Int?
  /// Fingerprint of the history's previous fact, in hexadecimal.
  let precedent: String?
  let fait: Acte

  init(
    _ fait: Acte, of genre: GenreDHistoire, _ cle: String, rang: Int, precedent: Empreinte?, _ trace: Trace
  ) {
    objet = Objet(genre: genre, cle: cle)
    self.rang = rang
    self.genre = genre
    jour = trace.jour
    instant = trace.instant
    auteur = trace.auteur
    fichier = trace.fichier
    ligne = trace.ligne
    self.precedent = precedent?.hexadecimal
    self.fait = fait
  }
}

extension Histoire {
  /// The fact in the bytes of one journal row.
  static func acte(genre: String, octets: [UInt8], position: Int64) throws -> Acte {
    guard genre == self.genre.rawValue else {
      throw RegistreFault.evenementInconnu(genre: genre, position: position)
    }
    do {
      return try CanonicalDecoder.decode(EnveloppeDHistoire<Acte>.self, from: octets).fait
    } catch {
      throw RegistreFault.evenementIllisible(position)
    }
  }
}
