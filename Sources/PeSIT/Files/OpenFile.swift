import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A call of the system failed.
public struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The call.
  public let call: String
  /// The file.
  public let path: String
  /// `errno`.
  public let code: Int32

  /// A call on a file, and `errno`.
  public init(call: String, path: String, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// The call, the file and the system's words.
  public var description: String { "\(call) \(path): \(String(cString: strerror(code)))" }

  /// Nothing is left of the disk or of the quota.
  public var isSpace: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
  /// No such file.
  public var isAbsent: Bool { code == ENOENT }

  /// What it is answered with.
  public var diagnostic: Diagnostic { isSpace ? .spaceExhausted : .inputOutputError }
}

/// A file that is open; it closes itself.
final class OpenFile: Sendable {
  let path: String
  private let descriptor: Int32

  private init(path: String, flags: Int32) throws(FileFault) {
    self.path = path
    descriptor = open(path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault(call: "open", path: path, code: errno) }
  }

  deinit { close(descriptor) }

  static func reading(_ path: String) throws(FileFault) -> OpenFile { try OpenFile(path: path, flags: O_RDONLY) }

  /// Made if there is none.
  static func writing(_ path: String) throws(FileFault) -> OpenFile {
    try OpenFile(path: path, flags: O_RDWR | O_CREAT)
  }

  /// Size in octets, seconds of the last change.
  func status() throws(FileFault) -> (size: Int, modified: Int) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault("stat") }
    #if canImport(Darwin)
    return (Int(status.st_size), status.st_mtimespec.tv_sec)
    #else
    return (Int(status.st_size), status.st_mtim.tv_sec)
    #endif
  }

  /// Up to so many octets from a place on, after those that the buffer has; 0 at the end.
  func read(at offset: Int, count: Int, into buffer: inout ByteBuffer) throws(FileFault) -> Int {
    var read = -1
    buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { bytes in
      repeat { read = pread(descriptor, bytes.baseAddress, count, off_t(offset)) } while read < 0 && errno == EINTR
      return max(0, read)
    }
    guard read >= 0 else { throw fault("read") }
    return read
  }

  /// All octets at a place.
  func write(_ buffer: ByteBuffer, at offset: Int) throws(FileFault) {
    let written = buffer.withUnsafeReadableBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return done }
        done += count
      }
      return done
    }
    guard written == buffer.readableBytes else { throw fault("write") }
  }

  /// Cuts, or grows with zeros.
  func truncate(to size: Int) throws(FileFault) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw fault("truncate") }
  }

  /// All that was written is on the disk, and its length.
  func synchronise() throws(FileFault) {
    #if canImport(Darwin)
    guard fsync(descriptor) == 0 else { throw fault("fsync") }
    #else
    guard fdatasync(descriptor) == 0 else { throw fault("fsync") }
    #endif
  }

  private func fault(_ call: String) -> FileFault { FileFault(call: call, path: path, code: errno) }
}
