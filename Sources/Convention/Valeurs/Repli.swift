/// Folds a text for comparison and sorting: capitals `A`–`Z`, digits, single spaces, nothing else.
///
/// Accents and ligatures go to their letters (`Œ` → `OE`), composed or decomposed; punctuation and
/// blanks become one space, none at either end; characters of other scripts count as blanks.
public func repli(_ texte: String) -> [UInt8] {
  var texte = texte
  return texte.withUTF8 { Plieur.fold($0) }
}

private enum Plieur {
  static func fold(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 3 * input.count + 2) { output, count in
      var writer = Writer(output: output)
      var index = 0
      while index < input.count {
        let byte = input[index]
        if byte < 0x80 {
          writer.ascii(byte)
          index += 1
        } else {
          index += writer.multibyte(input, at: index)
        }
      }
      count = writer.count
    }
  }

  /// Appends folded bytes; a separator is held back until a letter follows one already written.
  struct Writer {
    let output: UnsafeMutableBufferPointer<UInt8>
    var count = 0
    var separated = false

    mutating func put(_ byte: UInt8) {
      if separated && count > 0 {
        output[count] = 0x20
        count += 1
      }
      separated = false
      output[count] = byte
      count += 1
    }

    mutating func ascii(_ byte: UInt8) {
      switch byte {
      case 0x41...0x5A, 0x30...0x39: put(byte)
      case 0x61...0x7A: put(byte & 0xDF)
      case 0x26:
        separated = true
        put(0x45)
        put(0x54)
        separated = true
      default: separated = true
      }
    }

    /// Handles the character that starts at `index`; returns how many bytes it takes.
    mutating func multibyte(_ input: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
      let lead = input[index]
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      guard length == 2, index + 1 < input.count else {
        separated = true
        return length
      }
      latin(lead, input[index + 1])
      return 2
    }

    mutating func latin(_ lead: UInt8, _ trail: UInt8) {
      let scalar = Int(lead & 0x1F) << 6 | Int(trail & 0x3F)
      switch scalar {
      case 0xAD, 0x300...0x36F: break  // soft hyphen, combining accents: not even a separator
      case 0xC6, 0xE6: pair(0x41, 0x45)
      case 0x152, 0x153: pair(0x4F, 0x45)
      case 0x132, 0x133: pair(0x49, 0x4A)
      case 0xDF: pair(0x53, 0x53)
      case 0xC0...0x17F:
        let letter = Plieur.letters[scalar - 0xC0]
        if letter == 0x20 { separated = true } else { put(letter) }
      default: separated = true
      }
    }

    private mutating func pair(_ first: UInt8, _ second: UInt8) {
      put(first)
      put(second)
    }
  }

  /// The base letter of U+00C0 to U+017F; a space where there is none.
  static let letters: [UInt8] = Array(
    ("AAAAAA CEEEEIIIIDNOOOOO OUUUUYTSAAAAAA CEEEEIIIIDNOOOOO OUUUUYTY"
      + "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII  JJKKKLLLLLLLLLLNNNNNNNNN"
      + "OOOOOO  RRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS").utf8)
}
