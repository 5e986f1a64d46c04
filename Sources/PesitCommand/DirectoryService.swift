import Foundation
import NIOCore
import PeSIT
import Synchronization

/// What `pesit serve` decides: partners, files of the directory, messages.
final class DirectoryService: PeSITService {
  private let exchange: ExchangeDirectory
  private let partners: PartnerBook
  private let requiresCRC: Bool
  /// What each connection was given under a pattern: a pattern is asked again until nothing is left.
  private let given = Mutex([Int: Set<String>]())

  init(exchange: ExchangeDirectory, partners: PartnerBook, requiresCRC: Bool) {
    self.exchange = exchange
    self.partners = partners
    self.requiresCRC = requiresCRC
  }

  func accept(_ connect: Connect, from caller: Caller) async -> ConnectionDecision {
    if requiresCRC, !connect.usesCRC { return .refuse(Diagnostic(type: 3, reason: 323), "checksum wanted") }
    if let refusal = partners.refusal(of: connect) { return .refuse(refusal, "") }
    return .accept
  }

  func receive(_ create: Create, from caller: Caller) async -> ReceptionDecision {
    .accept(exchange.destination(of: create))
  }

  func publish(_ file: ReceivedFile) async throws(FileFault) -> String {
    try await publish(
      file.partName, at: file.destination, Sidecar(file.caller, file.create.parameters, totals: file.totals))
  }

  /// The `.json` is there before the file is: who sees the file can read it.
  private func publish(_ part: String, at destination: FileDestination, _ sidecar: Sidecar)
    async throws(FileFault) -> String
  {
    let folder = destination.folder
    return try await destination.publish(part) { name throws(FileFault) in
      guard !folder.has(name), !folder.has(name + ".json") else { return false }
      try folder.write(ByteBuffer(string: JSON.text(sidecar) + "\n"), to: name + ".json")
      return true
    }
  }

  func provide(_ select: Select, to caller: Caller) async -> ProvisionDecision {
    let pattern = Pattern(select.fileName)
    let already = given.withLock { $0[caller.connection] ?? [] }
    let found = exchange.names.first {
      pattern.matches(Text($0)) && !(pattern.isGeneric && already.contains($0))
    }
    guard let found else { return .refuse(.noSuchFile, "") }
    given.withLock { _ = $0[caller.connection, default: []].insert(found) }
    return .accept(exchange.provided(found))
  }

  func receive(_ received: ReceivedMessage) async -> MessageDecision {
    let message = received.message
    switch message.kind {
    case .acknowledgement:
      guard let record = exchange.state.acknowledge(FileIdentity(message.parameters), text: message.text) else {
        return .refuse(.messageNotAccepted, "no such transfer")
      }
      Terminal.tell("acknowledged \(record.path) \(message.text?.description ?? "")")
      return .accept(answer: nil)
    case .free, .reserved:
      do {
        try await keep(received)
        return .accept(answer: nil)
      } catch {
        return .refuse(.inputOutputError, "\(error)")
      }
    }
  }

  /// A message is a file like another: its text, and a `.json` with its PIs.
  private func keep(_ received: ReceivedMessage) async throws(FileFault) {
    let message = received.message
    let folder = Folder(exchange.incoming.path(of: SafeName.make(message.fileName)))
    try folder.make()
    let text = message.text?.bytes ?? []
    let totals = Checkpoint(number: 0, offset: text.count, byteCount: text.count, articleCount: 0)
    let part = ".message-\(UUID().uuidString).part"
    try folder.write(ByteBuffer(bytes: text), to: part)
    let path = try await publish(
      part, at: FileDestination(folder: folder, name: "\(message.transferID)-message"),
      Sidecar(received.caller, message.parameters, totals: totals))
    Terminal.tell("message \(path)")
  }

  func happened(_ event: ServerEvent) async {
    switch event {
    case .ended(let caller): given.withLock { _ = $0.removeValue(forKey: caller.connection) }
    case .refused(let caller, let diagnostic): Terminal.tell("refused \(caller.partner) \(diagnostic)")
    case .received(_, _, let path, let totals): Terminal.tell("received \(path) \(totals.byteCount)")
    case .sent(let caller, let key, let totals):
      Terminal.tell("sent \(key.fileName) to \(caller.partner) \(totals.byteCount)")
    case .failed(let caller, let key, let fault):
      Terminal.tell("failed \(caller.partner) \(key?.fileName.description ?? "") \(fault)")
    case .connected, .receiving, .sending: break
    }
  }
}
