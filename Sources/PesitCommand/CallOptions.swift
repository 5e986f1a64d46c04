import ArgumentParser
import Foundation
import PeSIT

/// Whom to call and how: what every command that calls has.
struct CallOptions: ParsableArguments {
  enum FramingChoice: String, ExpressibleByArgument, CaseIterable {
    case h2
    case raw
  }

  @Argument(help: "Adresse et port du serveur, HÔTE:PORT.")
  var address: Address
  @Option(help: "Notre identifiant (PI 3).")
  var id: String
  @Option(help: "L’identifiant du serveur (PI 4).")
  var server: String
  @Option(help: "Mot de passe, 8 octets au plus ; ou PESIT_PASSWORD, ou --password-file.")
  var password: String?
  @Option(help: "Fichier dont la première ligne est le mot de passe.")
  var passwordFile: String?
  @Option(help: "Intervalle des points de synchronisation, en Ko ; 0 pour aucun.")
  var syncInterval: Int = 256
  @Option(help: "Points de synchronisation en attente d’acquittement ; 0 : sans acquittement.")
  var syncWindow: Int = 4
  @Flag(help: "Propose la resynchronisation en cours de transfert (PI 23).")
  var resync = false
  @Option(help: "Compression proposée.")
  var compression: Compression = .none
  @Flag(help: "Contrôle de deux octets après chaque message (PI 1).")
  var crc = false
  @Option(help: "Taille maximale d’une entité (PI 25), de 800 à 65535 octets.")
  var maxEntity: Int = 65_535
  @Option(help: "Découpage du flux : en-tête de deux octets, ou aucun.")
  var framing: FramingChoice = .h2
  @Flag(inversion: .prefixedNo, help: "Envoie le message de pré-connexion.")
  var preconnection = true
  @Flag(help: "TLS dès le premier octet, avec les autorités du système.")
  var tls = false
  @Option(help: "Autorités de certification acceptées (PEM) ; met TLS.")
  var tlsCa: String?
  @Option(help: "Notre certificat et sa chaîne (PEM) ; met TLS.")
  var tlsCertificate: String?
  @Option(help: "La clé de notre certificat (PEM).")
  var tlsKey: String?
  @Option(help: "Nom que le certificat du serveur doit porter.")
  var tlsServerName: String?
  @Option(help: "Nouvelles tentatives après une coupure ; le transfert reprend où il en était.")
  var retries: Int = 0
  @Option(help: "Secondes avant la première nouvelle tentative, doublées à chacune.")
  var retryDelay: Double = 1
  @Option(help: "Dossier où l’état des transferts est gardé d’une commande à l’autre.")
  var state: String?
  @OptionGroup var timers: TimerOptions
  @Flag(help: "Montre chaque message sur la sortie d’erreur.")
  var trace = false
  @Flag(help: "Un objet JSON à la fin, pour un programme.")
  var json = false

  func validate() throws {
    guard (800...65_535).contains(maxEntity) else {
      throw ValidationError("--max-entity va de 800 à 65535.")
    }
    guard (0...65_535).contains(syncInterval), (0...255).contains(syncWindow) else {
      throw ValidationError("--sync-interval va de 0 à 65535 et --sync-window de 0 à 255.")
    }
    guard !id.isEmpty, id.utf8.count <= 24, !server.isEmpty, server.utf8.count <= 24 else {
      throw ValidationError("--id et --server ont de 1 à 24 octets.")
    }
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-certificate et --tls-key vont ensemble.")
    }
    guard retries >= 0, retryDelay >= 0 else { throw ValidationError("--retries et --retry-delay sont positifs.") }
  }

  /// What is proposed, for reading or writing.
  func settings(_ access: Access) throws -> ClientSettings {
    var settings = ClientSettings(host: address.host, port: address.port, identity: Text(id), server: Text(server))
    settings.password = try Password.given(password, file: passwordFile).map { Text($0) }
    settings.access = access
    settings.sync = SyncOption(intervalKB: syncInterval, window: syncWindow)
    settings.resync = resync
    settings.crc = crc
    settings.framing = framing == .h2 ? .h2 : .raw
    settings.preconnects = preconnection
    settings.maxEntity = maxEntity
    settings.compression = compression
    settings.timers = timers.timers
    settings.tls = identity
    if trace { settings.trace = { Terminal.trace($0) } }
    return settings
  }

  private var identity: TLSIdentity? {
    guard tls || tlsCa != nil || tlsCertificate != nil || tlsServerName != nil else { return nil }
    var identity = TLSIdentity()
    identity.authorityPath = tlsCa
    identity.certificatePath = tlsCertificate
    identity.keyPath = tlsKey
    identity.serverName = tlsServerName
    return identity
  }

  var retryPolicy: Retries { Retries(count: retries, delay: .seconds(retryDelay)) }

  /// Calls with a client, whose state lasts if it was given a folder.
  func withClient<Result>(_ access: Access, _ work: (PeSITClient) async throws -> Result) async throws -> Result {
    let temporary = state == nil ? FileManager.default.temporaryDirectory.path + "/pesit-\(UUID().uuidString)" : nil
    defer { if let temporary { try? FileManager.default.removeItem(atPath: temporary) } }
    let client: PeSITClient
    do {
      client = try PeSITClient(try settings(access), state: try TransferState(Folder(state ?? temporary ?? ".")))
    } catch let outcome as Outcome {
      throw outcome
    } catch {
      throw Outcome(status: .failed, words: "TLS ou état : \(error)")
    }
    return try await work(client)
  }
}

/// A password from wherever it was given.
enum Password {
  static func given(_ password: String?, file: String?) throws -> String? {
    let given = try password ?? file.map(line) ?? ProcessInfo.processInfo.environment["PESIT_PASSWORD"]
    if let given, given.utf8.count > 8 { throw Outcome.misuse("Un mot de passe PeSIT a 8 octets au plus.") }
    return given
  }

  private static func line(of file: String) throws -> String {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
      throw Outcome.misuse("Le fichier du mot de passe ne se lit pas : \(file).")
    }
    return String(text.prefix { $0 != "\n" && $0 != "\r\n" })
  }
}
