import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A folder of the disk, and what is done there so that it lasts.
public struct Folder: Hashable, Sendable {
  /// Its path.
  public let path: String

  /// Of a path, made or not.
  public init(_ path: String) { self.path = path }

  /// The folder of a path, and the name in it.
  static func split(_ path: String) -> (folder: Folder, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (Folder("."), path) }
    return (Folder(String(path[..<slash])), String(path[path.index(after: slash)...]))
  }

  /// The path of a name in it.
  public func path(of name: String) -> String { path + "/" + name }

  /// Makes it and those above it.
  ///
  /// - Throws: ``FileFault``.
  public func make() throws(FileFault) {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileFault(call: "mkdir", path: path, code: errno)
    }
    try Folder(String(path[..<slash])).make()
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileFault(call: "mkdir", path: path, code: errno) }
  }

  /// Its names are on the disk.
  ///
  /// - Throws: ``FileFault``.
  public func synchronise() throws(FileFault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(call: "open", path: path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileFault(call: "fsync", path: path, code: errno) }
  }

  /// Names of its files, sorted by their octets; hidden ones left out. Empty when it does not exist.
  public func names() -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Puts a file at a name at once and for good: written beside, forced, renamed.
  ///
  /// - Throws: ``FileFault``.
  public func write(_ content: ByteBuffer, to name: String) throws(FileFault) {
    let beside = path(of: ".\(name).tmp")
    unlink(beside)
    let file = try OpenFile.writing(beside)
    try file.write(content, at: 0)
    try file.synchronise()
    try rename(".\(name).tmp", to: name)
  }

  /// The octets of a file, or nil when there is none.
  ///
  /// - Throws: ``FileFault``, also when it is larger than a megabyte: nothing of that size is kept here.
  public func read(_ name: String) throws(FileFault) -> ByteBuffer? {
    let file: OpenFile
    do {
      file = try OpenFile.reading(path(of: name))
    } catch {
      guard error.isAbsent else { throw error }
      return nil
    }
    var buffer = ByteBuffer()
    while try file.read(at: buffer.readableBytes, count: 0x10000, into: &buffer) > 0 {
      guard buffer.readableBytes <= 0x100000 else { throw FileFault(call: "read", path: file.path, code: EFBIG) }
    }
    return buffer
  }

  /// Takes the place of what has the name.
  ///
  /// - Throws: ``FileFault``.
  public func rename(_ name: String, to other: String) throws(FileFault) {
    guard renameFile(path(of: name), path(of: other)) == 0 else {
      throw FileFault(call: "rename", path: path(of: name), code: errno)
    }
    try synchronise()
  }

  /// Gives a file a name that nothing has yet, and takes its old one away.
  ///
  /// - Returns: false when something has the name.
  /// - Throws: ``FileFault``.
  public func publish(_ name: String, as other: String) throws(FileFault) -> Bool {
    guard link(path(of: name), path(of: other)) == 0 else {
      if errno == EEXIST { return false }
      throw FileFault(call: "link", path: path(of: other), code: errno)
    }
    unlink(path(of: name))
    try synchronise()
    return true
  }

  /// Takes a file away; none is as good.
  public func remove(_ name: String) { unlink(path(of: name)) }

  /// Something has the name.
  public func has(_ name: String) -> Bool { access(path(of: name), F_OK) == 0 }
}

private func renameFile(_ from: String, _ to: String) -> Int32 { rename(from, to) }
