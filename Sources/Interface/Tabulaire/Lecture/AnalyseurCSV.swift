/// Cuts CSV into records and fields (RFC 4180), from UTF-8 bytes.
///
/// A quoted field may hold separators, doubled quotes and line breaks. What follows a closing quote is kept, as
/// spreadsheets do; a quote in the middle of an unquoted field is an ordinary character. Line ends: CRLF, LF or CR.
struct AnalyseurCSV {
  private let octets: [UInt8]
  private let separateur: UInt8
  private let bornes: BornesTabulaires
  private var position = 0
  /// Records cut so far: the rank of the last one.
  private(set) var rowCount = 0

  init(_ octets: [UInt8], separateur: UInt8, bornes: BornesTabulaires) {
    self.octets = octets
    self.separateur = separateur
    self.bornes = bornes
  }

  /// The fields of the next record, or nil at the end.
  mutating func next() throws(FauteTabulaire) -> [String]? {
    guard position < octets.count else { return nil }
    rowCount += 1
    try bornes.check(row: rowCount)
    var fields: [String] = []
    repeat {
      fields.append(try nextField(column: fields.count))
      try bornes.check(columns: fields.count, row: rowCount)
    } while takeSeparator()
    takeLineEnd()
    return fields
  }

  private mutating func nextField(column: Int) throws(FauteTabulaire) -> String {
    var content: [UInt8] = []
    if position < octets.count, octets[position] == quote {
      position += 1
      try takeQuoted(into: &content, column: column)
    }
    let start = position
    while position < octets.count, !endsField(octets[position]) { position += 1 }
    content.append(contentsOf: octets[start..<position])
    try bornes.check(cellBytes: content.count, row: rowCount, column: column)
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func takeQuoted(into content: inout [UInt8], column: Int) throws(FauteTabulaire) {
    while let end = octets[position...].firstIndex(of: quote) {
      content.append(contentsOf: octets[position..<end])
      try bornes.check(cellBytes: content.count, row: rowCount, column: column)
      position = end + 1
      guard position < octets.count, octets[position] == quote else { return }
      content.append(quote)
      position += 1
    }
    throw FauteTabulaire(
      "Ligne \(rowCount), colonne \(Feuille.letter(column: column)) : un guillemet ouvert n'est jamais refermé."
    )
  }

  private func endsField(_ octet: UInt8) -> Bool {
    octet == separateur || octet == 0x0A || octet == 0x0D
  }

  private mutating func takeSeparator() -> Bool {
    guard position < octets.count, octets[position] == separateur else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    guard position < octets.count else { return }
    let carriageReturn = octets[position] == 0x0D
    position += 1
    if carriageReturn, position < octets.count, octets[position] == 0x0A { position += 1 }
  }

  private var quote: UInt8 { UInt8(ascii: "\"") }
}
