import Foundation
import Synchronization
import Testing

@testable import PeSIT

/// What was waited for did not come.
struct TooLong: Error {}

/// Waits for something, two minutes at most: a test that would hang fails instead.
@discardableResult
func bounded<Value: Sendable>(
  _ seconds: Int = 120, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let (values, told) = AsyncThrowingStream<Value, any Error>.makeStream()
  let task = Task {
    do {
      told.yield(try await work())
    } catch {
      told.finish(throwing: error)
    }
  }
  let timer = Task {
    try await Task.sleep(for: .seconds(seconds))
    told.finish(throwing: TooLong())
  }
  defer {
    task.cancel()
    timer.cancel()
  }
  var iterator = values.makeAsyncIterator()
  guard let value = try await iterator.next() else { throw TooLong() }
  return value
}

/// How something fails; nil when it does not.
func failure<Value: Sendable>(of work: @escaping @Sendable () async throws -> Value) async throws -> SessionFault? {
  do {
    _ = try await bounded { try await work() }
    return nil
  } catch let fault as SessionFault {
    return fault
  }
}

/// Waits until something holds, two minutes at most.
func eventually(_ holds: @Sendable () -> Bool) async -> Bool {
  let deadline = ContinuousClock.now + .seconds(120)
  while ContinuousClock.now < deadline {
    if holds() { return true }
    try? await Task.sleep(for: .milliseconds(5))
  }
  return false
}

/// On a thread of its own: what blocks there keeps nothing else waiting.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      do {
        continuation.resume(returning: try work())
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }
}

/// Does something with each element, so many at once.
func concurrently<Element: Sendable>(
  _ elements: [Element], atOnce limit: Int = 8, _ work: @escaping @Sendable (Element) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { tasks in
    var rest = elements[...]
    for element in rest.prefix(limit) { tasks.addTask { try await work(element) } }
    rest = rest.dropFirst(limit)
    while try await tasks.next() != nil {
      if let element = rest.popFirst() { tasks.addTask { try await work(element) } }
    }
  }
}

/// What a connection goes over.
enum Canal: CaseIterable, Sendable {
  case tcp
  case tls
}

/// A server that runs on this machine, the folders of both sides, and clients that call it.
final class Banc: Sendable {
  static let requester: Text = "NOUS"
  static let server: Text = "PARIS"
  static let password: Text = "SECRET"

  let canal: Canal
  let folder: Folder
  let service: ServiceDEssai
  let clientState: TransferState
  let port: Int
  private let task: Task<Void, Never>

  /// A server that listens when this returns.
  ///
  /// - Parameters:
  ///   - folder: one that an earlier server left behind, as after a restart of the program.
  ///   - sent: the transfers that messages may acknowledge; the server's own unless told otherwise.
  init(
    _ canal: Canal = .tcp, in folder: Folder? = nil, acknowledging sent: TransferState? = nil,
    settings configure: (inout ServerSettings) throws -> Void = { _ in }
  ) async throws {
    let folder = folder ?? Folder(FileManager.default.temporaryDirectory.path + "/pesit-\(UUID())")
    self.canal = canal
    self.folder = folder
    let serverState = try TransferState(Folder(folder.path(of: "server")))
    clientState = try TransferState(Folder(folder.path(of: "client")))
    service = try ServiceDEssai(folder, sent: sent ?? serverState)
    var settings = ServerSettings(host: "127.0.0.1", port: 0)
    if canal == .tls { settings.tls = try Certificats.shared().identity("server") }
    try configure(&settings)
    let server = try PeSITServer(settings, service: service, state: serverState)
    let (ports, told) = AsyncThrowingStream<Int, any Error>.makeStream()
    task = Task {
      do {
        try await server.run { port in told.yield(port) }
        told.finish()
      } catch {
        told.finish(throwing: error)
      }
    }
    var iterator = ports.makeAsyncIterator()
    guard let port = try await iterator.next() else { throw TooLong() }
    self.port = port
  }

  /// A server for as long as something is done with it.
  static func with<Result>(
    _ canal: Canal = .tcp, settings configure: (inout ServerSettings) throws -> Void = { _ in },
    _ body: (Banc) async throws -> Result
  ) async throws -> Result {
    let banc = try await Banc(canal, settings: configure)
    do {
      let result = try await body(banc)
      await banc.stop()
      return result
    } catch {
      await banc.stop()
      throw error
    }
  }

  /// Stops the server; its folders go too, unless another one shall find them.
  func stop(keepingFolders: Bool = false) async {
    task.cancel()
    do {
      try await bounded { [task] in await task.value }
    } catch {
      Issue.record("the server does not stop: \(error)")
    }
    if !keepingFolders { try? FileManager.default.removeItem(atPath: folder.path) }
  }

  /// A client of this server that is let in, unless it is told otherwise.
  func client(
    through port: Int? = nil, _ configure: (inout ClientSettings) throws -> Void = { _ in }
  ) throws -> PeSITClient {
    var settings = ClientSettings(
      host: "127.0.0.1", port: port ?? self.port, identity: Banc.requester, server: Banc.server)
    settings.password = Banc.password
    if canal == .tls { settings.tls = try Certificats.shared().identity(nil) }
    try configure(&settings)
    return try PeSITClient(settings, state: clientState)
  }
}

/// Files.
extension Banc {
  /// Any octets, the same for the same seed.
  static func octets(_ count: Int, seed: UInt64) -> [UInt8] {
    var alea = SplitMix64(seed: seed)
    return alea.octets(count)
  }

  /// The octets of a file; nil when there is none.
  static func content(at path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }

  /// A file to send.
  func source(_ content: [UInt8]) throws -> String {
    let sources = Folder(folder.path(of: "source"))
    try sources.make()
    let path = sources.path(of: "\(UUID())")
    try Data(content).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// A file that the server gives.
  func offer(_ name: String, _ content: [UInt8], _ format: FileFormat, label: Text? = nil) throws {
    var file = ProvidedFile(path: try source(content), fileName: Text(name), format: format)
    file.label = label
    file.created = Timestamp(year: 2026, month: 1, day: 31, hour: 14, minute: 25, second: 30)
    service.offer(file)
  }

  /// Where the client puts what it asked for.
  var received: Folder { Folder(folder.path(of: "received")) }

  /// What is asked for under a name or a pattern, and goes to ``received`` under its own.
  func wanted(_ name: Text) -> ReceiveRequest {
    let destination = received
    return ReceiveRequest(fileName: name) { file, _ in
      FileDestination(folder: destination, name: file.fileName.description)
    }
  }

  /// The files that arrived of a transfer; there should be one.
  func arrivals(_ transferID: Int) -> [String] {
    service.incoming.names().filter { $0 == "\(transferID)" || $0.hasPrefix("\(transferID)-") }
      .map(service.incoming.path(of:))
  }
}

/// Transfers.
extension Banc {
  /// Sends a content (CREATE), or asks for it (SELECT): what arrives, and how it went.
  func transfer(
    _ access: Access, _ content: [UInt8], _ format: FileFormat, by client: PeSITClient,
    retries: Retries = .none, seconds: Int = 120
  ) async throws -> (arrived: [UInt8]?, report: TransferReport) {
    if access == .read {
      try offer("ESSAI", content, format)
      let request = wanted("ESSAI")
      let report = try await bounded(seconds) { try await client.receive(request, retries: retries) }
      return (Banc.content(at: report.path), report)
    }
    let request = SendRequest(path: try source(content), fileName: "ESSAI", format: format)
    let report = try await bounded(seconds) { try await client.send(request, retries: retries) }
    let paths = arrivals(report.transferID)
    #expect(paths.count == 1, "one file arrives: \(paths)")
    return (paths.first.flatMap(Banc.content(at:)), report)
  }

  /// Sends a content on a connection that is open.
  ///
  /// - Returns: PI 13.
  func send(_ content: [UInt8], on connection: ClientConnection, of client: PeSITClient) async throws -> Int {
    let request = SendRequest(path: try source(content), fileName: "ESSAI", format: .binary(1000))
    let create = request.create(
      transferID: try client.takeTransferID(), size: content.count, maxEntity: client.settings.maxEntity)
    let key = TransferKey(.sending, with: Banc.server, FileIdentity(create.parameters))
    let begun = TransferRecord(key: key, parameters: create.parameters, path: request.path)
    let state = clientState
    _ = try await bounded {
      var record = begun
      return try await connection.send(&record, format: request.format, in: state) { _ in }
    }
    return key.transferID
  }

  /// Asks for a file on a connection that is open.
  ///
  /// - Returns: its octets.
  func receive(_ name: Text, on connection: ClientConnection) async throws -> [UInt8]? {
    let request = wanted(name)
    let state = clientState
    let received = try await bounded {
      var record: TransferRecord?
      _ = try await connection.receive(request, &record, in: state) { _ in }
      return record
    }
    return received?.publishedPath.flatMap(Banc.content(at:))
  }

  /// A small file goes each way: nothing that was done before is in the way of it.
  func passes() async throws {
    let content = Banc.octets(2500, seed: 11)
    for access in [Access.write, .read] {
      // The server's timers may be very short, and the machine busy.
      let retries = Retries(count: 30, delay: .milliseconds(50))
      let outcome = try await transfer(access, content, .binary(1000), by: try client(), retries: retries)
      #expect(outcome.arrived == content)
    }
  }
}

extension FileFormat {
  static func binary(_ articleLength: Int, _ articles: ArticleFormat = .variable) -> FileFormat {
    FileFormat(code: .binary, articles: articles, articleLength: articleLength)
  }

  static func text(_ articleLength: Int, _ articles: ArticleFormat = .variable) -> FileFormat {
    FileFormat(code: .ascii, articles: articles, articleLength: articleLength)
  }

  static func ebcdic(_ articleLength: Int, _ articles: ArticleFormat = .variable) -> FileFormat {
    FileFormat(code: .ebcdic, articles: articles, articleLength: articleLength)
  }
}

/// A service in memory: it lets ``Banc/requester`` in, receives into in/ under the transfer's number, gives what it was
/// told to, and remembers what it saw.
final class ServiceDEssai: PeSITService {
  /// What came.
  struct Seen: Sendable {
    var connects: [Connect] = []
    var creates: [Create] = []
    var selects: [Select] = []
    var messages: [Message] = []
    var events: [ServerEvent] = []
  }

  private struct State: Sendable {
    var seen = Seen()
    var offers: [String: ProvidedFile] = [:]
    /// By connection, what a pattern was answered with.
    var given: [Int: Set<String>] = [:]
  }

  let incoming: Folder
  private let sent: TransferState
  private let state = Mutex(State())

  init(_ folder: Folder, sent: TransferState) throws {
    incoming = Folder(folder.path(of: "in"))
    try incoming.make()
    self.sent = sent
  }

  var seen: Seen { state.withLock { $0.seen } }

  /// Why transfers and connections failed, in order.
  var faults: [SessionFault] {
    seen.events.compactMap { event -> SessionFault? in
      guard case .failed(_, _, let fault) = event else { return nil }
      return fault
    }
  }

  func offer(_ file: ProvidedFile) { state.withLock { $0.offers[file.fileName.description] = file } }

  func accept(_ connect: Connect, from caller: Caller) async -> ConnectionDecision {
    state.withLock { $0.seen.connects.append(connect) }
    guard connect.requester == Banc.requester else { return .refuse(.calledUnknown, "unknown partner") }
    guard connect.accessControl?.password == Banc.password else {
      return .refuse(.callerNotAuthorised, "wrong password")
    }
    return .accept
  }

  func receive(_ create: Create, from caller: Caller) async -> ReceptionDecision {
    state.withLock { $0.seen.creates.append(create) }
    guard create.fileName != "REFUSE" else { return .refuse(.transferRefused, "not this one") }
    return .accept(FileDestination(folder: incoming, name: "\(create.transferID)"))
  }

  func provide(_ select: Select, to caller: Caller) async -> ProvisionDecision {
    let pattern = Pattern(select.fileName)
    let file = state.withLock { state -> ProvidedFile? in
      state.seen.selects.append(select)
      let given = state.given[caller.connection] ?? []
      let name = state.offers.keys.sorted().first { name in
        pattern.matches(Text(name)) && !(pattern.isGeneric && given.contains(name))
      }
      guard let name else { return nil }
      state.given[caller.connection, default: []].insert(name)
      return state.offers[name]
    }
    guard let file else { return .refuse(.noSuchFile, "no such file") }
    return .accept(file)
  }

  func receive(_ received: ReceivedMessage) async -> MessageDecision {
    let message = received.message
    state.withLock { $0.seen.messages.append(message) }
    guard message.kind == .acknowledgement else { return .accept(answer: "bien reçu") }
    guard sent.acknowledge(FileIdentity(message.parameters), text: message.text) != nil else {
      return .refuse(.messageNotAccepted, "no such transfer")
    }
    return .accept(answer: nil)
  }

  func happened(_ event: ServerEvent) async { state.withLock { $0.seen.events.append(event) } }
}

/// What passed, in words.
final class Journal: Sendable {
  private let texts = Mutex<[String]>([])

  func note(_ event: TraceEvent) { texts.withLock { $0.append(event.text) } }

  /// How many messages of a kind passed.
  func count(_ code: FPDUCode) -> Int {
    texts.withLock { texts in texts.count(where: { $0.hasPrefix(code.name + " ") }) }
  }
}

/// Certificates, made once by `openssl`: two authorities; « ca » signed server and client, « other-ca » the others.
struct Certificats: Sendable {
  private struct OpenSSLFailed: Error {
    let arguments: [String]
  }

  private static let made: Result<Certificats, any Error> = Result { try Certificats() }
  static func shared() throws -> Certificats { try made.get() }

  private let folder: Folder

  private init() throws {
    folder = Folder(FileManager.default.temporaryDirectory.path + "/pesit-certificates-\(UUID())")
    try folder.make()
    try authority("ca")
    try authority("other-ca")
    try certificate("server", by: "ca")
    try certificate("client", by: "ca")
    try certificate("untrusted", by: "other-ca")
  }

  /// One end: its certificate if it has one, and whom it believes.
  func identity(_ name: String?, believing authority: String = "ca") -> TLSIdentity {
    var identity = TLSIdentity()
    identity.certificatePath = name.map { folder.path(of: $0 + ".pem") }
    identity.keyPath = name.map { folder.path(of: $0 + ".key") }
    identity.authorityPath = folder.path(of: authority + ".pem")
    return identity
  }

  private func authority(_ name: String) throws {
    try openssl(["req", "-x509", "-days", "2", "-out", name + ".pem"] + key(name))
  }

  private func certificate(_ name: String, by authority: String) throws {
    try Data("subjectAltName=DNS:localhost\n".utf8)
      .write(to: URL(fileURLWithPath: folder.path(of: name + ".ext")))
    try openssl(["req", "-out", name + ".csr"] + key(name))
    try openssl([
      "x509", "-req", "-in", name + ".csr", "-CA", authority + ".pem", "-CAkey", authority + ".key",
      "-CAcreateserial", "-days", "2", "-out", name + ".pem", "-extfile", name + ".ext",
    ])
  }

  private func key(_ name: String) -> [String] {
    ["-newkey", "rsa:2048", "-nodes", "-keyout", name + ".key", "-subj", "/CN=" + name]
  }

  private func openssl(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw OpenSSLFailed(arguments: arguments) }
  }
}

/// A plain socket of this machine; it waits for a minute at most, and closes itself.
final class PlainSocket: Sendable {
  struct Failed: Error {
    let call: String
    let code: Int32
  }

  private static let patience: Int32 = 60_000
  private static let brokenPipesAreErrors: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
  #if canImport(Glibc)
  private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
  private static let stream = SOCK_STREAM
  #endif
  private let descriptor: Int32

  private init(_ descriptor: Int32) {
    _ = Self.brokenPipesAreErrors
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    Self.set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
  }

  deinit { close(descriptor) }

  private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
    var value = value
    setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    return address
  }

  /// A connection to a port.
  ///
  /// - Parameter receiveBuffer: octets that the system may keep before the other side has to wait.
  static func calling(_ port: Int, receiveBuffer: Int32? = nil) throws -> PlainSocket {
    let descriptor = socket(AF_INET, stream, 0)
    guard descriptor >= 0 else { throw Failed(call: "socket", code: errno) }
    if let receiveBuffer { set(descriptor, SOL_SOCKET, SO_RCVBUF, receiveBuffer) }
    let name = loopback(port)
    let result = withUnsafePointer(to: name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let code = errno
      close(descriptor)
      throw Failed(call: "connect", code: code)
    }
    return PlainSocket(descriptor)
  }

  /// A port of the system's choice.
  static func listening() throws -> (PlainSocket, Int) {
    let descriptor = socket(AF_INET, stream, 0)
    guard descriptor >= 0 else { throw Failed(call: "socket", code: errno) }
    let listener = PlainSocket(descriptor)
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        guard bind(descriptor, name, length) == 0, listen(descriptor, 64) == 0 else { return Int32(-1) }
        return getsockname(descriptor, name, &length)
      }
    }
    guard result == 0 else { throw Failed(call: "listen", code: errno) }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// The next connection; nil when none comes any more.
  func accepted() -> PlainSocket? {
    guard isReady(POLLIN, within: Self.patience) else { return nil }
    let accepted = accept(descriptor, nil, nil)
    return accepted >= 0 ? PlainSocket(accepted) : nil
  }

  /// What has come: nothing at the end; nil when the connection is broken, or nothing comes in time.
  func receive(within milliseconds: Int32 = PlainSocket.patience) -> [UInt8]? {
    guard isReady(POLLIN, within: milliseconds) else { return nil }
    var count = 0
    let octets = [UInt8](unsafeUninitializedCapacity: 0x10000) { buffer, initialized in
      count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      initialized = max(0, count)
    }
    return count >= 0 ? octets : nil
  }

  /// What comes before the other side closes or breaks the connection; nil when it does neither in time.
  func rest(within seconds: Int = 100) -> [UInt8]? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var rest: [UInt8] = []
    while ContinuousClock.now < deadline {
      guard isReady(POLLIN, within: 200) else { continue }
      guard let octets = receive(), !octets.isEmpty else { return rest }
      rest += octets
    }
    return nil
  }

  /// Whether the other side has closed or broken the connection; what came before is let go by.
  var hasEnded: Bool {
    while isReady(POLLIN, within: 0) {
      guard let octets = receive(), !octets.isEmpty else { return true }
    }
    return false
  }

  /// - Returns: false when the other side does not take them all.
  @discardableResult
  func give(_ octets: some Sequence<UInt8>) -> Bool {
    Array(octets).withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        guard isReady(POLLOUT, within: Self.patience) else { return false }
        let count = send(descriptor, rest.baseAddress, rest.count, 0)
        if count < 0, errno == EAGAIN || errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// The other side reads to the end of what was given.
  func finishWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Whoever waits to read, or for a connection, is woken; the other side notices nothing.
  func stopReading() { shutdown(descriptor, Int32(SHUT_RD)) }

  /// Closing will throw away what is under way, and the other side is told that (RST).
  func resetWhenClosed() {
    var value = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
  }

  private func isReady(_ events: Int32, within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    while true {
      let count = poll(&waiting, 1, milliseconds)
      if count < 0, errno == EINTR { continue }
      return count > 0
    }
  }
}

/// Stands between client and server, passes all on, counts it, and cuts the first connection where it is told to.
final class Relais: Sendable {
  enum Direction: Int, CaseIterable, Sendable {
    case toServer
    case toClient
  }

  /// A cut, after so many octets have passed in a direction.
  ///
  /// Without a reset the side that receives them reads them all and then the end, and closes; only then does the other
  /// side see the end too. So what had been read before the cut is known.
  struct Cut: Sendable {
    var direction: Direction
    var after: Int
    /// Both sides are reset at once, whatever was still under way.
    var isReset = false
  }

  /// An octet that arrives as another one, on the first connection.
  struct Damage: Sendable {
    var direction: Direction
    var at: Int
  }

  let port: Int
  private let listener: PlainSocket
  private let counts = Mutex<[Counts]>([])

  /// Listens when this returns.
  init(to target: Int, cut: Cut? = nil, damage: Damage? = nil) throws {
    (listener, port) = try PlainSocket.listening()
    Thread.detachNewThread { self.serve(target, cut, damage) }
  }

  /// Takes no more connections.
  func stop() { listener.stopReading() }

  /// What has passed in a direction, connection by connection.
  func octets(_ direction: Direction) -> [Int] { counts.withLock { $0 }.map { $0.value(direction) } }

  private func serve(_ target: Int, _ cut: Cut?, _ damage: Damage?) {
    var cut = cut
    var damage = damage
    while let client = listener.accepted(), let server = try? PlainSocket.calling(target) {
      let passage = Passage(client: client, server: server, cut: cut, damage: damage)
      cut = nil
      damage = nil
      counts.withLock { $0.append(passage.counts) }
      for direction in Direction.allCases { Thread.detachNewThread { passage.pass(direction) } }
    }
  }

  private final class Counts: Sendable {
    private let values = Mutex([0, 0])
    func value(_ direction: Direction) -> Int { values.withLock { $0[direction.rawValue] } }
    func add(_ count: Int, _ direction: Direction) { values.withLock { $0[direction.rawValue] += count } }
  }

  /// One connection; its sockets close when both directions are done.
  private final class Passage: Sendable {
    private let client: PlainSocket
    private let server: PlainSocket
    private let cut: Cut?
    private let damage: Damage?
    private let isCut = Mutex(false)
    let counts = Counts()

    init(client: PlainSocket, server: PlainSocket, cut: Cut?, damage: Damage?) {
      self.damage = damage
      self.client = client
      self.server = server
      self.cut = cut
    }

    func pass(_ direction: Direction) {
      let (source, sink) = direction == .toServer ? (client, server) : (server, client)
      var room = cut?.direction == direction ? cut?.after ?? .max : .max
      while room > 0, let octets = source.receive(), !octets.isEmpty {
        // After the cut the end is waited for, what comes before it is lost.
        if isCut.withLock({ $0 }) { continue }
        let piece = damaged(Array(octets.prefix(room)), direction)
        counts.add(piece.count, direction)
        guard sink.give(piece) else { break }
        room -= piece.count
      }
      if room == 0 { isCut.withLock { $0 = true } }
      if cut?.isReset == true, isCut.withLock({ $0 }) { return reset() }
      sink.finishWriting()
    }

    private func damaged(_ piece: [UInt8], _ direction: Direction) -> [UInt8] {
      guard let damage, damage.direction == direction else { return piece }
      let place = damage.at - counts.value(direction)
      guard piece.indices.contains(place) else { return piece }
      var piece = piece
      piece[place] ^= 0x10
      return piece
    }

    private func reset() {
      for socket in [client, server] {
        socket.resetWhenClosed()
        socket.stopReading()
      }
    }
  }
}
