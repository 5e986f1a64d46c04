import NIOCore

/// A connection that came: what the requester asks, one thing after the other.
struct ServerConnection: Sendable {
  let session: Session
  let settings: ServerSettings
  let service: any PeSITService
  let state: TransferState
  let busy: BusyTransfers
  let number: Int

  /// Serves it to its end.
  ///
  /// - Parameter connected: called once CONNECT has been accepted.
  func serve(connected: @Sendable () async -> Void) async {
    var caller: Caller?
    do {
      guard let accepted = try await handshake() else { return }
      caller = accepted
      await connected()
      try await serveRequests(of: accepted)
    } catch {
      if let caller, error.diagnostic != .success { await service.happened(.failed(caller, nil, error)) }
    }
    if let caller { await service.happened(.ended(caller)) }
  }

  /// Pre-connection and CONNECT. Nil when it was refused.
  private func handshake() async throws(SessionFault) -> Caller? {
    var item = try await session.item()
    if case .logon = item {
      await session.sendLogon(Logon.answer(isAccepted: true), expectingAnswer: false)
      item = try await session.item()
    }
    guard case .body(.connect(let connect)) = item else {
      await session.abort(.protocolError, words: "no CONNECT")
      return nil
    }
    let caller = Caller(
      partner: connect.requester, called: connect.server, address: session.peerAddress,
      networkAddress: session.peerNetworkAddress, access: connect.access, connection: number)
    switch await decision(connect, caller) {
    case .refuse(let diagnostic, let words):
      await service.happened(.refused(caller, diagnostic))
      var refused = ConnectRefused(diagnostic)
      refused.freeMessage = words.isEmpty ? nil : Text(words)
      try await session.send(.connectRefused(refused))
      return nil
    case .accept:
      try await session.send(.connectAccepted(answer(to: connect)))
      await service.happened(.connected(caller))
      return caller
    }
  }

  private func decision(_ connect: Connect, _ caller: Caller) async -> ConnectionDecision {
    guard connect.version >= 2 else { return .refuse(.versionUnsupported, "version E only") }
    return await service.accept(connect, from: caller)
  }

  private func answer(to connect: Connect) -> ConnectAccepted {
    let isSyncProposed = connect.parameters[Key.sync] != nil
    let sync = settings.sync.agreed(with: connect.sync)
    return ConnectAccepted(
      version: 2, sync: isSyncProposed ? sync : nil,
      resync: connect.parameters[Key.resync].map { $0 && settings.resync && sync.isUsed })
  }

  private func serveRequests(of caller: Caller) async throws(SessionFault) {
    while true {
      switch try await session.next() {
      case .create(let create): try await ServerReception(connection: self, caller: caller).serve(create)
      case .select(let select): try await ServerProvision(connection: self, caller: caller).serve(select)
      case .message(let message): try await answer(message, from: caller)
      case .messageStart(let start): try await answer(try await whole(start), from: caller)
      case .release:
        try await session.send(.releaseConfirmed(ReleaseConfirmed()))
        await session.closed()
        return
      case let body: preconditionFailure("the machine does not let \(body.code.name) through here")
      }
    }
  }

  /// Joins the parts of a long message.
  private func whole(_ start: MessageStart) async throws(SessionFault) -> Message {
    var message = Message(checked: start.parameters)
    var text = start.text?.bytes ?? []
    while true {
      let part: (text: Text?, isLast: Bool)
      switch try await session.next() {
      case .messageMiddle(let middle): part = (middle.text, false)
      case .messageLast(let last): part = (last.text, true)
      case let body: preconditionFailure("the machine does not let \(body.code.name) through here")
      }
      text += part.text?.bytes ?? []
      guard text.count <= Key.message.pi.maxLength else {
        await session.abort(.badParameter, words: "message of more than \(Key.message.pi.maxLength) octets")
        throw SessionFault(.aborted, .badParameter, "message too long")
      }
      guard !part.isLast else {
        message.parameters[Key.message] = Text(bytes: text)
        return message
      }
    }
  }

  private func answer(_ message: Message, from caller: Caller) async throws(SessionFault) {
    var answer: MessageAnswer
    guard caller.access.allowsWriting else {
      answer = MessageAnswer(.writeNotNegotiated, words: "the connection only reads")
      try await session.send(.messageAnswer(answer))
      return
    }
    switch await service.receive(ReceivedMessage(caller: caller, message: message)) {
    case .accept(let text):
      answer = MessageAnswer(.success)
      answer.text = message.wantsAnswer ? text : nil
    case .refuse(let diagnostic, let words): answer = MessageAnswer(diagnostic, words: Text(words))
    }
    try await session.send(.messageAnswer(answer))
  }
}

/// The file is selected: ORF, transfers, CRF, DESELECT.
extension ServerConnection {
  /// Serves a selected file until DESELECT.
  ///
  /// - Parameter transfer: WRITE or READ, to its end; told the compression agreed.
  func serveSelected(_ transfer: (FPDUBody, Compression) async throws(SessionFault) -> Void) async throws(SessionFault)
  {
    while true {
      switch try await session.next() {
      case .open(let open): try await serveOpen(open, transfer)
      case .deselect:
        await session.limitEntities(to: nil)
        try await session.send(.deselectAnswer(DeselectAnswer(.success)))
        return
      case let body: preconditionFailure("the machine does not let \(body.code.name) through here")
      }
    }
  }

  private func serveOpen(_ open: Open, _ transfer: (FPDUBody, Compression) async throws(SessionFault) -> Void)
    async throws(SessionFault)
  {
    let compression = settings.compression.agreed(with: open.compression)
    var answer = OpenAnswer(.success)
    if open.proposesCompression { answer.compression = compression }
    try await session.send(.openAnswer(answer))
    while true {
      do throws(SessionFault) {
        let body = try await session.next()
        if case .close = body {
          try await session.send(.closeAnswer(CloseAnswer(.success)))
          return
        }
        try await transfer(body, compression)
      } catch {
        // A transfer that was stopped leaves the file open: the requester closes it.
        switch error.cause {
        case .interrupted, .local: continue
        default: throw error
        }
      }
    }
  }
}

extension Logon {
  /// ACK0 or NAK0.
  static func answer(isAccepted: Bool) -> ByteBuffer { ByteBuffer(bytes: isAccepted ? accepted : refused) }
}
