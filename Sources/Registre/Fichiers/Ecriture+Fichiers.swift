import Convention
import Preuve
import SQLEngine

extension Ecriture {
  /// Registers a received file; its id is given by the base.
  public func inscrire(_ fichier: FichierRecu) throws -> FichierRecu {
    var result = fichier
    result.id = (try connection.scalar("SELECT MAX(id) FROM fichier_recu") ?? 0) + 1
    try connection.run(
      """
      INSERT INTO fichier_recu(id, canal, partenaire, nom, chemin, taille, sha256, empreinte, instant, jour, genre,
        version, application, exploitation, etude, environnement, sequence, date_emission, entete, etat, statut, code,
        octet, ligne, cumuls, bilan, destinataire)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
        $24, $25, $26, $27)
      """, try result.values)
    return result
  }

  /// Saves how far the integration has gone and what it gave.
  public func avancer(_ fichier: FichierRecu) throws {
    try connection.run(
      """
      UPDATE fichier_recu SET etat = $1, statut = $2, code = $3, octet = $4, ligne = $5, cumuls = $6, bilan = $7
      WHERE id = $8
      """,
      .text(fichier.etat.rawValue), .text(fichier.statut), .text(fichier.code), .int(fichier.octet),
      .int(fichier.ligne), .text(fichier.cumuls), .text(try canonical(fichier.bilan)), .int(fichier.id))
  }
}

extension FichierRecu {
  fileprivate var values: [SQLValue] {
    get throws {
      [
        .int(id), .text(canal), .text(partenaire), .text(nom), .text(chemin), .int(taille), .text(sha256),
        .text(empreinte), .int(instant.milliseconds), .text(jour.iso), received(suite?.genre),
        .int(version.map(Int64.init)),
        received(suite?.application), received(suite?.exploitation), received(suite?.etude),
        received(suite?.environnement),
        .int(sequence), .text(dateEmission?.iso), .text(try canonical(entete)), .text(etat.rawValue), .text(statut),
        .text(code), .int(octet), .int(ligne), .text(cumuls), .text(try canonical(bilan)), .text(destinataire?.texte),
      ]
    }
  }

  static let columns = """
    f.id, f.canal, f.partenaire, f.nom, f.chemin, f.taille, f.sha256, f.empreinte, f.instant, f.jour, f.genre, f.version,
    f.application, f.exploitation, f.etude, f.environnement, f.sequence, f.date_emission, f.entete, f.etat, f.statut,
    f.code, f.octet, f.ligne, f.cumuls, f.bilan, f.destinataire
    """

  init(row: any SQLRow) throws {
    self.init(
      canal: row.text(1), partenaire: row.optText(2), nom: row.text(3), chemin: row.text(4), taille: row.int(5),
      sha256: row.text(6), empreinte: row.text(7), instant: Instant(milliseconds: row.int(8)),
      jour: try day(row.text(9)), etat: Etat(rawValue: row.text(19)) ?? .clos)
    id = row.int(0)
    if let genre = row.optText(10) {
      suite = Suite(
        genre: genre, environnement: row.optText(15) ?? "", application: row.optText(12) ?? "",
        exploitation: row.optText(13) ?? "", etude: row.optText(14) ?? "")
    }
    version = row.optInt(11).map(Int.init)
    sequence = row.optInt(16)
    dateEmission = try row.optText(17).map(day)
    entete = try canonical([String: String].self, row.text(18))
    destinataire = row.optText(26).map { Destinataire($0) }
    statut = row.optText(20)
    code = row.optText(21)
    octet = row.int(22)
    ligne = Int(row.int(23))
    cumuls = row.optText(24)
    if let text = row.optText(25) { bilan = try canonical(Bilan.self, text) }
  }
}
