/// The encodings in which spreadsheets write CSV.
enum CodageDeTexte: Hashable {
  case utf8
  case utf16
  case windows1252
  case iso8859v15

  /// Without a mark nor valid UTF-8, a byte of 80–9F can only be Windows-1252; else the reading of ISO-8859-15 is
  /// taken, which has the French œ and € where Windows-1252 would show ½ and ¤.
  static func detect(_ octets: [UInt8]) -> CodageDeTexte {
    if octets.starts(with: [0xFF, 0xFE]) || octets.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if isUTF8(octets) { return .utf8 }
    return octets.contains { (0x80...0x9F).contains($0) } ? .windows1252 : .iso8859v15
  }

  static func isUTF8(_ octets: [UInt8]) -> Bool {
    String(validating: octets, as: UTF8.self) != nil
  }

  /// The same text in UTF-8, without its byte order mark.
  func utf8(_ octets: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: Array(octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets[3...] : octets[...])
    case .utf16: CodageDeTexte.utf8(fromUTF16: octets)
    case .windows1252: CodageDeTexte.utf8(fromWindows1252: octets)
    case .iso8859v15: Array(Latin9.text(octets).utf8)
    }
  }

  private static func utf8(fromUTF16 octets: [UInt8]) -> [UInt8] {
    let littleEndian = octets[0] == 0xFF
    let units = stride(from: 2, to: octets.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(octets[index]), UInt16(octets[index + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func utf8(fromWindows1252 octets: [UInt8]) -> [UInt8] {
    let replacement = UTF8.encodedReplacementCharacter
    var result: [UInt8] = []
    result.reserveCapacity(octets.count + octets.count / 8)
    for octet in octets {
      if octet < 0x80 {
        result.append(octet)
      } else {
        result.append(contentsOf: UTF8.encode(windows1252Scalars[octet] ?? Unicode.Scalar(octet)) ?? replacement)
      }
    }
    return result
  }

  /// Where Windows-1252 departs from the first 256 Unicode scalars; its five holes become U+FFFD.
  private static let windows1252Scalars: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x81: "\u{FFFD}", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡",
    0x88: "ˆ", 0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8D: "\u{FFFD}", 0x8E: "Ž",
    0x8F: "\u{FFFD}", 0x90: "\u{FFFD}", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•",
    0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ",
    0x9D: "\u{FFFD}", 0x9E: "ž", 0x9F: "Ÿ",
  ]
}
