import SQLEngine

extension Registre {
  /// The last migration whose columns come from the journal, not from the columns that were there.
  private static let derniereProjection = 11
  private static let reglage = "projections"

  /// Fills from the journal the columns that a migration added to a base at work, once, in one transaction.
  func completerLesProjections() async throws {
    let wanted = String(Registre.derniereProjection)
    guard try await lire({ try $0.reglage(Registre.reglage) }) != wanted else { return }
    try await ecrire { ecriture in
      try ecriture.completer()
      try ecriture.regler(Registre.reglage, wanted)
    }
  }
}

extension Ecriture {
  /// Those that may have a value there: held by an étude, or judicial.
  fileprivate func completer() throws {
    let ids = try connection.query("SELECT d.id FROM dossier d WHERE d.etat = 'REMIS' OR d.phase = 'J' ORDER BY d.id") {
      $0.int(0)
    }
    for id in ids {
      guard let fiche = try lecture.fiche(id) else { continue }
      try connection.runLater(DossierColonnes.miseAJour, DossierColonnes.values(of: fiche.dossier) + [.int(id)])
    }
  }
}
