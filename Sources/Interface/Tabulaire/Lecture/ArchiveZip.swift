import CLibzip
import Foundation

/// The parts of a ZIP archive held in memory, read one at a time under a bound shared by all of them.
struct ArchiveZip: ~Copyable {
  private let archive: OpaquePointer
  /// Inflated bytes that may still be read.
  private var remaining: Int

  /// More parts than any workbook has.
  private static let largestEntryCount: Int64 = 10_000

  init(_ octets: [UInt8], inflatedByteCount: Int) throws(FauteTabulaire) {
    archive = try ArchiveZip.open(octets)
    remaining = inflatedByteCount
  }

  deinit { zip_discard(archive) }

  private static func open(_ octets: [UInt8]) throws(FauteTabulaire) -> OpaquePointer {
    // libzip reads from this copy until the archive is discarded, then frees it.
    guard let copy = malloc(max(1, octets.count)) else { throw damaged }
    octets.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memcpy(copy, base, bytes.count) }
    }
    guard let source = zip_source_buffer_create(copy, UInt64(octets.count), 1, nil) else {
      free(copy)
      throw damaged
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw damaged
    }
    guard zip_get_num_entries(archive, 0) <= largestEntryCount else {
      zip_discard(archive)
      throw FauteTabulaire("Le fichier contient trop de parties pour être un classeur.")
    }
    return archive
  }

  private static var damaged: FauteTabulaire {
    FauteTabulaire("Le classeur XLSX est tronqué ou abîmé : enregistrez-le et envoyez-le de nouveau.")
  }

  func contains(_ name: String) -> Bool { index(of: name) != nil }

  private func index(of name: String) -> UInt64? {
    let index = zip_name_locate(archive, name, ZIP_FL_NOCASE)
    return index < 0 ? nil : UInt64(index)
  }

  /// The inflated content of a part; nil if the archive has none of that name.
  mutating func read(_ name: String) throws(FauteTabulaire) -> [UInt8]? {
    guard let index = index(of: name) else { return nil }
    var stat = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &stat) == 0 else { throw ArchiveZip.damaged }
    guard stat.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw FauteTabulaire("Le classeur est chiffré : ôtez son mot de passe et envoyez-le de nouveau.")
    }
    guard stat.size <= UInt64(remaining) else { throw tooLarge }
    guard let file = zip_fopen_index(archive, index, 0) else { throw ArchiveZip.damaged }
    defer { zip_fclose(file) }
    return try inflate(file, announced: Int(stat.size))
  }

  private mutating func inflate(_ file: OpaquePointer, announced: Int) throws(FauteTabulaire) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Int(zip_fread(file, &chunk, UInt64(chunk.count)))
      guard count >= 0 else { throw ArchiveZip.damaged }
      guard count > 0 else { break }
      // The announced size may lie: what is really inflated is counted.
      guard count <= remaining else { throw tooLarge }
      remaining -= count
      content.append(contentsOf: chunk[..<count])
    }
    guard content.count == announced else { throw ArchiveZip.damaged }
    return content
  }

  private var tooLarge: FauteTabulaire {
    FauteTabulaire("Le classeur devient démesuré une fois décompressé : partagez-le, ou refaites-le à neuf.")
  }
}
