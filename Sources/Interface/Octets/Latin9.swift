import Foundation

/// ISO-8859-15, the coding of every file of version 1: the only place where bytes and text meet.
public enum Latin9 {
  /// The eight places where ISO-8859-15 differs from ISO-8859-1.
  private static let particular: [(byte: UInt8, scalar: Unicode.Scalar)] = [
    (0xA4, "€"), (0xA6, "Š"), (0xA8, "š"), (0xB4, "Ž"), (0xB8, "ž"), (0xBC, "Œ"), (0xBD, "œ"),
    (0xBE, "Ÿ"),
  ]

  private static let scalars: [Unicode.Scalar] = {
    var table = (0...255).map { Unicode.Scalar(UInt8($0)) }
    for (byte, scalar) in particular { table[Int(byte)] = scalar }
    return table
  }()

  /// The text of any bytes: every byte has a character.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    // Nearly every field: the bytes are the text.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalars[Int(byte)]) }
    return String(text)
  }

  /// The byte of a character, nil if ISO-8859-15 does not have it.
  public static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if let found = particular.first(where: { $0.scalar == scalar }) { return found.byte }
    guard scalar.value <= 0xFF, !particular.contains(where: { UInt32($0.byte) == scalar.value })
    else { return nil }
    return UInt8(scalar.value)
  }

  /// The bytes of a text that ISO-8859-15 holds whole; nil otherwise.
  public static func exactBytes(_ texte: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in texte.unicodeScalars {
      guard let byte = byte(scalar) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// The bytes written for a text: canonical composition, then the nearest writing, then `?`.
  ///
  /// A control character becomes a blank, since the receiver would refuse it (103). See `approximation`.
  public static func bytes(_ texte: String) -> [UInt8] {
    if texte.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return Array(texte.utf8) }
    var bytes: [UInt8] = []
    for scalar in texte.precomposedStringWithCanonicalMapping.unicodeScalars { append(scalar, to: &bytes) }
    return bytes
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if let byte = byte(scalar) {
      bytes.append(byte.isControl ? Octet.blanc : byte)
    } else {
      bytes.append(contentsOf: approximation(scalar))
    }
  }

  /// What is written for a character outside ISO-8859-15: its typographic equivalent, its letter without
  /// diacritics, else `?`.
  static func approximation(_ scalar: Unicode.Scalar) -> [UInt8] {
    if let known = equivalents[scalar] { return Array(known.utf8) }
    let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
      .filter { !$0.properties.isDiacritic && $0.properties.generalCategory != .nonspacingMark }
    let base = parts.flatMap { part in byte(part).map { [$0] } ?? Array((equivalents[part] ?? "").utf8) }
    return base.isEmpty ? [UInt8(ascii: "?")] : base.map { $0.isControl ? Octet.blanc : $0 }
  }

  private static let equivalents: [Unicode.Scalar: String] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'", "\u{02BC}": "'", "\u{2032}": "'",
    "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"", "\u{2033}": "\"",
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-",
    "\u{2212}": "-", "\u{2022}": "-", "\u{2026}": "...", "\u{2044}": "/", "\u{202F}": " ", "\u{2009}": " ",
    "\u{200B}": "", "\u{FEFF}": "", "\u{0141}": "L", "\u{0142}": "l", "\u{0110}": "D",
    "\u{0111}": "d", "\u{1E9E}": "SS",
  ]
}
