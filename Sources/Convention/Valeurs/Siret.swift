/// The number of a French establishment: fourteen digits, Luhn over all of them and over the first nine.
///
/// La Poste (356000000) breaks Luhn beyond its head office: there the sum of the digits must be a multiple of five.
public struct Siret: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    let digits = texte.utf8.map { Int($0) - 0x30 }
    guard digits.count == 14, digits.allSatisfy((0...9).contains), luhn(digits.prefix(9)) else {
      return nil
    }
    let laPoste = texte.hasPrefix("356000000") && digits.reduce(0, +) % 5 == 0
    guard laPoste || luhn(digits[...]) else { return nil }
    self.texte = texte
  }

  public var siren: Siren {
    guard let siren = Siren(String(texte.prefix(9))) else {
      preconditionFailure("a Siret always begins with a Siren")
    }
    return siren
  }
}

/// The number of a French legal unit: nine digits under Luhn.
public struct Siren: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    let digits = texte.utf8.map { Int($0) - 0x30 }
    guard digits.count == 9, digits.allSatisfy((0...9).contains), luhn(digits[...]) else {
      return nil
    }
    self.texte = texte
  }
}

extension Siren {
  /// The VAT number that the unit has in France: `FR`, a key of two digits, then itself (CGI, art. 286 ter).
  ///
  /// Key: 12 and three times the rest of the division by 97, modulo 97.
  public var numeroDeTVA: String {
    let key = (12 + 3 * ((Int(texte) ?? 0) % 97)) % 97
    return "FR" + padded(key) + texte
  }
}

/// Luhn's check: every second digit from the right doubled, digits summed, a multiple of ten.
private func luhn(_ digits: ArraySlice<Int>) -> Bool {
  let sum = digits.reversed().enumerated().reduce(0) { total, item in
    let value = item.offset % 2 == 1 ? item.element * 2 : item.element
    return total + (value > 9 ? value - 9 : value)
  }
  return sum % 10 == 0
}
