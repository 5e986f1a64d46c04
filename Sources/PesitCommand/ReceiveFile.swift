import ArgumentParser
import Foundation
import PeSIT

struct ReceiveFile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Demande des fichiers ; une coupure est reprise où elle a eu lieu.",
    discussion: """
      Exemples :
        pesit receive 10.0.0.7:1761 --id NOUS --server PARIS --name FACTURE --output facture.dat
        pesit receive 10.0.0.7:1761 --id NOUS --server PARIS --name '*' --output recus/
        pesit receive 10.0.0.7:1762 --id NOUS --server PARIS --name 'CSH*' --tls-ca ca.pem --output recus/ --json
      """)

  @OptionGroup var call: CallOptions
  @Option(help: "Nom demandé (PI 12) ; * pour plusieurs octets quelconques, ? pour un.")
  var name: String
  @Option(help: "Fichier, ou dossier si le nom est générique ou si le chemin finit par « / ».")
  var output: String
  @Flag(help: "Reprend le transfert qu’une commande précédente a laissé ; demande --state.")
  var resume = false

  func validate() throws {
    guard (1...76).contains(name.utf8.count) else { throw ValidationError("--name a de 1 à 76 octets.") }
    guard !resume || call.state != nil else { throw ValidationError("--resume demande --state.") }
  }

  private var isFolder: Bool {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: output, isDirectory: &isDirectory)
    return output.hasSuffix("/") || Pattern(Text(name)).isGeneric || (exists && isDirectory.boolValue)
  }

  func run() async throws {
    let start = ContinuousClock.now
    let bar = ProgressBar(name, total: nil)
    var summary = Summary()
    let fault: SessionFault? = try await call.withClient(.read) { client in
      defer { bar.finish() }
      do {
        let limit = Pattern(Text(name)).isGeneric ? Int.max : 1
        let reports = try await client.receiveAll(
          request, resuming: resume, retries: call.retryPolicy, limit: limit, { bar.show($0.offset) })
        let seconds = (ContinuousClock.now - start) / .seconds(1) / Double(max(1, reports.count))
        summary.reports = reports.map { Report($0, seconds: seconds, json: call.json) }
        return nil
      } catch let fault as SessionFault {
        summary.reports = [Report(fault, path: nil, seconds: (ContinuousClock.now - start) / .seconds(1))]
        return fault
      }
    }
    summary.show(json: call.json)
    if let fault { throw Outcome.fault(fault) }
  }

  private var request: ReceiveRequest {
    let (output, isFolder) = (output, isFolder)
    return ReceiveRequest(fileName: Text(name)) { file, label in
      guard isFolder else {
        let url = URL(fileURLWithPath: output)
        return FileDestination(
          folder: Folder(url.deletingLastPathComponent().path), name: url.lastPathComponent, replaces: true)
      }
      let name = SafeName.make(label ?? file.fileName)
      return FileDestination(folder: Folder(URL(fileURLWithPath: output).path), name: name)
    }
  }
}
