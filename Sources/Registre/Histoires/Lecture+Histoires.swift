import Convention
import Preuve
import SQLEngine

extension Lecture {
  /// A history within a scope, by its key: nil for another's as for one that does not exist. One question.
  public func histoire<H: Histoire>(
    _ type: H.Type, cle: String, _ perimetre: Perimetre
  ) throws -> FicheDHistoire<H>? {
    try recit(H.self, "h.cle = $2", .text(cle), perimetre)?.fiche
  }

  /// A history within a scope and its facts, with who said each and when: what a page shows. One question.
  public func recit<H: Histoire>(
    _ type: H.Type, id: Int64, _ perimetre: Perimetre
  ) throws -> (fiche: FicheDHistoire<H>, actes: [ActeDate<H.Acte>])? {
    try recit(H.self, "h.id = $2", .int(id), perimetre)
  }

  private func recit<H: Histoire>(
    _ type: H.Type, _ condition: String, _ value: SQLValue, _ perimetre: Perimetre
  ) throws -> (fiche: FicheDHistoire<H>, actes: [ActeDate<H.Acte>])? {
    let scope = perimetre.conditionDHistoires(from: 3)
    var fiche: FicheDHistoire<H>?
    let actes = try connection.query(
      """
      SELECT h.id, j.genre, j.octets, j.position, j.jour, j.empreinte, j.rang, j.instant, j.auteur
      FROM histoire h JOIN journal j ON j.dossier = -h.id
      WHERE h.genre = $1 AND \(condition) AND (\(scope.sql)) AND j.octets IS NOT NULL ORDER BY j.rang
      """, [.text(H.genre.rawValue), value] + scope.values
    ) { row in
      let acte = try FicheDHistoire<H>.lire(row, into: &fiche)
      return ActeDate(
        position: row.int(3), acte: acte, instant: Instant(milliseconds: row.int(7)), jour: try day(row.text(4)),
        auteur: row.text(8))
    }
    return fiche.map { ($0, actes) }
  }

  func histoireConnue(_ genre: GenreDHistoire, _ cle: String) throws -> Bool {
    try connection.scalar(
      "SELECT h.id FROM histoire h WHERE h.genre = $1 AND h.cle = $2", .text(genre.rawValue), .text(cle)) != nil
  }
}

extension FicheDHistoire {
  /// Follows one row of the journal, the first of which begins the history.
  ///
  /// Columns: number of the history of whichever sign, genre, octets, position, jour, empreinte, rang.
  @discardableResult
  static func lire(_ row: any SQLRow, into fiche: inout FicheDHistoire?) throws -> H.Acte {
    let acte = try H.acte(genre: row.text(1), octets: row.blob(2), position: row.int(3))
    let empreinte = Empreinte(row.blob(5)) ?? .nulle
    if fiche == nil {
      guard let histoire = H(acte) else { throw RegistreFault.histoireSansOuverture(genre: row.text(1)) }
      let id = Int64(row.int(0).magnitude)
      fiche = FicheDHistoire(id: id, histoire, ouverte: try day(row.text(4)), empreinte: empreinte)
    } else {
      fiche?.suivre(acte, rang: Int(row.int(6)), empreinte: empreinte)
    }
    return acte
  }
}
