import CXlsxwriter
import Convention
import Foundation

/// An XLSX workbook of one sheet, written row by row in constant memory: real numbers and dates, bold headings that
/// stay in sight, a filter, widths.
///
/// The same rows and the same instant give the same bytes.
public final class EcrivainXLSX: EcrivainDeTableau {
  /// Rows of a sheet, headings included.
  static let largestRowCount = 1_048_576
  /// UTF-16 units of a cell.
  private static let largestTextLength = 32_767
  /// Beyond fifteen digits a spreadsheet would round: the amount is then written as a text.
  private static let largestExactCents: UInt64 = 999_999_999_999_999

  private let tableau: Tableau
  private let fichier: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private var formats: [Tableau.TypeDeColonne: UnsafeMutablePointer<lxw_format>] = [:]
  private var row: UInt32 = 0

  /// - Parameters:
  ///   - fichier: the path of the file to write; complete only after `close`.
  ///   - instant: the creation written in the workbook.
  public init(_ tableau: Tableau, fichier: String, instant: Instant) throws(FauteTabulaire) {
    self.tableau = tableau
    self.fichier = fichier
    var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
    guard let workbook = workbook_new_opt(fichier, &options) else {
      throw FauteTabulaire("Le classeur « \(fichier) » ne peut pas être créé.")
    }
    guard let worksheet = workbook_add_worksheet(workbook, EcrivainXLSX.sheetName(tableau.titre)) else {
      lxw_workbook_free(workbook)
      throw FauteTabulaire("Le classeur « \(fichier) » ne peut pas être créé.")
    }
    self.workbook = workbook
    self.worksheet = worksheet
    setProperties(workbook, instant)
    addFormats(workbook)
    writeHeadings(workbook)
  }

  /// A writer abandoned before its end still gives its memory back; the file is worthless.
  deinit {
    if let workbook { lxw_workbook_free(workbook) }
  }

  public func write(_ ligne: [Tableau.Cellule]) throws {
    guard row + 1 < EcrivainXLSX.largestRowCount else {
      throw FauteTabulaire("Un classeur XLSX s'arrête à 1 048 576 lignes : exportez la liste en CSV.")
    }
    row += 1
    for (column, cellule) in ligne.prefix(tableau.colonnes.count).enumerated() {
      try check(write(cellule, column: UInt16(column)))
    }
  }

  public func close() throws {
    guard let workbook else { return }
    let columnCount = UInt16(tableau.colonnes.count)
    if columnCount > 0 { try check(worksheet_autofilter(worksheet, 0, 0, row, columnCount - 1)) }
    self.workbook = nil
    try check(workbook_close(workbook))
  }

  private func check(_ error: lxw_error) throws(FauteTabulaire) {
    guard error != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "code \(error.rawValue)"
    throw FauteTabulaire(
      "Le classeur « \(fichier) » n'a pas pu être écrit (\(reason)) : vérifiez la place libre.")
  }
}

extension EcrivainXLSX {
  private func write(_ cellule: Tableau.Cellule, column: UInt16) -> lxw_error {
    switch cellule {
    case .vide: LXW_NO_ERROR
    case .texte(let text): write(text: text, column)
    case .entier(let value): write(entier: value, column)
    case .montant(let montant): write(montant, column)
    case .jour(let jour): write(jour, time: (0, 0, 0), column, .jour)
    case .instant(let instant): write(instant.jour, time: instant.time, column, .instant)
    }
  }

  private func write(text: String, _ column: UInt16) -> lxw_error {
    guard !text.isEmpty else { return LXW_NO_ERROR }
    var units = text.utf16.prefix(EcrivainXLSX.largestTextLength)
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    let fitting = units.count == text.utf16.count ? text : String(Substring(units))
    return worksheet_write_string(worksheet, row, column, EchappementXLSX.guarded(fitting), nil)
  }

  private func write(entier value: Int64, _ column: UInt16) -> lxw_error {
    guard value.magnitude <= EcrivainXLSX.largestExactCents else {
      return worksheet_write_string(worksheet, row, column, String(value), nil)
    }
    return worksheet_write_number(worksheet, row, column, Double(value), formats[.entier])
  }

  /// The only place where an amount becomes a binary number: the nearest one to the cents, which a spreadsheet shows
  /// exactly up to fifteen digits.
  private func write(_ montant: Montant, _ column: UInt16) -> lxw_error {
    guard montant.cents.magnitude <= EcrivainXLSX.largestExactCents else {
      return worksheet_write_string(worksheet, row, column, montant.texte, nil)
    }
    return worksheet_write_number(worksheet, row, column, Double(montant.cents) / 100, formats[.montant])
  }

  private func write(
    _ jour: Jour, time: (heure: Int, minute: Int, seconde: Int), _ column: UInt16,
    _ type: Tableau.TypeDeColonne
  ) -> lxw_error {
    let (annee, mois, day) = jour.components
    var date = lxw_datetime(
      year: Int32(annee), month: Int32(mois), day: Int32(day), hour: Int32(time.heure),
      min: Int32(time.minute), sec: Double(time.seconde))
    return worksheet_write_datetime(worksheet, row, column, &date, formats[type])
  }
}

extension EcrivainXLSX {
  private func setProperties(_ workbook: UnsafeMutablePointer<lxw_workbook>, _ instant: Instant) {
    var properties = lxw_doc_properties()
    properties.created = time_t(instant.milliseconds / 1000)
    tableau.titre.withCString { title in
      properties.title = UnsafeMutablePointer(mutating: title)
      _ = workbook_set_properties(workbook, &properties)
    }
  }

  private func addFormats(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    let codes: [(Tableau.TypeDeColonne, String)] = [
      (.entier, "#,##0"), (.montant, "#,##0.00\\ \"€\""), (.jour, "dd/mm/yyyy"),
      (.instant, "dd/mm/yyyy hh:mm"),
    ]
    for (type, code) in codes {
      guard let format = workbook_add_format(workbook) else { continue }
      format_set_num_format(format, code)
      formats[type] = format
    }
  }

  private func writeHeadings(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    let bold = workbook_add_format(workbook)
    if let bold { format_set_bold(bold) }
    worksheet_freeze_panes(worksheet, 1, 0)
    for (column, colonne) in tableau.colonnes.enumerated() {
      let rank = UInt16(column)
      worksheet_set_column(worksheet, rank, rank, Double(EcrivainXLSX.width(colonne)), nil)
      worksheet_write_string(worksheet, 0, rank, colonne.titre, bold)
    }
  }

  /// Room for the heading, its filter button and the usual values.
  private static func width(_ colonne: Tableau.Colonne) -> Int {
    if let largeur = colonne.largeur { return min(max(largeur, 1), 255) }
    let usual =
      switch colonne.type {
      case .texte: 20
      case .entier: 10
      case .montant: 15
      case .jour: 12
      case .instant: 17
      }
    return max(usual, min(colonne.titre.count + 4, 40))
  }

  /// A sheet's name has 31 characters, none of `[]:*?/\`, no apostrophe at its ends.
  private static func sheetName(_ titre: String) -> String {
    let allowed = titre.filter { !"[]:*?/\\'".contains($0) && !$0.isNewline }
    let name = allowed.trimmingCharacters(in: .whitespaces)
    return name.isEmpty ? "Liste" : String(decoding: name.utf16.prefix(31), as: UTF16.self)
  }
}
