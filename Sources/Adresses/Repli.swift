import Convention

/// Folds the name of a commune as La Poste writes it: `repli`, then the usual abbreviations
/// (`SAINT` → `ST`, `SAINTE` → `STE`, `LEZ` → `LES` and, but for the first word, `S/` → `SUR`, `SS` → `SOUS`).
public func repliDeCommune(_ texte: String) -> [UInt8] {
  Abreviations.applied(to: repli(texte))
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
