import Foundation

/// The first reading of a file: counts its records, finds the first readable trailer, takes the fingerprint.
///
/// A readable trailer is the first record of type 99 of the exact length whose witness is there.
struct Balayage<H: Hacheur> {
  private let longueur: Int
  private let temoin: UInt8
  private var hacheur: H
  private(set) var indice = IndiceDeCodage()
  private(set) var count = 0
  /// Rank and position of the trailer.
  private(set) var enQueue: Reprise.Place?

  // The record being read.
  private var length: Int64 = 0
  private var start: Int64 = 0
  private var first: UInt8 = 0
  private var second: UInt8 = 0
  private var last: UInt8 = 0
  /// A CR at the end of a piece, not yet known to belong to a line end.
  private var heldCR = false

  init(longueur: Int, temoin: UInt8, hacheur: H) {
    self.longueur = longueur
    self.temoin = temoin
    self.hacheur = hacheur
  }

  /// Reads a whole file, as far as its last record, by bounded pieces.
  mutating func run(_ source: SourceOctets, _ disposition: Disposition?, to end: Int64) throws(FauteDeLecture) {
    let size = disposition == .bloc ? max(1, 256 * 1024 / longueur) * longueur : 256 * 1024
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { memory.deallocate() }
    var position: Int64 = 0
    while position < end {
      let read = try source.read(into: memory, count: Int(min(Int64(size), end - position)), at: position)
      guard read > 0 else { break }
      let piece = UnsafeBufferPointer(start: UnsafePointer(memory), count: read)
      indice.scan(piece)
      switch disposition {
      case nil: hacheur.update(UnsafeRawBufferPointer(piece))
      case .bloc: scanBlocks(piece, at: position)
      case .lignes: scanLines(piece, at: position)
      }
      position += Int64(read)
    }
    if disposition == .lignes, end > 0 { endRecord() }
  }

  mutating func finish() -> [UInt8] { hacheur.finalize() }

  private mutating func scanBlocks(_ piece: UnsafeBufferPointer<UInt8>, at position: Int64) {
    hacheur.update(UnsafeRawBufferPointer(piece))
    var offset = 0
    while offset < piece.count {
      let size = min(longueur, piece.count - offset)
      start = position + Int64(offset)
      length = Int64(size)
      first = piece[offset]
      second = size > 1 ? piece[offset + 1] : 0
      last = piece[offset + size - 1]
      endRecord()
      offset += size
    }
  }

  private mutating func scanLines(_ piece: UnsafeBufferPointer<UInt8>, at position: Int64) {
    guard let base = piece.baseAddress else { return }
    var offset = 0
    while offset < piece.count {
      let rest = piece.count - offset
      guard let found = memchr(base + offset, Int32(Octet.lf), rest) else {
        return hold(base + offset, rest)
      }
      let size = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - (base + offset)
      endLine(base + offset, size)
      offset += size + 1
      start = position + Int64(offset)
    }
  }

  /// The end of a line is there: its CR, if any, is not part of the record.
  private mutating func endLine(_ bytes: Octets, _ count: Int) {
    if count > 0 {
      releaseCR()
      feed(bytes, bytes[count - 1] == Octet.cr ? count - 1 : count)
    }
    heldCR = false
    endRecord()
  }

  /// The end of the line is in a later piece.
  private mutating func hold(_ bytes: Octets, _ count: Int) {
    releaseCR()
    heldCR = bytes[count - 1] == Octet.cr
    feed(bytes, heldCR ? count - 1 : count)
  }

  private mutating func releaseCR() {
    guard heldCR else { return }
    heldCR = false
    withUnsafeBytes(of: Octet.cr) { hacheur.update($0) }
    note(Octet.cr)
  }

  private mutating func feed(_ bytes: Octets, _ count: Int) {
    guard count > 0 else { return }
    hacheur.update(UnsafeRawBufferPointer(start: bytes, count: count))
    if length == 0 {
      first = bytes[0]
      if count > 1 { second = bytes[1] }
    } else if length == 1 {
      second = bytes[0]
    }
    length += Int64(count)
    last = bytes[count - 1]
  }

  private mutating func note(_ byte: UInt8) {
    if length == 0 { first = byte } else if length == 1 { second = byte }
    length += 1
    last = byte
  }

  private mutating func endRecord() {
    count += 1
    let nine = UInt8(ascii: "9")
    if enQueue == nil, length == Int64(longueur), first == nine, second == nine, last == temoin {
      enQueue = Reprise.Place(ligne: count, position: start)
    }
    length = 0
  }
}
