import NIOCore
import NIOPosix
import NIOSSL

/// Listens for connections of the protocol and serves them.
public struct PeSITServer: Sendable {
  /// Where it listens, what it agrees to.
  public let settings: ServerSettings
  private let service: any PeSITService
  private let state: TransferState
  private let group: any EventLoopGroup
  private let tls: NIOSSLContext?

  /// A server; the event loops are NIO's own unless told otherwise.
  ///
  /// - Throws: when a file of ``ServerSettings/tls`` cannot be used.
  public init(
    _ settings: ServerSettings, service: any PeSITService, state: TransferState,
    group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
  ) throws {
    self.settings = settings
    self.service = service
    self.state = state
    self.group = group
    tls = try settings.tls?.serverContext()
  }

  /// Listens until the task is cancelled; connections that are open are then closed.
  ///
  /// - Parameter listening: told the port once it listens.
  /// - Throws: when it cannot listen.
  public func run(listening: @Sendable (Int) async -> Void = { _ in }) async throws {
    let channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 512)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.socketOption(.so_keepalive), value: 1)
      .bind(host: settings.host, port: settings.port) { [settings, tls] channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
          var options = SessionOptions(role: .server, framing: settings.framing, timers: settings.timers)
          options.trace = settings.trace
          return try Session.add(to: channel, options, ownID: UInt8.random(in: 1...255))
        }
      }
    try await channel.executeThenClose { sessions in
      await listening(channel.channel.localAddress?.port ?? settings.port)
      try await serve(sessions)
    }
  }

  private func serve(_ sessions: NIOAsyncChannelInboundStream<Session>) async throws {
    let admission = Admission(settings)
    let busy = BusyTransfers()
    try await withThrowingDiscardingTaskGroup { tasks in
      var number = 0
      for try await session in sessions {
        number += 1
        let connection = ServerConnection(
          session: session, settings: settings, service: service, state: state, busy: busy, number: number)
        await admission.came(session)
        tasks.addTask(executorPreference: DiskExecutor.shared) {
          await withTaskCancellationHandler {
            await connection.serve { await admission.connected(session) }
            await session.closed()
            await admission.left(session)
          } onCancel: {
            Task { await session.close() }
          }
        }
      }
      tasks.cancelAll()
    }
  }
}

/// Connections that have not said CONNECT do not keep others out: the oldest of them goes first.
private actor Admission {
  private let settings: ServerSettings
  private var unconnected: [Session] = []
  private var count = 0

  init(_ settings: ServerSettings) { self.settings = settings }

  func came(_ session: Session) async {
    count += 1
    unconnected.append(session)
    if unconnected.count > settings.maxUnconnected || count > settings.maxConnections {
      await unconnected.removeFirst().close()
    }
  }

  func connected(_ session: Session) { unconnected.removeAll { $0 === session } }

  func left(_ session: Session) {
    count -= 1
    unconnected.removeAll { $0 === session }
  }
}
