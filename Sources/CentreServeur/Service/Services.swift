import Interface
import Logging
import Registre
import ServiceLifecycle
import UnixSignals

/// The rounds of the centre until it is asked to stop; a stop waits for the file in hand.
struct ServiceDePermanence: Service {
  let session: Session
  let registre: Registre
  let formats: FormatsEnService
  let journal: Logger

  func run() async throws {
    var permanence = try Permanence(session, registre, formats, journal)
    try await permanence.reprendre()
    journal.notice("Le centre est en service")
    while !Task.isShuttingDownGracefully && !Task.isCancelled {
      await permanence.ronde { Task.isShuttingDownGracefully || Task.isCancelled }
      await cancelWhenGracefulShutdown { try? await Task.sleep(for: .seconds(1)) }
    }
    journal.notice("Le centre s’arrête")
  }
}

/// Reads the format tables again on SIGHUP; the ones that are refused are named, the others serve.
struct ServiceDesFormats: Service {
  let session: Session
  let formats: FormatsEnService
  let journal: Logger

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { reload() }
  }

  func reload() {
    do {
      let (read, faults) = try session.chargerFormats()
      formats.replace(by: read)
      for fault in faults { journal.error("Table de format refusée", metadata: ["faute": "\(fault)"]) }
      journal.notice(
        "Tables relues", metadata: ["versions": "\(read.tables.map { String($0.version) }.joined(separator: ", "))"])
    } catch {
      journal.error("Tables non relues, celles d’avant servent toujours", metadata: ["cause": "\(phrase(error))"])
    }
  }
}
