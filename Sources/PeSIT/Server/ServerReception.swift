/// A file that a requester writes.
struct ServerReception: Sendable {
  let connection: ServerConnection
  let caller: Caller

  private var session: Session { connection.session }
  private var state: TransferState { connection.state }

  /// What CREATE has settled.
  private struct Selected {
    var record: TransferRecord
    var destination: FileDestination
    var create: Create
    /// Where an earlier attempt came to counts.
    var isTakenUp = false
    /// All of it had arrived already; what comes again is let go by.
    var isRepeated = false
  }

  /// From CREATE to DESELECT.
  func serve(_ create: Create) async throws(SessionFault) {
    let key = TransferKey(.receiving, with: caller.partner, FileIdentity(create.parameters))
    await connection.busy.take(key, for: session)
    do throws(SessionFault) {
      try await serve(create, key)
    } catch {
      await connection.busy.give(key, from: session)
      throw error
    }
    await connection.busy.give(key, from: session)
  }

  private func serve(_ create: Create, _ key: TransferKey) async throws(SessionFault) {
    let selected: Selected
    do {
      selected = try await select(create, key)
    } catch {
      try await session.send(.createAnswer(CreateAnswer(error.diagnostic, words: Text(error.words))))
      return
    }
    let maxEntity = min(create.maxEntity ?? connection.settings.maxEntity, connection.settings.maxEntity)
    var answer = CreateAnswer(.success)
    answer.maxEntity = maxEntity
    try await session.send(.createAnswer(answer))
    await session.limitEntities(to: maxEntity)
    try await connection.serveSelected { _, compression async throws(SessionFault) in
      do throws(SessionFault) {
        try await receive(selected, compression)
      } catch {
        await connection.service.happened(.failed(caller, key, error))
        throw error
      }
    }
  }

  /// A transfer that is known, or the service's decision on a new one.
  private func select(_ create: Create, _ key: TransferKey) async throws(SessionFault) -> Selected {
    guard caller.access.allowsWriting else {
      throw SessionFault(.answer(.createAnswer), .writeNotNegotiated, "the connection only reads")
    }
    guard create.transferID > 0, create.fileType < 0xFFFD else {
      throw SessionFault(.answer(.createAnswer), .transferRefused, "PI 11 or PI 13 is not a file's")
    }
    guard create.maxEntity ?? 0xFFFF >= EntityLayout.smallestEntity else {
      throw SessionFault(.answer(.createAnswer), .attributesInsufficient, "PI 25 is too small")
    }
    let known = try attempt { () throws(FileFault) in try state.record(key) }
    if create.isRestart {
      guard let known else {
        throw SessionFault(.answer(.createAnswer), .restartPointRefused, "no such transfer to take up")
      }
      return try await takeUp(known, create)
    }
    switch await connection.service.receive(create, from: caller) {
    case .refuse(let diagnostic, let words): throw SessionFault(.answer(.createAnswer), diagnostic, words)
    case .accept(let destination): return try begin(create, key, destination, replacing: known)
    }
  }

  private func begin(
    _ create: Create, _ key: TransferKey, _ destination: FileDestination, replacing known: TransferRecord?
  ) throws(SessionFault) -> Selected {
    if let known { state.forget(known) }
    let path = destination.folder.path(of: destination.partName(key))
    let record = TransferRecord(key: key, parameters: create.parameters, path: path)
    try attempt { () throws(FileFault) in
      try destination.folder.make()
      try state.save(record)
    }
    return Selected(record: record, destination: destination, create: create)
  }

  private func takeUp(_ known: TransferRecord, _ create: Create) async throws(SessionFault) -> Selected {
    let (folder, name) = Folder.split(known.path)
    let original = Create(checked: known.parameters)
    guard known.status != .published else {
      let destination = FileDestination(folder: folder, name: name)
      return Selected(record: known, destination: destination, create: original, isRepeated: true)
    }
    switch await connection.service.receive(original, from: caller) {
    case .refuse(let diagnostic, let words): throw SessionFault(.answer(.createAnswer), diagnostic, words)
    case .accept(let destination):
      return Selected(record: known, destination: destination, create: original, isTakenUp: true)
    }
  }

  /// WRITE, the data, TRANS.END.
  private func receive(_ selected: Selected, _ compression: Compression) async throws(SessionFault) {
    let terms = TransferTerms(
      sync: await session.agreed.sync, compression: compression, format: selected.create.format)
    guard !selected.isRepeated else { return try await letGoBy(selected.record) }
    let key = selected.record.key
    let file: ReceivingFile
    do {
      file = try sink(selected, terms)
    } catch {
      try await session.send(.writeAnswer(WriteAnswer(.inputOutputError, words: Text("\(error)"))))
      return
    }
    let start = await file.phaseStart
    try await answerWrite(start.number)
    await connection.service.happened(.receiving(caller, key, offset: start.offset, point: start.number))
    let receiving = DataReceiving(session: session, role: .server, file: file) { _ in }
    guard let end = try await receiving.run() else { return }
    try await finish(selected, file, end)
  }

  private func sink(_ selected: Selected, _ terms: TransferTerms) throws(FileFault) -> ReceivingFile {
    let points = state.checkpointPath(selected.record.key)
    let start =
      selected.isTakenUp
      ? try ReceivingFile.lastCheckpoint(path: selected.record.path, checkpointPath: points) : .beginning
    return try ReceivingFile(
      path: selected.record.path, checkpointPath: points, terms: terms,
      isCodeKnown: selected.create.dataCode != nil, from: start)
  }

  private func answerWrite(_ point: Int) async throws(SessionFault) {
    var answer = WriteAnswer(.success)
    answer.point = point
    try await session.send(.writeAnswer(answer))
  }

  private func finish(_ selected: Selected, _ file: ReceivingFile, _ end: TransferEnd) async throws(SessionFault) {
    let totals = await file.totals
    var answer = TransferEndAnswer(.success)
    if !end.agrees(with: totals, since: await file.phaseStart) {
      answer = TransferEndAnswer(.countMismatch)
      state.forget(selected.record)
    } else {
      do {
        try await file.finish()
        try await publish(selected, totals)
      } catch {
        answer = TransferEndAnswer(.inputOutputError, words: Text("\(error)"))
      }
    }
    answer.byteCount = totals.byteCount
    answer.articleCount = totals.articleCount
    try await session.send(.transferEndAnswer(answer))
    guard answer.diagnostic.isSuccess else {
      return await connection.service.happened(
        .failed(caller, selected.record.key, SessionFault(.answer(.transferEndAnswer), answer.diagnostic)))
    }
  }

  private func publish(_ selected: Selected, _ totals: Checkpoint) async throws(FileFault) {
    var record = selected.record
    record.status = .complete
    record.totals = totals
    try state.save(record)
    let (_, partName) = Folder.split(record.path)
    let path = try await connection.service.publish(
      ReceivedFile(
        caller: caller, create: selected.create, totals: totals, partName: partName,
        destination: selected.destination))
    record.status = .published
    record.publishedPath = path
    try state.save(record)
    await connection.service.happened(.received(caller, record.key, path: path, totals))
  }

  /// The whole file is here, but its sender was not told: it goes on from the last point, and is told.
  private func letGoBy(_ record: TransferRecord) async throws(SessionFault) {
    try await answerWrite(record.totals?.number ?? 0)
    while true {
      for item in try await session.items() {
        switch item {
        case .body(.sync(let sync)) where await session.agreed.sync.window > 0:
          try await session.send(.syncAnswer(SyncAnswer(sync.number)))
        case .body(.transferEnd):
          var answer = TransferEndAnswer(.success)
          answer.byteCount = record.totals?.byteCount
          answer.articleCount = record.totals?.articleCount
          try await session.send(.transferEndAnswer(answer))
          return
        case .interrupted(let interrupt):
          throw SessionFault(.interrupted(interrupt.endCode), interrupt.diagnostic)
        case .body, .logon, .logonAnswer, .damaged: continue
        }
      }
    }
  }

  private func attempt<Result>(_ work: () throws(FileFault) -> Result) throws(SessionFault) -> Result {
    do {
      return try work()
    } catch {
      throw SessionFault(.answer(.createAnswer), error.diagnostic, "\(error)")
    }
  }
}
