import Foundation

/// How records follow one another on the file.
public enum Disposition: String, Hashable, Sendable, Codable {
  /// One a line; LF or CRLF, each line for itself.
  case lignes
  /// End to end, without line ends.
  case bloc
}

/// One record where it stands: its bytes are valid until the next one is read.
struct Article {
  let octets: Octets
  /// Bytes there; fewer than `longueur` for a line without end.
  let count: Int
  let longueur: Int
  let position: Int64
  let positionSuivante: Int64
}

/// Gives the records of a file one after the other, from any record on, through a buffer of fixed size.
final class Lecteur {
  private let source: SourceOctets
  private let disposition: Disposition
  private let longueur: Int
  private let end: Int64
  private let buffer: UnsafeMutablePointer<UInt8>
  /// Position in the file of the buffer's first byte.
  @exclusivity(unchecked) private var base: Int64
  @exclusivity(unchecked) private var filled = 0
  @exclusivity(unchecked) private var cursor = 0

  static let capacity = 256 * 1024
  /// Bytes kept of a line without end.
  static let greatestKept = 64 * 1024

  init(
    _ source: SourceOctets, disposition: Disposition, longueur: Int, from position: Int64, to end: Int64
  ) {
    self.source = source
    self.disposition = disposition
    self.longueur = longueur
    self.end = end
    base = position
    buffer = .allocate(capacity: Lecteur.capacity + 64)
    buffer.initialize(repeating: 0, count: Lecteur.capacity + 64)
  }

  deinit { buffer.deallocate() }

  private var position: Int64 { base + Int64(cursor) }

  /// The next record, nil at the end.
  func next() throws(FauteDeLecture) -> Article? {
    guard position < end else { return nil }
    return disposition == .bloc ? try nextBlock() : try nextLine()
  }

  private func nextBlock() throws(FauteDeLecture) -> Article? {
    let count = Int(min(Int64(longueur), end - position))
    if filled - cursor < count { try refill() }
    let there = min(count, filled - cursor)
    guard there > 0 else { return nil }
    defer { cursor += there }
    return Article(
      octets: Octets(buffer + cursor), count: there, longueur: there, position: position,
      positionSuivante: position + Int64(there))
  }

  private func nextLine() throws(FauteDeLecture) -> Article? {
    if let line = line() { return line }
    if try refill(), let line = line() { return line }
    return position + Int64(filled - cursor) >= end ? lastLine() : try longLine()
  }

  /// The line that stands whole in the buffer, nil if its end does not.
  @inline(__always)
  private func line() -> Article? {
    guard let found = memchr(buffer + cursor, Int32(Octet.lf), filled - cursor) else { return nil }
    let start = buffer + cursor
    let stop = found.assumingMemoryBound(to: UInt8.self)
    var count = stop - start
    let next = position + Int64(count) + 1
    let first = position
    cursor += count + 1
    if count > 0, start[count - 1] == Octet.cr { count -= 1 }
    return Article(
      octets: Octets(start), count: count, longueur: count, position: first, positionSuivante: next)
  }

  /// The line that the end of the file ends.
  private func lastLine() -> Article? {
    let count = filled - cursor
    guard count > 0 else { return nil }
    defer { cursor = filled }
    return Article(
      octets: Octets(buffer + cursor), count: count, longueur: count, position: position, positionSuivante: end)
  }

  /// A line longer than the buffer: its beginning is kept, the rest is only measured.
  private func longLine() throws(FauteDeLecture) -> Article? {
    let first = position
    var at = base + Int64(filled)
    var last = buffer[filled - 1]
    while at < end {
      let piece = try source.octets(Int(min(end - at, Int64(Lecteur.capacity))), at: at)
      guard !piece.isEmpty else { break }
      if let stop = piece.firstIndex(of: Octet.lf) {
        if stop > 0 { last = piece[stop - 1] }
        return longArticle(first, to: at + Int64(stop), next: at + Int64(stop) + 1, last: last)
      }
      last = piece[piece.count - 1]
      at += Int64(piece.count)
    }
    return longArticle(first, to: end, next: end, last: 0)
  }

  private func longArticle(_ first: Int64, to stop: Int64, next: Int64, last: UInt8) -> Article {
    let count = Int(stop - first) - (last == Octet.cr ? 1 : 0)
    let article = Article(
      octets: Octets(buffer + cursor), count: min(count, Lecteur.greatestKept), longueur: count,
      position: first, positionSuivante: next)
    base = next
    filled = 0
    cursor = 0
    return article
  }

  /// Moves what is left to the front and fills the rest; false if nothing came.
  @discardableResult
  private func refill() throws(FauteDeLecture) -> Bool {
    let left = filled - cursor
    if cursor > 0, left > 0 { memmove(buffer, buffer + cursor, left) }
    base += Int64(cursor)
    cursor = 0
    filled = left
    let room = min(Int64(Lecteur.capacity - left), end - base - Int64(left))
    guard room > 0 else { return false }
    let read = try source.read(into: buffer + left, count: Int(room), at: base + Int64(left))
    filled += read
    return read > 0
  }
}
