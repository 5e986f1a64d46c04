/// CREATE: the requester has a file to write.
public struct Create: FileIdentified, FileDescribed, EntitySized {
  public static let code = FPDUCode.create
  public static let mandatory = [Key.fileName.pi, Key.transferID.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }

  /// A file to write: its name, its transfer id (1…16777215), the largest entity proposed.
  public init(fileName: Text, transferID: Int, restart: Bool, priority: Priority = .normal, maxEntity: Int) {
    parameters = Parameters()
    fileType = 0
    self.fileName = fileName
    self.transferID = transferID
    parameters[Key.restart] = restart ? true : nil
    parameters[Key.priority] = priority
    self.maxEntity = maxEntity
  }

  /// PI 15.
  public var isRestart: Bool { parameters[Key.restart] ?? false }
}

/// ACK(CREATE).
public struct CreateAnswer: PeSITAnswer, EntitySized {
  public static let code = FPDUCode.createAnswer
  public static let mandatory = [Key.diagnostic.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// SELECT: the requester wants a file; its name may be a pattern (§12).
public struct Select: FileIdentified, EntitySized {
  public static let code = FPDUCode.select
  public static let mandatory = [Key.fileName.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }

  /// A file to read; transfer id 0 unless it is a restart.
  public init(fileName: Text, transferID: Int, restart: Bool, priority: Priority = .normal, maxEntity: Int) {
    parameters = Parameters()
    fileType = 0
    self.fileName = fileName
    self.transferID = transferID
    parameters[Key.attributesWanted] = .all
    parameters[Key.restart] = restart ? true : nil
    parameters[Key.priority] = priority
    self.maxEntity = maxEntity
  }

  /// PI 15.
  public var isRestart: Bool { parameters[Key.restart] ?? false }
  /// PI 14.
  public var attributesWanted: AttributesWanted { (parameters[Key.attributesWanted] ?? []).normalised }
}

/// ACK(SELECT): which file it is, and how it is made.
public struct SelectAnswer: PeSITAnswer, FileIdentified, FileDescribed, EntitySized {
  public static let code = FPDUCode.selectAnswer
  public static let mandatory = [Key.diagnostic.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// DESELECT: the requester is done with the file.
public struct Deselect: PeSITAnswer {
  public static let code = FPDUCode.deselect
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// ACK(DESELECT).
public struct DeselectAnswer: PeSITAnswer {
  public static let code = FPDUCode.deselectAnswer
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// ORF: the requester opens the file, and proposes a compression.
public struct Open: PeSITMessage {
  public static let code = FPDUCode.open
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// A proposal of none is left out.
  public init(compression: Compression) {
    parameters = Parameters()
    parameters[Key.compression] = compression == .none ? nil : compression
  }
  /// PI 21.
  public var compression: Compression { parameters[Key.compression] ?? .none }
  /// Something was proposed, understood or not: it is answered.
  public var proposesCompression: Bool { parameters.octets(of: Key.compression.pi.code) != nil }
}

/// ACK(ORF).
public struct OpenAnswer: PeSITAnswer {
  public static let code = FPDUCode.openAnswer
  public static let mandatory = [Key.diagnostic.pi]
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
  /// PI 21: what holds; absent, none.
  public var compression: Compression {
    get { parameters[Key.compression] ?? .none }
    set { parameters[Key.compression] = newValue }
  }
}

/// CRF: the requester closes the file. Some leave PI 2 out.
public struct Close: PeSITAnswer {
  public static let code = FPDUCode.close
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}

/// ACK(CRF).
public struct CloseAnswer: PeSITAnswer {
  public static let code = FPDUCode.closeAnswer
  public static let mandatory: [PI] = []
  public var parameters: Parameters
  public init(checked parameters: Parameters) { self.parameters = parameters }
}
