import Foundation

/// Texts made fit for the fixed-length format, which is in ISO-8859-15.
enum TexteTabulaire {
  /// Line breaks and runs of spaces become one space; typographic signs their plain form; a letter that the format
  /// cannot write loses its accent.
  ///
  /// - Throws: for a letter that has no plain form.
  static func plain(_ text: String) throws(FauteDeCellule) -> String {
    if isPlainASCII(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if (0x21...0x7E).contains(scalar.value) {
        result.append(scalar)
      } else if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        if result.last != " " { result.append(" ") }
      } else if isWritable(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: try replacement(of: scalar).unicodeScalars)
      }
    }
    return String(result).trimmingCharacters(in: .whitespaces)
  }

  /// Printable ASCII without a space at its ends nor two in a row: the usual case, already plain.
  private static func isPlainASCII(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .format && Latin9.byte(scalar) != nil
  }

  private static func replacement(of scalar: Unicode.Scalar) throws(FauteDeCellule) -> String {
    if let known = replacements[scalar] { return known }
    if scalar.properties.generalCategory == .format { return "" }
    let decomposed = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
    let base = decomposed.filter { $0.properties.canonicalCombiningClass == .notReordered }
    guard !base.isEmpty, base.count < 4, base.allSatisfy({ isWritable($0) && $0 != scalar }) else {
      throw FauteDeCellule("le caractère U+\(hexadecimal(scalar)) ne s'écrit pas dans le format d'interface")
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: base)
    return text
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static let replacements: [Unicode.Scalar: String] = [
    "‘": "'", "’": "'", "‚": ",", "‛": "'", "“": "\"", "”": "\"", "„": "\"", "′": "'", "´": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "…": "...", "•": "-",
    "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "ı": "i", "Ħ": "H", "ħ": "h", "ĸ": "k", "Ŋ": "N", "ŋ": "n",
    "¼": "1/4", "½": "1/2", "¾": "3/4", "¦": "|", "¨": "", "¸": "",
  ]
}
