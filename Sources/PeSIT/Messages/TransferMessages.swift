/// READ: the requester wants the data, from a point on.
public struct Read: PeSITMessage {
  public static let code = FPDUCode.read
  public static let mandatory = [Key.restartPoint.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// From a synchronisation point; 0 is the beginning.
  public init(from point: Int) {
    parameters = Parameters()
    parameters[Key.restartPoint] = point
  }
  /// PI 18.
  public var point: Int { required(Key.restartPoint) }
}

/// ACK(READ).
public struct ReadAnswer: PeSITAnswer {
  public static let code = FPDUCode.readAnswer
  public static let mandatory = [Key.diagnostic.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// WRITE: the requester will send the data.
public struct Write: PeSITMessage {
  public static let code = FPDUCode.write
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// Nothing to say.
  public init() { parameters = Parameters() }
}

/// ACK(WRITE): from which point on the server wants the data.
public struct WriteAnswer: PeSITAnswer {
  public static let code = FPDUCode.writeAnswer
  public static let mandatory = [Key.diagnostic.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// PI 18; 0 is the beginning.
  public var point: Int {
    get { parameters[Key.restartPoint] ?? 0 }
    set { parameters[Key.restartPoint] = newValue }
  }
}

/// DTF.END: the sender has sent all, or stops.
public struct DataEnd: PeSITAnswer {
  public static let code = FPDUCode.dataEnd
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// SYN: a synchronisation point.
public struct Sync: PeSITMessage {
  public static let code = FPDUCode.sync
  public static let mandatory = [Key.syncNumber.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// 1…999999.
  public init(_ number: Int) {
    parameters = Parameters()
    parameters[Key.syncNumber] = number
  }
  /// PI 20.
  public var number: Int { required(Key.syncNumber) }
}

/// ACK(SYN): all up to this point is safe.
public struct SyncAnswer: PeSITMessage {
  public static let code = FPDUCode.syncAnswer
  public static let mandatory = [Key.syncNumber.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// 1…999999.
  public init(_ number: Int) {
    parameters = Parameters()
    parameters[Key.syncNumber] = number
  }
  /// PI 20.
  public var number: Int { required(Key.syncNumber) }
}

/// RESYN: either side wants the data again from a point.
public struct Resync: PeSITAnswer {
  public static let code = FPDUCode.resync
  public static let mandatory = [Key.diagnostic.pi, Key.restartPoint.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// From a point, for a reason.
  public init(_ diagnostic: Diagnostic, from point: Int) {
    self.init(diagnostic)
    parameters[Key.restartPoint] = point
  }
  /// PI 18.
  public var point: Int { required(Key.restartPoint) }
}

/// ACK(RESYN): the point that both take.
public struct ResyncAnswer: PeSITMessage {
  public static let code = FPDUCode.resyncAnswer
  public static let mandatory = [Key.restartPoint.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// 0 is the beginning.
  public init(from point: Int) {
    parameters = Parameters()
    parameters[Key.restartPoint] = point
  }
  /// PI 18.
  public var point: Int { required(Key.restartPoint) }
}

/// IDT: either side stops the transfer.
public struct Interrupt: PeSITAnswer {
  public static let code = FPDUCode.interrupt
  public static let mandatory = [Key.diagnostic.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// Why, and whether a restart will come.
  public init(_ diagnostic: Diagnostic, _ endCode: EndCode, words: Text? = nil) {
    self.init(diagnostic, words: words)
    parameters[Key.endCode] = endCode
  }
  /// PI 19; an error when not said.
  public var endCode: EndCode { parameters[Key.endCode] ?? .error }
}

/// ACK(IDT). Some add a PI 2.
public struct InterruptAnswer: PeSITMessage {
  public static let code = FPDUCode.interruptAnswer
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// Nothing to say.
  public init() { parameters = Parameters() }
}

/// What both sides counted: PI 27 and 28.
public protocol Counted: PeSITMessage {}

extension Counted {
  /// PI 27.
  public var byteCount: Int? {
    get { parameters[Key.byteCount] }
    set { parameters[Key.byteCount] = newValue }
  }
  /// PI 28.
  public var articleCount: Int? {
    get { parameters[Key.articleCount] }
    set { parameters[Key.articleCount] = newValue }
  }
}

/// TRANS.END: the requester ends the transfer. Some add a PI 2.
public struct TransferEnd: PeSITAnswer, Counted {
  public static let code = FPDUCode.transferEnd
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// With what was counted.
  public init(byteCount: Int, articleCount: Int) {
    parameters = Parameters()
    self.byteCount = byteCount
    self.articleCount = articleCount
  }
}

/// ACK(TRANS.END): after a write, all is on the server's disk.
public struct TransferEndAnswer: PeSITAnswer, Counted {
  public static let code = FPDUCode.transferEndAnswer
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}
