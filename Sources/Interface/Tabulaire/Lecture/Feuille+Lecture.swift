import Foundation

extension Feuille {
  /// Reads a CSV or XLSX file; one too large is refused before it is read.
  public init(
    fichier: String, feuille: String? = nil, bornes: BornesTabulaires = BornesTabulaires()
  ) throws(FauteTabulaire) {
    let name = URL(fileURLWithPath: fichier).lastPathComponent
    guard let handle = FileHandle(forReadingAtPath: fichier),
      let content = try? handle.read(upToCount: bornes.byteCount + 1) ?? Data()
    else { throw FauteTabulaire("Le fichier « \(name) » ne peut pas être lu.") }
    guard content.count <= bornes.byteCount else { throw Feuille.tooLarge(bornes) }
    try self.init(octets: Array(content), feuille: feuille, bornes: bornes)
  }

  /// Reads a CSV or XLSX file, told apart by its first bytes.
  ///
  /// - Parameters:
  ///   - feuille: the sheet of a workbook to read; the first visible one when nil. CSV has none and ignores it.
  /// - Throws: the sentence to show when the file is something else, damaged, encrypted or beyond `bornes`.
  public init(
    octets: [UInt8], feuille: String? = nil, bornes: BornesTabulaires = BornesTabulaires()
  ) throws(FauteTabulaire) {
    guard octets.count <= bornes.byteCount else { throw Feuille.tooLarge(bornes) }
    if let sentence = SignatureEtrangere.sentence(for: octets) { throw FauteTabulaire(sentence) }
    if octets.starts(with: [0x50, 0x4B]) {
      self = try ClasseurXLSX.read(octets, feuille: feuille, bornes: bornes)
    } else {
      self = try TexteCSV.read(octets, bornes: bornes)
    }
  }
}

extension Feuille {
  private static func tooLarge(_ bornes: BornesTabulaires) -> FauteTabulaire {
    FauteTabulaire("Le fichier dépasse les \(bornes.byteCount) octets admis : partagez-le en plusieurs.")
  }
}

/// Files that people send in place of a spreadsheet, known by their first bytes.
private enum SignatureEtrangere {
  static func sentence(for octets: [UInt8]) -> String? {
    if octets.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }) { return "Le fichier est vide." }
    return known.first { octets.starts(with: $0.bytes) }?.sentence
  }

  private static let known: [(bytes: [UInt8], sentence: String)] = [
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      "Le fichier est un classeur protégé par mot de passe ou un ancien classeur XLS : ôtez le mot de passe, "
        + "ou enregistrez-le au format XLSX."
    ),
    (Array("%PDF".utf8), "Le fichier est un PDF : envoyez le tableau en XLSX ou en CSV."),
    (Array("{\\rtf".utf8), "Le fichier est un texte RTF : envoyez le tableau en XLSX ou en CSV."),
    ([0x1F, 0x8B], "Le fichier est compressé (gzip) : envoyez le tableau lui-même, en XLSX ou en CSV."),
  ]
}
