import Convention

/// The rows of one sheet, cell by cell, under the bounds.
final class FeuilleXLSX: ElementsXML.Walker {
  /// What the cells of a sheet refer to.
  struct Context {
    let textes: [String]
    /// Styles that show a date.
    let styles: Set<Int>
    let epoch: OrigineDesDates
    let bornes: BornesTabulaires
  }

  private let context: Context
  private var lignes: [Feuille.Ligne] = []
  private var row = 0
  private var values: [Feuille.Valeur] = []
  private var column = -1
  private var type = ""
  private var style = 0
  private var content = ""
  private var isListening = false
  private var inPhonetic = false

  private init(_ context: Context) { self.context = context }

  static func read(
    _ octets: [UInt8], part: String, _ context: Context
  ) throws(FauteTabulaire) -> [Feuille.Ligne] {
    let feuille = FeuilleXLSX(context)
    try ElementsXML.walk(octets, part: part, feuille)
    return feuille.lignes
  }

  func start(_ element: String, _ attributes: [String: String]) throws(FauteTabulaire) {
    switch element {
    case "row":
      try startRow(attributes["r"].flatMap { Int($0) })
    case "c": startCell(attributes)
    case "rPh": inPhonetic = true
    case "v", "t": isListening = !inPhonetic
    default: break
    }
  }

  func text(_ text: String) throws(FauteTabulaire) {
    guard isListening else { return }
    content += text
    try context.bornes.check(cellBytes: content.utf8.count, row: row, column: max(0, column))
  }

  func end(_ element: String) throws(FauteTabulaire) {
    switch element {
    case "row": endRow()
    case "c": try endCell()
    case "rPh": inPhonetic = false
    case "v", "t": isListening = false
    default: break
    }
  }

  /// Ranks may be left out: a row then follows the one before; they may not go back.
  private func startRow(_ rank: Int?) throws(FauteTabulaire) {
    guard rank.map({ $0 > row }) ?? true else {
      throw FauteTabulaire("Le classeur est abîmé : la ligne \(rank ?? 0) vient après la ligne \(row).")
    }
    row = rank ?? row + 1
    values = []
    column = -1
  }

  private func endRow() {
    guard values.contains(where: { $0 != .vide }) else { return }
    lignes.append(Feuille.Ligne(rang: row, cellules: values))
  }

  private func startCell(_ attributes: [String: String]) {
    column = attributes["r"].flatMap(FeuilleXLSX.column) ?? column + 1
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    content = ""
  }

  private func endCell() throws(FauteTabulaire) {
    let value = try valeur()
    guard value != .vide else { return }
    try context.bornes.check(row: row)
    try context.bornes.check(columns: column + 1, row: row)
    while values.count <= column { values.append(.vide) }
    values[column] = value
  }

  /// The column of a reference, from 0: `C12` is 2. nil without letters or beyond the last column of a spreadsheet.
  private static func column(of reference: String) -> Int? {
    var rank = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte) else { break }
      rank = rank * 26 + Int(byte - 0x40)
      guard rank <= 16_384 else { return nil }
    }
    return rank > 0 ? rank - 1 : nil
  }
}

extension FeuilleXLSX {
  private func valeur() throws(FauteTabulaire) -> Feuille.Valeur {
    switch type {
    case "s": return FeuilleXLSX.texte(try shared())
    case "str", "inlineStr": return FeuilleXLSX.texte(EchappementXLSX.restored(content))
    case "b": return .texte(content == "1" ? "VRAI" : "FAUX")
    case "e": return .erreur(content)
    case "d": return isoDay()
    default: return number()
    }
  }

  private func shared() throws(FauteTabulaire) -> String {
    guard !content.isEmpty else { return "" }
    guard let rank = Int(content), context.textes.indices.contains(rank) else {
      throw FauteTabulaire(
        "Le classeur est abîmé : la cellule \(Feuille.letter(column: max(0, column)))\(row) renvoie à un texte absent."
      )
    }
    return context.textes[rank]
  }

  private static func texte(_ text: String) -> Feuille.Valeur {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? .vide : .texte(text)
  }

  private func isoDay() -> Feuille.Valeur {
    Jour(iso: content.prefix(10)).map(Feuille.Valeur.jour) ?? FeuilleXLSX.texte(content)
  }

  private func number() -> Feuille.Valeur {
    guard !content.isEmpty else { return .vide }
    guard let exact = NombreExact.read(content) else { return .erreur(content) }
    guard context.styles.contains(style), let jour = context.epoch.jour(serial: exact) else {
      return .nombre(exact)
    }
    return .jour(jour)
  }
}
