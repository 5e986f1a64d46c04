import Convention

/// Folds the name of a commune as La Poste writes it: `repli`, then the usual abbreviations
/// (`SAINT` → `ST`, `SAINTE` → `STE`, `LEZ` → `LES` and, but for the first word, `S/` → `SUR`, `SS` → `SOUS`).
public func repliDeCommune(_ texte: String) -> [UInt8] {
  Abreviations.applied(to: repli(texte))
}

/// Other ways to fold a name that is misspelt just where an abbreviation was read, or should have been.
///
/// `S` and `SS` kept as they stand (a letter typed wrong is not `SUR`), and words one fault away from `SAINT` or
/// `SAINTE` taken for them. Only those that differ from `folded`.
func variantesDeCommune(_ texte: String, otherThan folded: [UInt8]) -> [[UInt8]] {
  let words = repli(texte).split(separator: 0x20)
  let literal = words.map { $0.count < 3 ? $0 : Abreviations.applied(to: Array($0))[...] }
  let saints = literal.map { Abreviations.nearSaint($0) ?? $0 }
  return [literal, saints].map { Array($0.joined(separator: [0x20])) }.filter { $0 != folded }
}

/// The abbreviations of commune names, applied to whole words.
private enum Abreviations {
  static func applied(to folded: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    var unchangedUpTo = 0
    while start < folded.count {
      let end = folded[start...].firstIndex(of: 0x20) ?? folded.count
      if let replacement = replacement(folded, start, end) {
        if result.isEmpty { result.reserveCapacity(folded.count + 8) }
        result += folded[unchangedUpTo..<start]
        result += replacement
        unchangedUpTo = end
      }
      start = end + 1
    }
    return unchangedUpTo == 0 ? folded : result + folded[unchangedUpTo...]
  }

  /// `ST` or `STE` for a word of four to seven letters that one fault separates from `SAINT` or `SAINTE`.
  static func nearSaint(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard word.count >= 4 else { return nil }
    return [("SAINT", "ST"), ("SAINTE", "STE")].first {
      Distance.between(Array($0.0.utf8)[...], word, limit: 1) != nil
    }.map { Array($0.1.utf8)[...] }
  }

  private static let table: [(word: [UInt8], replacement: [UInt8])] = [
    (Array("S".utf8), Array("SUR".utf8)), (Array("SS".utf8), Array("SOUS".utf8)),
    (Array("LEZ".utf8), Array("LES".utf8)), (Array("SAINT".utf8), Array("ST".utf8)),
    (Array("SAINTE".utf8), Array("STE".utf8)),
  ]

  private static func replacement(_ folded: [UInt8], _ start: Int, _ end: Int) -> [UInt8]? {
    let length = end - start
    guard length <= 6, folded[start] == 0x53 || folded[start] == 0x4C, start > 0 || length > 2 else { return nil }
    return table.first { $0.word.count == length && $0.word.elementsEqual(folded[start..<end]) }?.replacement
  }
}
