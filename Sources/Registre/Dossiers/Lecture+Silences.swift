import Convention
import SQLEngine

/// What tells whether the études feed the centre (annexe qualité II.2; R181–R182): counts, without any name.
extension Lecture {
  /// Dossiers that an étude has and of which nothing came since a day, by étude: figures, which a national scope sees.
  public func dossiersSansNouvelle(_ perimetre: Perimetre, depuis jour: Jour) throws -> [CodeEtude: Int] {
    let filter = FiltreDossiers(sansNouvelleDepuis: jour).condition(from: 1)
    let scope = perimetre.conditionDeChiffres(from: 1 + filter.values.count)
    return try parEtude(
      "SELECT d.etude, COUNT(*) FROM dossier d WHERE (\(filter.sql)) AND (\(scope.sql)) GROUP BY d.etude ORDER BY d.etude",
      filter.values + scope.values)
  }

  /// Reminders sent from a day to another, both included, by étude.
  public func relances(_ perimetre: Perimetre, from first: Jour, to last: Jour) throws -> [CodeEtude: Int] {
    let scope = perimetre.conditionDeChiffres(from: 3)
    return try parEtude(
      """
      SELECT r.etude, COUNT(*) FROM relance r JOIN dossier d ON d.id = r.dossier
      WHERE r.jour >= $1 AND r.jour <= $2 AND (\(scope.sql)) GROUP BY r.etude ORDER BY r.etude
      """, [.text(first.iso), .text(last.iso)] + scope.values)
  }

  private func parEtude(_ sql: String, _ values: [SQLValue]) throws -> [CodeEtude: Int] {
    let rows = try connection.query(sql, values) { row in
      row.optText(0).flatMap { CodeEtude($0) }.map { ($0, Int(row.int(1))) }
    }
    return Dictionary(uniqueKeysWithValues: rows.compactMap { $0 })
  }
}
