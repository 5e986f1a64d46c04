import Foundation
import Interface

/// Parts of a received file, record by record.
///
/// What its first record says of line ends holds for all (format README, « Lire un fichier »): in a file of blocks, an LF is a
/// byte like another.
struct Extraction {
  private let source: SourceOctets
  private let longueur: Int
  private let isByLines: Bool

  init(_ source: SourceOctets, longueur: Int) throws {
    self.source = source
    self.longueur = longueur
    isByLines = try source.octets(longueur + 2, at: 0).contains(0x0A)
  }

  /// The records of a part, without their line ends.
  func records(at position: Int64, _ count: Int) throws -> [ArraySlice<UInt8>] {
    let bytes = try source.octets(count, at: position)
    guard isByLines else {
      return stride(from: 0, to: bytes.count, by: longueur).map { bytes[$0..<min($0 + longueur, bytes.count)] }
    }
    return bytes.lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }
}

extension [UInt8] {
  /// What stands between line feeds, and after the last one.
  var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = lineFeed(from: start) {
      lines.append(self[start..<end])
      start = end + 1
    }
    lines.append(self[start...])
    return lines
  }

  private func lineFeed(from start: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, start < bytes.count else { return nil }
      return memchr(base + start, 0x0A, bytes.count - start).map {
        UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base
      }
    }
  }
}
