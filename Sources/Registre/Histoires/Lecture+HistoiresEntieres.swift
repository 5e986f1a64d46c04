import Convention
import SQLEngine

extension Lecture {
  /// Every history of a kind within a scope, whole, the first opened first: for kinds that are few. One question.
  ///
  /// - Parameter etats: only those whose state is one of these words; nil for all.
  public func histoiresEntieres<H: Histoire>(
    _ type: H.Type, _ perimetre: Perimetre, etats: [String]? = nil
  ) throws -> [FicheDHistoire<H>] {
    let scope = perimetre.conditionDHistoires(from: 2)
    let first = 2 + scope.values.count
    let states = (etats ?? []).indices.map { "$\(first + $0)" }.joined(separator: ", ")
    let among = etats == nil ? "TRUE" : states.isEmpty ? "FALSE" : "h.etat IN (\(states))"
    var fiches: [FicheDHistoire<H>] = []
    var current: FicheDHistoire<H>?
    try connection.forEach(
      """
      SELECT h.id, j.genre, j.octets, j.position, j.jour, j.empreinte, j.rang
      FROM histoire h JOIN journal j ON j.dossier = -h.id
      WHERE h.genre = $1 AND (\(scope.sql)) AND \(among) AND j.octets IS NOT NULL ORDER BY h.id, j.rang
      """, [.text(H.genre.rawValue)] + scope.values + (etats ?? []).map { .text($0) }
    ) { row in
      if let done = current, done.id != row.int(0) {
        fiches.append(done)
        current = nil
      }
      try FicheDHistoire<H>.lire(row, into: &current)
    }
    return fiches + (current.map { [$0] } ?? [])
  }

  /// The next number of a kind under a prefix: `D-2026-` gives `D-2026-003` when two have been given.
  public func prochaineCle(_ genre: GenreDHistoire, prefixe: String) throws -> String {
    let count =
      try connection.scalar(
        "SELECT COUNT(*) FROM histoire h WHERE h.genre = $1 AND SUBSTR(h.cle, 1, \(prefixe.utf8.count)) = $2",
        .text(genre.rawValue), .text(prefixe)) ?? 0
    let digits = String(count + 1)
    return prefixe + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
