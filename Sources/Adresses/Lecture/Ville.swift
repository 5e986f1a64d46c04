import Convention

/// Paris, Lyon and Marseille: one commune each, whose arrondissements have their own INSEE and postal codes.
struct Ville: Sendable {
  let nom: String
  let folded: [UInt8]
  /// The INSEE code of the whole, which no postal code serves.
  let insee: CodeInsee
  let arrondissementCount: Int
  /// The INSEE code of the first arrondissement, as a number.
  private let firstArrondissement: Int

  private init?(_ nom: String, _ insee: String, first: Int, count: Int) {
    guard let insee = CodeInsee(insee) else { return nil }
    self.nom = nom
    self.folded = Array(nom.utf8)
    self.insee = insee
    self.firstArrondissement = first
    self.arrondissementCount = count
  }

  static let all: [Ville] = [
    Ville("PARIS", "75056", first: 75101, count: 20),
    Ville("LYON", "69123", first: 69381, count: 9),
    Ville("MARSEILLE", "13055", first: 13201, count: 16),
  ].compactMap { $0 }

  /// The INSEE code of an arrondissement, from 1.
  func insee(arrondissement: Int) -> String { String(firstArrondissement + arrondissement - 1) }

  static func ofArrondissement(_ insee: String) -> Ville? {
    guard let number = Int(insee) else { return nil }
    return all.first {
      ($0.firstArrondissement..<$0.firstArrondissement + $0.arrondissementCount).contains(number)
    }
  }
}

/// A town with arrondissements as an address names it.
struct VilleLue {
  let ville: Ville
  /// From 1; nil when the address does not say.
  let arrondissement: Int?

  /// Reads `PARIS`, `PARIS 15`, `LYON 3E ARRONDISSEMENT`, `PARIS XXE`, `MARSEILLE08`…; nil for anything else,
  /// such as `PARIS L HOPITAL`. A number that is no arrondissement (`PARIS 75`) says nothing.
  init?(_ nom: [UInt8]) {
    guard let first = nom.first, first == 0x50 || first == 0x4C || first == 0x4D,
      let ville = Ville.all.first(where: { nom.starts(with: $0.folded) })
    else { return nil }
    let rest = nom.dropFirst(ville.folded.count)
    if rest.isEmpty {
      self.init(ville: ville, arrondissement: nil)
      return
    }
    guard rest.first == 0x20 || rest.first.map(Chiffres.isDigit) == true,
      let number = Self.number(rest)
    else { return nil }
    let isArrondissement = (1...ville.arrondissementCount).contains(number)
    self.init(ville: ville, arrondissement: isArrondissement ? number : nil)
  }

  /// The same with one fault in the name of the town, five letters at least.
  init?(approached nom: [UInt8]) {
    let first = nom.prefix { $0 != 0x20 && !Chiffres.isDigit($0) }
    guard first.count >= 5,
      let ville = Ville.all.first(where: { Distance.between($0.folded[...], first, limit: 1) != nil })
    else { return nil }
    self.init(ville.folded + nom[first.count...])
  }

  private init(ville: Ville, arrondissement: Int?) {
    self.ville = ville
    self.arrondissement = arrondissement
  }

  /// The number in `15`, `15 E`, `1ER ARRONDISSEMENT`, `XXE`, `IIEME ARRT`.
  private static func number(_ rest: ArraySlice<UInt8>) -> Int? {
    var words = rest.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    if words.count > 1, ["ARRONDISSEMENT", "ARRDT", "ARRT", "ARR", "ARDT"].contains(words[words.count - 1]) {
      words.removeLast()
    }
    if words.count == 2, ordinals.contains(words[1]) { words.removeLast() }
    guard words.count == 1 else { return nil }
    let word = words[0]
    if let number = Int(word) { return number }
    return Ordinaux.table[word]
  }

  private static let ordinals: Set<String> = ["E", "EME", "IEME", "ER", "EM", "ND", "E R", "ERE"]

  private enum Ordinaux {
    private static let romans = [
      "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
      "XVII", "XVIII", "XIX", "XX",
    ]

    /// Every way an ordinal is written in one word, up to twenty.
    static let table: [String: Int] = {
      var table: [String: Int] = [:]
      for (index, roman) in romans.enumerated() {
        table[roman] = index + 1
        for suffix in ["E", "EME", "IEME", "ER", "EM", "ND", "ERE"] {
          table[roman + suffix] = index + 1
          table["\(index + 1)\(suffix)"] = index + 1
          if index < 9 { table["0\(index + 1)\(suffix)"] = index + 1 }
        }
      }
      return table
    }()
  }
}
