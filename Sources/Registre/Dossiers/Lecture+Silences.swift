import Convention
import SQLEngine

/// What tells whether the études feed the centre (annexe qualité II.2; R181–R182): counts and demands, no debtor.
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

  /// The first of them one by one, by day, for whoever sees their dossiers: CL1A, who has figures only, sees none.
  public func relancesDatees(
    _ perimetre: Perimetre, from first: Jour, to last: Jour, limit: Int
  ) throws -> [RelanceDatee] {
    let scope = perimetre.condition(from: 3)
    return try connection.query(
      """
      SELECT r.jour, r.etude, d.numero, r.objet FROM relance r JOIN dossier d ON d.id = r.dossier
      WHERE r.jour >= $1 AND r.jour <= $2 AND (\(scope.sql)) ORDER BY r.jour, r.etude, d.numero, d.id, r.rang
      LIMIT \(limit)
      """, [.text(first.iso), .text(last.iso)] + scope.values
    ) { row -> RelanceDatee? in
      guard let etude = CodeEtude(row.text(1)) else { return nil }
      return RelanceDatee(
        jour: try day(row.text(0)), etude: etude, demande: row.text(2),
        objet: Relance.Objet(rawValue: row.text(3)) ?? .actionAttendue)
    }.compactMap { $0 }
  }

  private func parEtude(_ sql: String, _ values: [SQLValue]) throws -> [CodeEtude: Int] {
    let rows = try connection.query(sql, values) { row in
      row.optText(0).flatMap { CodeEtude($0) }.map { ($0, Int(row.int(1))) }
    }
    return Dictionary(uniqueKeysWithValues: rows.compactMap { $0 })
  }
}
