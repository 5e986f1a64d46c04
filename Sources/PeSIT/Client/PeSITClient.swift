import NIOCore
import NIOPosix
import NIOSSL

/// Calls a server of the protocol.
///
/// A transfer that is cut is taken up again by itself, from the last synchronisation point that the receiver has safe,
/// as often as it is told to; what it needs for that is in its ``TransferState``.
public struct PeSITClient: Sendable {
  /// Whom to call and what to propose.
  public let settings: ClientSettings
  /// What is kept of transfers.
  public let state: TransferState
  private let group: any EventLoopGroup
  private let tls: NIOSSLContext?

  /// A client; the event loops are NIO's own unless told otherwise.
  ///
  /// - Throws: when a file of ``ClientSettings/tls`` cannot be used.
  public init(
    _ settings: ClientSettings, state: TransferState,
    group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
  ) throws {
    self.settings = settings
    self.state = state
    self.group = group
    tls = try settings.tls?.clientContext()
  }

  /// Connects, pre-connection and CONNECT included.
  ///
  /// - Throws: ``SessionFault``.
  public func connect() async throws(SessionFault) -> ClientConnection {
    let connection = ClientConnection(session: try await call(), settings: settings)
    do {
      try await connection.open()
    } catch {
      await connection.session.close()
      throw error
    }
    return connection
  }

  private func call() async throws(SessionFault) -> Session {
    var options = SessionOptions(role: .requester, framing: settings.framing, timers: settings.timers)
    options.crc = settings.crc
    options.trace = settings.trace
    let (tls, serverName) = (tls, settings.tls?.serverName)
    let ownID = UInt8.random(in: 1...255)
    do {
      return try await ClientBootstrap(group: group)
        .connectTimeout(settings.timers.connection)
        .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .channelOption(.socketOption(.so_keepalive), value: 1)
        .connect(host: settings.host, port: settings.port) { [options] channel in
          channel.eventLoop.makeCompletedFuture {
            if let tls {
              let handler = try NIOSSLClientHandler(context: tls, serverHostname: serverName)
              try channel.pipeline.syncOperations.addHandler(handler)
            }
            return try Session.add(to: channel, options, ownID: ownID)
          }
        }
    } catch {
      throw SessionFault(.network, .networkIncident, "\(settings.host):\(settings.port): \(error)")
    }
  }

  /// Sends a file.
  ///
  /// - Parameters:
  ///   - resuming: a transfer of the same file, server and name that an earlier process left unfinished is taken up.
  ///   - retries: how often a cut is answered by another attempt.
  /// - Throws: ``SessionFault``, the last attempt's.
  public func send(
    _ request: SendRequest, resuming: Bool = false, retries: Retries = .none,
    progress: @escaping @Sendable (Checkpoint) -> Void = { _ in }
  ) async throws(SessionFault) -> TransferReport {
    var record = try recordForSending(request, resuming: resuming)
    let attempts = Attempts(retries)
    let totals = try await attempts.run { () async throws(SessionFault) in
      let connection = try await self.connect()
      return try await connection.ended {
        () async throws(SessionFault) in
        do throws(SessionFault) {
          return try await connection.send(&record, format: request.format, in: self.state, progress: progress)
        } catch {
          guard error.refusesRestart, !record.phases.isEmpty else { throw error }
          self.state.forget(record)
          record = try self.newRecord(request)
          return try await connection.send(&record, format: request.format, in: self.state, progress: progress)
        }
      }
    }
    record.status = .published
    record.totals = totals
    try kept(record)
    return record.report(totals, restarts: attempts.count)
  }

  /// Asks for a file; a pattern gives the first that the server has.
  ///
  /// - Throws: ``SessionFault``, the last attempt's; `answer` with 2 205 when there is none.
  public func receive(
    _ request: ReceiveRequest, resuming: Bool = false, retries: Retries = .none,
    progress: @escaping @Sendable (Checkpoint) -> Void = { _ in }
  ) async throws(SessionFault) -> TransferReport {
    guard let report = try await receiveAll(request, resuming: resuming, retries: retries, limit: 1, progress).first
    else { throw SessionFault(.answer(.selectAnswer), .noSuchFile, "\(request.fileName)") }
    return report
  }

  /// Asks for all files that a pattern names, on one connection as long as it lasts, until the server has no more.
  ///
  /// - Throws: ``SessionFault``, the last attempt's.
  public func receiveAll(
    _ request: ReceiveRequest, resuming: Bool = false, retries: Retries = .none, limit: Int = .max,
    _ progress: @escaping @Sendable (Checkpoint) -> Void = { _ in }
  ) async throws(SessionFault) -> [TransferReport] {
    var record = resuming ? unfinished(.receiving, request.fileName, path: nil) : nil
    var reports: [TransferReport] = []
    let attempts = Attempts(retries)
    try await attempts.run { () async throws(SessionFault) in
      let connection = try await self.connect()
      try await connection.ended { () async throws(SessionFault) in
        var refused = 0
        // A server that gives the same file for ever is not asked for ever.
        while reports.count < limit, refused <= reports.count {
          let known = Set(reports.map { KnownFile($0.parameters) })
          let isRestart = record != nil
          do throws(SessionFault) {
            let totals = try await connection.receive(
              request, &record, known: known, in: self.state, progress: progress)
            if let totals, let done = record { reports.append(done.report(totals, restarts: attempts.count)) }
            if totals == nil { refused += 1 }
            record = nil
          } catch {
            if isRestart, error.refusesRestart, let refused = record {
              self.state.forget(refused)
              record = nil
            } else if error.diagnostic == .noSuchFile, error.cause == .answer(.selectAnswer), !reports.isEmpty {
              return
            } else {
              throw error
            }
          }
        }
      }
    }
    return reports
  }

  /// A free message, or the acknowledgement of a file.
  ///
  /// - Returns: the answer's text.
  /// - Throws: ``SessionFault``.
  @discardableResult
  public func send(_ message: Message) async throws(SessionFault) -> Text? {
    let connection = try await connect()
    return try await connection.ended { () async throws(SessionFault) in try await connection.send(message) }
  }

  /// The next PI 13 for the server.
  ///
  /// - Throws: ``SessionFault`` `local`.
  public func takeTransferID() throws(SessionFault) -> Int {
    do {
      return try state.takeTransferID(for: settings.server)
    } catch {
      throw SessionFault(.local, error.diagnostic, "\(error)")
    }
  }
}

/// Records.
extension PeSITClient {
  private func recordForSending(_ request: SendRequest, resuming: Bool) throws(SessionFault) -> TransferRecord {
    let fresh = try newRecord(request)
    guard resuming, let known = unfinished(.sending, request.fileName, path: request.path),
      known.size == fresh.size, known.modified == fresh.modified
    else { return fresh }
    return known
  }

  private func newRecord(_ request: SendRequest) throws(SessionFault) -> TransferRecord {
    do {
      let status = try OpenFile.reading(request.path).status()
      let create = request.create(
        transferID: try takeTransferID(), size: status.size, maxEntity: settings.maxEntity)
      let key = TransferKey(.sending, with: settings.server, FileIdentity(create.parameters))
      var record = TransferRecord(key: key, parameters: create.parameters, path: request.path)
      (record.size, record.modified) = status
      return record
    } catch let fault as SessionFault {
      throw fault
    } catch {
      let fault = error as? FileFault
      throw SessionFault(.local, fault?.diagnostic ?? .inputOutputError, "\(error)")
    }
  }

  private func unfinished(_ direction: TransferKey.Direction, _ name: Text, path: String?) -> TransferRecord? {
    state.records(direction).last {
      $0.status == .begun && $0.key.partner == settings.server && (path == nil || $0.path == path)
        && Pattern(name).matches($0.key.fileName)
    }
  }

  private func kept(_ record: TransferRecord) throws(SessionFault) {
    do {
      try state.save(record)
    } catch {
      throw SessionFault(.local, error.diagnostic, "\(error)")
    }
  }
}

extension ClientConnection {
  /// Does something, then ends the connection: with RELEASE, or at once when it has failed or is not wanted any more.
  func ended<Result: Sendable>(_ work: () async throws(SessionFault) -> Result) async throws(SessionFault) -> Result {
    let outcome = await withTaskCancellationHandler {
      await tried(work)
    } onCancel: {
      Task { [session] in await session.close() }
    }
    return try outcome.get()
  }

  private func tried<Result: Sendable>(_ work: () async throws(SessionFault) -> Result) async
    -> Swift.Result<Result, SessionFault>
  {
    do throws(SessionFault) {
      let result = try await work()
      // What was to be done is done: how the connection ends does not change it.
      try? await release()
      return .success(result)
    } catch {
      switch error.cause {
      case .answer, .interrupted, .local: try? await release()
      case .network, .abortedByPeer, .aborted, .refused, .logonRefused: break
      }
      await session.close()
      return .failure(error)
    }
  }
}

extension SessionFault {
  /// The server does not know of the transfer any more, or not of its points: it begins anew (§10).
  var refusesRestart: Bool {
    guard case .answer(let code) = cause, [.createAnswer, .selectAnswer, .readAnswer].contains(code) else {
      return false
    }
    return [.restartPointRefused, .noSuchFile, .fileExists].contains(diagnostic)
      || diagnostic == Diagnostic(type: 2, reason: 233)
  }
}

extension TransferRecord {
  func report(_ totals: Checkpoint, restarts: Int) -> TransferReport {
    TransferReport(
      fileName: key.fileName, transferID: key.transferID, label: parameters[Key.label], parameters: parameters,
      path: publishedPath ?? path, byteCount: totals.byteCount, articleCount: totals.articleCount,
      syncPoints: totals.number, restarts: restarts)
  }
}
