import Foundation
import Synchronization
import Testing

@testable import PeSIT

/// Where a cut comes: in which transfer, in which direction of the network.
enum Coupe: CaseIterable, Sendable, CustomTestStringConvertible {
  case writeToServer
  case writeToClient
  case readToClient
  case readToServer

  var access: Access { self == .writeToServer || self == .writeToClient ? .write : .read }
  var direction: Relais.Direction { self == .writeToServer || self == .readToServer ? .toServer : .toClient }
  /// The data pass there; on the other ones, what answers them.
  static let ofData = [Coupe.writeToServer, .readToClient]
  static let ofAnswers = [Coupe.writeToClient, .readToServer]

  var testDescription: String {
    "\(access == .write ? "write" : "read"), \(direction == .toServer ? "client to server" : "server to client")"
  }
}

/// Transfers of one file through relays that cut, on one server.
struct Coupures: Sendable {
  static let interval = 32 * 1024
  static let window = 4
  static let entity = 4096
  /// What opens the second connection, and the headers of one interval: pre-connection 26 octets, CONNECT 50, CREATE
  /// 130, ORF, WRITE and READ below 20 each, 16 entities of 8 octets of headers, SYN 11.
  static let overhead = 512

  let banc: Banc
  let content: [UInt8]
  let path: String
  let articleLength: Int

  init(_ banc: Banc, size: Int, articleLength: Int) throws {
    self.banc = banc
    self.articleLength = articleLength
    content = Banc.octets(size, seed: UInt64(size))
    path = try banc.source(content)
    banc.service.offer(ProvidedFile(path: path, fileName: "COUPE", format: .binary(articleLength)))
  }

  /// How a transfer went.
  struct Outcome: Sendable {
    var isSame: Bool
    var fileCount: Int
    var report: TransferReport
    /// Octets that passed in the direction of the cut, connection by connection.
    var passed: [Int]
  }

  func settings(_ settings: inout ClientSettings) {
    settings.sync = SyncOption(intervalKB: Self.interval / 1024, window: Self.window)
    settings.maxEntity = Self.entity
  }

  /// One transfer; what arrived is taken away again.
  func run(_ coupe: Coupe, _ cut: Relais.Cut?) async throws -> Outcome {
    let relais = try Relais(to: banc.port, cut: cut)
    defer { relais.stop() }
    let client = try banc.client(through: relais.port, settings)
    let retries = Retries(count: 3, delay: .zero)
    let report: TransferReport
    let arrived: [String]
    if coupe.access == .write {
      let request = sending
      report = try await bounded(60) { try await client.send(request, retries: retries) }
      arrived = banc.arrivals(report.transferID)
    } else {
      let folder = Folder(banc.folder.path(of: "received-\(UUID())"))
      let request = wanted(in: folder)
      report = try await bounded(60) { try await client.receive(request, retries: retries) }
      arrived = folder.names().map(folder.path(of:))
    }
    defer { for path in arrived { try? FileManager.default.removeItem(atPath: path) } }
    return Outcome(
      isSame: arrived.first.flatMap(Banc.content(at:)) == content, fileCount: arrived.count, report: report,
      passed: relais.octets(coupe.direction))
  }

  var sending: SendRequest { SendRequest(path: path, fileName: "COUPE", format: .binary(articleLength)) }

  func wanted(in folder: Folder) -> ReceiveRequest {
    ReceiveRequest(fileName: "COUPE") { _, _ in FileDestination(folder: folder, name: "COUPE") }
  }

  /// What passes when nothing is cut.
  func uncut(_ coupe: Coupe) async throws -> Int {
    let outcome = try await run(coupe, nil)
    #expect(outcome.isSame)
    #expect(outcome.passed.count == 1)
    return outcome.passed.reduce(0, +)
  }

  /// A transfer at each of some cuts: the file has to arrive once, as it was, and only so much of it may pass twice.
  func cutAll(_ coupe: Coupe, at places: [Int], isReset: Bool = false, again most: Int? = nil) async throws {
    let whole = try await uncut(coupe)
    let complaints = Complaints()
    let most = most ?? .max
    try await concurrently(places.filter { $0 < whole }) { place in
      let cut = Relais.Cut(direction: coupe.direction, after: place, isReset: isReset)
      let words: String?
      do {
        words = complaint(try await run(coupe, cut), whole, most)
      } catch {
        words = "\(error)"
      }
      if let words { complaints.add("cut after \(place) octets of \(whole): \(words)") }
    }
    let all = complaints.all
    #expect(all.isEmpty, "\(all.count) of \(places.count): \(all.prefix(10).joined(separator: "; "))")
  }

  private final class Complaints: Sendable {
    private let list = Mutex<[String]>([])
    var all: [String] { list.withLock { $0 } }
    func add(_ words: String) { list.withLock { $0.append(words) } }
  }

  private func complaint(_ outcome: Outcome, _ whole: Int, _ most: Int) -> String? {
    let again = outcome.passed.reduce(0, +) - whole
    if !outcome.isSame { return "what arrived is not what was sent" }
    if outcome.fileCount != 1 { return "\(outcome.fileCount) files arrived" }
    if again > most { return "\(again) octets passed again, \(most) at most should have: \(outcome.passed)" }
    // A cut in the last messages, when all is done, asks for nothing.
    if outcome.passed.count > 2 || outcome.report.restarts != outcome.passed.count - 1 {
      return "\(outcome.report.restarts) restarts, \(outcome.passed.count) connections"
    }
    return nil
  }

  /// On a disk in memory where there is one: these are thousands of transfers, and each forces its file to the disk.
  static func with(
    _ canal: Canal = .tcp, size: Int = 0x100000, articleLength: Int = 4000, _ body: (Coupures) async throws -> Void
  ) async throws {
    let banc = try await Banc(canal, in: memory)
    do {
      try await body(try Coupures(banc, size: size, articleLength: articleLength))
      await banc.stop()
    } catch {
      await banc.stop()
      throw error
    }
  }

  private static var memory: Folder? {
    let disk = "/dev/shm"
    let free = (try? FileManager.default.attributesOfFileSystem(forPath: disk))?[.systemFreeSize]
    let byteCount = (free as? NSNumber)?.intValue ?? (free as? Int) ?? 0
    guard byteCount > 0x1000_0000, FileManager.default.isWritableFile(atPath: disk) else { return nil }
    return Folder(disk + "/pesit-\(UUID())")
  }
}

@Suite("A connection that is cut: the transfer goes on where it was", .serialized)
struct CoupuresTests {
  @Test(
    "after every 997th octet: what is sent again is one synchronisation interval and one entity at most",
    arguments: Coupe.ofData)
  func everywhere(_ coupe: Coupe) async throws {
    try await Coupures.with { coupures in
      let most = Coupures.interval + Coupures.entity + Coupures.overhead
      try await coupures.cutAll(coupe, at: Array(stride(from: 997, to: 0x120000, by: 997)), again: most)
    }
  }

  @Test("after any octet of a small file, either way", arguments: Coupe.allCases)
  func smallFile(_ coupe: Coupe) async throws {
    try await Coupures.with(size: 700, articleLength: 300) { coupures in
      try await coupures.cutAll(coupe, at: Array(1...1500))
    }
  }

  @Test(
    "with a reset after every 9973rd octet, articles in segments: a window and one interval more at most",
    arguments: Coupe.ofData)
  func resets(_ coupe: Coupe) async throws {
    try await Coupures.with(articleLength: 10_000) { coupures in
      let most = (Coupures.window + 1) * Coupures.interval + Coupures.entity + Coupures.overhead
      let places = Array(stride(from: 9973, to: 0x120000, by: 9973))
      try await coupures.cutAll(coupe, at: places, isReset: true, again: most)
    }
  }

  @Test("with a reset after any tenth octet of a small file, either way", arguments: Coupe.allCases)
  func smallFileReset(_ coupe: Coupe) async throws {
    try await Coupures.with(size: 700, articleLength: 300) { coupures in
      try await coupures.cutAll(coupe, at: Array(stride(from: 1, to: 1500, by: 10)), isReset: true)
    }
  }

  @Test(
    "when it is the answers that are lost, that to the end of the transfer among them: the file arrives once",
    arguments: Coupe.ofAnswers)
  func answers(_ coupe: Coupe) async throws {
    try await Coupures.with { coupures in
      try await coupures.cutAll(coupe, at: Array(stride(from: 1, to: 1500, by: 13)))
    }
  }

  @Test("over TLS", arguments: Coupe.allCases)
  func tls(_ coupe: Coupe) async throws {
    try await Coupures.with(.tls) { coupures in
      let whole = try await coupures.uncut(coupe)
      let places = (1...12).map { whole * $0 / 13 } + [whole - 200, whole - 100]
      try await coupures.cutAll(coupe, at: places)
      try await coupures.cutAll(coupe, at: places, isReset: true)
    }
  }

  @Test("without synchronisation points it begins anew, and the file arrives once", arguments: Coupe.ofData)
  func withoutPoints(_ coupe: Coupe) async throws {
    try await Banc.with(settings: { $0.sync = .none }) { banc in
      let coupures = try Coupures(banc, size: 0x40000, articleLength: 4000)
      try await coupures.cutAll(coupe, at: [100, 1000, 0x10000, 0x20000, 0x30000], again: 0x40000)
    }
  }

  @Test("more often than there are retries: the last cut is told, and nothing has arrived", arguments: Coupe.ofData)
  func tooOften(_ coupe: Coupe) async throws {
    try await Coupures.with { coupures in
      let relais = try Relais(
        to: coupures.banc.port, cut: Relais.Cut(direction: coupe.direction, after: 500_000))
      defer { relais.stop() }
      let client = try coupures.banc.client(through: relais.port, coupures.settings)
      let request = coupures.sending
      let wanted = coupures.wanted(in: coupures.banc.received)
      let fault = try await failure {
        try await coupe.access == .write ? client.send(request) : client.receive(wanted)
      }
      #expect(fault?.cause == .network)
      #expect(fault?.isRetriable == true)
      #expect(coupures.banc.service.incoming.names().isEmpty)
      #expect(coupures.banc.received.names().isEmpty)
    }
  }
}

@Suite("A program that is started again: the transfer goes on where it was")
struct RedemarragesTests {
  /// The folders are those of both sides; server and client are new.
  @Test("client and server both begin anew on what they left", arguments: Coupe.ofData, Canal.allCases)
  func bothSides(_ coupe: Coupe, _ canal: Canal) async throws {
    let before = try await Banc(canal)
    let coupures = try Coupures(before, size: 0x100000, articleLength: 4000)
    let whole = try await coupures.uncut(coupe)
    let cutPassed = try await cut(coupures, coupe)
    await before.stop(keepingFolders: true)

    let after = try await Banc(canal, in: before.folder)
    after.service.offer(ProvidedFile(path: coupures.path, fileName: "COUPE", format: .binary(4000)))
    let relais = try Relais(to: after.port)
    defer { relais.stop() }
    let client = try after.client(through: relais.port, coupures.settings)
    let request = coupures.sending
    let wanted = coupures.wanted(in: after.received)
    let report = try await bounded {
      try await coupe.access == .write
        ? client.send(request, resuming: true) : client.receive(wanted, resuming: true)
    }
    let paths =
      coupe.access == .write ? after.arrivals(report.transferID) : after.received.names().map(after.received.path(of:))
    #expect(paths.count == 1)
    #expect(paths.first.flatMap(Banc.content(at:)) == coupures.content)
    #expect(report.byteCount == 0x100000)
    let again = cutPassed + relais.octets(coupe.direction).reduce(0, +) - whole
    // TLS begins anew too, and a record that was cut could not be read: 8 KB and 16 KB at most.
    let most = Coupures.interval + Coupures.entity + Coupures.overhead + (canal == .tls ? 24 * 1024 : 0)
    #expect(again <= most)
    await after.stop()
  }

  /// A transfer that is cut in its middle and not taken up; what had passed.
  private func cut(_ coupures: Coupures, _ coupe: Coupe) async throws -> Int {
    let relais = try Relais(
      to: coupures.banc.port, cut: Relais.Cut(direction: coupe.direction, after: 600_000))
    defer { relais.stop() }
    let client = try coupures.banc.client(through: relais.port, coupures.settings)
    let request = coupures.sending
    let wanted = coupures.wanted(in: coupures.banc.received)
    let fault = try await failure {
      try await coupe.access == .write ? client.send(request) : client.receive(wanted)
    }
    #expect(fault?.cause == .network)
    return relais.octets(coupe.direction).reduce(0, +)
  }

  @Test("a file that has changed meanwhile is sent anew, as another transfer")
  func changedFile() async throws {
    try await Coupures.with(size: 0x40000) { coupures in
      let relais = try Relais(to: coupures.banc.port, cut: Relais.Cut(direction: .toServer, after: 0x20000))
      defer { relais.stop() }
      let request = coupures.sending
      let first = try coupures.banc.client(through: relais.port, coupures.settings)
      let fault = try await failure { try await first.send(request) }
      #expect(fault?.cause == .network)
      let changed = Banc.octets(0x30000, seed: 99)
      try Data(changed).write(to: URL(fileURLWithPath: coupures.path))
      let second = try coupures.banc.client(coupures.settings)
      let report = try await bounded { try await second.send(request, resuming: true) }
      #expect(coupures.banc.arrivals(report.transferID).map(Banc.content(at:)) == [changed])
      #expect(Set(coupures.banc.service.seen.creates.map(\.transferID)).count == 2)
    }
  }

  @Test("a server that has forgotten the transfer gets the file anew")
  func forgottenByServer() async throws {
    try await Coupures.with(size: 0x40000) { coupures in
      let relais = try Relais(to: coupures.banc.port, cut: Relais.Cut(direction: .toServer, after: 0x20000))
      defer { relais.stop() }
      let request = coupures.sending
      let first = try coupures.banc.client(through: relais.port, coupures.settings)
      let fault = try await failure { try await first.send(request) }
      #expect(fault?.cause == .network)
      let serverFolder = Folder(coupures.banc.folder.path(of: "server"))
      for name in serverFolder.names() { serverFolder.remove(name) }
      let second = try coupures.banc.client(coupures.settings)
      let report = try await bounded { try await second.send(request, resuming: true) }
      #expect(coupures.banc.arrivals(report.transferID).map(Banc.content(at:)) == [coupures.content])
      #expect(coupures.banc.service.incoming.names().count == 1)
    }
  }
}
