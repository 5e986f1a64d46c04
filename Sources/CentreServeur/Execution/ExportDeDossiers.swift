import Centre
import Foundation
import Interface
import Registre

/// Writes a whole list of dossiers to a file, a thousand at a time.
struct ExportDeDossiers {
  let registre: Registre
  let perimetre: Perimetre
  let filtre: FiltreDossiers
  let total: Int
  let session: Session

  private static let batch = 1_000

  func write(to path: String) async throws {
    let partial = "\(path).partiel"
    if path.hasSuffix(".csv") {
      guard FileManager.default.createFile(atPath: partial, contents: nil) else {
        throw Faute("Impossible d’écrire « \(path) ».")
      }
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
      defer { try? handle.close() }
      try await write(EcrivainCSV(ListeDeDossiers.tableau) { try handle.write(contentsOf: $0) })
    } else if path.hasSuffix(".xlsx") {
      let instant = session.reglages.horloge.instant
      try await write(try EcrivainXLSX(ListeDeDossiers.tableau, fichier: partial, instant: instant))
    } else {
      throw MauvaisUsage("« \(path) » : un nom en .csv ou .xlsx est attendu.")
    }
    guard rename(partial, path) == 0 else { throw Faute("Impossible d’écrire « \(path) ».") }
    session.ecran.signaler("\(accorde(total, "dossier écrit", "dossiers écrits")) dans \(path).")
  }

  private func write(_ writer: some EcrivainDeTableau) async throws {
    var writer = writer
    let barre = BarreDeProgression(session.ecran)
    var offset = 0
    while true {
      let start = offset
      let page = try await registre.lire {
        try $0.dossiers(perimetre, filtre, limit: ExportDeDossiers.batch, offset: start)
      }
      for item in page { try writer.write(ListeDeDossiers.cellules(item)) }
      offset += page.count
      barre.show(Int64(offset), of: Int64(total), "export")
      if page.count < ExportDeDossiers.batch { break }
    }
    barre.finish()
    try writer.close()
  }
}
