import ArgumentParser
import Foundation
import PeSIT

struct Acknowledge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge",
    abstract: "Accuse réception d’un fichier de bout en bout (REPLY), auprès de qui l’a envoyé.",
    discussion: """
      Le fichier est désigné par le .json écrit à côté de lui par « pesit serve », ou par --name et --transfer-id.

      Exemples :
        pesit acknowledge 10.0.0.7:1761 --id NOUS --server PARIS --received in/CSHAL/4660-aller.dat.json --text RECU
        pesit acknowledge 10.0.0.7:1761 --id NOUS --server PARIS --name CSHAL --transfer-id 4660
      """)

  @OptionGroup var call: CallOptions
  @Option(help: "Le .json du fichier reçu.")
  var received: String?
  @Option(help: "Nom du fichier (PI 12).")
  var name: String?
  @Option(help: "Numéro de son transfert (PI 13).")
  var transferId: Int?
  @Option(help: "Sa date de création (PI 51), douze chiffres.")
  var created: String?
  @Option(help: "Son expéditeur initial (PI 61).")
  var initialSender: String?
  @Option(help: "Son destinataire final (PI 62).")
  var finalReceiver: String?
  @Option(help: "Texte de l’accusé (512 octets vers Transfer CFT).")
  var text: String?

  func validate() throws {
    guard (received != nil) != (name != nil && transferId != nil) else {
      throw ValidationError("Donnez --received, ou --name et --transfer-id.")
    }
    guard created.map({ Timestamp(bytes: Array($0.utf8)) != nil }) ?? true else {
      throw ValidationError("--created a douze chiffres, AAMMJJhhmmss.")
    }
    guard (text ?? "").utf8.count <= 4096 else { throw ValidationError("--text a 4096 octets au plus.") }
  }

  func run() async throws {
    let identity = try received.map(FileIdentity.init(receivedFile:)) ?? typed
    try await call.sendMessage { _ in Message(acknowledging: identity, text: text.map { Text($0) }) }
  }

  private var typed: FileIdentity {
    var create = Create(fileName: Text(name ?? ""), transferID: transferId ?? 0, restart: false, maxEntity: 0)
    create.created = created.flatMap { Timestamp(bytes: Array($0.utf8)) }
    create.initialSender = initialSender.map { Text($0) }
    create.finalReceiver = finalReceiver.map { Text($0) }
    return FileIdentity(create.parameters)
  }
}

extension FileIdentity {
  /// Of the file that a `.json` of `pesit serve` describes.
  init(receivedFile path: String) throws {
    guard let data = FileManager.default.contents(atPath: path),
      let sidecar = try? JSONDecoder().decode(Sidecar.self, from: data),
      let parameters = Parameters(hexadecimal: sidecar.parameters)
    else { throw Outcome.misuse("\(path) n’est pas le .json d’un fichier reçu par « pesit serve ».") }
    self.init(parameters)
  }
}
