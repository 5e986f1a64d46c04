extension Formulaire {
  /// At most this many fields.
  static let limiteDeChamps = 2_000

  /// `nom=valeur&nom=valeur`, percent-encoded UTF-8 (WHATWG URL, application/x-www-form-urlencoded).
  ///
  /// What is not UTF-8 reads U+FFFD; throws `.formulaireIllisible` beyond 2 000 fields or on a broken `%`.
  public init(urlencode octets: some Collection<UInt8>) throws(FauteDePage) {
    var champs: [(nom: String, valeur: String)] = []
    for pair in octets.split(separator: UInt8(ascii: "&")) {
      guard champs.count < Formulaire.limiteDeChamps else { throw .formulaireIllisible }
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      champs.append((try decoded(parts[0]), parts.count > 1 ? try decoded(parts[1]) : ""))
    }
    self.init(champs)
  }
}

private func decoded(_ octets: some Collection<UInt8>) throws(FauteDePage) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(octets.count)
  var iterator = octets.makeIterator()
  while let byte = iterator.next() {
    switch byte {
    case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
    case UInt8(ascii: "%"):
      guard let high = iterator.next()?.hexadecimal, let low = iterator.next()?.hexadecimal else {
        throw .formulaireIllisible
      }
      bytes.append(high << 4 | low)
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate var hexadecimal: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}

extension String {
  /// As part of an address: everything but letters, digits and `-._~` percent-encoded.
  var dansURL: String {
    var result = ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
