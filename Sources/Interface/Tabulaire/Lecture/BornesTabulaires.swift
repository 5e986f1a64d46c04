/// What a spreadsheet may cost at most; beyond it, the file is refused with a sentence that names the bound.
public struct BornesTabulaires: Hashable, Sendable {
  /// Size of the file as received, in bytes.
  public var byteCount: Int
  /// Size of all the parts of an XLSX that are read, once inflated, in bytes.
  public var inflatedByteCount: Int
  /// Rank of the last row that holds a value, from 1.
  public var rowCount: Int
  /// Rank of the last column that holds a value, from 1.
  public var columnCount: Int
  /// Length of one cell, in UTF-8 bytes.
  public var cellByteCount: Int

  public init(
    byteCount: Int = 64 << 20, inflatedByteCount: Int = 256 << 20, rowCount: Int = 200_000,
    columnCount: Int = 256, cellByteCount: Int = 32_767
  ) {
    self.byteCount = byteCount
    self.inflatedByteCount = inflatedByteCount
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cellByteCount = cellByteCount
  }
}

extension BornesTabulaires {
  func check(row: Int) throws(FauteTabulaire) {
    guard row <= rowCount else {
      throw FauteTabulaire("Le tableau dépasse \(rowCount) lignes : partagez-le en plusieurs fichiers.")
    }
  }

  func check(columns count: Int, row: Int) throws(FauteTabulaire) {
    guard count <= columnCount else {
      throw FauteTabulaire(
        "Ligne \(row) : plus de \(columnCount) colonnes ; retirez celles qui ne servent pas.")
    }
  }

  func check(cellBytes count: Int, row: Int, column: Int) throws(FauteTabulaire) {
    guard count <= cellByteCount else {
      throw FauteTabulaire(
        "Ligne \(row), colonne \(Feuille.letter(column: column)) : la cellule dépasse \(cellByteCount) octets."
      )
    }
  }
}
