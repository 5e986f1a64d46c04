/// How many faults separate two names: a letter added, lost or changed, or two neighbours swapped.
enum Distance {
  /// The optimal string alignment distance, nil beyond `limit` (at most 2 is ever asked).
  static func between(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in between(left, right, limit: limit) }
    }
  }

  /// What both have at each end costs nothing and is set aside.
  private static func between(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var (leftEnd, rightEnd) = (left.count, right.count)
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    if leftEnd == start || rightEnd == start { return leftEnd + rightEnd - 2 * start }
    return aligned(
      UnsafeBufferPointer(rebasing: left[start..<leftEnd]),
      UnsafeBufferPointer(rebasing: right[start..<rightEnd]), limit: limit)
  }

  /// Rows of the alignment table, three of them in turn.
  private static func aligned(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    let width = right.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows -> Int? in
      for column in 0..<width { rows[column] = column }
      for row in 1...left.count where fill(row, of: rows, left, right) > limit { return nil }
      let distance = rows[(left.count % 3) * width + width - 1]
      return distance <= limit ? distance : nil
    }
  }

  /// Fills one row and returns its smallest value.
  private static func fill(
    _ row: Int, of rows: UnsafeMutableBufferPointer<Int>, _ left: UnsafeBufferPointer<UInt8>,
    _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let width = right.count + 1
    let current = (row % 3) * width
    let above = ((row + 2) % 3) * width
    let twoAbove = ((row + 1) % 3) * width
    rows[current] = row
    var best = row
    for column in 1..<width {
      let same = left[row - 1] == right[column - 1]
      var value = min(
        rows[above + column] + 1, rows[current + column - 1] + 1, rows[above + column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        value = min(value, rows[twoAbove + column - 2] + 1)
      }
      rows[current + column] = value
      best = min(best, value)
    }
    return best
  }
}
