import Convention
import Foundation

/// The formats in which any list is exported.
public enum FormatDeListe: String, Hashable, Sendable, CaseIterable {
  case texte, csv, xlsx, json
}

extension Tableau {
  /// The whole list in memory, for lists that a person reads; a writer streams the large ones.
  ///
  /// - Parameter instant: the creation written in a workbook; the same instant gives the same bytes.
  public func octets(
    _ lignes: some Sequence<[Cellule]>, en format: FormatDeListe, instant: Instant
  ) throws -> [UInt8] {
    var octets: [UInt8] = []
    switch format {
    case .texte: try write(lignes, with: EcrivainTexte(self) { octets += $0 })
    case .csv: try write(lignes, with: EcrivainCSV(self) { octets += $0 })
    case .json: try write(lignes, with: EcrivainJSON(self) { octets += $0 })
    case .xlsx:
      let place = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
      defer { try? FileManager.default.removeItem(at: place) }
      try write(lignes, with: EcrivainXLSX(self, fichier: place.path, instant: instant))
      octets = try Array(Data(contentsOf: place))
    }
    return octets
  }

  private func write(_ lignes: some Sequence<[Cellule]>, with ecrivain: some EcrivainDeTableau) throws {
    var ecrivain = ecrivain
    for ligne in lignes { try ecrivain.write(ligne) }
    try ecrivain.close()
  }
}
