/// A name that looks like the one received.
struct Ressemblance {
  let entree: Entree
  /// 0 to 2 faults between the letters; `mots` when the received name only lacks words.
  let rang: Int

  static let mots = 3
}

/// The received name in the forms that comparisons want.
struct NomRecu {
  /// Without spaces.
  let compact: [UInt8]
  private let signature: Signature
  /// The words that tell something, articles left out.
  private let words: [ArraySlice<UInt8>]

  init(_ nom: [UInt8]) {
    compact = nom.filter { $0 != 0x20 }
    signature = Signature(compact[...])
    words = nom.split(separator: 0x20).filter { !Self.articles.contains(Array($0)) }
  }

  /// How many faults a name of this length can hide before it may be any other: letters, without spaces.
  var tolerance: Int { compact.count < 4 ? 0 : compact.count < 8 ? 1 : 2 }

  /// How many faults must separate it from another for that other to be ruled out.
  var doubt: Int { compact.count < 3 ? 1 : 2 }

  /// The entries whose name is within `limit` faults or, with `words`, contains all the words received.
  func ressemblances(_ entrees: ArraySlice<Entree>, in table: Table, limit: Int, words: Bool) -> [Ressemblance] {
    entrees.compactMap { entree in
      if let faults = table.voisinage.faults(entree.nom, compact[...], signature, limit: limit) {
        return Ressemblance(entree: entree, rang: faults)
      }
      return words && lacksWords(of: table.noms[entree.nom])
        ? Ressemblance(entree: entree, rang: Ressemblance.mots) : nil
    }
  }

  /// Whether this is the other name with words left out: `VELIZY` for `VELIZY VILLACOUBLAY`.
  private func lacksWords(of nom: ArraySlice<UInt8>) -> Bool {
    guard nom.count > compact.count, words.contains(where: { $0.count >= 4 }) else { return false }
    let others = nom.split(separator: 0x20)
    return words.allSatisfy { word in others.contains { $0.elementsEqual(word) } }
  }

  private static let articles: Set<[UInt8]> = Set(
    ["A", "AU", "AUX", "D", "DE", "DES", "DU", "EN", "ET", "L", "LA", "LE", "LES", "SOUS", "SUR"]
      .map { Array($0.utf8) })
}
