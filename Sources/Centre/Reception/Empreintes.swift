import Crypto
import Foundation
import Interface

/// SHA-256 for the examination of a file.
struct HacheurSHA256: Hacheur {
  private var sha = SHA256()
  mutating func update(_ octets: UnsafeRawBufferPointer) { sha.update(bufferPointer: octets) }
  mutating func finalize() -> [UInt8] { Array(sha.finalize()) }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { byte in
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }.joined()
}

/// The SHA-256 of a file, read by pieces.
func hashing(_ source: URL) throws -> String {
  let input = try FileHandle(forReadingFrom: source)
  defer { try? input.close() }
  var sha = SHA256()
  while let piece = try input.read(upToCount: 4 << 20), !piece.isEmpty { sha.update(data: piece) }
  return hexadecimal(sha.finalize())
}

/// Copies a file byte for byte, by pieces, and gives its SHA-256 and size; the copy is on disk when this returns.
///
/// Zeros are not written but left as a hole: a vast file of nothing costs no space.
func copyHashing(_ source: URL, to target: URL) throws -> (sha256: String, taille: Int64) {
  let input = try FileHandle(forReadingFrom: source)
  defer { try? input.close() }
  guard FileManager.default.createFile(atPath: target.path, contents: nil) else {
    throw FauteDeReception(
      fichier: source.lastPathComponent,
      message: "impossible d’écrire dans \(target.deletingLastPathComponent().lastPathComponent)/")
  }
  let output = try FileHandle(forWritingTo: target)
  defer { try? output.close() }
  var sha = SHA256()
  var taille: Int64 = 0
  while let piece = try input.read(upToCount: 4 << 20), !piece.isEmpty {
    sha.update(data: piece)
    taille += Int64(piece.count)
    if piece.isNul { try output.seek(toOffset: UInt64(taille)) } else { try output.write(contentsOf: piece) }
  }
  try output.truncate(atOffset: UInt64(taille))
  try output.synchronize()
  return (hexadecimal(sha.finalize()), taille)
}

/// A file that could not even be kept.
public struct FauteDeReception: Error, Hashable, Sendable, CustomStringConvertible {
  public let fichier: String
  public let message: String
  public var description: String { "\(fichier) : \(message)" }
}

extension Data {
  /// Nothing but zeros.
  fileprivate var isNul: Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, bytes[0] == 0 else { return bytes.isEmpty }
      return memcmp(base, base + 1, bytes.count - 1) == 0
    }
  }
}
