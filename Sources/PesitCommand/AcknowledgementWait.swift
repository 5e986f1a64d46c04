import Foundation
import PeSIT

/// Waits for the receiver's own acknowledgement of a file, which comes on a connection of its making.
struct AcknowledgementWait {
  private let state: TransferState
  private let seconds: Int
  private let task: Task<Void, any Error>?

  /// Nil when nothing is to be waited for; otherwise something listens already when this returns.
  init?(_ command: SendFile, _ client: PeSITClient) async throws {
    guard let seconds = command.waitAcknowledgement else { return nil }
    self.seconds = seconds
    state = client.state
    guard let address = command.listen else {
      guard ServingMark.isServed(client.state, id: command.call.id) else {
        throw Outcome.misuse(
          "Aucun « pesit serve --id \(command.call.id) » ne tourne sur ce --state : donnez --listen.")
      }
      task = nil
      return
    }
    task = try await Self.listen(address, client.state)
  }

  private static func listen(_ address: Address, _ state: TransferState) async throws -> Task<Void, any Error> {
    let server = try PeSITServer(
      ServerSettings(host: address.host, port: address.port), service: AcknowledgementService(state: state),
      state: state)
    let (listening, continuation) = AsyncStream<Bool>.makeStream()
    let task = Task {
      defer { continuation.finish() }
      try await server.run { _ in continuation.yield(true) }
    }
    guard await listening.first(where: { _ in true }) != nil else {
      throw Outcome(status: .failed, words: "Écoute impossible sur \(address.host):\(address.port).")
    }
    return task
  }

  func stop() { task?.cancel() }

  /// The text that the receiver gave.
  func acknowledgement(of sent: TransferReport) async throws -> String {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if let text = state.acknowledgement(of: FileIdentity(sent.parameters)) { return text.description }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Outcome(status: .refused, words: "Pas d’accusé de réception en \(seconds) s ; le fichier, lui, est arrivé.")
  }
}

/// A listener for acknowledgements and nothing else.
private struct AcknowledgementService: PeSITService {
  let state: TransferState

  func accept(_ connect: Connect, from caller: Caller) async -> ConnectionDecision { .accept }
  func receive(_ create: Create, from caller: Caller) async -> ReceptionDecision {
    .refuse(.transferRefused, "acknowledgements only")
  }
  func provide(_ select: Select, to caller: Caller) async -> ProvisionDecision { .refuse(.noSuchFile, "") }
  func receive(_ received: ReceivedMessage) async -> MessageDecision {
    let message = received.message
    guard message.kind == .acknowledgement,
      state.acknowledge(FileIdentity(message.parameters), text: message.text) != nil
    else { return .refuse(.messageNotAccepted, "no such transfer") }
    return .accept(answer: nil)
  }
}
