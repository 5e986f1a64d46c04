/// The receiver's side of a data phase, in either role (§9, §10 of docs/pesit.md).
struct DataReceiving: Sendable {
  let session: Session
  let role: Role
  let file: ReceivingFile
  /// Told of what has arrived: how far the file is here.
  let progress: @Sendable (Checkpoint) -> Void

  /// Takes all up to DTF.END, and for a server up to TRANS.END.
  ///
  /// - Returns: TRANS.END for a server; nil for a requester, who sends it.
  /// - Throws: ``SessionFault``; what was safe stays safe.
  func run() async throws(SessionFault) -> TransferEnd? {
    var end: DataEnd?
    while true {
      let items = try await session.items()
      var phase = Phase(end: end)
      try await take(items, &phase)
      end = phase.end
      guard phase.transferEnd != nil || (end != nil && role == .requester) else { continue }
      if let end, !end.diagnostic.isSuccess { throw try await stopped(end) }
      return phase.transferEnd
    }
  }

  /// The sender has ended before the end: nobody takes what there is for the file.
  private func stopped(_ end: DataEnd) async throws(SessionFault) -> SessionFault {
    if role == .server {
      try await session.send(.transferEndAnswer(TransferEndAnswer(.abnormalEnd)))
    } else {
      try await session.interrupt(end.diagnostic, .cancelledByRequester, words: "")
    }
    return SessionFault(.interrupted(.suspended), end.diagnostic, end.words?.description ?? "")
  }

  private struct Phase {
    var bodies: [FPDUBody] = []
    var end: DataEnd?
    var transferEnd: TransferEnd?
  }

  private func take(_ items: [SessionHandler.Item], _ phase: inout Phase) async throws(SessionFault) {
    for item in items {
      switch item {
      case .body(.transferEnd(let end)): phase.transferEnd = end
      case .body(.resync(let resync)):
        try await store(&phase)
        try await rewind(resync)
      case .body(.resyncAnswer(let answer)): try await resumed(at: answer.point)
      case .body(let body): phase.bodies.append(body)
      case .damaged:
        try await store(&phase)
        try await askAgain()
      case .interrupted(let interrupt):
        try await store(&phase)
        throw SessionFault(
          .interrupted(interrupt.endCode), interrupt.diagnostic, interrupt.words?.description ?? "")
      case .logon, .logonAnswer: throw SessionFault(.aborted, .protocolError, "not a message")
      }
    }
    try await store(&phase)
  }

  private func store(_ phase: inout Phase) async throws(SessionFault) {
    guard !phase.bodies.isEmpty else { return }
    do {
      let taken = try await file.take(phase.bodies)
      phase.bodies = []
      phase.end = taken.end ?? phase.end
      await progress(file.totals)
      try await acknowledge(taken.safePoint)
    } catch let fault as ReceivingFile.Fault {
      throw try await stop(fault)
    } catch let fault as SessionFault {
      throw fault
    } catch {
      preconditionFailure("the two calls throw these: \(error)")
    }
  }

  /// A connection that has just ended does not take away what is safe.
  private func acknowledge(_ point: Int?) async throws(SessionFault) {
    guard let point, await session.agreed.sync.window > 0 else { return }
    do {
      try await session.send(.syncAnswer(SyncAnswer(point)))
    } catch {
      guard error.cause == .network || error.cause == .abortedByPeer else { throw error }
    }
  }

  /// RESYN: the data from the last point that is safe.
  private func askAgain() async throws(SessionFault) {
    let point = try await rewound(from: 0)
    try await session.send(.resync(Resync(.transmissionError, from: point)))
  }

  /// The sender goes on from there: where it was asked to, or at the beginning.
  private func resumed(at point: Int) async throws(SessionFault) {
    guard await file.totals.number != point else { return }
    guard point == 0 else {
      await session.abort(.protocolError, words: "RESYN answered with point \(point)")
      throw SessionFault(.aborted, .protocolError, "RESYN answered with point \(point)")
    }
    _ = try await rewound(from: .max)
  }

  private func rewound(from point: Int) async throws(SessionFault) -> Int {
    do {
      return try await file.rewind(from: point)
    } catch {
      throw try await stop(error)
    }
  }

  /// The sender asks to send again, from a point or an earlier one.
  private func rewind(_ resync: Resync) async throws(SessionFault) {
    let point = try await rewound(from: resync.point)
    try await session.send(.resyncAnswer(ResyncAnswer(from: point)))
  }

  /// A rule broken ends the connection; a transfer that cannot go on ends with IDT.
  private func stop(_ fault: ReceivingFile.Fault) async throws(SessionFault) -> SessionFault {
    guard fault.diagnostic.type != 3 else {
      await session.abort(fault.diagnostic, words: fault.words)
      return SessionFault(.aborted, fault.diagnostic, fault.words)
    }
    let isHopeless = fault.diagnostic == .articleTooLong || fault.diagnostic == .tooMuchWithoutSync
    let code: EndCode = isHopeless ? (role == .server ? .cancelledByServer : .cancelledByRequester) : .error
    try await session.interrupt(fault.diagnostic, code, words: fault.words)
    return SessionFault(.local, fault.diagnostic, fault.words)
  }
}
