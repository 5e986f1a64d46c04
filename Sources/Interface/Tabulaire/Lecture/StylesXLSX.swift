/// Which cell styles show a number as a date.
final class StylesXLSX: ElementsXML.Walker {
  private var customFormats: [Int: String] = [:]
  private var cellFormats: [Int] = []
  private var inCellFormats = false

  static func read(_ archive: inout ArchiveZip, _ place: String?) throws(FauteTabulaire) -> Set<Int> {
    guard let place, let content = try archive.read(place) else { return [] }
    let styles = StylesXLSX()
    try ElementsXML.walk(content, part: place, styles)
    return Set(styles.cellFormats.indices.filter { styles.isDate(styles.cellFormats[$0]) })
  }

  func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      customFormats[id] = attributes["formatCode"]
    case "cellXfs": inCellFormats = true
    case "xf" where inCellFormats:
      cellFormats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  func text(_ text: String) {}

  func end(_ element: String) {
    if element == "cellXfs" { inCellFormats = false }
  }

  private func isDate(_ format: Int) -> Bool {
    if let code = customFormats[format] { return StylesXLSX.showsDate(code) }
    // Built-in dates (ECMA-376, 18.8.30); 18–21 and 45–47 show a time only.
    return (14...17).contains(format) || format == 22 || (27...31).contains(format) || format == 36
      || (50...58).contains(format)
  }

  /// A format code shows a date when, quotes, escapes and brackets apart, it has a day or a year, or a month
  /// without hours or seconds. Brackets around hours, minutes or seconds show a duration.
  static func showsDate(_ code: String) -> Bool {
    let letters = Set(bareLetters(code))
    guard !["general", "standard"].contains(code.lowercased()), !code.lowercased().contains(/\[(h+|m+|s+)\]/)
    else { return false }
    if letters.contains("d") || letters.contains("y") { return true }
    return letters.contains("m") && !letters.contains("h") && !letters.contains("s")
  }

  private static func bareLetters(_ code: String) -> [Character] {
    var letters: [Character] = []
    var closing: Character?
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if let end = closing {
        if character == end { closing = nil }
      } else if character == "\"" {
        closing = "\""
      } else if character == "[" {
        closing = "]"
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else {
        letters.append(character)
      }
    }
    return letters
  }
}
