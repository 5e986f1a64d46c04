import NIOCore

/// Every message of the profile.
public enum FPDUBody: Hashable, Sendable {
  case data(DataUnit)
  case connect(Connect)
  case connectAccepted(ConnectAccepted)
  case connectRefused(ConnectRefused)
  case release(Release)
  case releaseConfirmed(ReleaseConfirmed)
  case abort(Abort)
  case read(Read)
  case write(Write)
  case sync(Sync)
  case dataEnd(DataEnd)
  case resync(Resync)
  case interrupt(Interrupt)
  case transferEnd(TransferEnd)
  case create(Create)
  case select(Select)
  case deselect(Deselect)
  case open(Open)
  case close(Close)
  case message(Message)
  case messageStart(MessageStart)
  case messageMiddle(MessageMiddle)
  case messageLast(MessageLast)
  case createAnswer(CreateAnswer)
  case selectAnswer(SelectAnswer)
  case deselectAnswer(DeselectAnswer)
  case openAnswer(OpenAnswer)
  case closeAnswer(CloseAnswer)
  case readAnswer(ReadAnswer)
  case writeAnswer(WriteAnswer)
  case transferEndAnswer(TransferEndAnswer)
  case syncAnswer(SyncAnswer)
  case resyncAnswer(ResyncAnswer)
  case interruptAnswer(InterruptAnswer)
  case messageAnswer(MessageAnswer)

  /// Octets 3 and 4 of its header.
  public var code: FPDUCode {
    switch self {
    case .data(let unit): unit.code
    default: message.map { type(of: $0).code } ?? .data
    }
  }

  /// Its parameters; nil for data.
  public var parameters: Parameters? { message?.parameters }

  /// The message with parameters; nil for data.
  public var message: (any PeSITMessage)? {
    switch self {
    case .data: nil
    case .connect(let message): message
    case .connectAccepted(let message): message
    case .connectRefused(let message): message
    case .release(let message): message
    case .releaseConfirmed(let message): message
    case .abort(let message): message
    case .read(let message): message
    case .write(let message): message
    case .sync(let message): message
    case .dataEnd(let message): message
    case .resync(let message): message
    case .interrupt(let message): message
    case .transferEnd(let message): message
    case .create(let message): message
    case .select(let message): message
    case .deselect(let message): message
    case .open(let message): message
    case .close(let message): message
    case .message(let message): message
    case .messageStart(let message): message
    case .messageMiddle(let message): message
    case .messageLast(let message): message
    case .createAnswer(let message): message
    case .selectAnswer(let message): message
    case .deselectAnswer(let message): message
    case .openAnswer(let message): message
    case .closeAnswer(let message): message
    case .readAnswer(let message): message
    case .writeAnswer(let message): message
    case .transferEndAnswer(let message): message
    case .syncAnswer(let message): message
    case .resyncAnswer(let message): message
    case .interruptAnswer(let message): message
    case .messageAnswer(let message): message
    }
  }

  /// From the octets after the header.
  ///
  /// - Throws: ``ParameterFault``.
  init(_ code: FPDUCode, articleCount: UInt8, decoding body: inout ByteBuffer) throws(ParameterFault) {
    switch code {
    case .data, .dataStart, .dataMiddle, .dataLast:
      guard body.readableBytes > 0 else { throw ParameterFault(pi: 0, reason: .badLength) }
      guard let unit = DataUnit(code: code, articleCount: articleCount, content: body) else {
        preconditionFailure("the four codes of data are listed")
      }
      self = .data(unit)
    case .connect: self = .connect(try Connect(decoding: &body))
    case .connectAccepted: self = .connectAccepted(try ConnectAccepted(decoding: &body))
    case .connectRefused: self = .connectRefused(try ConnectRefused(decoding: &body))
    case .release: self = .release(try Release(decoding: &body))
    case .releaseConfirmed: self = .releaseConfirmed(try ReleaseConfirmed(decoding: &body))
    case .abort: self = .abort(try Abort(decoding: &body))
    case .read: self = .read(try Read(decoding: &body))
    case .write: self = .write(try Write(decoding: &body))
    case .sync: self = .sync(try Sync(decoding: &body))
    case .dataEnd: self = .dataEnd(try DataEnd(decoding: &body))
    case .resync: self = .resync(try Resync(decoding: &body))
    case .interrupt: self = .interrupt(try Interrupt(decoding: &body))
    case .transferEnd: self = .transferEnd(try TransferEnd(decoding: &body))
    case .create: self = .create(try Create(decoding: &body))
    case .select: self = .select(try Select(decoding: &body))
    case .deselect: self = .deselect(try Deselect(decoding: &body))
    case .open: self = .open(try Open(decoding: &body))
    case .close: self = .close(try Close(decoding: &body))
    case .message: self = .message(try Message(decoding: &body))
    case .messageStart: self = .messageStart(try MessageStart(decoding: &body))
    case .messageMiddle: self = .messageMiddle(try MessageMiddle(decoding: &body))
    case .messageLast: self = .messageLast(try MessageLast(decoding: &body))
    case .createAnswer: self = .createAnswer(try CreateAnswer(decoding: &body))
    case .selectAnswer: self = .selectAnswer(try SelectAnswer(decoding: &body))
    case .deselectAnswer: self = .deselectAnswer(try DeselectAnswer(decoding: &body))
    case .openAnswer: self = .openAnswer(try OpenAnswer(decoding: &body))
    case .closeAnswer: self = .closeAnswer(try CloseAnswer(decoding: &body))
    case .readAnswer: self = .readAnswer(try ReadAnswer(decoding: &body))
    case .writeAnswer: self = .writeAnswer(try WriteAnswer(decoding: &body))
    case .transferEndAnswer: self = .transferEndAnswer(try TransferEndAnswer(decoding: &body))
    case .syncAnswer: self = .syncAnswer(try SyncAnswer(decoding: &body))
    case .resyncAnswer: self = .resyncAnswer(try ResyncAnswer(decoding: &body))
    case .interruptAnswer: self = .interruptAnswer(try InterruptAnswer(decoding: &body))
    case .messageAnswer: self = .messageAnswer(try MessageAnswer(decoding: &body))
    }
  }
}
