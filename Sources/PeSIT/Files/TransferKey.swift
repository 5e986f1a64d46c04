/// What finds a transfer again: direction, partner of the connection, PI 11, 12, 13, 61 and 62 (§12).
public struct TransferKey: Hashable, Sendable {
  /// Whether this end receives or sends the data.
  public enum Direction: String, Hashable, Sendable {
    case receiving
    case sending
  }
  /// Whether this end receives or sends the data.
  public let direction: Direction
  /// PI 3 of the connection that came, PI 4 of the one that was made.
  public let partner: Text
  /// PI 11.
  public let fileType: Int
  /// PI 12.
  public let fileName: Text
  /// PI 13.
  public let transferID: Int
  /// PI 61.
  public let initialSender: Text?
  /// PI 62.
  public let finalReceiver: Text?

  /// From what a message says of the file.
  public init(_ direction: Direction, with partner: Text, _ file: FileIdentity) {
    self.direction = direction
    self.partner = partner
    fileType = file.fileType
    fileName = file.fileName
    transferID = file.transferID
    initialSender = file.initialSender
    finalReceiver = file.finalReceiver
  }

  private var text: String {
    ([direction.rawValue, "\(fileType)", "\(transferID)"]
      + [partner, fileName, initialSender ?? "", finalReceiver ?? ""].map { hex($0.significant) })
      .joined(separator: " ")
  }

  /// The name of its record in the state's folder.
  var recordName: String { "\(direction.rawValue)-\(transferID)-\(String(FNV.hash(text.utf8), radix: 16))" }
}
