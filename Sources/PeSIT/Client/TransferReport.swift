/// How a transfer ended.
public struct TransferReport: Hashable, Sendable {
  /// PI 12, the exact name.
  public var fileName: Text
  /// PI 13.
  public var transferID: Int
  /// PI 37.
  public var label: Text?
  /// What described the file: CREATE, or ACK(SELECT).
  public var parameters: Parameters
  /// The file sent, or where the one received is.
  public var path: String
  /// PI 27: octets of the whole file as they travelled.
  public var byteCount: Int
  /// PI 28: articles of the whole file.
  public var articleCount: Int
  /// Synchronisation points of the whole file.
  public var syncPoints: Int
  /// Attempts after the first.
  public var restarts: Int
}
