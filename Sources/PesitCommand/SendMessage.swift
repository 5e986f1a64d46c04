import ArgumentParser
import PeSIT

struct SendMessage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message", abstract: "Envoie un message libre.",
    discussion: """
      Exemples :
        pesit message 10.0.0.7:1761 --id NOUS --server PARIS --text 'fermeture à 18 h'
      """)

  @OptionGroup var call: CallOptions
  @Option(help: "Le texte, de 1 à 4096 octets (512 vers Transfer CFT).")
  var text: String
  @Option(help: "Nom du message (PI 12).")
  var name: String = "MESSAGE"

  func validate() throws {
    guard (1...4096).contains(text.utf8.count) else { throw ValidationError("--text a de 1 à 4096 octets.") }
    guard (1...76).contains(name.utf8.count) else { throw ValidationError("--name a de 1 à 76 octets.") }
  }

  func run() async throws {
    try await call.sendMessage { client in
      Message(
        free: Text(name), transferID: try client.takeTransferID(), from: Text(call.id), to: Text(call.server),
        text: Text(text))
    }
  }
}

extension CallOptions {
  /// Sends a message, tells how that ended.
  func sendMessage(_ message: (PeSITClient) throws -> Message) async throws {
    let start = ContinuousClock.now
    do {
      let answer = try await withClient(.both) { client in try await client.send(try message(client)) }
      guard json else { return print(answer.map { "Message accepté : \($0)" } ?? "Message accepté.") }
      print(JSON.text(MessageReport(answer: answer?.description, seconds: (ContinuousClock.now - start) / .seconds(1))))
    } catch let fault as SessionFault {
      if json {
        print(JSON.text(MessageReport(diagnostic: fault.diagnostic.description, message: fault.sentence)))
      }
      throw Outcome.fault(fault)
    }
  }
}

private struct MessageReport: Encodable {
  var diagnostic = Diagnostic.success.description
  var message: String?
  var answer: String?
  var seconds = 0.0
}
