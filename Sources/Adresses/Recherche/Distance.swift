/// How many faults separate two names: a letter added, lost or changed, or two neighbours swapped.
enum Distance {
  /// The optimal string alignment distance, nil beyond `limit` (at most 2 is ever asked).
  static func between(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var (left, right) = (left, right)
    while let first = left.first, first == right.first {
      left.removeFirst()
      right.removeFirst()
    }
    while let last = left.last, last == right.last {
      left.removeLast()
      right.removeLast()
    }
    if left.isEmpty || right.isEmpty { return left.count + right.count }
    return aligned(left, right, limit: limit)
  }

  /// Rows of the alignment table, three of them in turn.
  private static func aligned(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int) -> Int? {
    let width = right.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows -> Int? in
      for column in 0..<width { rows[column] = column }
      for row in 1...left.count {
        let best = fill(row, of: rows, width: width, left, right)
        if best > limit { return nil }
      }
      let distance = rows[(left.count % 3) * width + width - 1]
      return distance <= limit ? distance : nil
    }
  }

  /// Fills one row and returns its smallest value.
  private static func fill(
    _ row: Int, of rows: UnsafeMutableBufferPointer<Int>, width: Int, _ left: ArraySlice<UInt8>,
    _ right: ArraySlice<UInt8>
  ) -> Int {
    let current = (row % 3) * width
    let above = ((row - 1) % 3) * width
    let twoAbove = ((row + 1) % 3) * width
    let (l, r) = (left.startIndex + row - 1, right.startIndex)
    rows[current] = row
    var best = row
    for column in 1..<width {
      let same = left[l] == right[r + column - 1]
      var value = min(
        rows[above + column] + 1, rows[current + column - 1] + 1, rows[above + column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[l] == right[r + column - 2], left[l - 1] == right[r + column - 1] {
        value = min(value, rows[twoAbove + column - 2] + 1)
      }
      rows[current + column] = value
      best = min(best, value)
    }
    return best
  }
}
