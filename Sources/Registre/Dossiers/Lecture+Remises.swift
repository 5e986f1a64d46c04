import Convention
import SQLEngine

/// Bytes of a received file that an étude's file takes up.
public struct Extrait: Hashable, Sendable {
  public let fichier: Int64
  public let octet: Int64
  public let longueur: Int64
  /// Physical rank of the first line.
  public let ligne: Int
  /// The postal code under which the demand was handed over; nil for an update.
  public let codePostal: String?
}

extension Lecture {
  /// Études to which a received file brings something: a demand handed over, or an update of a dossier they hold or held
  /// last; the one that refused it (motive 08) gets no more of it.
  public func etudesServies(by fichier: Int64) throws -> [String] {
    try connection.query(
      """
      SELECT d.etude FROM dossier d WHERE d.fichier = $1 AND d.etude IS NOT NULL
      UNION
      SELECT d.etude FROM actualisation a JOIN dossier d ON d.id = a.dossier
      WHERE a.fichier = $1 AND d.etude IS NOT NULL AND COALESCE(d.fin_motif, '') <> '08'
      ORDER BY 1
      """, .int(fichier)
    ) { $0.text(0) }
  }

  /// What a received file brings to an étude, in the order of the file.
  public func extraits(of fichier: Int64, for etude: String, _ body: (Extrait) throws -> Void) throws {
    try connection.forEach(
      """
      SELECT d.octet, d.longueur, d.ligne, d.code_postal FROM dossier d WHERE d.fichier = $1 AND d.etude = $2
      UNION ALL
      SELECT a.octet, a.longueur, 0, NULL FROM actualisation a JOIN dossier d ON d.id = a.dossier
      WHERE a.fichier = $1 AND d.etude = $2 AND COALESCE(d.fin_motif, '') <> '08'
      ORDER BY 1
      """, .int(fichier), .text(etude)
    ) { row in
      try body(
        Extrait(
          fichier: fichier, octet: row.int(0), longueur: row.int(1), ligne: Int(row.int(2)), codePostal: row.optText(3))
      )
    }
  }

  /// The records of one dossier, wherever they came from: its demand, then its updates in order.
  public func extraits(of fiche: Fiche) throws -> [Extrait] {
    let source = fiche.source
    let demande = Extrait(
      fichier: source.fichier, octet: source.octet, longueur: source.longueur, ligne: source.ligne,
      codePostal: fiche.dossier.remise?.codePostal.texte)
    let updates = try connection.query(
      """
      SELECT a.fichier, a.octet, a.longueur FROM actualisation a
      WHERE a.dossier = $1 AND a.fichier IS NOT NULL ORDER BY a.fichier, a.octet
      """, .int(fiche.id)
    ) {
      Extrait(fichier: $0.int(0), octet: $0.int(1), longueur: $0.int(2), ligne: 0, codePostal: nil)
    }
    return [demande] + updates
  }
}

/// Dossiers that one file or decision sent to another étude, by receiver.
public struct RemiseRelayee: Hashable, Sendable {
  public let etude: String
  public let application: String
  public let exploitation: String
  public let dossiers: [Int64]
}

extension Lecture {
  /// Hand-overs that a file caused on dossiers which came by another one.
  public func remisesRelayees(_ fichier: Int64) throws -> [RemiseRelayee] {
    let rows = try connection.query(
      """
      SELECT d.id, d.etude, d.application, d.exploitation FROM journal j JOIN dossier d ON d.id = j.dossier
      WHERE j.fichier = $1 AND j.genre = 'DossierRemis' AND d.fichier <> $1 AND d.etude IS NOT NULL
      ORDER BY j.position
      """, .int(fichier)
    ) { (id: $0.int(0), etude: $0.text(1), application: $0.text(2), exploitation: $0.text(3)) }
    let groups = Dictionary(grouping: rows) { [$0.etude, $0.application, $0.exploitation] }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, rows in
      RemiseRelayee(etude: key[0], application: key[1], exploitation: key[2], dossiers: rows.map(\.id))
    }
  }
}

/// A hand-over decided by the exploitant.
public struct Designation: Hashable, Sendable {
  public let position: Int64
  public let dossier: Int64
  public let cle: CleDemande
  public let etude: String
  public let instant: Instant
}

extension Lecture {
  /// Hand-overs of a day that no file caused, to études that still hold the dossier.
  public func designations(_ jour: Jour) throws -> [Designation] {
    try connection.query(
      """
      SELECT j.position, d.id, d.application, d.exploitation, d.numero, d.etude, j.instant
      FROM journal j JOIN dossier d ON d.id = j.dossier
      WHERE j.jour = $1 AND j.genre = 'DossierRemis' AND j.fichier IS NULL AND d.etude IS NOT NULL ORDER BY j.position
      """, .text(jour.iso)
    ) {
      Designation(
        position: $0.int(0), dossier: $0.int(1),
        cle: CleDemande(application: $0.text(2), exploitation: $0.text(3), numero: $0.text(4)), etude: $0.text(5),
        instant: Instant(milliseconds: $0.int(6)))
    }
  }
}
