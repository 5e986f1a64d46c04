/// The certain states of an expression (subset construction), one row each, one column per class of bytes.
struct MotifTable {
  private(set) var transitions: [UInt16] = []
  private(set) var classes: [UInt8]
  let classCount: Int
  private(set) var start: UInt16 = 0
  /// Rows are 16-bit offsets; a motif of a field of fixed width never needs as many.
  private static let greatestCell = 60_000
  private static let greatestRowCount = 2_500

  init(_ automaton: MotifAutomaton, end: Int) throws(Motif.Faute) {
    let representatives: [UInt8]
    (classes, representatives) = MotifTable.classes(of: automaton)
    classCount = representatives.count
    let width = classCount + 1
    var rows: [Set<Int>: Int] = [[]: 0]
    var pending: [Set<Int>] = [[], automaton.closure([automaton.start])]
    rows[pending[1]] = width
    start = UInt16(width)
    var position = 0
    while position < pending.count {
      let states = pending[position]
      position += 1
      for byte in representatives {
        let next = automaton.closure(automaton.step(states, byte))
        if rows[next] == nil {
          guard pending.count * width < Self.greatestCell, pending.count < Self.greatestRowCount else {
            throw Motif.Faute(position: 1, message: "motif trop grand")
          }
          rows[next] = pending.count * width
          pending.append(next)
        }
        transitions.append(UInt16(rows[next] ?? 0))
      }
      transitions.append(states.contains(end) ? 1 : 0)
    }
  }

  /// Bytes that no edge tells apart share a column.
  private static func classes(of automaton: MotifAutomaton) -> ([UInt8], [UInt8]) {
    let sets = Set(automaton.edges.flatMap { $0.map(\.bytes) })
    var columns: [[Bool]: UInt8] = [:]
    var classes: [UInt8] = []
    var representatives: [UInt8] = []
    for byte in UInt8.min...UInt8.max {
      let signature = sets.map { $0.contains(byte) }
      if columns[signature] == nil {
        columns[signature] = UInt8(representatives.count)
        representatives.append(byte)
      }
      classes.append(columns[signature] ?? 0)
    }
    return (classes, representatives)
  }
}

extension MotifAutomaton {
  func step(_ states: Set<Int>, _ byte: UInt8) -> Set<Int> {
    var reached: Set<Int> = []
    for state in states {
      for edge in edges[state] where edge.bytes.contains(byte) { reached.insert(edge.to) }
    }
    return reached
  }
}
