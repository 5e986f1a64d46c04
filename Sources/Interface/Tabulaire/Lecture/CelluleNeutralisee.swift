/// Guards CSV cells against the formulas that spreadsheets would run.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets a leading apostrophe; so does one that
/// begins with apostrophes before such a character, so that reading gives back exactly what was written.
enum CelluleNeutralisee {
  static func guarded(_ text: String) -> String { isHostile(text[...]) ? "'" + text : text }

  static func restored(_ text: String) -> String {
    text.utf8.first == apostrophe && isHostile(text.dropFirst()) ? String(text.dropFirst()) : text
  }

  private static func isHostile(_ text: Substring) -> Bool {
    guard let first = text.utf8.first(where: { $0 != apostrophe }) else { return false }
    return triggers.contains(first)
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let triggers = Set("=+-@\t\r".utf8)
}
