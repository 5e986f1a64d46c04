import Convention
import Preuve
import SQLEngine

extension Registre {
  /// Seals what the journal has that no seal covers yet; nil when there is nothing.
  public func sceller(instant: Instant) async throws -> Sceau? {
    try await ecrire { registre in
      let lecture = registre.lecture
      var scelleur = Scelleur(apres: try lecture.sceaux().last)
      try lecture.lignes(from: scelleur.position, to: .max, withBytes: false) { scelleur.add($0.feuille) }
      guard let sceau = scelleur.sceau(instant: instant.milliseconds) else { return nil }
      try registre.inscrire(sceau)
      return sceau
    }
  }

  /// Reads the whole journal and says what is not as it was recorded.
  public func verifier(progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }) async throws -> Verdict {
    try await lire { lecture in
      let total = try lecture.dernierePosition()
      var verification = VerificationDuJournal(sceaux: try lecture.sceaux())
      try lecture.lignes(from: .min, to: .max, withBytes: true) { row in
        verification.add(row)
        if row.position % 100_000 == 0 { progress(row.position, total) }
      }
      return verification.finish()
    }
  }

  /// The proof of one dossier, to be verified anywhere.
  public func extraire(_ fiche: Fiche) async throws -> ExtraitDePreuve { try await extraire(.dossier(fiche.id)) }

  /// The same of a dossier or a history that was reached through a ``Perimetre``.
  public func extraire(_ sujet: Sujet) async throws -> ExtraitDePreuve {
    try await lire { lecture in
      try ExtraitDePreuve(
        dossier: sujet.numero, evenements: try lecture.lignes(of: sujet.numero), sceaux: try lecture.sceaux()
      ) { sceau in
        var leaves: [Empreinte] = []
        try lecture.lignes(from: sceau.premiere, to: sceau.derniere, withBytes: false) {
          leaves.append($0.feuille.hachage)
        }
        return leaves
      }
    }
  }

  /// The whole journal, line by line, for a verifier that has neither this program nor the base.
  public func exporter(_ write: @escaping @Sendable ([UInt8]) throws -> Void) async throws {
    try await lire { lecture in
      try write(try ExportDuJournal.debut(sceaux: try lecture.sceaux()))
      var count: Int64 = 0
      try lecture.lignes(from: .min, to: .max, withBytes: true) { row in
        try write(try ExportDuJournal.ligne(row))
        count += 1
      }
      try write(try ExportDuJournal.fin(evenements: count))
    }
  }
}

extension Lecture {
  public func sceaux() throws -> [Sceau] {
    try connection.query(
      "SELECT numero, premiere, derniere, racine, precedent, instant, empreinte FROM sceau ORDER BY numero"
    ) { row in
      Sceau(
        numero: row.int(0), premiere: row.int(1), derniere: row.int(2), racine: Empreinte(row.blob(3)) ?? .nulle,
        precedent: Empreinte(row.blob(4)) ?? .nulle, instant: row.int(5), empreinte: Empreinte(row.blob(6)) ?? .nulle)
    }
  }

  public func dernierePosition() throws -> Int64 {
    try connection.scalar("SELECT MAX(position) FROM journal") ?? 0
  }

  /// Rows of the journal in the order of positions; without bytes where leaves are enough.
  func lignes(
    from first: Int64, to last: Int64, withBytes: Bool, _ body: (LigneDuJournal) throws -> Void
  ) throws {
    let evidence = withBytes ? "j.sel, j.octets" : "NULL, NULL"
    try connection.forEach(
      """
      SELECT j.position, j.dossier, j.rang, j.genre, j.instant, j.jour, j.auteur, j.fichier, j.ligne, \(evidence),
        j.empreinte, j.purge_par, j.purge_instant
      FROM journal j WHERE j.position >= $1 AND j.position <= $2 ORDER BY j.position
      """, .int(first), .int(last)
    ) { try body(LigneDuJournal(row: $0)) }
  }

  fileprivate func lignes(of numero: Int64) throws -> [LigneDuJournal] {
    try connection.query(
      """
      SELECT j.position, j.dossier, j.rang, j.genre, j.instant, j.jour, j.auteur, j.fichier, j.ligne, j.sel, j.octets,
        j.empreinte, j.purge_par, j.purge_instant
      FROM journal j WHERE j.dossier = $1 ORDER BY j.rang
      """, .int(numero)
    ) { LigneDuJournal(row: $0) }
  }
}

extension Ecriture {
  fileprivate func inscrire(_ sceau: Sceau) throws {
    try connection.run(
      """
      INSERT INTO sceau(numero, premiere, derniere, racine, precedent, instant, empreinte)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      .int(sceau.numero), .int(sceau.premiere), .int(sceau.derniere), .blob(sceau.racine.octets),
      .blob(sceau.precedent.octets), .int(sceau.instant), .blob(sceau.empreinte.octets))
  }
}

extension LigneDuJournal {
  fileprivate init(row: any SQLRow) {
    self.init(
      position: row.int(0), dossier: row.int(1), rang: row.int(2), genre: row.text(3), instant: row.int(4),
      jour: row.text(5), auteur: row.text(6), fichier: row.optInt(7), ligne: row.optInt(8),
      sel: row.optBlob(9).flatMap { Sel($0) }, octets: row.optBlob(10), empreinte: Empreinte(row.blob(11)) ?? .nulle,
      purgePar: row.optText(12), purgeInstant: row.optInt(13))
  }
}
