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
      if pending == 0 { offset = IndiceDeCodage.skipASCII(base, from: offset, to: bytes.count) }
      if offset < bytes.count { scan(base[offset]) }
      offset += 1
    }
  }

  /// The next byte above 7F, or one of the last few.
  @inline(__always)
  private static func skipASCII(_ bytes: Octets, from start: Int, to end: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    while offset + 32 <= end {
      let first = bytes.load8(offset) | bytes.load8(offset + 8)
      let second = bytes.load8(offset + 16) | bytes.load8(offset + 24)
      guard (first | second) & high == 0 else { break }
      offset += 32
    }
    while offset + 8 <= end {
      let marks = UInt64(littleEndian: bytes.load8(offset)) & high
      guard marks == 0 else { return offset + marks.trailingZeroBitCount / 8 }
      offset += 8
    }
    return offset
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
