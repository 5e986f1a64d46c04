import Convention
import SQLEngine

/// The files that some études sent and were sent: each sees its own and no other's (R099, R183).
extension Lecture {
  /// Files issued to these études, the last first.
  public func fichiersEmis(to etudes: Set<CodeEtude>, limit: Int, offset: Int) throws -> [FichierEmis] {
    let (places, codes) = among(etudes, from: 3)
    return try connection.query(
      """
      SELECT \(FichierEmis.columns) FROM fichier_emis f
      WHERE f.etude IN (\(places)) AND f.empreinte IS NOT NULL ORDER BY f.id DESC LIMIT $1 OFFSET $2
      """, [.int(limit), .int(offset)] + codes
    ) { try FichierEmis(row: $0) }
  }

  /// A file issued to one of these études; nil for another's as for one that does not exist.
  public func fichierEmis(_ id: Int64, to etudes: Set<CodeEtude>) throws -> FichierEmis? {
    let (places, codes) = among(etudes, from: 2)
    return try connection.first(
      """
      SELECT \(FichierEmis.columns) FROM fichier_emis f
      WHERE f.id = $1 AND f.empreinte IS NOT NULL AND f.etude IN (\(places))
      """, [.int(id)] + codes
    ) { try FichierEmis(row: $0) }
  }

  /// Files that these études sent, the last first: what they typed on the site is not a file of theirs.
  public func fichiersRecus(of etudes: Set<CodeEtude>, limit: Int) throws -> [FichierRecu] {
    let (places, codes) = among(etudes, from: 2)
    return try connection.query(
      """
      SELECT \(FichierRecu.columns) FROM fichier_recu f
      WHERE f.destinataire IN (\(places)) ORDER BY f.id DESC LIMIT $1
      """, [.int(limit)] + codes
    ) { try FichierRecu(row: $0) }
  }

  /// A file that one of these études sent, or put down even if its header names another; nil for another's as for one that does not
  /// exist.
  public func fichierRecu(_ id: Int64, of etudes: Set<CodeEtude>) throws -> FichierRecu? {
    let (places, codes) = among(etudes, from: 3)
    return try connection.first(
      """
      SELECT \(FichierRecu.columns) FROM fichier_recu f
      WHERE f.id = $1 AND (f.destinataire IN (\(places)) OR (f.canal = $2 AND f.partenaire IN (\(places))))
      """, [.int(id), .text(FichierRecu.depot)] + codes
    ) { try FichierRecu(row: $0) }
  }

  /// Nobody's files when there is no étude.
  private func among(_ etudes: Set<CodeEtude>, from first: Int) -> (places: String, codes: [SQLValue]) {
    let codes = etudes.map(\.texte).sorted()
    guard !codes.isEmpty else { return ("NULL", []) }
    return (codes.indices.map { "$\(first + $0)" }.joined(separator: ", "), codes.map { .text($0) })
  }
}

extension FichierRecu {
  /// The channel of files that an étude puts down on the site.
  public static let depot = "depot"
}
