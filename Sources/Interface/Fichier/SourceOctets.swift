import Foundation

/// A file that could not be read, said in French.
public struct FauteDeLecture: Error, Hashable, Sendable, CustomStringConvertible {
  public let fichier: String
  public let message: String
  public var description: String { "\(fichier) : \(message)" }
}

/// The bytes of a received file, read by bounded pieces at any position; never held whole.
public final class SourceOctets: Sendable {
  private enum Storage {
    case file(descriptor: Int32)
    case memory([UInt8])
  }
  /// Name for messages.
  public let nom: String
  /// Bytes, line ends included.
  public let octetCount: Int64
  private let storage: Storage

  public init(url: URL) throws(FauteDeLecture) {
    nom = url.lastPathComponent
    let descriptor = open(url.path, O_RDONLY)
    guard descriptor >= 0 else { throw FauteDeLecture(fichier: url.lastPathComponent, message: errorText()) }
    var state = stat()
    guard fstat(descriptor, &state) == 0, state.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FauteDeLecture(fichier: url.lastPathComponent, message: "n'est pas un fichier ordinaire")
    }
    octetCount = Int64(state.st_size)
    storage = .file(descriptor: descriptor)
  }

  public init(nom: String = "", octets: [UInt8]) {
    self.nom = nom
    octetCount = Int64(octets.count)
    storage = .memory(octets)
  }

  deinit {
    if case .file(let descriptor) = storage { close(descriptor) }
  }

  /// Reads as many bytes as asked and there are, from that position.
  func read(into memory: UnsafeMutableRawPointer, count: Int, at position: Int64) throws(FauteDeLecture) -> Int {
    switch storage {
    case .memory(let octets):
      let start = Int(min(max(0, position), octetCount))
      let length = min(count, octets.count - start)
      octets.withUnsafeBytes { bytes in
        guard length > 0, let base = bytes.baseAddress else { return }
        memory.copyMemory(from: base + start, byteCount: length)
      }
      return length
    case .file(let descriptor):
      var done = 0
      while done < count {
        let read = pread(descriptor, memory + done, count - done, off_t(position) + off_t(done))
        if read < 0, errno == EINTR { continue }
        guard read >= 0 else { throw FauteDeLecture(fichier: nom, message: errorText()) }
        if read == 0 { break }
        done += read
      }
      return done
    }
  }

  /// A few bytes, for headers; fewer at the end of the file.
  public func octets(_ count: Int, at position: Int64) throws(FauteDeLecture) -> [UInt8] {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, count), alignment: 16)
    defer { memory.deallocate() }
    let read = try read(into: memory, count: count, at: position)
    return Array(UnsafeRawBufferPointer(start: memory, count: read))
  }

  /// Where the last record ends: line ends and empty lines at the end of the file do not count.
  func endOfRecords() throws(FauteDeLecture) -> Int64 {
    var end = octetCount
    while end > 0 {
      let count = Int(min(end, 64 * 1024))
      let piece = try octets(count, at: end - Int64(count))
      if let last = piece.lastIndex(where: { $0 != Octet.lf && $0 != Octet.cr }) {
        return end - Int64(piece.count) + Int64(last) + 1
      }
      end -= Int64(count)
    }
    return 0
  }
}

private func errorText() -> String { String(cString: strerror(errno)) }
