import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The durable state of transfers: a folder, a file a transfer. Several processes may share it.
public struct TransferState: Hashable, Sendable {
  /// The folder.
  public let folder: Folder

  /// In a folder, made if it does not exist.
  ///
  /// - Throws: ``FileFault``.
  public init(_ folder: Folder) throws(FileFault) {
    self.folder = folder
    try folder.make()
  }

  /// A transfer by what finds it.
  ///
  /// - Throws: ``FileFault``.
  public func record(_ key: TransferKey) throws(FileFault) -> TransferRecord? {
    guard let content = try folder.read(key.recordName), let record = TransferRecord(decoding: content),
      record.key == key
    else { return nil }
    return record
  }

  /// Keeps a transfer for good.
  ///
  /// - Throws: ``FileFault``.
  public func save(_ record: TransferRecord) throws(FileFault) {
    try folder.write(record.encoded, to: record.key.recordName)
  }

  /// Forgets a transfer, and the file beside its name that it may have.
  public func forget(_ record: TransferRecord) {
    folder.remove(record.key.recordName)
    folder.remove(checkpointName(record.key))
    folder.remove(record.key.recordName + ".acknowledged")
    if record.key.direction == .receiving { unlink(record.path) }
  }

  /// Every transfer of a direction.
  public func records(_ direction: TransferKey.Direction) -> [TransferRecord] {
    folder.names().filter { $0.hasPrefix(direction.rawValue) && !$0.contains(".") }
      .compactMap { (try? folder.read($0)).flatMap { $0 }.flatMap(TransferRecord.init(decoding:)) }
  }

  /// Keeps the receiver's acknowledgement of a file that this end sent.
  ///
  /// - Returns: the transfer; nil when none is meant.
  public func acknowledge(_ message: FileIdentity, text: Text?) -> TransferRecord? {
    guard let record = records(.sending).last(where: { FileIdentity($0.parameters).isAcknowledged(by: message) })
    else { return nil }
    do {
      try folder.write(ByteBuffer(bytes: text?.bytes ?? []), to: record.key.recordName + ".acknowledged")
      return record
    } catch {
      return nil
    }
  }

  /// The text of the acknowledgement of a file, once it has come.
  public func acknowledgement(of file: FileIdentity) -> Text? {
    guard let record = records(.sending).last(where: { FileIdentity($0.parameters) == file }),
      let content = try? folder.read(record.key.recordName + ".acknowledged")
    else { return nil }
    return Text(bytes: Array(content.readableBytesView))
  }

  /// Where the checkpoints of a file that is received are.
  public func checkpointPath(_ key: TransferKey) -> String { folder.path(of: checkpointName(key)) }

  private func checkpointName(_ key: TransferKey) -> String { key.recordName + ".points" }

  /// The next PI 13 for a partner: 1…16777215, then 1 again; two processes never get the same.
  ///
  /// - Throws: ``FileFault``.
  public func takeTransferID(for partner: Text) throws(FileFault) -> Int {
    let path = folder.path(of: "next-\(hex(partner.significant))")
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault(call: "open", path: path, code: errno) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw FileFault(call: "lock", path: path, code: errno) }
    var last: UInt32 = 0
    let known = withUnsafeMutableBytes(of: &last) { pread(descriptor, $0.baseAddress, 4, 0) } == 4
    // Without a state of its own a partner begins somewhere, not with what the last one began with.
    var next = known ? last % 0xFF_FFFF + 1 : UInt32.random(in: 1...0x7F_FFFF)
    let written = withUnsafeBytes(of: &next) { pwrite(descriptor, $0.baseAddress, 4, 0) }
    guard written == 4, fsync(descriptor) == 0 else { throw FileFault(call: "write", path: path, code: errno) }
    return Int(next)
  }
}
