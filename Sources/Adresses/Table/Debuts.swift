/// The names in alphabetical order, to find those that begin in a given way.
struct Debuts: Sendable {
  private let order: [Int32]

  init(_ noms: Noms) {
    order = (0..<Int32(noms.count)).sorted { noms[$0].lexicographicallyPrecedes(noms[$1]) }
  }

  /// The entries of at most fifty names that begin with `start`.
  func entrees(startingWith start: [UInt8], _ table: Table) -> [Entree] {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if table.noms[order[middle]].lexicographicallyPrecedes(start) { low = middle + 1 } else { high = middle }
    }
    return order[low...].prefix(50).prefix { table.noms[$0].starts(with: start) }.flatMap { table.parNom[$0] }
  }
}
