/// The texts that the cells of a workbook share, by rank; of a rich text, its runs; never its phonetic guide.
final class ChainesXLSX: ElementsXML.Walker {
  private var chaines: [String] = []
  private var current = ""
  private var inText = false
  private var inPhonetic = false

  static func read(_ archive: inout ArchiveZip, _ place: String?) throws(FauteTabulaire) -> [String] {
    guard let place, let content = try archive.read(place) else { return [] }
    let chaines = ChainesXLSX()
    try ElementsXML.walk(content, part: place, chaines)
    return chaines.chaines
  }

  func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "si": current = ""
    case "rPh": inPhonetic = true
    case "t": inText = !inPhonetic
    default: break
    }
  }

  func text(_ text: String) {
    if inText { current += text }
  }

  func end(_ element: String) {
    switch element {
    case "si": chaines.append(EchappementXLSX.restored(current))
    case "rPh": inPhonetic = false
    case "t": inText = false
    default: break
    }
  }
}

/// `_x000D_`: how a workbook writes the characters that XML cannot hold.
enum EchappementXLSX {
  /// A text that looks like an escape, itself escaped; control characters are left to the writer.
  static func guarded(_ text: String) -> String {
    text.contains("_x") ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
  }

  static func restored(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.0)
    }
  }
}
