/// A connection that this end has made: transfers one after the other, then ``release()``.
public struct ClientConnection: Sendable {
  /// The connection itself.
  public let session: Session
  /// What was proposed.
  public let settings: ClientSettings

  /// Asks and waits for the answer.
  ///
  /// - Throws: ``SessionFault``.
  func ask(_ body: FPDUBody) async throws(SessionFault) -> FPDUBody {
    try await session.send(body)
    return try await session.next()
  }

  /// CONNECT, after the pre-connection if it is wanted.
  ///
  /// - Throws: ``SessionFault``.
  func open() async throws(SessionFault) {
    if settings.preconnects { try await preconnect() }
    let connect = Connect(
      requester: settings.identity, server: settings.server, password: settings.password, access: settings.access,
      sync: settings.sync, resync: settings.resync, crc: settings.crc)
    guard case .connectAccepted(let accepted) = try await ask(.connect(connect)) else {
      preconditionFailure("the machine lets nothing else answer CONNECT")
    }
    guard accepted.version == 2 else {
      await session.abort(.versionUnsupported, words: "version \(accepted.version)")
      throw SessionFault(.aborted, .versionUnsupported, "the server speaks version \(accepted.version)")
    }
  }

  private func preconnect() async throws(SessionFault) {
    let password = settings.password?.description ?? ""
    let logon = Logon(requester: settings.identity.description, password: password)
    await session.sendLogon(logon.encoded, expectingAnswer: true)
    guard case .logonAnswer(true) = try await session.item() else {
      await session.close()
      throw SessionFault(.logonRefused, .callerNotAuthorised, "the pre-connection was refused")
    }
  }

  /// Closes and gives back a file, whatever became of it.
  ///
  /// - Throws: ``SessionFault``.
  func leave(_ diagnostic: Diagnostic, isOpen: Bool) async throws(SessionFault) {
    if isOpen { _ = try await ask(.close(Close(diagnostic))) }
    _ = try await ask(.deselect(Deselect(diagnostic)))
  }

  /// Ends the connection; the network is closed when it returns.
  ///
  /// - Throws: ``SessionFault``.
  public func release() async throws(SessionFault) {
    _ = try await ask(.release(Release(.success)))
    await session.close()
  }

  /// Sends a message and waits for its answer; in parts when it does not fit an entity.
  ///
  /// - Returns: the answer's text.
  /// - Throws: ``SessionFault``; `answer` when the server does not accept it.
  @discardableResult
  public func send(_ message: Message) async throws(SessionFault) -> Text? {
    let answer = try await askInParts(message)
    guard case .messageAnswer(let answer) = answer else {
      preconditionFailure("the machine lets nothing else answer a message")
    }
    guard answer.diagnostic.isSuccess else {
      throw SessionFault(.answer(.messageAnswer), answer.diagnostic, answer.words?.description ?? "")
    }
    return answer.text
  }

  private func askInParts(_ message: Message) async throws(SessionFault) -> FPDUBody {
    let length = FPDU(to: 0, .message(message)).encoded().readableBytes
    guard length > settings.maxEntity, let text = message.text else { return try await ask(.message(message)) }
    var pieces = text.bytes[...]
    // What the first part has beside its text is far below the smallest entity.
    let room = max(1, settings.maxEntity - 512)
    var start = MessageStart(checked: message.parameters)
    start.text = Text(bytes: Array(pieces.prefix(room)))
    pieces = pieces.dropFirst(room)
    try await session.send(.messageStart(start))
    while pieces.count > room {
      try await session.send(.messageMiddle(MessageMiddle(text: Text(bytes: Array(pieces.prefix(room))))))
      pieces = pieces.dropFirst(room)
    }
    return try await ask(.messageLast(MessageLast(text: Text(bytes: Array(pieces)))))
  }
}
