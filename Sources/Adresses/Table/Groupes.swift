/// Entries laid end to end by an integer key, each key's run found in one step.
struct Groupes: Sendable {
  private let entrees: [Entree]
  private let starts: [Int32]

  /// Counting sort: stable, linear. `key` is in `0..<keyCount`.
  init(_ entrees: [Entree], keyCount: Int, key: (Entree) -> Int32) {
    var starts = [Int32](repeating: 0, count: keyCount + 1)
    for entree in entrees { starts[Int(key(entree)) + 1] += 1 }
    for index in 1...keyCount { starts[index] += starts[index - 1] }
    var next = starts
    var order = [Int](repeating: 0, count: entrees.count)
    for (rank, entree) in entrees.enumerated() {
      order[Int(next[Int(key(entree))])] = rank
      next[Int(key(entree))] += 1
    }
    self.entrees = order.map { entrees[$0] }
    self.starts = starts
  }

  /// Empty for a key out of range.
  subscript(key: Int32) -> ArraySlice<Entree> {
    guard key >= 0, Int(key) + 1 < starts.count else { return [] }
    return entrees[Int(starts[Int(key)])..<Int(starts[Int(key) + 1])]
  }
}
