/// What the canonical bytes of an event say of its place, whatever its kind: the part that a verifier understands.
struct EnTete: Decodable {
  let rang: Int64
  let genre: String
  let jour: String?
  let instant: Int64
  let auteur: String
  let fichier: Int64?
  let ligne: Int64?
  /// Fingerprint of the previous event of the same dossier; absent for the first.
  let precedent: Empreinte?

  /// The first column that says something else; columns that were not given are not compared.
  func difference(with row: LigneDuJournal) -> String? {
    if rang != row.rang { return "rang" }
    if genre != row.genre { return "genre" }
    if instant != row.instant { return "instant" }
    if let jour = row.jour, jour != self.jour { return "jour" }
    if let auteur = row.auteur, auteur != self.auteur { return "auteur" }
    if let fichier = row.fichier, fichier != self.fichier { return "fichier" }
    if let ligne = row.ligne, ligne != self.ligne { return "ligne" }
    return nil
  }
}
