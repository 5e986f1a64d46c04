import ArgumentParser
import Foundation
import Francais

/// The command: PeSIT as practical as curl.
struct Pesit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pesit",
    abstract: "Transferts de fichiers par PeSIT E hors-SIT, le protocole de CFT, sans autre produit.",
    discussion: """
      Codes de retour : 0 le fichier est entièrement arrivé, 1 refusé ou absent, 2 commande mal formée, 3 incident de \
      réseau ou de disque.

      Exemples :
        pesit serve --listen 127.0.0.1:1761 --id NOUS --partner PARIS:SECRET --directory echanges
        pesit send cft.exemple.fr:1761 --id NOUS --server PARIS --name FACTURE facture.dat
        pesit receive cft.exemple.fr:1761 --id NOUS --server PARIS --name '*' --output recus/
        pesit decode capture.bin
      """,
    version: "0.1.0",
    subcommands: [
      Serve.self, SendFile.self, ReceiveFile.self, SendMessage.self, Acknowledge.self, Decode.self,
    ])
}

@main
enum Programme {
  static func main() async {
    // A peer that goes away while it is written to is an error of the call, not the end of the program.
    signal(SIGPIPE, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      var command = try Pesit.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .done
    } catch let outcome as Outcome {
      if let words = outcome.words { Terminal.tell(words) }
      return outcome.status
    } catch {
      return told(error, arguments)
    }
  }

  private static func told(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    if Pesit.exitCode(for: error) == .success {
      print(AideFrancaise.traduire(Pesit.fullMessage(for: error, columns: 100)))
      return .done
    }
    Terminal.tell(ErreurFrancaise.traduire(Pesit.message(for: error), arguments, racine: Pesit.self))
    return .misuse
  }
}
