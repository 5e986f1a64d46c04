import Convention
import SQLEngine

/// Figures of a département in one state of dossiers: numbers and amounts, nobody's name.
public struct Chiffres: Hashable, Sendable {
  /// nil for dossiers that wait for an étude.
  public let departement: String?
  public let etat: String
  public let nombre: Int
  public let montant: Montant
  public let recouvre: Montant
  public let reste: Montant
}

extension Lecture {
  /// Figures by département and state, within a scope; the only query that a national scope may see something of.
  public func chiffres(_ perimetre: Perimetre) throws -> [Chiffres] {
    let scope = perimetre.conditionDeChiffres(from: 1)
    return try connection.query(
      """
      SELECT d.departement, d.etat, SUM(d.nombre), SUM(d.montant), SUM(d.recouvre), SUM(d.reste) FROM chiffre d
      WHERE (\(scope.sql)) GROUP BY d.departement, d.etat ORDER BY d.departement, d.etat
      """, scope.values
    ) { row in
      Chiffres(
        departement: row.text(0).isEmpty ? nil : row.text(0), etat: row.text(1), nombre: Int(row.int(2)),
        montant: Montant(cents: row.int(3)),
        recouvre: Montant(cents: row.int(4)), reste: Montant(cents: row.int(5)))
    }
  }
}
