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

/// Copies a file byte for byte, by pieces, and gives its SHA-256 and size; the copy is on disk when this returns.
func copyHashing(_ source: URL, to target: URL) throws -> (sha256: String, taille: Int64) {
  let input = try FileHandle(forReadingFrom: source)
  defer { try? input.close() }
  guard FileManager.default.createFile(atPath: target.path, contents: nil) else {
    throw FauteDeReception(fichier: source.lastPathComponent, message: "impossible d’écrire dans \(target.deletingLastPathComponent().lastPathComponent)/")
  }
  let output = try FileHandle(forWritingTo: target)
  defer { try? output.close() }
  var sha = SHA256()
  var taille: Int64 = 0
  while let piece = try input.read(upToCount: 4 << 20), !piece.isEmpty {
    sha.update(data: piece)
    taille += Int64(piece.count)
    try output.write(contentsOf: piece)
  }
  try output.synchronize()
  return (hexadecimal(sha.finalize()), taille)
}

/// A file that could not even be kept.
public struct FauteDeReception: Error, Hashable, Sendable, CustomStringConvertible {
  public let fichier: String
  public let message: String
  public var description: String { "\(fichier) : \(message)" }
}
