import Foundation

/// A name made of the one that a browser or a person gave, to be shown and to be offered back: letters of any script, digits,
/// spaces and `.-_’'()`, at most 120 characters, never hidden, ending in `.pdf`.
///
/// It names no file of the centre: those bear their fingerprint.
public func nomDeDocument(_ nom: String) -> String {
  let last = nom.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
  let kept = last.precomposedStringWithCanonicalMapping.map { character -> Character in
    character.isLetter || character.isNumber || " .-_’'()".contains(character) ? character : "_"
  }
  var stem = String(kept.drop { $0 == "." || $0 == " " })
  if stem.lowercased().hasSuffix(".pdf") { stem.removeLast(4) }
  let short = stem.prefix(116).trimmingCharacters(in: .whitespaces)
  return "\(short.isEmpty ? "document" : short).pdf"
}
