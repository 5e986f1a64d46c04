import Centre
import Convention
import Foundation
import Interface
import Registre

/// The whole of a list as a file: written a thousand rows at a time beside the answer, then sent and removed.
struct ExportDeListe {
  private let requete: Requete
  private let visiteur: Visiteur
  private let liste: FiltreDeListe
  private let url = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)")

  private static let batch = 1_000

  init(_ requete: Requete, _ visiteur: Visiteur) {
    self.requete = requete
    self.visiteur = visiteur
    liste = FiltreDeListe(requete.recherche)
  }

  func reponse() async throws -> Reponse {
    let nom = "dossiers-\(requete.jour.iso)"
    do {
      switch requete.recherche["format"] {
      case "csv":
        try await csv()
        return .telechargement(.fichier(url, ephemere: true), nom: "\(nom).csv", type: "text/csv; charset=utf-8")
      case "xlsx":
        try await write(
          try EcrivainXLSX(ListeDeDossiers.tableau, fichier: url.path, instant: requete.instant))
        return .telechargement(
          .fichier(url, ephemere: true), nom: "\(nom).xlsx",
          type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      default: throw FauteDePage.introuvable
      }
    } catch {
      try? FileManager.default.removeItem(at: url)
      throw error
    }
  }

  private func csv() async throws {
    guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw CocoaError(.fileWriteUnknown)
    }
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    try await write(EcrivainCSV(ListeDeDossiers.tableau) { try handle.write(contentsOf: $0) })
  }

  private func write(_ writer: some EcrivainDeTableau) async throws {
    var writer = writer
    let filtre = liste.filtre(on: requete.jour)
    var offset = 0
    while true {
      let start = offset
      let page = try await requete.registre.lire {
        try $0.dossiers(visiteur.perimetre, filtre, tri: liste.tri, limit: ExportDeListe.batch, offset: start)
      }
      for item in page { try writer.write(ListeDeDossiers.cellules(item)) }
      offset += page.count
      if page.count < ExportDeListe.batch { break }
    }
    try writer.close()
  }
}
