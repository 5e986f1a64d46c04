import Centre
import Convention
import Foundation
import Interface
import Logging
import PeSIT
import Registre
import ServiceLifecycle

/// The CFT link: listens for partners, and sends what is due, until it is asked to stop.
struct ServiceDeLiaison: Service {
  let partenaires: [PartenaireCFT]
  let reglage: ReglageCFT
  let centre: @Sendable () -> Centre
  let journal: Logger

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        for settings in ecoutes {
          let server = try PeSITServer(settings, service: accueil, state: try etat())
          tasks.addTask {
            try await server.run { port in
              journal.notice(
                "CFT écoute",
                metadata: ["adresse": "\(settings.host):\(port)", "tls": settings.tls == nil ? "non" : "oui"])
            }
          }
        }
        tasks.addTask { try await envoyer() }
        try await tasks.waitForAll()
      }
    }
  }

  private func etat() throws -> TransferState { try TransferState(Folder(reglage.etat(centre().echanges))) }

  private var accueil: AccueilCFT {
    let centre = centre()
    return AccueilCFT(
      partenaires, registre: centre.registre, echanges: centre.echanges, horloge: centre.horloge, journal: journal)
  }

  private var ecoutes: [ServerSettings] {
    var plain = reglage.port.map { ServerSettings(host: reglage.adresse, port: $0) }
    plain?.compression = .both
    var secure = reglage.portTLS.map { ServerSettings(host: reglage.adresse, port: $0) }
    secure?.tls = reglage.tls
    return [plain, secure].compactMap { $0 }
  }

  /// What is due leaves within a second; what is to leave is looked for every ten: that reads the whole directory.
  private func envoyer() async throws {
    var ronde = 0
    while !Task.isCancelled {
      let centre = centre()
      if ronde % 10 == 0 { await completer(centre) }
      await ExpediteurCFT(
        partenaires: partenaires, reglage: reglage, registre: centre.registre, echanges: centre.echanges,
        horloge: centre.horloge, montre: Reglages.montre, journal: journal
      ).ronde()
      ronde += 1
      try? await Task.sleep(for: .seconds(1))
    }
  }

  private func completer(_ centre: Centre) async {
    do {
      try await FileDEnvoi(centre, try await destinations(centre)).completer()
    } catch {
      journal.error("File d’envoi non complétée", metadata: ["cause": "\(phrase(error))"])
    }
  }

  private func destinations(_ centre: Centre) async throws -> [FileDEnvoi.Destination] {
    let annuaire = try await centre.registre.lire { try $0.annuaire() }
    return partenaires.filter { $0.adresse != nil }.map {
      FileDEnvoi.Destination(
        partenaire: $0.identifiant, destinataires: annuaire.destinataires(partenaire: $0.dossier), flux: $0.flux)
    }
  }
}
