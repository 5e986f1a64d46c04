/// A file that a requester reads.
struct ServerProvision: Sendable {
  let connection: ServerConnection
  let caller: Caller

  private var session: Session { connection.session }
  private var state: TransferState { connection.state }

  /// From SELECT to DESELECT.
  func serve(_ select: Select) async throws(SessionFault) {
    let file: ProvidedFile
    var record: TransferRecord
    do {
      file = try await provide(select)
      record = try self.record(select, file)
    } catch {
      try await session.send(.selectAnswer(SelectAnswer(error.diagnostic, words: Text(error.words))))
      return
    }
    let maxEntity = min(select.maxEntity ?? connection.settings.maxEntity, connection.settings.maxEntity)
    try await session.send(.selectAnswer(answer(to: select, record, file, maxEntity: maxEntity)))
    await session.limitEntities(to: maxEntity)
    try await connection.serveSelected { body, compression async throws(SessionFault) in
      guard case .read(let read) = body else {
        preconditionFailure("the machine does not let \(body.code.name) through here")
      }
      do throws(SessionFault) {
        try await send(file, &record, from: read.point, maxEntity: maxEntity, compression)
      } catch {
        await connection.service.happened(.failed(caller, record.key, error))
        throw error
      }
    }
  }

  private func provide(_ select: Select) async throws(SessionFault) -> ProvidedFile {
    guard caller.access.allowsReading else {
      throw SessionFault(.answer(.selectAnswer), .readNotNegotiated, "the connection only writes")
    }
    guard select.maxEntity ?? 0xFFFF >= EntityLayout.smallestEntity else {
      throw SessionFault(.answer(.selectAnswer), .attributesInsufficient, "PI 25 is too small")
    }
    switch await connection.service.provide(select, to: caller) {
    case .refuse(let diagnostic, let words): throw SessionFault(.answer(.selectAnswer), diagnostic, words)
    case .accept(let file): return file
    }
  }

  /// A transfer that is taken up is the one that is known, of the file as it was; a new one gets a number.
  private func record(_ select: Select, _ file: ProvidedFile) throws(SessionFault) -> TransferRecord {
    do {
      var identity = FileIdentity(select.parameters)
      identity.fileName = file.fileName
      let status = try OpenFile.reading(file.path).status()
      if select.isRestart {
        let key = TransferKey(.sending, with: caller.partner, identity)
        guard let known = try state.record(key), known.size == status.size, known.modified == status.modified else {
          throw SessionFault(.answer(.selectAnswer), .restartPointRefused, "no such transfer to take up")
        }
        return known
      }
      identity.transferID = try state.takeTransferID(for: caller.partner)
      return newRecord(select, identity, file, status)
    } catch let fault as SessionFault {
      throw fault
    } catch {
      let fault = error as? FileFault
      let diagnostic: Diagnostic = fault?.isAbsent == true ? .noSuchFile : .inputOutputError
      throw SessionFault(.answer(.selectAnswer), diagnostic, "\(error)")
    }
  }

  private func newRecord(
    _ select: Select, _ identity: FileIdentity, _ file: ProvidedFile, _ status: (size: Int, modified: Int)
  ) -> TransferRecord {
    var described = Select(
      fileName: identity.fileName, transferID: identity.transferID, restart: false, maxEntity: 0)
    described.fileType = identity.fileType
    described.initialSender = identity.initialSender
    described.finalReceiver = identity.finalReceiver
    let key = TransferKey(.sending, with: caller.partner, FileIdentity(described.parameters))
    var record = TransferRecord(key: key, parameters: described.parameters, path: file.path)
    (record.size, record.modified) = status
    return record
  }

  private func answer(to select: Select, _ record: TransferRecord, _ file: ProvidedFile, maxEntity: Int)
    -> SelectAnswer
  {
    var answer = SelectAnswer(.success)
    answer.sendingUser = select.sendingUser
    answer.receivingUser = select.receivingUser
    answer.fileType = record.key.fileType
    answer.fileName = record.key.fileName
    answer.transferID = record.key.transferID
    answer.dataCode = file.format.code
    answer.maxEntity = maxEntity
    // Whoever asks for nothing still has to know how long an article may be.
    answer.articleFormat = file.format.articles
    answer.articleLength = file.format.articleLength
    answer.organisation = .sequential
    answer.label = file.label
    answer.spaceKB = ((record.size ?? 0) + 1023) / 1024
    answer.created = file.created
    return answer
  }

  /// READ, the data, TRANS.END.
  private func send(
    _ provided: ProvidedFile, _ record: inout TransferRecord, from point: Int, maxEntity: Int,
    _ compression: Compression
  ) async throws(SessionFault) {
    let terms = TransferTerms(
      sync: await session.agreed.sync, compression: compression, format: provided.format)
    let file: SendingFile
    do {
      file = try SendingFile(
        path: provided.path, phases: record.phases, terms: terms, layout: await session.layout(maxEntity: maxEntity))
      try await file.seek(to: point, terms: terms)
      record.phases = await file.phases
      try state.save(record)
    } catch {
      let diagnostic = (error as? SendingFile.Fault)?.diagnostic ?? .inputOutputError
      try await session.send(.readAnswer(ReadAnswer(diagnostic, words: Text("\(error)"))))
      return
    }
    try await session.send(.readAnswer(ReadAnswer(.success)))
    await connection.service.happened(
      .sending(caller, record.key, offset: await file.totals.offset, point: point))
    let sending = DataSending(session: session, role: .server, file: file, terms: terms) { _ in }
    guard case .transferEnd(let end) = try await sending.run() else { return }
    try await finish(provided, &record, file, end)
  }

  private func finish(
    _ provided: ProvidedFile, _ record: inout TransferRecord, _ file: SendingFile, _ end: TransferEnd
  ) async throws(SessionFault) {
    let totals = await file.totals
    let start = await file.phases.last?.start ?? .beginning
    let isRight = end.diagnostic.isSuccess && end.agrees(with: totals, since: start)
    if isRight {
      record.status = .published
      record.totals = totals
      // The reader has the file; a record that cannot be kept takes nothing away from that.
      try? state.save(record)
      await connection.service.provided(provided, to: caller)
    }
    var answer = TransferEndAnswer(isRight ? .success : .countMismatch)
    answer.byteCount = totals.byteCount
    answer.articleCount = totals.articleCount
    try await session.send(.transferEndAnswer(answer))
    if isRight { await connection.service.happened(.sent(caller, record.key, totals)) }
  }
}
