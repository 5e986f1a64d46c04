import Convention
import Preuve
import SQLEngine

extension Lecture {
  /// A dossier within a scope, by the number that people know; several exploitations may have used it.
  public func dossiers(numero: String, _ perimetre: Perimetre) throws -> [Fiche] {
    let scope = perimetre.condition(from: 2)
    return try connection.query(
      "SELECT d.id FROM dossier d WHERE d.id IN (\(Lecture.parNumero)) AND (\(scope.sql)) ORDER BY d.id",
      [.text(numero)] + scope.values
    ) { $0.int(0) }.compactMap { try fiche($0) }
  }

  /// A dossier by its internal number, within a scope: nil for another's as for one that does not exist.
  public func fiche(_ id: Int64, _ perimetre: Perimetre) throws -> Fiche? {
    let scope = perimetre.condition(from: 2)
    let found = try connection.scalar(
      "SELECT d.id FROM dossier d WHERE d.id = $1 AND (\(scope.sql))", [.int(id)] + scope.values)
    return try found.flatMap { try fiche($0) }
  }

  /// The state of a dossier, folded from its events; up to a day if given.
  ///
  /// For the centre's own work: what people see goes through a ``Perimetre`` first.
  public func fiche(_ id: Int64, until jour: Jour? = nil) throws -> Fiche? {
    guard let source = try source(of: id) else { return nil }
    var events: [Evenement] = []
    var last: [UInt8] = []
    try connection.forEach(
      """
      SELECT j.genre, j.octets, j.position, j.empreinte FROM journal j
      WHERE j.dossier = $1 AND j.jour <= $2 ORDER BY j.rang
      """, .int(id), .text(jour?.iso ?? "9999-12-31")
    ) { row in
      events.append(try Evenement(genre: row.text(0), octets: row.blob(1), position: row.int(2)))
      last = row.blob(3)
    }
    guard let dossier = Dossier(events) else { throw RegistreFault.histoireSansTransmission(dossier: id) }
    var fiche = Fiche(id: id, dossier: dossier, source: source)
    fiche.rang = events.count
    fiche.precedent = Empreinte(last)
    return fiche
  }

  private func source(of id: Int64) throws -> SourceDemande? {
    try connection.first(
      "SELECT d.fichier, d.ligne, d.octet, d.longueur, d.lignes FROM dossier d WHERE d.id = $1", .int(id)
    ) {
      SourceDemande(
        fichier: $0.int(0), ligne: Int($0.int(1)), octet: $0.int(2), longueur: $0.int(3), lignes: Int($0.int(4)))
    }
  }

  public func messageConnu(etude: CodeEtude, numero: Int64) throws -> Bool {
    try connection.scalar(
      "SELECT COUNT(*) FROM message m WHERE m.etude = $1 AND m.numero = $2", .text(etude.texte), .int(numero)) ?? 0 > 0
  }

  public func actualisationConnue(dossier: Int64, numero: Int64) throws -> Bool {
    try connection.scalar(
      "SELECT COUNT(*) FROM actualisation a WHERE a.dossier = $1 AND a.numero = $2", .int(dossier), .int(numero))
      ?? 0 > 0
  }

  /// The file that brought a payment, if the étude's number is taken: 0 when it was typed on the site.
  public func encaissementConnu(etude: CodeEtude, numero: String) throws -> Int64? {
    try connection.scalar(
      "SELECT COALESCE(e.fichier, 0) FROM encaissement e WHERE e.etude = $1 AND e.numero = $2", .text(etude.texte),
      .text(numero))
  }

  /// Dossiers that an evening may change, in order of id, a page at a time.
  public func dossiersAReveiller(_ jour: Jour, after id: Int64, limit: Int) throws -> [Int64] {
    try connection.query(
      "SELECT d.id FROM dossier d WHERE d.reveil <= $1 AND d.id > $2 ORDER BY d.id LIMIT $3", .text(jour.iso), .int(id),
      .int(limit)
    ) { $0.int(0) }
  }
}

/// One event as it is shown in a dossier's history.
public struct EvenementDate: Sendable {
  public let position: Int64
  public let evenement: Evenement
  public let instant: Instant
  public let jour: Jour
  public let auteur: String
  public let fichier: Int64?
  public let ligne: Int?
}

extension Lecture {
  /// A dossier within a scope, its whole history, each event decoded once, its poste and its étude; nil for another's as for none.
  /// One question.
  public func dossier(
    _ id: Int64, _ perimetre: Perimetre
  ) throws -> (dossier: Dossier, histoire: [EvenementDate], acteurs: Annuaire)? {
    let question = questionDesActeurs(id, perimetre)
    try connection.announce(question.sql, question.values)
    let scope = perimetre.condition(from: 2)
    let found = try connection.query(
      """
      SELECT j.position, j.genre, j.octets, j.instant, j.jour, j.auteur, j.fichier, j.ligne
      FROM dossier d JOIN journal j ON j.dossier = d.id
      WHERE d.id = $1 AND (\(scope.sql)) AND j.octets IS NOT NULL ORDER BY j.rang
      """, [.int(id)] + scope.values
    ) { try EvenementDate(row: $0) }
    guard !found.isEmpty else { return nil }
    guard let dossier = Dossier(found.map(\.evenement)) else {
      throw RegistreFault.histoireSansTransmission(dossier: id)
    }
    return (dossier, found, try acteurs(question))
  }

  /// The history of a dossier that was reached through a ``Perimetre``.
  public func histoire(of fiche: Fiche) throws -> [EvenementDate] {
    try connection.query(
      """
      SELECT j.position, j.genre, j.octets, j.instant, j.jour, j.auteur, j.fichier, j.ligne FROM journal j
      WHERE j.dossier = $1 AND j.octets IS NOT NULL ORDER BY j.rang
      """, .int(fiche.id)
    ) { try EvenementDate(row: $0) }
  }
}

extension EvenementDate {
  /// Columns: position, genre, octets, instant, jour, auteur, fichier, ligne.
  init(row: any SQLRow) throws {
    position = row.int(0)
    evenement = try Evenement(genre: row.text(1), octets: row.blob(2), position: row.int(0))
    instant = Instant(milliseconds: row.int(3))
    jour = try day(row.text(4))
    auteur = row.text(5)
    fichier = row.optInt(6)
    ligne = row.optInt(7).map(Int.init)
  }
}
