import ArgumentParser
import Foundation
import PeSIT

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Écoute, reçoit dans DOSSIER/in, donne ce qui est dans DOSSIER/out.",
    discussion: """
      Un fichier reçu va dans DOSSIER/in/<PI 12>/<PI 13>-<libellé>, avec un .json qui porte tous ses PI. Un fichier de \
      DOSSIER/out se demande par son nom ; un .json à côté (dataCode, recordFormat, recordLength, label) dit ses \
      articles, sinon binaire, variable, 4096. La première ligne de la sortie est « listening HÔTE:PORT ».

      Exemples :
        pesit serve --listen 0.0.0.0:1761 --id NOUS --partner PARIS:SECRET --directory echanges
        pesit serve --listen 127.0.0.1:0 --id NOUS --directory essai --trace
        pesit serve --listen 0.0.0.0:1762 --id NOUS --partner-file partenaires --directory echanges \
      --tls-certificate nous.pem --tls-key nous.key --tls-ca ca.pem --require-client-certificate
      """)

  enum FramingChoice: String, ExpressibleByArgument, CaseIterable {
    case auto
    case h2
    case raw
  }

  @Option(help: "Où écouter, HÔTE:PORT ; port 0 : au choix du système.")
  var listen: Address
  @Option(help: "Notre identifiant.")
  var id: String
  @Option(help: "Un partenaire admis, IDENTIFIANT:MOTDEPASSE ; sans aucun, tous le sont.")
  var partner: [String] = []
  @Option(help: "Fichier des partenaires, un IDENTIFIANT:MOTDEPASSE par ligne.")
  var partnerFile: String?
  @Option(help: "Mot de passe des partenaires nommés sans le leur ; ou PESIT_PASSWORD, ou --password-file.")
  var password: String?
  @Option(help: "Fichier dont la première ligne est ce mot de passe.")
  var passwordFile: String?
  @Option(help: "Dossier des échanges : in, out et state.")
  var directory: String
  @Option(help: "Découpage du flux ; auto le reconnaît connexion par connexion.")
  var framing: FramingChoice = .auto
  @Option(help: "Certificat et sa chaîne (PEM) ; met TLS.")
  var tlsCertificate: String?
  @Option(help: "Clé du certificat (PEM).")
  var tlsKey: String?
  @Option(help: "Autorités acceptées pour les certificats des appelants (PEM).")
  var tlsCa: String?
  @Flag(help: "N’admet que les appelants qui présentent un certificat.")
  var requireClientCertificate = false
  @Option(help: "Taille maximale d’une entité (PI 25), de 800 à 65535 octets.")
  var maxEntity: Int = 65_535
  @Option(help: "Intervalle le plus grand des points de synchronisation, en Ko ; 0 : aucun point.")
  var syncInterval: Int = 65_535
  @Option(help: "Fenêtre la plus grande.")
  var syncWindow: Int = 255
  @Option(help: "Compressions acceptées.")
  var compression: Compression = .both
  @Flag(help: "N’admet que les appelants qui mettent un contrôle (PI 1).")
  var crc = false
  @OptionGroup var timers: TimerOptions
  @Flag(help: "Montre chaque message sur la sortie d’erreur.")
  var trace = false

  func validate() throws {
    guard (800...65_535).contains(maxEntity) else { throw ValidationError("--max-entity va de 800 à 65535.") }
    guard (0...65_535).contains(syncInterval), (0...255).contains(syncWindow) else {
      throw ValidationError("--sync-interval va de 0 à 65535 et --sync-window de 0 à 255.")
    }
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-certificate et --tls-key vont ensemble.")
    }
    guard !requireClientCertificate || (tlsCertificate != nil && tlsCa != nil) else {
      throw ValidationError("--require-client-certificate demande --tls-certificate, --tls-key et --tls-ca.")
    }
  }

  func run() async throws {
    let partners = try PartnerBook(partner, file: partnerFile, password: Password.given(password, file: passwordFile))
    let exchange = try ExchangeDirectory(directory)
    let hold = try ServingMark(exchange.state, id: id)
    defer { hold.release() }
    let service = DirectoryService(exchange: exchange, partners: partners, requiresCRC: crc)
    do {
      let server = try PeSITServer(settings, service: service, state: exchange.state)
      try await stoppable {
        try await server.run { port in
          print("listening \(listen.host.contains(":") ? "[\(listen.host)]" : listen.host):\(port)")
          fflush(nil)
        }
      }
    } catch is CancellationError {
      return
    } catch {
      throw Outcome(status: .failed, words: "Écoute impossible sur \(listen.host):\(listen.port) : \(error)")
    }
  }

  private var settings: ServerSettings {
    var settings = ServerSettings(host: listen.host, port: listen.port)
    settings.framing =
      switch framing {
      case .auto: nil
      case .h2: .h2
      case .raw: .raw
      }
    settings.maxEntity = maxEntity
    settings.sync = SyncOption(intervalKB: syncInterval, window: syncWindow)
    settings.compression = compression
    settings.timers = timers.timers
    if let tlsCertificate {
      var identity = TLSIdentity()
      identity.certificatePath = tlsCertificate
      identity.keyPath = tlsKey
      identity.authorityPath = tlsCa
      identity.requiresClientCertificate = requireClientCertificate
      settings.tls = identity
    }
    if trace { settings.trace = { Terminal.trace($0) } }
    return settings
  }
}

/// Runs until it ends, or the program is asked to stop (SIGINT, SIGTERM): connections are then closed first.
func stoppable(_ work: @escaping @Sendable () async throws -> Void) async throws {
  let task = Task { try await work() }
  let sources = [SIGINT, SIGTERM].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number)
    source.setEventHandler { task.cancel() }
    source.resume()
    return source
  }
  defer { sources.forEach { $0.cancel() } }
  try await task.value
}
