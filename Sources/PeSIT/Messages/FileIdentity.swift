/// What names a transfer from end to end: PI 3 and 4 of PGI 9, PI 11, 12, 13, 51, 61 and 62 (§12).
public struct FileIdentity: Hashable, Sendable {
  /// PI 3 of PGI 9.
  public var sendingUser: Text?
  /// PI 4 of PGI 9.
  public var receivingUser: Text?
  /// PI 11.
  public var fileType: Int
  /// PI 12.
  public var fileName: Text
  /// PI 13.
  public var transferID: Int
  /// PI 51.
  public var created: Timestamp?
  /// PI 61.
  public var initialSender: Text?
  /// PI 62.
  public var finalReceiver: Text?

  /// From the parameters of a CREATE, a SELECT or a message.
  public init(_ parameters: Parameters) {
    sendingUser = parameters[Key.requester]
    receivingUser = parameters[Key.server]
    fileType = parameters[Key.fileType] ?? 0
    fileName = parameters[Key.fileName] ?? ""
    transferID = parameters[Key.transferID] ?? 0
    created = parameters[Key.created]
    initialSender = parameters[Key.initialSender]
    finalReceiver = parameters[Key.finalReceiver]
  }

  /// Whether an acknowledgement is of this file: the same PI 11, 12 and 13; PI 51, and 61 and 62 swapped, when both
  /// sides have them.
  public func isAcknowledged(by message: FileIdentity) -> Bool {
    fileType == message.fileType && fileName == message.fileName && transferID == message.transferID
      && Self.agree(created, message.created) && Self.agree(initialSender, message.finalReceiver)
      && Self.agree(finalReceiver, message.initialSender)
  }

  private static func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
    guard let left, let right else { return true }
    return left == right
  }
}
