import Centre
import Convention
import Foundation
import Interface
import Registre

/// The whole of a list as a file: written row by row as the base gives them, then sent and removed.
struct ExportDeListe {
  private let requete: Requete
  private let visiteur: Visiteur
  private let liste: FiltreDeListe
  private let url = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)")

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
        try await xlsx()
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
    try await write {
      let handle = try FileHandle(forWritingTo: url)
      return EcrivainCSV(ListeDeDossiers.tableau) { try handle.write(contentsOf: $0) }
    }
  }

  private func xlsx() async throws {
    try await write { try EcrivainXLSX(ListeDeDossiers.tableau, fichier: url.path, instant: requete.instant) }
  }

  /// One reading of the base, so that every dossier is there exactly once whatever happens meanwhile.
  private func write<E: EcrivainDeTableau & SendableMetatype>(_ open: @escaping @Sendable () throws -> E) async throws {
    let filtre = liste.filtre(on: requete.jour)
    try await requete.registre.lire { lecture in
      var writer = try open()
      try lecture.dossiers(visiteur.perimetre, filtre, tri: liste.tri) {
        try writer.write(ListeDeDossiers.cellules($0))
      }
      try writer.close()
    }
  }
}
