import Convention
import SQLEngine

/// One line of a list of histories.
public struct LigneDHistoire: Hashable, Sendable {
  public let id: Int64
  public let cle: String
  public let libelle: String
  public let etat: String
  public let poste: Codique?
  public let etude: CodeEtude?
  public let departement: Departement?
  public let echeance: Jour?
  public let montant: Montant?
  /// How many facts it has.
  public let rang: Int
  /// The day of its first fact.
  public let ouverte: Jour
}

/// What is asked of a list of histories; every condition given must hold.
public struct FiltreDHistoires: Hashable, Sendable {
  public var etat: String?
  /// Those that concern it, were it one of several.
  public var poste: Codique?
  public var etude: CodeEtude?
  public var departement: Departement?
  /// Its next date that counts is at most this day.
  public var echeanceAuPlus: Jour?

  public init(
    etat: String? = nil, poste: Codique? = nil, etude: CodeEtude? = nil, departement: Departement? = nil,
    echeanceAuPlus: Jour? = nil
  ) {
    self.etat = etat
    self.poste = poste
    self.etude = etude
    self.departement = departement
    self.echeanceAuPlus = echeanceAuPlus
  }

  /// Conditions on `h` and their values, numbered from `first`.
  fileprivate func condition(from first: Int) -> (sql: String, values: [SQLValue]) {
    let asked = [
      ("h.etat = ?", etat), ("h.id IN (SELECT f.histoire FROM histoire_poste f WHERE f.poste = ?)", poste?.texte),
      ("h.etude = ?", etude?.texte), ("h.departement = ?", departement?.texte),
      ("h.echeance <= ?", echeanceAuPlus?.iso),
    ].compactMap { clause, value in value.map { (clause, $0) } }
    let clauses = asked.enumerated().map { "(\($1.0.replacing("?", with: "$\(first + $0)")))" }
    return (clauses.isEmpty ? "TRUE" : clauses.joined(separator: " AND "), asked.map { .text($0.1) })
  }
}

/// In which order a list of histories comes.
public enum OrdreDHistoires: Hashable, Sendable {
  /// Those whose date comes first, then those that wait for none, by key.
  case echeance
  /// The last opened first.
  case recentes
  /// Those in a state before the others, the last opened first.
  case enTete(etat: String)

  /// What sorts `h`, and its values, numbered from `first`.
  fileprivate func clause(from first: Int) -> (sql: String, values: [SQLValue]) {
    switch self {
    case .echeance: ("CASE WHEN h.echeance IS NULL THEN 1 ELSE 0 END, h.echeance, h.cle", [])
    case .recentes: ("h.ouverte DESC, h.id DESC", [])
    case .enTete(let etat):
      ("CASE WHEN h.etat = $\(first) THEN 0 ELSE 1 END, h.ouverte DESC, h.id DESC", [.text(etat)])
    }
  }
}

extension Lecture {
  /// A page of the histories of a kind within a scope.
  public func histoires(
    _ genre: GenreDHistoire, _ perimetre: Perimetre, _ filtre: FiltreDHistoires = FiltreDHistoires(),
    ordre: OrdreDHistoires = .echeance, limit: Int, offset: Int = 0
  ) throws -> [LigneDHistoire] {
    let scope = perimetre.conditionDHistoires(from: 2)
    let filter = filtre.condition(from: 2 + scope.values.count)
    let order = ordre.clause(from: 2 + scope.values.count + filter.values.count)
    let values = [.text(genre.rawValue)] + scope.values + filter.values + order.values
    return try connection.query(
      """
      SELECT h.id, h.cle, h.libelle, h.etat, h.poste, h.etude, h.departement, h.echeance, h.montant, h.rang, h.ouverte
      FROM histoire h WHERE h.genre = $1 AND (\(scope.sql)) AND \(filter.sql)
      ORDER BY \(order.sql)
      LIMIT \(limit) OFFSET $\(values.count + 1)
      """, values + [.int(offset)]
    ) { try LigneDHistoire(row: $0) }
  }

  /// How many histories of a kind are in each state, within a scope: figures, which a national scope sees.
  public func nombresDHistoires(_ genre: GenreDHistoire, _ perimetre: Perimetre) throws -> [String: Int] {
    let scope = perimetre == .national ? ("TRUE", []) : perimetre.conditionDHistoires(from: 2)
    let rows = try connection.query(
      "SELECT h.etat, COUNT(*) FROM histoire h WHERE h.genre = $1 AND (\(scope.0)) GROUP BY h.etat ORDER BY h.etat",
      [.text(genre.rawValue)] + scope.1
    ) { ($0.text(0), Int($0.int(1))) }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}

extension LigneDHistoire {
  /// Columns: id, cle, libelle, etat, poste, etude, departement, echeance, montant, rang, ouverte.
  fileprivate init(row: any SQLRow) throws {
    id = row.int(0)
    cle = row.text(1)
    libelle = row.text(2)
    etat = row.text(3)
    poste = row.optText(4).flatMap { Codique($0) }
    etude = row.optText(5).flatMap { CodeEtude($0) }
    departement = row.optText(6).flatMap { Departement($0) }
    echeance = try row.optText(7).map(day)
    montant = row.optInt(8).map { Montant(cents: $0) }
    rang = Int(row.int(9))
    ouverte = try day(row.text(10))
  }
}
