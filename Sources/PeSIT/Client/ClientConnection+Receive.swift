/// A file that is wanted.
public struct ReceiveRequest: Sendable {
  /// PI 12: a name, or a pattern.
  public var fileName: Text
  /// PI 17.
  public var priority = Priority.normal
  /// PI 61.
  public var initialSender: Text?
  /// PI 62.
  public var finalReceiver: Text?
  /// Where a file goes, once the server has said which one it is.
  public var destination: @Sendable (FileIdentity, _ label: Text?) -> FileDestination

  /// What is wanted, and where it goes.
  public init(fileName: Text, destination: @escaping @Sendable (FileIdentity, _ label: Text?) -> FileDestination) {
    self.fileName = fileName
    self.destination = destination
  }
}

/// Where a received file goes.
public struct FileDestination: Hashable, Sendable {
  /// Made if it does not exist.
  public var folder: Folder
  /// Its name there.
  public var name: String
  /// What has the name already is replaced; otherwise a number is put behind the name.
  public var replaces: Bool

  /// A name in a folder.
  public init(folder: Folder, name: String, replaces: Bool = false) {
    self.folder = folder
    self.name = name
    self.replaces = replaces
  }

  /// Where the file is while it is not whole: beside its name, hidden.
  func partName(_ key: TransferKey) -> String { ".\(key.recordName).part" }

  /// Gives a whole file its name, or the first one with a number behind that nothing has.
  ///
  /// - Parameter prepare: does what must be there before the file is seen under a name; false when the name is not to be had.
  /// - Returns: the path.
  /// - Throws: ``FileFault``.
  public func publish(
    _ part: String, preparing prepare: (String) async throws(FileFault) -> Bool = { _ in true }
  ) async throws(FileFault) -> String {
    if replaces {
      try folder.rename(part, to: name)
      return folder.path(of: name)
    }
    var candidate = name
    var number = 2
    while true {
      if try await prepare(candidate), try folder.publish(part, as: candidate) { return folder.path(of: candidate) }
      candidate = "\(name)-\(number)"
      number += 1
    }
  }
}

/// A file as a pattern gives it: its name and what is said of it, but for the transfer's number.
struct KnownFile: Hashable {
  let name: Text
  let created: Timestamp?
  let label: Text?
  let space: Int?

  init(_ parameters: Parameters) {
    name = parameters[Key.fileName] ?? ""
    created = parameters[Key.created]
    label = parameters[Key.label]
    space = parameters[Key.space]
  }
}

extension ClientConnection {
  /// Asks for a file, from where an earlier attempt came to if there is a record of it.
  ///
  /// - Parameter known: files that came on an earlier connection; one of them that a pattern gives again is given back.
  /// - Returns: what was counted; nil for a file that came before.
  /// - Throws: ``SessionFault``; the record is of use for a restart then.
  func receive(
    _ request: ReceiveRequest, _ record: inout TransferRecord?, known: Set<KnownFile> = [], in state: TransferState,
    progress: @escaping @Sendable (Checkpoint) -> Void
  ) async throws(SessionFault) -> Checkpoint? {
    let answer = try await select(request, record)
    if record == nil, known.contains(KnownFile(answer.parameters)) {
      try await leave(.success, isOpen: false)
      return nil
    }
    let maxEntity = try await agreedEntity(answer.maxEntity)
    let key = TransferKey(.receiving, with: settings.server, FileIdentity(answer.parameters))
    let destination = request.destination(FileIdentity(answer.parameters), answer.label)
    let path = destination.folder.path(of: destination.partName(key))
    let taken = record?.key == key ? record : nil
    if let record, taken == nil { state.forget(record) }
    var current = taken ?? TransferRecord(key: key, parameters: answer.parameters, path: path)
    let terms = try await openFile(answer.format)
    let file = try await sink(current, terms, destination, isRestart: taken != nil, state)
    record = current
    await session.limitEntities(to: maxEntity)
    let totals = try await readData(file, progress)
    await session.limitEntities(to: nil)
    try await publish(&current, destination, totals, in: state)
    record = current
    // The file is here: how it is closed there does not change that.
    try? await leave(.success, isOpen: true)
    return totals
  }

  private func select(_ request: ReceiveRequest, _ record: TransferRecord?) async throws(SessionFault) -> SelectAnswer {
    let known = record.map { FileIdentity($0.parameters) }
    var select = Select(
      fileName: known?.fileName ?? request.fileName, transferID: known?.transferID ?? 0, restart: known != nil,
      priority: request.priority, maxEntity: settings.maxEntity)
    select.initialSender = request.initialSender
    select.finalReceiver = request.finalReceiver
    guard case .selectAnswer(var answer) = try await ask(.select(select)) else {
      preconditionFailure("the machine lets nothing else answer SELECT")
    }
    guard answer.diagnostic.isSuccess else {
      throw SessionFault(.answer(.selectAnswer), answer.diagnostic, answer.words?.description ?? "")
    }
    if answer.parameters[Key.fileName] == nil { answer.fileName = select.fileName }
    if answer.initialSender == nil { answer.initialSender = request.initialSender }
    if answer.finalReceiver == nil { answer.finalReceiver = request.finalReceiver }
    return answer
  }

  private func sink(
    _ record: TransferRecord, _ terms: TransferTerms, _ destination: FileDestination, isRestart: Bool,
    _ state: TransferState
  ) async throws(SessionFault) -> ReceivingFile {
    do {
      try destination.folder.make()
      let points = state.checkpointPath(record.key)
      let start =
        isRestart ? try ReceivingFile.lastCheckpoint(path: record.path, checkpointPath: points) : .beginning
      try state.save(record)
      return try ReceivingFile(
        path: record.path, checkpointPath: points, terms: terms,
        isCodeKnown: record.parameters[Key.dataCode] != nil, from: start)
    } catch {
      try await leave(error.diagnostic, isOpen: true)
      throw SessionFault(.local, error.diagnostic, "\(error)")
    }
  }

  private func readData(_ file: ReceivingFile, _ progress: @escaping @Sendable (Checkpoint) -> Void)
    async throws(SessionFault) -> Checkpoint
  {
    let start = await file.phaseStart
    guard case .readAnswer(let answer) = try await ask(.read(Read(from: start.number))) else {
      preconditionFailure("the machine lets nothing else answer READ")
    }
    guard answer.diagnostic.isSuccess else {
      try await leave(answer.diagnostic, isOpen: true)
      throw SessionFault(.answer(.readAnswer), answer.diagnostic, answer.words?.description ?? "")
    }
    let receiving = DataReceiving(session: session, role: .requester, file: file, progress: progress)
    _ = try await leavingIfStopped { () async throws(SessionFault) in try await receiving.run() }
    try await finish(file)
    let totals = await file.totals
    let end = TransferEnd(byteCount: totals.byteCount, articleCount: totals.articleCount)
    try await check(try await ask(.transferEnd(end)), totals, phaseStart: start)
    return totals
  }

  private func finish(_ file: ReceivingFile) async throws(SessionFault) {
    do {
      try await file.finish()
    } catch {
      try await session.interrupt(error.diagnostic, .error, words: error.words)
      try await leave(error.diagnostic, isOpen: true)
      throw SessionFault(.local, error.diagnostic, error.words)
    }
  }

  private func publish(
    _ record: inout TransferRecord, _ destination: FileDestination, _ totals: Checkpoint, in state: TransferState
  ) async throws(SessionFault) {
    do {
      record.status = .complete
      record.totals = totals
      try state.save(record)
      record.publishedPath = try await destination.publish(destination.partName(record.key))
      record.status = .published
      try state.save(record)
    } catch {
      throw SessionFault(.local, error.diagnostic, "\(error)")
    }
  }
}

extension FileDescribed {
  /// PI 16, 31 and 32. Left out, PI 16 is ASCII by the letter; see ``ReceivingFile``.
  var format: FileFormat {
    FileFormat(code: dataCode ?? .ascii, articles: articleFormat, articleLength: articleLength)
  }
}
