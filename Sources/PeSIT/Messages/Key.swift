/// Every parameter of the profile hors-SIT (§4.7.3), with the Swift type of its value.
public enum Key {
  /// PI 1: a checksum follows each FPDU.
  public static let crc = ParameterKey<Bool>(1, "use of CRC")
  /// PI 2: what became of a request.
  public static let diagnostic = ParameterKey<Diagnostic>(
    PI(2, "diagnostic", .aggregate(3...3), 3), Diagnostic.init(bytes:), \.bytes)
  /// PI 3: the requester of the connection, or in PGI 9 the sending user.
  public static let requester = ParameterKey<Text>(3, "requester", 24)
  /// PI 4: the server of the connection, or in PGI 9 the receiving user.
  public static let server = ParameterKey<Text>(4, "server", 24)
  /// PI 5: the password, and the new one that replaces it.
  public static let accessControl = ParameterKey<AccessControl>(
    PI(5, "access control", .text, 16), AccessControl.init(bytes:), \.bytes)
  /// PI 6: 1 is version D, 2 is version E. One binary octet in every trace, whatever the sheet says.
  public static let version = ParameterKey<Int>(6, "version", 2)
  /// PI 7: interval and window of the synchronisation points.
  public static let sync = ParameterKey<SyncOption>(
    PI(7, "sync option", .aggregate(3...3), 3), SyncOption.init(bytes:), \.bytes)
  /// PI 11: 0 for a file; FFFF and FFFE for messages.
  public static let fileType = ParameterKey<Int>(11, "file type", 2, in: .fileIdentifier)
  /// PI 12: the flow's or the file's virtual name.
  public static let fileName = ParameterKey<Text>(12, "file name", 76, in: .fileIdentifier)
  /// PI 13: 1…16777215; 0 in a SELECT that asks for something new.
  public static let transferID = ParameterKey<Int>(13, "transfer id", 3)
  /// PI 14: which groups of attributes the answer shall hold.
  public static let attributesWanted = ParameterKey<AttributesWanted>(
    PI(14, "attributes wanted", .mask, 1), AttributesWanted.init(bytes:), \.bytes)
  /// PI 15: this transfer was begun before.
  public static let restart = ParameterKey<Bool>(15, "restart")
  /// PI 16: ASCII, EBCDIC or binary.
  public static let dataCode = ParameterKey<DataCode>(16, "data code")
  /// PI 17: urgent, normal or low.
  public static let priority = ParameterKey<Priority>(17, "priority")
  /// PI 18: number of a synchronisation point; 0 is the file's beginning.
  public static let restartPoint = ParameterKey<Int>(18, "restart point", 3)
  /// PI 19: whether an interrupted transfer will be taken up again.
  public static let endCode = ParameterKey<EndCode>(19, "end code")
  /// PI 20: number of a synchronisation point, 1…999999.
  public static let syncNumber = ParameterKey<Int>(20, "sync number", 3)
  /// PI 21: which compressions are asked for, or agreed.
  public static let compression = ParameterKey<Compression>(
    PI(21, "compression", .aggregate(2...2), 2), Compression.init(bytes:), \.bytes)
  /// PI 22: write, read or both.
  public static let access = ParameterKey<Access>(22, "access")
  /// PI 23: resynchronisation may be asked for within a transfer.
  public static let resync = ParameterKey<Bool>(23, "resync")
  /// PI 25: most octets of an entity, checksum included, transport header not.
  public static let maxEntity = ParameterKey<Int>(25, "max entity", 2)
  /// PI 26: seconds of the activity timer wanted by the requester (other profiles; tolerated).
  public static let activityTimer = ParameterKey<Int>(26, "activity timer", 2)
  /// PI 27: octets of data, without the articles' lengths, with the compression's headers.
  public static let byteCount = ParameterKey<Int>(27, "bytes", 8)
  /// PI 28: whole articles.
  public static let articleCount = ParameterKey<Int>(28, "articles", 4)
  /// PI 29: a diagnostic in words.
  public static let diagnosticText = ParameterKey<Text>(29, "diagnostic text", 254)
  /// PI 31: fixed or variable articles.
  public static let articleFormat = ParameterKey<ArticleFormat>(
    PI(31, "article format", .symbol([0x00, 0x40, 0x80]), 1, in: .logicalAttributes), ArticleFormat.init(bytes:),
    { [$0.rawValue] })
  /// PI 32: exact or greatest length of an article, octets.
  public static let articleLength = ParameterKey<Int>(32, "article length", 2, in: .logicalAttributes)
  /// PI 33: sequential, relative or indexed.
  public static let organisation = ParameterKey<Organisation>(33, "organisation", in: .logicalAttributes)
  /// PI 37: the real name of the file, proposed by its sender.
  public static let label = ParameterKey<Text>(37, "label", 512, in: .logicalAttributes)
  /// PI 38: length of the key, indexed files only.
  public static let keyLength = ParameterKey<Int>(38, "key length", 2, in: .logicalAttributes)
  /// PI 39: place of the key, indexed files only.
  public static let keyOffset = ParameterKey<Int>(39, "key offset", 2, in: .logicalAttributes)
  /// PI 41: what ``space`` counts.
  public static let spaceUnit = ParameterKey<SpaceUnit>(41, "space unit", in: .physicalAttributes)
  /// PI 42: most room that the file may take, in units of PI 41; 0 when not known.
  public static let space = ParameterKey<Int>(42, "space max", 4, in: .physicalAttributes)
  /// PI 51: when the file was made.
  public static let created = ParameterKey<Timestamp>(
    PI(51, "created", .date, 12, in: .history), Timestamp.init(bytes:), \.bytes)
  /// PI 52: when the file was last read.
  public static let extracted = ParameterKey<Timestamp>(
    PI(52, "last extracted", .date, 12, in: .history), Timestamp.init(bytes:), \.bytes)
  /// PI 61: who sent the file first, the same on every hop.
  public static let initialSender = ParameterKey<Text>(61, "initial sender", 24)
  /// PI 62: whom the file is for in the end, the same on every hop.
  public static let finalReceiver = ParameterKey<Text>(62, "final receiver", 24)
  /// PI 91: a message's text.
  public static let message = ParameterKey<Text>(91, "message", 4096)
  /// PI 99: free text beside anything; between two Transfer CFTs, their own data.
  public static let freeMessage = ParameterKey<Text>(99, "free message", 512)

  static let all: [PI] = [
    crc.pi, diagnostic.pi, requester.pi, server.pi, accessControl.pi, version.pi, sync.pi, fileType.pi, fileName.pi,
    transferID.pi, attributesWanted.pi, restart.pi, dataCode.pi, priority.pi, restartPoint.pi, endCode.pi,
    syncNumber.pi, compression.pi, access.pi, resync.pi, maxEntity.pi, activityTimer.pi, byteCount.pi,
    articleCount.pi, diagnosticText.pi, articleFormat.pi, articleLength.pi, organisation.pi, label.pi, keyLength.pi,
    keyOffset.pi, spaceUnit.pi, space.pi, created.pi, extracted.pi, initialSender.pi, finalReceiver.pi, message.pi,
    freeMessage.pi,
  ]
}
