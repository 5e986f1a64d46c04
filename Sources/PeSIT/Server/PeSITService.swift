import NIOCore

/// Who is at the other end of a connection that came.
public struct Caller: Hashable, Sendable {
  /// PI 3 of CONNECT.
  public let partner: Text
  /// PI 4 of CONNECT.
  public let called: Text
  /// Its network address and port, as the network library writes them.
  public let address: String
  /// Its network address alone: `192.0.2.7`, `2001:db8::7`; empty when there is none.
  public let networkAddress: String
  /// PI 22 of CONNECT.
  public let access: Access
  /// A number of the connection, for what a service keeps between two SELECTs.
  public let connection: Int
}

/// What a server decides of a connection.
public enum ConnectionDecision: Sendable {
  case accept
  case refuse(Diagnostic, String)
}

/// What a server decides of a CREATE.
public enum ReceptionDecision: Sendable {
  case accept(FileDestination)
  case refuse(Diagnostic, String)
}

/// What a server decides of a SELECT.
public enum ProvisionDecision: Sendable {
  case accept(ProvidedFile)
  case refuse(Diagnostic, String)
}

/// A file that a server gives.
public struct ProvidedFile: Hashable, Sendable {
  /// The file.
  public var path: String
  /// PI 12: its exact name.
  public var fileName: Text
  /// PI 16, 31 and 32.
  public var format: FileFormat
  /// PI 37.
  public var label: Text?
  /// PI 51.
  public var created: Timestamp?

  /// A file, its name, its articles.
  public init(path: String, fileName: Text, format: FileFormat) {
    self.path = path
    self.fileName = fileName
    self.format = format
  }
}

/// A file that has arrived whole, on the disk, not under its name yet.
public struct ReceivedFile: Sendable {
  /// Who sent it.
  public let caller: Caller
  /// The CREATE.
  public let create: Create
  /// What was counted of the whole file.
  public let totals: Checkpoint
  /// Where it is: its name in the folder of ``destination``.
  public let partName: String
  /// Where it shall go.
  public let destination: FileDestination
}

/// A message, whole.
public struct ReceivedMessage: Sendable {
  /// Who sent it.
  public let caller: Caller
  /// Its parameters; the text of all parts in PI 91.
  public let message: Message
}

/// What a server decides of a message.
public enum MessageDecision: Sendable {
  case accept(answer: Text?)
  case refuse(Diagnostic, String)
}

/// What happened on a connection, for logs and lists.
public enum ServerEvent: Sendable {
  case connected(Caller)
  case refused(Caller, Diagnostic)
  case receiving(Caller, TransferKey, offset: Int, point: Int)
  case received(Caller, TransferKey, path: String, Checkpoint)
  case sending(Caller, TransferKey, offset: Int, point: Int)
  case sent(Caller, TransferKey, Checkpoint)
  case failed(Caller, TransferKey?, SessionFault)
  case ended(Caller)
}

/// What a server needs to be told: who may come in, where files go and come from.
public protocol PeSITService: Sendable {
  /// CONNECT: the partner, its password, the version are this one's to judge.
  func accept(_ connect: Connect, from caller: Caller) async -> ConnectionDecision
  /// CREATE, when it does not take up a transfer that is known.
  func receive(_ create: Create, from caller: Caller) async -> ReceptionDecision
  /// A file is whole and on the disk: gives it its name, and with that to the rest of the program. TRANS.END is answered
  /// after it; it may be asked twice for the same file when the program was killed in between.
  ///
  /// - Returns: the path.
  func publish(_ file: ReceivedFile) async throws(FileFault) -> String
  /// SELECT, also when it takes up a transfer that is known.
  func provide(_ select: Select, to caller: Caller) async -> ProvisionDecision
  /// A file was read to its end, and the reader says that it has it.
  func provided(_ file: ProvidedFile, to caller: Caller) async
  /// MSG.
  func receive(_ message: ReceivedMessage) async -> MessageDecision
  /// Something happened.
  func happened(_ event: ServerEvent) async
}

extension PeSITService {
  /// Gives the file its name and nothing else.
  public func publish(_ file: ReceivedFile) async throws(FileFault) -> String {
    try await file.destination.publish(file.partName)
  }
  /// Nothing.
  public func provided(_ file: ProvidedFile, to caller: Caller) async {}
  /// Nothing.
  public func happened(_ event: ServerEvent) async {}
}
