import Convention
import SQLEngine

/// Files of a day as the exploitant looks at them, a page at a time; what is typed on the site is counted, not listed.
extension Lecture {
  public func fichiersRecus(_ jour: Jour, limit: Int, offset: Int) throws -> [FichierRecu] {
    try connection.query(
      """
      SELECT \(FichierRecu.columns) FROM fichier_recu f WHERE f.jour = $1 AND f.canal <> 'site'
      ORDER BY f.id LIMIT $2 OFFSET $3
      """, .text(jour.iso), .int(limit), .int(offset)
    ) { try FichierRecu(row: $0) }
  }

  /// How many files a day brought, and how many acts were typed on the site.
  public func nombreDeFichiersRecus(_ jour: Jour) throws -> (fichiers: Int, saisies: Int) {
    let counts = try connection.first(
      """
      SELECT COUNT(*), COALESCE(SUM(CASE WHEN f.canal = 'site' THEN 1 ELSE 0 END), 0)
      FROM fichier_recu f WHERE f.jour = $1
      """, .text(jour.iso)
    ) { (all: Int($0.int(0)), typed: Int($0.int(1))) }
    guard let counts else { return (0, 0) }
    return (counts.all - counts.typed, counts.typed)
  }

  public func nombreDeFichiersEmis(_ jour: Jour) throws -> Int {
    Int(try connection.scalar("SELECT COUNT(*) FROM fichier_emis WHERE jour = $1", .text(jour.iso)) ?? 0)
  }
}
