import Convention
import SQLEngine

extension Ecriture {
  /// Folds the histories of the journal, whose kinds are given; returns how many there are.
  func projeter(_ types: [any Histoire.Type]) throws -> Int {
    let known = Dictionary(types.map { ($0.genre.rawValue, $0) }) { first, _ in first }
    var count = 0
    var open: (any HistoireRejouee)?
    try connection.forEach(
      """
      SELECT j.dossier, j.genre, j.octets, j.position, j.jour, j.empreinte, j.rang FROM journal j
      WHERE j.dossier < 0 AND j.octets IS NOT NULL ORDER BY j.dossier DESC, j.rang
      """
    ) { row in
      if let next = try open?.suivie(row) {
        open = next
        return
      }
      try open?.inscrire(self)
      guard let type = known[row.text(1)] else {
        throw RegistreFault.evenementInconnu(genre: row.text(1), position: row.int(3))
      }
      open = try commencer(type, row)
      count += 1
    }
    try open?.inscrire(self)
    return count
  }

  private func commencer<H: Histoire>(_ type: H.Type, _ row: any SQLRow) throws -> (any HistoireRejouee)? {
    var fiche: FicheDHistoire<H>?
    try FicheDHistoire<H>.lire(row, into: &fiche)
    return fiche
  }
}

/// A history being told again, whatever its kind.
private protocol HistoireRejouee {
  /// After that row; nil if the row is another's.
  func suivie(_ row: any SQLRow) throws -> (any HistoireRejouee)?
  func inscrire(_ ecriture: Ecriture) throws
}

extension FicheDHistoire: HistoireRejouee {
  fileprivate func suivie(_ row: any SQLRow) throws -> (any HistoireRejouee)? {
    guard sujet.numero == row.int(0) else { return nil }
    var fiche: FicheDHistoire? = self
    try FicheDHistoire.lire(row, into: &fiche)
    return fiche
  }

  fileprivate func inscrire(_ ecriture: Ecriture) throws { try ecriture.insert(self) }
}
