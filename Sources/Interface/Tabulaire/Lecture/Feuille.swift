import Convention

/// A table as it was read, whatever the file was: rows of typed cells, each with its place for messages.
public struct Feuille: Hashable, Sendable {
  public enum Valeur: Hashable, Sendable {
    case vide
    case texte(String)
    /// An exact decimal: `-?` digits, then possibly `.` and digits, without useless zeros.
    case nombre(String)
    case jour(Jour)
    /// What a formula that failed shows: `#REF!`, `#N/A`.
    case erreur(String)
  }

  public struct Ligne: Hashable, Sendable {
    /// Rank in the sheet, from 1, as a spreadsheet program shows it.
    public let rang: Int
    public let cellules: [Valeur]
    public init(rang: Int, cellules: [Valeur]) {
      self.rang = rang
      self.cellules = cellules
    }

    /// The value of a column (from 0): empty beyond the last one.
    public subscript(column: Int) -> Valeur {
      cellules.indices.contains(column) ? cellules[column] : .vide
    }
  }

  /// The name of the sheet; nil for CSV.
  public let nom: String?
  /// Only the rows that hold a value, in order.
  public let lignes: [Ligne]

  public init(nom: String? = nil, lignes: [Ligne]) {
    self.nom = nom
    self.lignes = lignes
  }

  /// The letters of a column counted from 0: A, B… Z, AA.
  public static func letter(column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
