/// How much a name looks like the one received, from the closest: none, one or two faults, same words.
struct Ressemblance {
  let entree: Entree
  /// 0 to 2 faults between the letters; 3 when only the words are common.
  let rank: Int

  static let words = 3

  /// How many faults two names of this length may hide, in letters without spaces.
  static func tolerance(_ length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }

  /// The rank of the resemblance, nil when there is none worth a word.
  static func rank(_ received: Recue, _ noms: Noms, _ voisinage: Voisinage, _ nom: Int32) -> Int? {
    let compact = voisinage.compact(nom)
    let limit = tolerance(min(compact.count, received.compact.count))
    if let faults = Distance.between(compact, received.compact[...], limit: limit) { return faults }
    return sharesWords(received.words, noms[nom].split(separator: 0x20)) ? words : nil
  }

  /// The received name in the forms that comparisons want.
  struct Recue {
    let compact: [UInt8]
    let words: [ArraySlice<UInt8>]

    init(_ nom: [UInt8]) {
      compact = nom.filter { $0 != 0x20 }
      words = nom.split(separator: 0x20)
    }
  }

  /// Whether one name is the other with words left out: `VELIZY` for `VELIZY VILLACOUBLAY`.
  private static func sharesWords(_ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]) -> Bool {
    let (left, right) = (left.filter(isTelling), right.filter(isTelling))
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    return short.contains { $0.count >= 4 } && short.allSatisfy { word in long.contains { $0.elementsEqual(word) } }
  }

  private static func isTelling(_ word: ArraySlice<UInt8>) -> Bool { !articles.contains(Array(word)) }

  private static let articles: Set<[UInt8]> = Set(
    ["A", "AU", "AUX", "D", "DE", "DES", "DU", "EN", "ET", "L", "LA", "LE", "LES", "SOUS", "SUR"].map { Array($0.utf8) })
}

extension Enquete {
  /// The names under a code that look like the one received.
  func ressemblances(under code: Int32) -> [Ressemblance] {
    let received = Ressemblance.Recue(localite.nom)
    return table.parCode[code].compactMap { entree in
      Ressemblance.rank(received, table.noms, table.voisinage, entree.nom)
        .map { Ressemblance(entree: entree, rank: $0) }
    }
  }
}
