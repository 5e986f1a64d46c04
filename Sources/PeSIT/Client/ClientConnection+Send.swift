/// A file to be sent.
public struct SendRequest: Sendable {
  /// The file.
  public var path: String
  /// PI 12.
  public var fileName: Text
  /// PI 16, 31 and 32.
  public var format: FileFormat
  /// PI 37.
  public var label: Text?
  /// PI 17.
  public var priority = Priority.normal
  /// PI 3 of PGI 9.
  public var sendingUser: Text?
  /// PI 4 of PGI 9.
  public var receivingUser: Text?
  /// PI 51.
  public var created: Timestamp?
  /// PI 61.
  public var initialSender: Text?
  /// PI 62.
  public var finalReceiver: Text?
  /// PI 99.
  public var freeMessage: Text?

  /// A file, its flow's name, its articles.
  public init(path: String, fileName: Text, format: FileFormat) {
    self.path = path
    self.fileName = fileName
    self.format = format
  }

  func create(transferID: Int, size: Int, maxEntity: Int) -> Create {
    var create = Create(
      fileName: fileName, transferID: transferID, restart: false, priority: priority, maxEntity: maxEntity)
    create.sendingUser = sendingUser
    create.receivingUser = receivingUser
    create.dataCode = format.code
    create.articleFormat = format.articles
    create.articleLength = format.articleLength
    create.organisation = .sequential
    create.label = label
    create.spaceKB = (size + 1023) / 1024
    create.created = created
    create.initialSender = initialSender
    create.finalReceiver = finalReceiver
    create.freeMessage = freeMessage
    return create
  }
}

extension ClientConnection {
  /// Sends a file, from where an earlier attempt came to if the record says so.
  ///
  /// - Returns: what was counted of the whole file.
  /// - Throws: ``SessionFault``.
  func send(
    _ record: inout TransferRecord, format: FileFormat, in state: TransferState,
    progress: @escaping @Sendable (Checkpoint) -> Void
  ) async throws(SessionFault) -> Checkpoint {
    let maxEntity = try await create(record)
    let terms = try await openFile(format)
    let answer = try await askToWrite()
    await session.limitEntities(to: maxEntity)
    let file = try await source(record, terms, from: answer.point, maxEntity)
    record.phases = await file.phases
    try keep(record, in: state)
    let sending = DataSending(session: session, role: .requester, file: file, terms: terms, progress: progress)
    let end = try await leavingIfStopped { () async throws(SessionFault) in try await sending.run() }
    try await check(end, await file.totals)
    await session.limitEntities(to: nil)
    // The server has the file: how it is closed does not change that.
    try? await leave(.success, isOpen: true)
    return await file.totals
  }

  private func create(_ record: TransferRecord) async throws(SessionFault) -> Int {
    var create = Create(checked: record.parameters)
    create.parameters[Key.restart] = record.phases.isEmpty ? nil : true
    guard case .createAnswer(let answer) = try await ask(.create(create)) else {
      preconditionFailure("the machine lets nothing else answer CREATE")
    }
    guard answer.diagnostic.isSuccess else {
      throw SessionFault(.answer(.createAnswer), answer.diagnostic, answer.words?.description ?? "")
    }
    return try await agreedEntity(answer.maxEntity)
  }

  /// PI 25 as the server lowers it.
  ///
  /// - Throws: ``SessionFault`` when nothing would fit.
  func agreedEntity(_ answered: Int?) async throws(SessionFault) -> Int {
    let agreed = min(answered ?? settings.maxEntity, settings.maxEntity)
    guard agreed >= EntityLayout.smallestEntity else {
      try await leave(.attributesInsufficient, isOpen: false)
      throw SessionFault(.local, .attributesInsufficient, "PI 25 of \(agreed)")
    }
    return agreed
  }

  /// ORF, with the compression that is wanted.
  ///
  /// - Throws: ``SessionFault``.
  func openFile(_ format: FileFormat) async throws(SessionFault) -> TransferTerms {
    guard case .openAnswer(let answer) = try await ask(.open(Open(compression: settings.compression))) else {
      preconditionFailure("the machine lets nothing else answer ORF")
    }
    guard answer.diagnostic.isSuccess else {
      try await leave(answer.diagnostic, isOpen: false)
      throw SessionFault(.answer(.openAnswer), answer.diagnostic, answer.words?.description ?? "")
    }
    let compression = settings.compression == .none ? .none : answer.compression.agreed(with: settings.compression)
    return TransferTerms(sync: await session.agreed.sync, compression: compression, format: format)
  }

  private func askToWrite() async throws(SessionFault) -> WriteAnswer {
    guard case .writeAnswer(let answer) = try await ask(.write(Write())) else {
      preconditionFailure("the machine lets nothing else answer WRITE")
    }
    guard answer.diagnostic.isSuccess else {
      try await leave(answer.diagnostic, isOpen: true)
      throw SessionFault(.answer(.writeAnswer), answer.diagnostic, answer.words?.description ?? "")
    }
    return answer
  }

  private func source(_ record: TransferRecord, _ terms: TransferTerms, from point: Int, _ maxEntity: Int)
    async throws(SessionFault) -> SendingFile
  {
    do {
      guard point == 0 || !record.phases.isEmpty else { throw SendingFile.Fault.noSuchPoint(point) }
      let file = try SendingFile(
        path: record.path, phases: record.phases, terms: terms, layout: await session.layout(maxEntity: maxEntity))
      try await file.seek(to: point, terms: terms)
      return file
    } catch {
      let fault = error as? SendingFile.Fault ?? .noSuchPoint(point)
      try await session.interrupt(fault.diagnostic, .cancelledByRequester, words: "\(fault)")
      try await leave(fault.diagnostic, isOpen: true)
      throw SessionFault(.local, fault.diagnostic, "\(fault)")
    }
  }

  /// Runs a data phase; one that is stopped leaves the connection alive, and the file to be given back.
  ///
  /// - Throws: ``SessionFault``.
  func leavingIfStopped<Result>(_ phase: () async throws(SessionFault) -> Result) async throws(SessionFault) -> Result {
    do {
      return try await phase()
    } catch {
      switch error.cause {
      case .interrupted, .local: try await leave(error.diagnostic, isOpen: true)
      default: break
      }
      throw error
    }
  }

  /// ACK(TRANS.END): its diagnostic, and its counts when it has some.
  ///
  /// - Throws: ``SessionFault``.
  func check(_ end: FPDUBody, _ totals: Checkpoint, phaseStart: Checkpoint = .beginning) async throws(SessionFault) {
    guard case .transferEndAnswer(let answer) = end else {
      throw SessionFault(.aborted, .protocolError, "\(end.code.name) instead of ACK(TRANS.END)")
    }
    var diagnostic = answer.diagnostic
    if diagnostic.isSuccess, !answer.agrees(with: totals, since: phaseStart) { diagnostic = .countMismatch }
    guard diagnostic.isSuccess else {
      try await leave(diagnostic, isOpen: true)
      throw SessionFault(.answer(.transferEndAnswer), diagnostic, answer.words?.description ?? "")
    }
  }

  /// Keeps a record; without it a restart could not be asked for.
  ///
  /// - Throws: ``SessionFault`` `local`.
  func keep(_ record: TransferRecord, in state: TransferState) throws(SessionFault) {
    do {
      try state.save(record)
    } catch {
      throw SessionFault(.local, error.diagnostic, "\(error)")
    }
  }
}

extension Counted {
  /// What the peer counted, if it says so, is what this end counted: of the whole file, or since the restart.
  func agrees(with totals: Checkpoint, since start: Checkpoint) -> Bool {
    let bytes = byteCount.map { $0 == totals.byteCount || $0 == totals.byteCount - start.byteCount } ?? true
    let articles =
      articleCount.map { $0 == totals.articleCount || $0 == totals.articleCount - start.articleCount } ?? true
    return bytes && articles
  }
}
