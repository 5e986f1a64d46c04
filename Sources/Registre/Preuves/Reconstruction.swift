import Convention
import Preuve
import SQLEngine

extension Registre {
  /// What a rebuilding found: how many dossiers, histories and events, and whether the projections were already what they are now.
  public struct Reconstruction: Hashable, Sendable {
    public let dossiers: Int
    public let histoires: Int
    public let evenements: Int64
    public let identique: Bool
  }

  /// Makes every projection again from the journal alone, in one transaction (design, decision 1).
  ///
  /// - Parameter histoires: the kinds of histories that may be met.
  public func reconstruire(
    histoires: [any Histoire.Type] = TypesDHistoires.tous,
    progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
  ) async throws -> Reconstruction {
    try await ecrire { registre in
      let before = try registre.lecture.empreinteDesProjections()
      let total = try registre.lecture.dernierePosition()
      try registre.effacerProjections()
      let dossiers = try registre.projeter(total: total, progress: progress)
      let histoires = try registre.projeter(histoires)
      try registre.conclure()
      let after = try registre.lecture.empreinteDesProjections()
      return Reconstruction(
        dossiers: dossiers, histoires: histoires, evenements: total, identique: before == after)
    }
  }
}

extension Ecriture {
  fileprivate func effacerProjections() throws {
    for table in [
      "message", "encaissement", "actualisation", "relance", "partage", "chiffre", "dossier", "histoire_poste",
      "histoire",
    ] {
      try connection.run("DELETE FROM \(table)")
    }
  }

  /// Folds the journal dossier by dossier; returns how many there are.
  fileprivate func projeter(total: Int64, progress: (Int64, Int64) -> Void) throws -> Int {
    var count = 0
    var done: Int64 = 0
    var open: (fiche: Fiche, debut: Dossier)?
    try connection.forEach(
      """
      SELECT j.dossier, j.genre, j.octets, j.position, j.instant, j.jour, j.auteur, j.fichier, j.ligne, j.octet,
        j.longueur, j.lignes
      FROM journal j WHERE j.dossier > 0 AND j.octets IS NOT NULL ORDER BY j.dossier, j.rang
      """
    ) { row in
      let event = try Evenement(genre: row.text(1), octets: row.blob(2), position: row.int(3))
      let trace = try Trace(row: row)
      if open?.fiche.id != row.int(0) {
        if let open { try update(open.fiche, before: open.debut) }
        let fiche = try begin(row.int(0), event, trace)
        open = (fiche, fiche.dossier)
        count += 1
      } else {
        open?.fiche.dossier.apply(event)
      }
      try project(event, of: row.int(0), trace)
      done += 1
      if done % 50_000 == 0 { progress(done, total) }
    }
    if let open { try update(open.fiche, before: open.debut) }
    return count
  }

  private func begin(_ id: Int64, _ event: Evenement, _ trace: Trace) throws -> Fiche {
    guard let dossier = Dossier([event]) else { throw RegistreFault.histoireSansTransmission(dossier: id) }
    let fiche = Fiche(id: id, dossier: dossier, source: SourceDemande(trace))
    try insert(fiche, jour: trace.jour)
    return fiche
  }
}

extension Trace {
  /// Columns 4 to 11: instant, jour, auteur, fichier, ligne, octet, longueur, lignes.
  fileprivate init(row: any SQLRow) throws {
    self.init(
      auteur: row.text(6), instant: Instant(milliseconds: row.int(4)), jour: try day(row.text(5)),
      fichier: row.optInt(7), ligne: row.optInt(8).map(Int.init), octet: row.optInt(9), longueur: row.optInt(10),
      lignes: row.optInt(11).map(Int.init))
  }
}

extension Lecture {
  /// One fingerprint of everything that the journal projects, rows in order.
  func empreinteDesProjections() throws -> Empreinte {
    let tables: [(name: String, columns: [String], order: String)] = [
      ("dossier", DossierColonnes.identite + DossierColonnes.etat, "id"),
      ("message", ["etude", "numero", "dossier"], "etude, numero"),
      (
        "encaissement",
        [
          "etude", "numero", "dossier", "fichier", "jour", "sens", "recu", "creance", "excedent", "annule",
          "annule_par",
        ],
        "etude, numero"
      ),
      ("actualisation", ["dossier", "numero", "fichier", "octet", "longueur"], "dossier, numero"),
      ("relance", ["dossier", "etude", "rang", "objet", "jour", "justifiee"], "dossier, jour, rang"),
      ("partage", ["code_postal", "etude", "remis"], "code_postal, etude"),
      (
        "chiffre", ["poste", "etude", "departement", "etat", "nombre", "montant", "recouvre", "reste"],
        "poste, etude, departement, etat"
      ),
      ("histoire", HistoireColonnes.identite + HistoireColonnes.etat, "id"),
      ("histoire_poste", ["histoire", "poste"], "histoire, poste"),
    ]
    var digests: [UInt8] = []
    for table in tables { digests += try digest(table.name, table.columns, table.order).octets }
    return Empreinte(of: digests)
  }

  private func digest(_ table: String, _ columns: [String], _ order: String) throws -> Empreinte {
    let texts = columns.map { "COALESCE(CAST(\($0) AS TEXT), '∅')" }.joined(separator: ", ")
    var chain = Empreinte.nulle
    try connection.forEach("SELECT \(texts) FROM \(table) ORDER BY \(order)") { row in
      let line = columns.indices.map { row.text($0) }.joined(separator: "\u{1F}")
      chain = Empreinte(of: chain.octets + Array(line.utf8))
    }
    return chain
  }
}
