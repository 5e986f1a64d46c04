/// The states of an expression before they are made certain: edges on bytes and free edges (Thompson's construction).
struct MotifAutomaton {
  private(set) var edges: [[(bytes: Set<UInt8>, to: Int)]] = [[]]
  private(set) var free: [[Int]] = [[]]
  let start = 0
  private static let greatestCount = 20_000

  private mutating func newState() throws(Motif.Faute) -> Int {
    guard edges.count < Self.greatestCount else {
      throw Motif.Faute(position: 1, message: "motif trop grand")
    }
    edges.append([])
    free.append([])
    return edges.count - 1
  }

  /// Adds a part after a state; the state where the part ends.
  mutating func add(_ node: MotifNode, from state: Int) throws(Motif.Faute) -> Int {
    switch node {
    case .empty: return state
    case .bytes(let bytes):
      let end = try newState()
      edges[state].append((bytes, end))
      return end
    case .sequence(let parts):
      var end = state
      for part in parts { end = try add(part, from: end) }
      return end
    case .choice(let branches):
      let end = try newState()
      for branch in branches {
        let first = try newState()
        free[state].append(first)
        free[try add(branch, from: first)].append(end)
      }
      return end
    case .repeated(let part, let minimum, let maximum):
      return try addRepeated(part, minimum: minimum, maximum: maximum, from: state)
    }
  }

  private mutating func addRepeated(
    _ part: MotifNode, minimum: Int, maximum: Int?, from state: Int
  ) throws(Motif.Faute) -> Int {
    var end = state
    for _ in 0..<minimum { end = try add(part, from: end) }
    guard let maximum else { return try addLoop(part, from: end) }
    let exit = try newState()
    free[end].append(exit)
    for _ in minimum..<max(minimum, maximum) {
      let first = try newState()
      free[end].append(first)
      end = try add(part, from: first)
      free[end].append(exit)
    }
    return exit
  }

  private mutating func addLoop(_ part: MotifNode, from state: Int) throws(Motif.Faute) -> Int {
    let loop = try newState()
    free[state].append(loop)
    free[try add(part, from: loop)].append(loop)
    let exit = try newState()
    free[loop].append(exit)
    return exit
  }

  /// The states reached without reading anything.
  func closure(_ states: Set<Int>) -> Set<Int> {
    var reached = states
    var pending = Array(states)
    while let state = pending.popLast() {
      for next in free[state] where reached.insert(next).inserted { pending.append(next) }
    }
    return reached
  }
}
