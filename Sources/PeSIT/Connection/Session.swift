import NIOCore

/// A connection as the rest of the program uses it: send, wait for what comes, wait for room.
///
/// It lives on its channel's event loop, with the handler and the machine.
public actor Session {
  private let channel: any Channel
  private let bound: NIOLoopBound<SessionHandler>
  private let loopExecutor: any SerialExecutor

  /// The event loop's.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { loopExecutor.asUnownedSerialExecutor() }

  /// Called on the channel's event loop, with the handler that is in its pipeline.
  init(_ channel: any Channel, _ bound: NIOLoopBound<SessionHandler>) {
    self.channel = channel
    self.bound = bound
    loopExecutor = channel.eventLoop.executor
  }

  private var handler: SessionHandler { bound.value }

  /// Adds a handler to a channel's pipeline; on the event loop.
  static func add(to channel: any Channel, _ options: SessionOptions, ownID: UInt8) throws -> Session {
    let handler = SessionHandler(options, ownID: ownID)
    let bound = NIOLoopBound(handler, eventLoop: channel.eventLoop)
    try channel.pipeline.syncOperations.addHandler(handler)
    return Session(channel, bound)
  }

  /// How entities of this connection are laid out, of at most so many octets.
  public func layout(maxEntity: Int) -> EntityLayout {
    EntityLayout(framing: handler.framing, destination: handler.peerID, maxEntity: maxEntity, crc: handler.crc)
  }

  /// PI 7 and 23 as agreed.
  public var agreed: (sync: SyncOption, resync: Bool) { (handler.machine.sync, handler.machine.resync) }

  /// The peer's address, for logs.
  public nonisolated var peerAddress: String { channel.remoteAddress.map { "\($0)" } ?? "" }

  /// The peer's address without its port; empty when there is none.
  public nonisolated var peerNetworkAddress: String { channel.remoteAddress?.ipAddress ?? "" }

  /// Entities of more octets are refused from now on; nil for no limit but the framing's.
  public func limitEntities(to maxEntity: Int?) { handler.limitEntities(to: maxEntity) }

  /// Sends a message.
  ///
  /// - Returns: false when the peer has said something that comes first: it is read next.
  /// - Throws: ``SessionFault`` when the connection has ended.
  @discardableResult
  public func send(_ body: FPDUBody) throws(SessionFault) -> Bool {
    if let fault = handler.fault { throw fault }
    switch handler.send(body) {
    case .write: return true
    case .overtaken: return false
    case .misuse:
      let words = "\(body.code.name) cannot be sent here"
      handler.abort(.protocolError, words: words)
      throw SessionFault(.aborted, .protocolError, words)
    }
  }

  /// Sends packed data when the window and the network have room.
  ///
  /// - Returns: false when the peer has said something that comes first: it is read next.
  /// - Throws: ``SessionFault`` when the connection has ended.
  public func send(_ chunk: OutgoingChunk) async throws(SessionFault) -> Bool {
    while true {
      if let fault = handler.fault { throw fault }
      guard handler.machine.mayData, !handler.hasItems else { return false }
      if !handler.machine.isWindowFull, handler.isWritable { break }
      await withCheckedContinuation { handler.waitForWriting($0) }
    }
    handler.send(chunk)
    return true
  }

  /// All that has come since the last time; waits when nothing has.
  ///
  /// - Throws: ``SessionFault`` when the connection has ended, after all that came before its end was given.
  func items() async throws(SessionFault) -> [SessionHandler.Item] {
    try await waitForItems()
    return handler.takeItems()
  }

  private func waitForItems() async throws(SessionFault) {
    while !handler.hasItems {
      if let fault = handler.fault { throw fault }
      if !handler.isOpen { throw SessionFault(.network, .success, "the connection is ended") }
      await withCheckedContinuation { handler.waitForItems($0) }
    }
  }

  func item() async throws(SessionFault) -> SessionHandler.Item {
    while true {
      try await waitForItems()
      if let item = handler.takeItem() { return item }
    }
  }

  /// The next message.
  ///
  /// - Throws: ``SessionFault`` when the connection has ended, or IDT came.
  public func next() async throws(SessionFault) -> FPDUBody {
    switch try await item() {
    case .body(let body): return body
    case .interrupted(let interrupt):
      throw SessionFault(
        .interrupted(interrupt.endCode), interrupt.diagnostic, interrupt.words?.description ?? "")
    case .logon, .logonAnswer, .damaged: throw SessionFault(.aborted, .protocolError, "not a message")
    }
  }

  /// The pre-connection, then CONNECT; the answer to either is the machine's to check.
  func sendLogon(_ octets: ByteBuffer, expectingAnswer: Bool) {
    if expectingAnswer { handler.expectLogonAnswer() }
    handler.sendLogon(octets)
  }

  /// Ends the connection with ABORT.
  public func abort(_ diagnostic: Diagnostic, words: String) { handler.abort(diagnostic, words: words) }

  /// Closes the network at once.
  public func close() { handler.close() }

  /// Waits until the network is closed.
  public nonisolated func closed() async { try? await channel.closeFuture.get() }
}
