import Convention
import SQLEngine

extension Lecture {
  /// How many dossiers answer each of several filters, in one reading of the scope.
  public func nombres(_ perimetre: Perimetre, _ filtres: [FiltreDossiers]) throws -> [Int] {
    guard !filtres.isEmpty else { return [] }
    let scope = perimetre.condition(from: 1)
    var values = scope.values
    let counts = filtres.map { filtre in
      let filter = filtre.condition(from: 1 + values.count)
      values += filter.values
      return "COUNT(CASE WHEN \(filter.sql) THEN 1 END)"
    }
    let found = try connection.first(
      "SELECT \(counts.joined(separator: ", ")) FROM dossier d WHERE (\(scope.sql))", values
    ) { row in filtres.indices.map { Int(row.int($0)) } }
    return found ?? filtres.map { _ in 0 }
  }

  /// What the études received on dossiers of a scope from a day on, cancelled payments taken off.
  public func encaissements(_ perimetre: Perimetre, depuis jour: Jour) throws -> (nombre: Int, creance: Montant) {
    let scope = perimetre.condition(from: 2)
    let found = try connection.first(
      """
      SELECT COUNT(CASE WHEN e.sens = '+' THEN 1 END),
        COALESCE(SUM(CASE WHEN e.sens = '+' THEN e.creance ELSE -e.creance END), 0)
      FROM encaissement e JOIN dossier d ON d.id = e.dossier WHERE e.jour >= $1 AND (\(scope.sql))
      """, [.text(jour.iso)] + scope.values
    ) { (Int($0.int(0)), Montant(cents: $0.int(1))) }
    return found ?? (0, .zero)
  }
}
