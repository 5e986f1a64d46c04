/// Amounts as people and spreadsheets write them, to whole cents.
enum MontantTabulaire {
  /// Reads `1 234,56 €`, `1234.56`, `1.234,56`, `1,234.56`, `12`: spaces of all kinds, € or EUR aside.
  ///
  /// - Returns: the cents as digits, without useless zeros.
  /// - Throws: for a sign, a third decimal, or a lone separator before three digits, which could be either a thousand
  ///   or decimals.
  static func cents(_ text: String) throws(FauteDeCellule) -> String {
    var bare = text.uppercased().filter { !$0.isWhitespace && $0 != "€" && $0 != "'" && $0 != "’" }
    if bare.hasSuffix("EUR") { bare.removeLast(3) }
    guard !bare.hasPrefix("-"), !bare.hasSuffix("-"), !bare.hasPrefix("(") else {
      throw FauteDeCellule("un montant ne porte pas de signe moins")
    }
    let (whole, decimals) = try split(bare)
    guard !whole.isEmpty || !decimals.isEmpty,
      (whole + decimals).utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw expected }
    guard decimals.utf8.count <= 2 else { throw FauteDeCellule("un montant a deux décimales au plus") }
    let digits = (whole + decimals + String(repeating: "0", count: 2 - decimals.count)).drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  /// The cents of an exact decimal, which has only a point.
  static func cents(exact: String) throws(FauteDeCellule) -> String {
    let halves = exact.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[1].count > 2 else {
      return try cents(exact + (halves.count == 1 ? ".00" : ""))
    }
    throw FauteDeCellule("un montant a deux décimales au plus : arrondissez la cellule au centime")
  }

  private static var expected: FauteDeCellule {
    FauteDeCellule("un montant en euros est attendu, comme 1 234,56")
  }

  private static func split(_ bare: String) throws(FauteDeCellule) -> (whole: String, decimals: String) {
    guard let last = bare.lastIndex(where: { $0 == "," || $0 == "." }) else { return (bare, "") }
    let decimals = String(bare[bare.index(after: last)...])
    let before = String(bare[..<last])
    guard before.contains(where: { $0 == "," || $0 == "." }) else {
      guard decimals.count != 3 || before.isEmpty else {
        throw FauteDeCellule("montant ambigu : milliers ou décimales ; écrivez-le comme 1 234,56")
      }
      return (before, decimals)
    }
    return try grouped(before, decimals, mark: bare[last])
  }

  /// `1.234.567,89`: the other mark groups thousands, all in threes. `1.234.567` has groups only.
  private static func grouped(
    _ before: String, _ decimals: String, mark: Character
  ) throws(FauteDeCellule) -> (whole: String, decimals: String) {
    let other: Character = before.contains(mark) ? mark : (mark == "," ? "." : ",")
    var groups = before.split(separator: other, omittingEmptySubsequences: false).map(String.init)
    if other == mark { groups.append(decimals) }
    guard groups[0].count <= 3, !groups[0].isEmpty, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      throw expected
    }
    return (groups.joined(), other == mark ? "" : decimals)
  }
}
