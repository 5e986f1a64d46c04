import Convention

/// What the postal code field says once cleaned.
enum CodeLu: Equatable {
  case absent
  /// Five digits; `asTyped` when nothing had to be cleaned to read them.
  case complet(Int32, asTyped: Bool)
  /// Digits, but not five of them.
  case partiel([UInt8])
  /// A Corsican département where digits should be: an INSEE code, or a code from before 1976.
  case corse(Int32)
  /// The mark of another country before the digits: `L-1855`, `B-1000`.
  case etranger
  case illisible

  init(_ texte: String) {
    let typed = Array(texte.utf8)
    if let code = Chiffres.number(typed, count: 5) {
      self = .complet(code, asTyped: true)
      return
    }
    self = Self.cleaned(Self.folded(texte), trimmed: typed.filter { $0 != 0x20 } == typed ? nil : typed)
  }

  /// The same code, read elsewhere than in its field.
  var misplaced: CodeLu {
    if case .complet(let code, _) = self { return .complet(code, asTyped: false) }
    return self
  }

  /// Capitals and digits only, without the `.0` that spreadsheets add.
  private static func folded(_ texte: String) -> [UInt8] {
    var words = repli(texte).split(separator: 0x20)
    if words.count > 1, words[words.count - 1].allSatisfy({ $0 == 0x30 }),
      texte.utf8.contains(where: { $0 == 0x2E || $0 == 0x2C }), words[words.count - 2].count >= 4
    {
      words.removeLast()
    }
    return Array(words.joined())
  }

  private static func cleaned(_ folded: [UInt8], trimmed typed: [UInt8]?) -> CodeLu {
    if folded.isEmpty { return .absent }
    let digits = withoutConfusedLetters(withoutFrance(folded))
    if digits.allSatisfy(Chiffres.isDigit) { return numeric(digits, typed) }
    if let departement = corse(digits) { return .corse(departement) }
    let prefix = digits.prefix { !Chiffres.isDigit($0) }
    let isForeign = paysVoisins.contains(Array(prefix)) && digits.count - prefix.count >= 4
    return isForeign && digits[prefix.count...].allSatisfy(Chiffres.isDigit) ? .etranger : .illisible
  }

  private static func numeric(_ digits: [UInt8], _ typed: [UInt8]?) -> CodeLu {
    guard let code = Chiffres.number(digits, count: 5) else { return .partiel(digits) }
    return .complet(code, asTyped: typed.map { isPadded($0, digits) } ?? false)
  }

  /// Blanks around the five digits are those of a fixed-width file, not a fault.
  private static func isPadded(_ typed: [UInt8], _ digits: [UInt8]) -> Bool {
    typed.split(separator: 0x20).map(Array.init) == [digits]
  }

  private static func withoutFrance(_ folded: [UInt8]) -> [UInt8] {
    for mark in ["FRANCE", "FR", "F"] where folded.starts(with: mark.utf8) {
      return Array(folded.dropFirst(mark.utf8.count))
    }
    return folded
  }

  /// `O` for zero, `I` and `L` for one, when at least three true digits surround them.
  private static func withoutConfusedLetters(_ folded: [UInt8]) -> [UInt8] {
    guard folded.count == 5, folded.count(where: Chiffres.isDigit) >= 3, folded.first != 0x4C else {
      return folded
    }
    return folded.map { $0 == 0x4F ? 0x30 : $0 == 0x49 || $0 == 0x4C ? 0x31 : $0 }
  }

  private static func corse(_ digits: [UInt8]) -> Int32? {
    guard digits.count == 2 || digits.count == 5, digits[0] == 0x32, digits.dropFirst(2).allSatisfy(Chiffres.isDigit)
    else { return nil }
    return digits[1] == 0x41 ? 201 : digits[1] == 0x42 ? 202 : nil
  }

  private static let paysVoisins: Set<[UInt8]> = Set(
    ["A", "AT", "B", "BE", "CH", "D", "DE", "E", "ES", "GB", "I", "IT", "L", "LU", "MC", "NL", "P", "PT", "UK"]
      .map { Array($0.utf8) })
}
