/// Guesses the coding of a file that is not in ISO-8859-15, to say it in one sentence beside the codes.
struct IndiceDeCodage {
  /// Characters of several bytes well formed in UTF-8, and bytes above 7F that are part of none.
  private var sequences = 0
  private var isolated = 0
  private var pending = 0
  private var beginning: [UInt8] = []

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    if beginning.count < 4 { beginning += bytes.prefix(4 - beginning.count) }
    guard let base = bytes.baseAddress else { return }
    var offset = 0
    while offset < bytes.count {
      if pending == 0, offset + 32 <= bytes.count, IndiceDeCodage.isASCII(base + offset) {
        offset += 32
      } else {
        scan(base[offset])
        offset += 1
      }
    }
  }

  /// No byte above 7F among thirty-two.
  @inline(__always)
  private static func isASCII(_ bytes: Octets) -> Bool {
    (bytes.load8(0) | bytes.load8(8) | bytes.load8(16) | bytes.load8(24)) & 0x8080_8080_8080_8080 == 0
  }

  private mutating func scan(_ byte: UInt8) {
    if pending > 0 {
      if byte & 0xC0 == 0x80 {
        pending -= 1
        if pending == 0 { sequences += 1 }
        return
      }
      isolated += 1
      pending = 0
    }
    switch byte {
    case 0xC2...0xDF: pending = 1
    case 0xE0...0xEF: pending = 2
    case 0xF0...0xF4: pending = 3
    case 0x80...: isolated += 1
    default: break
    }
  }

  /// One sentence in French, nil when nothing speaks against ISO-8859-15.
  var phrase: String? {
    let advice = "le convertir en ISO-8859-15 avant de le renvoyer"
    if beginning.starts(with: [0xEF, 0xBB, 0xBF]) {
      return "Le fichier commence par une marque UTF-8 (BOM) : il est codé en UTF-8 ; \(advice)."
    }
    if beginning.starts(with: [0xFE, 0xFF]) || beginning.starts(with: [0xFF, 0xFE])
      || beginning == [0x30, 0, 0x30, 0] || beginning == [0, 0x30, 0, 0x30]
    {
      return "Le fichier paraît codé en UTF-16 ; \(advice)."
    }
    if beginning.starts(with: [0xF0, 0xF0, 0xF0]) {
      return "Le fichier paraît codé en EBCDIC ; \(advice)."
    }
    guard sequences > 2 * isolated else { return nil }
    let count = sequences == 1 ? "un caractère accentué" : "\(sequences) caractères accentués"
    return "Le fichier paraît codé en UTF-8 (\(count) sur plusieurs octets) ; \(advice)."
  }
}
