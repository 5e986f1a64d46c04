/// Which message an FPDU is: octets 3 (class) and 4 (type) of its header.
///
/// PeSIT E §4.7.1 and annex E. Where the headings of §4.7.4 differ (DTF.END, ACK(SYN), ACK(RESYN)) they are misprints:
/// the two tables agree with the values here.
public enum FPDUCode: UInt16, Hashable, Sendable, CaseIterable {
  case connect = 0x4020
  case connectAccepted = 0x4021
  case connectRefused = 0x4022
  case release = 0x4023
  case releaseConfirmed = 0x4024
  case abort = 0x4025

  case data = 0x0000
  case dataMiddle = 0x0040
  case dataStart = 0x0041
  case dataLast = 0x0042

  case read = 0xC001
  case write = 0xC002
  case sync = 0xC003
  case dataEnd = 0xC004
  case resync = 0xC005
  case interrupt = 0xC006
  case transferEnd = 0xC008

  case create = 0xC011
  case select = 0xC012
  case deselect = 0xC013
  case open = 0xC014
  case close = 0xC015

  case message = 0xC016
  case messageStart = 0xC017
  case messageMiddle = 0xC018
  case messageLast = 0xC019

  case createAnswer = 0xC030
  case selectAnswer = 0xC031
  case deselectAnswer = 0xC032
  case openAnswer = 0xC033
  case closeAnswer = 0xC034
  case readAnswer = 0xC035
  case writeAnswer = 0xC036
  case transferEndAnswer = 0xC037
  case syncAnswer = 0xC038
  case resyncAnswer = 0xC039
  case interruptAnswer = 0xC03A
  case messageAnswer = 0xC03B

  /// The standard's own name, as traces show it.
  public var name: String {
    switch self {
    case .connect: "CONNECT"
    case .connectAccepted: "ACONNECT"
    case .connectRefused: "RCONNECT"
    case .release: "RELEASE"
    case .releaseConfirmed: "RELCONF"
    case .abort: "ABORT"
    case .data: "DTF"
    case .dataMiddle: "DTFMA"
    case .dataStart: "DTFDA"
    case .dataLast: "DTFFA"
    case .read: "READ"
    case .write: "WRITE"
    case .sync: "SYN"
    case .dataEnd: "DTF.END"
    case .resync: "RESYN"
    case .interrupt: "IDT"
    case .transferEnd: "TRANS.END"
    case .create: "CREATE"
    case .select: "SELECT"
    case .deselect: "DESELECT"
    case .open: "ORF"
    case .close: "CRF"
    case .message: "MSG"
    case .messageStart: "MSGDM"
    case .messageMiddle: "MSGMM"
    case .messageLast: "MSGFM"
    case .createAnswer: "ACK(CREATE)"
    case .selectAnswer: "ACK(SELECT)"
    case .deselectAnswer: "ACK(DESELECT)"
    case .openAnswer: "ACK(ORF)"
    case .closeAnswer: "ACK(CRF)"
    case .readAnswer: "ACK(READ)"
    case .writeAnswer: "ACK(WRITE)"
    case .transferEndAnswer: "ACK(TRANS.END)"
    case .syncAnswer: "ACK(SYN)"
    case .resyncAnswer: "ACK(RESYN)"
    case .interruptAnswer: "ACK(IDT)"
    case .messageAnswer: "ACK(MSG)"
    }
  }

  /// Octet 6 carries the emitter's connection id only in the connection phase (§4.7.1).
  public var isConnectionPhase: Bool { rawValue >> 8 == 0x40 }

  /// DTF, DTFDA, DTFMA and DTFFA: a body of data instead of parameters.
  public var isData: Bool { rawValue >> 8 == 0 }

  /// May share an entity with others; all the rest travel alone (§4.5).
  public var isConcatenable: Bool { isData || self == .sync || self == .dataEnd }
}
