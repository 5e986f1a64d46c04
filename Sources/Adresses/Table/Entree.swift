/// Why a name designates a commune.
enum Nature: UInt8, Sendable {
  /// The commune's own name.
  case commune
  /// The name La Poste prints for one of its codes.
  case acheminement
  /// A former commune or a hamlet: La Poste's line 5, or a complement.
  case ancienne

  var isOfficial: Bool { self != .ancienne }
}

/// One way to read a name: the commune it designates and the postal code it then has.
struct Entree: Sendable {
  /// Rank in `Noms`.
  let nom: Int32
  /// Rank in `Table.communes`.
  let commune: Int32
  /// The five digits as a number.
  let code: Int32
  let nature: Nature
}

/// A commune that a name may designate, with the codes that this name leaves possible.
struct Piste {
  let commune: Int32
  /// Without repetition, in the order of the table.
  var codes: [Int32]
  var isOfficial: Bool

  /// Groups entries by commune; a commune's own name outweighs its former names.
  static func grouped(_ entrees: some Sequence<Entree>) -> [Piste] {
    var pistes: [Piste] = []
    for entree in entrees {
      guard let index = pistes.firstIndex(where: { $0.commune == entree.commune }) else {
        pistes.append(
          Piste(commune: entree.commune, codes: [entree.code], isOfficial: entree.nature.isOfficial))
        continue
      }
      pistes[index].add(entree)
    }
    return pistes
  }

  private mutating func add(_ entree: Entree) {
    switch (isOfficial, entree.nature.isOfficial) {
    case (true, false): break
    case (false, true):
      codes = [entree.code]
      isOfficial = true
    case (true, true), (false, false):
      if !codes.contains(entree.code) { codes.append(entree.code) }
    }
  }
}
