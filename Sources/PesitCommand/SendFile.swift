import ArgumentParser
import Foundation
import PeSIT

struct SendFile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Envoie des fichiers ; une coupure est reprise où elle a eu lieu.",
    discussion: """
      Exemples :
        pesit send 10.0.0.7:1761 --id NOUS --server PARIS --name FACTURE facture.dat
        pesit send 10.0.0.7:1761 --id NOUS --server PARIS --name LISTE --text --retries 5 liste.txt
        pesit send 10.0.0.7:1762 --id NOUS --server PARIS --name CSHAL --tls-ca ca.pem --state etat --resume aller.dat
        pesit send 10.0.0.7:1761 --id NOUS --server PARIS --name CSHAL --wait-acknowledgement 60 \
      --listen 0.0.0.0:1761 aller.dat
      """)

  @OptionGroup var call: CallOptions
  @Option(help: "Nom du flux (PI 12).")
  var name: String
  @Argument(help: "Les fichiers.")
  var files: [String]
  @Option(help: "Libellé (PI 37) ; par défaut le nom du fichier.")
  var label: String?
  @OptionGroup var format: FormatOptions
  @Option(help: "Message libre (PI 99).")
  var freeMessage: String?
  @Option(help: "Expéditeur initial (PI 61).")
  var initialSender: String?
  @Option(help: "Destinataire final (PI 62).")
  var finalReceiver: String?
  @Flag(help: "Reprend le transfert qu’une commande précédente a laissé ; demande --state.")
  var resume = false
  @Option(help: "Attend l’accusé de bout en bout, en secondes ; demande --listen, ou le --state d’un « pesit serve ».")
  var waitAcknowledgement: Int?
  @Option(help: "Où attendre l’accusé, HÔTE:PORT.")
  var listen: Address?

  func validate() throws {
    guard (1...76).contains(name.utf8.count) else { throw ValidationError("--name a de 1 à 76 octets.") }
    guard !resume || call.state != nil else { throw ValidationError("--resume demande --state.") }
    guard waitAcknowledgement == nil || listen != nil || call.state != nil else {
      throw ValidationError("--wait-acknowledgement demande --listen, ou le --state d’un « pesit serve ».")
    }
    if let absent = files.first(where: { !FileManager.default.isReadableFile(atPath: $0) }) {
      throw ValidationError("Fichier absent ou illisible : \(absent).")
    }
  }

  func run() async throws {
    var summary = Summary()
    let fault: SessionFault? = try await call.withClient(.write) { client in
      let waiting = try await AcknowledgementWait(self, client)
      defer { waiting?.stop() }
      for file in files {
        do {
          summary.reports.append(try await send(file, client, waiting))
        } catch let fault as SessionFault {
          summary.reports.append(Report(fault, path: file, seconds: 0))
          return fault
        }
      }
      return nil
    }
    summary.show(json: call.json)
    if let fault { throw Outcome.fault(fault) }
  }

  private func send(_ file: String, _ client: PeSITClient, _ waiting: AcknowledgementWait?) async throws -> Report {
    let start = ContinuousClock.now
    let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? nil
    let bar = ProgressBar(file, total: size)
    defer { bar.finish() }
    let sent = try await client.send(try request(file), resuming: resume, retries: call.retryPolicy) {
      bar.show($0.offset)
    }
    var report = Report(sent, seconds: (ContinuousClock.now - start) / .seconds(1), json: call.json)
    if let waiting { report.acknowledgement = try await waiting.acknowledgement(of: sent) }
    return report
  }

  private func request(_ file: String) throws -> SendRequest {
    var request = SendRequest(path: file, fileName: Text(name), format: try format.format(of: file))
    request.label = Text(label ?? URL(fileURLWithPath: file).lastPathComponent)
    request.created = Timestamp.modification(of: file)
    request.freeMessage = freeMessage.map { Text($0) }
    request.initialSender = initialSender.map { Text($0) }
    request.finalReceiver = finalReceiver.map { Text($0) }
    return request
  }
}

extension Timestamp {
  /// When a file was changed last, in local time.
  static func modification(of path: String) -> Timestamp? {
    guard let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date else {
      return nil
    }
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: date)
    return Timestamp(
      year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0, hour: parts.hour ?? 0,
      minute: parts.minute ?? 0, second: parts.second ?? 0)
  }
}
