/// A message that names a file: PGI 9, PI 13, and who it is from and for (PI 61, 62).
public protocol FileIdentified: PeSITMessage {}

extension FileIdentified {
  /// PI 3 in PGI 9: the sending user; 24 octets whose layout is the partners' own.
  public var sendingUser: Text? {
    get { parameters[Key.requester] }
    set { parameters.set(Key.requester.pi, to: newValue?.bytes, in: .fileIdentifier) }
  }
  /// PI 4 in PGI 9: the receiving user.
  public var receivingUser: Text? {
    get { parameters[Key.server] }
    set { parameters.set(Key.server.pi, to: newValue?.bytes, in: .fileIdentifier) }
  }
  /// PI 11; 0 for a file.
  public var fileType: Int {
    get { parameters[Key.fileType] ?? 0 }
    set { parameters[Key.fileType] = newValue }
  }
  /// PI 12.
  public var fileName: Text {
    get { parameters[Key.fileName] ?? "" }
    set { parameters[Key.fileName] = newValue }
  }
  /// PI 13.
  public var transferID: Int {
    get { parameters[Key.transferID] ?? 0 }
    set { parameters[Key.transferID] = newValue }
  }
  /// PI 61.
  public var initialSender: Text? {
    get { parameters[Key.initialSender] }
    set { parameters[Key.initialSender] = newValue }
  }
  /// PI 62.
  public var finalReceiver: Text? {
    get { parameters[Key.finalReceiver] }
    set { parameters[Key.finalReceiver] = newValue }
  }
}

/// A message that tells how a file is made: PI 16, PGI 30, 40 and 50.
public protocol FileDescribed: PeSITMessage {}

extension FileDescribed {
  /// PI 16; nil when the peer leaves it out, which by the letter means ASCII.
  public var dataCode: DataCode? {
    get { parameters[Key.dataCode] }
    set { parameters[Key.dataCode] = newValue }
  }
  /// PI 31; what two Transfer CFTs call undefined is variable.
  public var articleFormat: ArticleFormat {
    get { parameters[Key.articleFormat] ?? .fixed }
    set { parameters[Key.articleFormat] = newValue }
  }
  /// PI 32, octets; 0 when not said.
  public var articleLength: Int {
    get { parameters[Key.articleLength] ?? 0 }
    set { parameters[Key.articleLength] = newValue }
  }
  /// PI 33.
  public var organisation: Organisation? {
    get { parameters[Key.organisation] }
    set { parameters[Key.organisation] = newValue }
  }
  /// PI 37.
  public var label: Text? {
    get { parameters[Key.label] }
    set { parameters[Key.label] = newValue }
  }
  /// PI 41 and 42: kilobytes that the file takes.
  public var spaceKB: Int? {
    get { parameters[Key.space] }
    set {
      parameters[Key.spaceUnit] = newValue == nil ? nil : .kilobytes
      parameters[Key.space] = newValue
    }
  }
  /// PI 51.
  public var created: Timestamp? {
    get { parameters[Key.created] }
    set { parameters[Key.created] = newValue }
  }
}

/// A message that names the largest entity: PI 25.
public protocol EntitySized: PeSITMessage {}

extension EntitySized {
  /// PI 25, octets.
  public var maxEntity: Int? {
    get { parameters[Key.maxEntity] }
    set { parameters[Key.maxEntity] = newValue }
  }
}
