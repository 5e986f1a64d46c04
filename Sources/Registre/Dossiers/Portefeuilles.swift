import Convention
import SQLEngine

/// The dossiers of one étude for a poste, a phase and a category, since the first of them.
public struct PortefeuilleDEtude: Hashable, Sendable {
  public let etude: CodeEtude
  public let portefeuille: EcheancierDesRecapitulatifs.Portefeuille
}

extension Lecture {
  /// What each étude holds, held last, or received money on, within a scope; of one étude if given.
  ///
  /// A demand whose poste or category is unknown today belongs to none.
  public func portefeuilles(_ perimetre: Perimetre, etude: CodeEtude? = nil) throws -> [PortefeuilleDEtude] {
    // Without an étude nothing is bound for it: the engines want each parameter used.
    let chosen = etude.map { [SQLValue.text($0.texte)] } ?? []
    let held = perimetre.condition(from: 1 + chosen.count)
    let received = perimetre.conditionDEncaissements(from: 1 + chosen.count)
    func own(_ alias: String) -> String { etude == nil ? "TRUE" : "\(alias).etude = $1" }
    let rows =
      try connection.query(
        """
        SELECT d.etude, d.poste, d.phase, d.categorie, MIN(d.remis_le) FROM dossier d
        WHERE d.etude IS NOT NULL AND d.remis_le IS NOT NULL AND \(own("d")) AND (\(held.sql))
        GROUP BY d.etude, d.poste, d.phase, d.categorie
        """, chosen + held.values, row: portefeuille)
      + connection.query(
        """
        SELECT e.etude, p.poste, p.phase, p.categorie, MIN(e.jour) FROM encaissement e JOIN dossier p ON p.id = e.dossier
        WHERE \(own("e")) AND (\(received.sql)) GROUP BY e.etude, p.poste, p.phase, p.categorie
        """, chosen + received.values, row: portefeuille)
    return rows.compactMap { $0 }
  }

  private func portefeuille(_ row: any SQLRow) throws -> PortefeuilleDEtude? {
    guard let etude = CodeEtude(row.text(0)), let poste = Codique(row.text(1)),
      let phase = Phase(rawValue: row.text(2)),
      let categorie = Categorie(rawValue: row.text(3))
    else { return nil }
    return PortefeuilleDEtude(
      etude: etude, portefeuille: .init(poste: poste, phase: phase, categorie: categorie, depuis: try day(row.text(4))))
  }

  /// The dossiers of a poste and a phase that an étude holds, held last, or received money on, each folded from the journal.
  ///
  /// For the centre's own work: the étude and the poste are the scope.
  public func dossiers(suivisPar etude: CodeEtude, poste: Codique, phase: Phase, _ body: (Dossier) throws -> Void)
    throws
  {
    var open: (id: Int64, events: [Evenement])?
    func close() throws {
      guard let open else { return }
      guard let dossier = Dossier(open.events) else {
        throw RegistreFault.histoireSansTransmission(dossier: open.id)
      }
      try body(dossier)
    }
    try connection.forEach(
      """
      SELECT j.dossier, j.genre, j.octets, j.position FROM journal j WHERE j.octets IS NOT NULL AND j.dossier IN (
        SELECT d.id FROM dossier d WHERE d.poste = $2 AND d.phase = $3
          AND (d.etude = $1 OR d.id IN (SELECT e.dossier FROM encaissement e WHERE e.etude = $1)))
      ORDER BY j.dossier, j.rang
      """, .text(etude.texte), .text(poste.texte), .text(phase.rawValue)
    ) { row in
      if open?.id != row.int(0) {
        try close()
        open = (row.int(0), [])
      }
      open?.events.append(try Evenement(genre: row.text(1), octets: row.blob(2), position: row.int(3)))
    }
    try close()
  }
}
