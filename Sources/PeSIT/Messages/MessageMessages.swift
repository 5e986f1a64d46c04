/// What a message is, by its PI 11 (§13).
public enum MessageKind: Hashable, Sendable {
  /// FFFF, or FFFE for one that returns: a text of its own.
  case free
  /// FFFD: perhaps a negative acknowledgement; no source shows its form, so it is told and kept, never guessed at.
  case reserved
  /// Any other: the receiver's acknowledgement of the file named.
  case acknowledgement
}

/// A message's first part, or the whole of it.
public protocol MessageHeaded: FileIdentified {}

extension MessageHeaded {
  /// By PI 11. A PI 2, which the standard does not have here, marks a refusal too.
  public var kind: MessageKind {
    switch fileType {
    case 0xFFFF, 0xFFFE: .free
    case 0xFFFD: .reserved
    default: parameters[Key.diagnostic] == nil ? .acknowledgement : .reserved
    }
  }
  /// PI 14: an answer in words is wanted.
  public var wantsAnswer: Bool { parameters.octets(of: Key.attributesWanted.pi.code)?.first == 1 }
  /// PI 51 of the file that is acknowledged.
  public var created: Timestamp? {
    get { parameters[Key.created] }
    set { parameters[Key.created] = newValue }
  }
}

/// A part of a message's text.
public protocol MessagePart: PeSITMessage {}

extension MessagePart {
  /// PI 91.
  public var text: Text? {
    get { parameters[Key.message] }
    set { parameters[Key.message] = newValue }
  }
}

/// MSG: a whole message.
public struct Message: MessageHeaded, MessagePart {
  public static let code = FPDUCode.message
  public static let mandatory = [Key.fileName.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }

  /// A free message, named by PI 12.
  public init(free name: Text, transferID: Int, from requester: Text, to server: Text, text: Text) {
    parameters = Parameters()
    sendingUser = requester
    receivingUser = server
    fileType = 0xFFFF
    fileName = name
    self.transferID = transferID
    self.text = text
  }

  /// The acknowledgement of a file by whoever received it: the same identity, sender and receiver swapped (§13).
  public init(acknowledging file: FileIdentity, text: Text?) {
    parameters = Parameters()
    sendingUser = file.receivingUser
    receivingUser = file.sendingUser
    fileType = file.fileType
    fileName = file.fileName
    transferID = file.transferID
    created = file.created
    initialSender = file.finalReceiver
    finalReceiver = file.initialSender
    self.text = text
  }
}

/// MSGDM: the first part of a long message.
public struct MessageStart: MessageHeaded, MessagePart {
  public static let code = FPDUCode.messageStart
  public static let mandatory = [Key.fileName.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// MSGMM: a middle part.
public struct MessageMiddle: MessagePart {
  public static let code = FPDUCode.messageMiddle
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// A part of the text.
  public init(text: Text) {
    parameters = Parameters()
    self.text = text
  }
}

/// MSGFM: the last part.
public struct MessageLast: MessagePart {
  public static let code = FPDUCode.messageLast
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// A part of the text.
  public init(text: Text) {
    parameters = Parameters()
    self.text = text
  }
}

/// ACK(MSG).
public struct MessageAnswer: PeSITAnswer, MessagePart {
  public static let code = FPDUCode.messageAnswer
  public static let mandatory = [Key.diagnostic.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}
