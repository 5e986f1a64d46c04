import Convention
import SQLEngine

extension Lecture {
  /// The contracts of one étude within a scope, those that have ended included.
  public func contrats(
    of etude: CodeEtude, _ perimetre: Perimetre
  ) throws -> [FicheDHistoire<HistoireDeContrat>] {
    try fiches(HistoireDeContrat.self, perimetre, FiltreDHistoires(etude: etude), limit: 1_000)
  }

  /// A page of the histories of a kind, each folded, in the order of the list. Two questions.
  public func fiches<H: Histoire>(
    _ type: H.Type, _ perimetre: Perimetre, _ filtre: FiltreDHistoires = FiltreDHistoires(), limit: Int,
    offset: Int = 0
  ) throws -> [FicheDHistoire<H>] {
    let ids = try histoires(H.genre, perimetre, filtre, limit: limit, offset: offset).map(\.id)
    guard !ids.isEmpty else { return [] }
    let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    var open: FicheDHistoire<H>?
    var found: [Int64: FicheDHistoire<H>] = [:]
    try connection.forEach(
      """
      SELECT j.dossier, j.genre, j.octets, j.position, j.jour, j.empreinte, j.rang FROM journal j
      WHERE j.dossier IN (\(places)) AND j.octets IS NOT NULL ORDER BY j.dossier, j.rang
      """, ids.map { .int(-$0) }
    ) { row in
      if let known = open, known.sujet.numero != row.int(0) {
        found[known.id] = known
        open = nil
      }
      try FicheDHistoire<H>.lire(row, into: &open)
    }
    if let open { found[open.id] = open }
    return ids.compactMap { found[$0] }
  }
}

extension Ecriture {
  /// The contracts as they stand for receptions, kept with their étude; nothing for an étude that is not in the directory.
  public func garder(_ contrats: [ContratDepartemental], of etude: CodeEtude) throws {
    try connection.runLater(
      "UPDATE etude SET contrat = $1 WHERE code = $2", [.text(try canonical(contrats)), .text(etude.texte)])
  }
}
