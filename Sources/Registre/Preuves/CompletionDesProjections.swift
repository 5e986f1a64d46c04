import SQLEngine

extension Registre {
  /// Tells from the journal what a migration added to the dossiers of a base at work, in one transaction; a look when nothing is to
  /// be told, as on every base but the first time.
  func completerLesProjections() async throws {
    guard try await lire({ try !$0.dossiersACompleter(limit: 1).isEmpty }) else { return }
    try await ecrire { ecriture in
      for id in try ecriture.lecture.dossiersACompleter(limit: .max) {
        guard let fiche = try ecriture.lecture.fiche(id) else { continue }
        try ecriture.connection.runLater(
          DossierColonnes.miseAJour, DossierColonnes.values(of: fiche.dossier) + [.int(id)])
      }
    }
  }
}

extension Lecture {
  fileprivate func dossiersACompleter(limit: Int) throws -> [Int64] {
    try connection.query(
      "SELECT d.id FROM dossier d WHERE d.accord_demande IS NULL ORDER BY d.id LIMIT $1", .int(limit)
    ) { $0.int(0) }
  }
}
