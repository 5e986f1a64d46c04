/// The sender's side of a data phase, in either role (§9, §10 of docs/pesit.md).
struct DataSending: Sendable {
  let session: Session
  let role: Role
  let file: SendingFile
  let terms: TransferTerms
  /// Told of each chunk: how far the file has left.
  let progress: @Sendable (Checkpoint) -> Void

  /// Sends all, then waits for the other side's TRANS.END or its answer.
  ///
  /// - Returns: TRANS.END for a server, its answer for a requester.
  /// - Throws: ``SessionFault``.
  func run() async throws(SessionFault) -> FPDUBody {
    while true {
      try await sendChunks()
      guard try await session.send(.dataEnd(DataEnd(.success))) else {
        try await overtaken()
        continue
      }
      if role == .requester, try await !sendTransferEnd() {
        try await overtaken()
        continue
      }
      switch try await session.next() {
      case .resync(let resync): try await resume(resync)
      case let end: return end
      }
    }
  }

  private func sendTransferEnd() async throws(SessionFault) -> Bool {
    let totals = await file.totals
    let end = TransferEnd(byteCount: totals.byteCount, articleCount: totals.articleCount)
    return try await session.send(.transferEnd(end))
  }

  /// The next chunk is read while this one waits for room.
  private func sendChunks() async throws(SessionFault) {
    var next = try await checked(chunk())
    while let chunk = next {
      async let following = self.chunk()
      let isSent = try await session.send(chunk)
      next = try await checked(following)
      if isSent {
        await progress(file.totals)
      } else {
        try await overtaken()
        next = try await checked(self.chunk())
      }
    }
  }

  private func chunk() async -> Result<OutgoingChunk?, SendingFile.Fault> {
    do {
      return .success(try await file.nextChunk())
    } catch {
      return .failure(error)
    }
  }

  private func checked(_ chunk: Result<OutgoingChunk?, SendingFile.Fault>) async throws(SessionFault) -> OutgoingChunk?
  {
    switch chunk {
    case .success(let chunk): return chunk
    case .failure(let fault): throw try await stop(fault)
    }
  }

  /// The receiver has said something that comes first.
  private func overtaken() async throws(SessionFault) {
    guard case .resync(let resync) = try await session.next() else {
      throw SessionFault(.aborted, .protocolError, "neither RESYN nor IDT")
    }
    try await resume(resync)
  }

  private func resume(_ resync: Resync) async throws(SessionFault) {
    do {
      try await file.seek(to: resync.point, terms: terms)
    } catch {
      throw try await stop(error)
    }
    try await session.send(.resyncAnswer(ResyncAnswer(from: resync.point)))
  }

  private func stop(_ fault: SendingFile.Fault) async throws(SessionFault) -> SessionFault {
    try await session.interrupt(fault.diagnostic, .error, words: "\(fault)")
    return SessionFault(.local, fault.diagnostic, "\(fault)")
  }
}

extension Session {
  /// Stops the transfer with IDT, and waits until the peer knows.
  ///
  /// - Throws: ``SessionFault`` when the connection ends first.
  func interrupt(_ diagnostic: Diagnostic, _ code: EndCode, words: String) async throws(SessionFault) {
    guard try send(.interrupt(Interrupt(diagnostic, code, words: Text(words)))) else { return }
    while true {
      switch try await item() {
      case .body(.interruptAnswer), .interrupted: return
      case .body, .logon, .logonAnswer, .damaged: continue
      }
    }
  }
}
