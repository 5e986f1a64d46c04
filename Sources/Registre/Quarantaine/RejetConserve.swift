import Convention
import SQLEngine

/// A record or a group set aside, with its reason and the place of its bytes (design, decision 8).
public struct RejetConserve: Hashable, Sendable {
  /// Part of a file, in bytes, from a physical line on.
  public struct Place: Hashable, Sendable {
    public let octet: Int64
    public let longueur: Int64
    public let ligne: Int
    public init(octet: Int64, longueur: Int64, ligne: Int) {
      self.octet = octet
      self.longueur = longueur
      self.ligne = ligne
    }
  }

  public var fichier: Int64
  /// The rejected record.
  public var place: Place
  /// The group to judge again, header and trailer excluded.
  public var groupe: Place
  public var type: String
  public var application: String?
  public var exploitation: String?
  public var numeroDemande: String?
  public var poste: String?
  /// `D`: the whole group; `E`: this record.
  public var niveau: String
  public var code: String
  public var champ: String?
  /// The raw field without right blanks.
  public var valeur: String?
  public var etat: Etat = .ouvert

  public enum Etat: String, Hashable, Sendable {
    case ouvert = "OUVERT"
    case rejoue = "REJOUE"
    case classe = "CLASSE"
  }

  public init(
    fichier: Int64, place: Place, groupe: Place, type: String, application: String?, exploitation: String?,
    numeroDemande: String?, poste: String?, niveau: String, code: String, champ: String?, valeur: String?
  ) {
    self.fichier = fichier
    self.place = place
    self.groupe = groupe
    self.type = type
    self.application = application
    self.exploitation = exploitation
    self.numeroDemande = numeroDemande
    self.poste = poste
    self.niveau = niveau
    self.code = code
    self.champ = champ
    self.valeur = valeur
  }
}

extension Ecriture {
  public func ecarter(_ rejet: RejetConserve) throws {
    try connection.runLater(
      """
      INSERT INTO rejet(fichier, ligne, type, application, exploitation, numero_demande, poste, niveau, code, champ,
        valeur, octet, longueur, groupe_octet, groupe_longueur, groupe_ligne)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      """,
      [
        .int(rejet.fichier), .int(rejet.place.ligne), received(rejet.type), received(rejet.application),
        received(rejet.exploitation), received(rejet.numeroDemande), received(rejet.poste), .text(rejet.niveau),
        .text(rejet.code), .text(rejet.champ), received(rejet.valeur), .int(rejet.place.octet),
        .int(rejet.place.longueur),
        .int(rejet.groupe.octet), .int(rejet.groupe.longueur), .int(rejet.groupe.ligne),
      ])
  }

  public func marquer(_ rejet: RejetConserve, _ etat: RejetConserve.Etat) throws {
    try connection.run(
      "UPDATE rejet SET etat = $1 WHERE fichier = $2 AND groupe_octet = $3", .text(etat.rawValue),
      .int(rejet.fichier), .int(rejet.groupe.octet))
  }
}

extension Lecture {
  /// Dossiers that wait for a human's choice, in the order of reception, after one of them.
  public func dossiersEnAttente(after id: Int64, limit: Int) throws -> [Int64] {
    try connection.query(
      "SELECT d.id FROM dossier d WHERE d.etat = 'ATTENTE' AND d.id > $1 ORDER BY d.id LIMIT $2", .int(id), .int(limit)
    ) { $0.int(0) }
  }

  public func nombreEnAttente() throws -> Int {
    Int(try connection.scalar("SELECT COUNT(*) FROM dossier d WHERE d.etat = 'ATTENTE'") ?? 0)
  }

  /// The rejects of a file, by line.
  public func rejets(of fichier: Int64) throws -> [RejetConserve] {
    try connection.query(
      "SELECT \(RejetConserve.columns) FROM rejet r WHERE r.fichier = $1 ORDER BY r.ligne", .int(fichier)
    ) { RejetConserve(row: $0) }
  }

  /// The first rejects of a file after a line.
  public func rejets(of fichier: Int64, after ligne: Int, limit: Int) throws -> [RejetConserve] {
    try connection.query(
      "SELECT \(RejetConserve.columns) FROM rejet r WHERE r.fichier = $1 AND r.ligne > $2 ORDER BY r.ligne LIMIT $3",
      .int(fichier), .int(ligne), .int(limit)
    ) { RejetConserve(row: $0) }
  }

  public func rejet(of fichier: Int64, ligne: Int) throws -> RejetConserve? {
    try connection.first(
      "SELECT \(RejetConserve.columns) FROM rejet r WHERE r.fichier = $1 AND r.ligne = $2", .int(fichier), .int(ligne)
    ) { RejetConserve(row: $0) }
  }

  /// What waits in quarantine, the oldest first, within a scope; of one code if given.
  public func quarantaine(
    _ perimetre: Perimetre, code: String? = nil, limit: Int, after: (fichier: Int64, ligne: Int)? = nil
  ) throws -> [RejetConserve] {
    let scope = perimetre.quarantineCondition(from: 5)
    return try connection.query(
      """
      SELECT \(RejetConserve.columns) FROM rejet r
      WHERE r.etat = 'OUVERT' AND (r.fichier > $1 OR (r.fichier = $1 AND r.ligne > $2))
        AND ($4 = '' OR r.code = $4) AND (\(scope.sql))
      ORDER BY r.fichier, r.ligne LIMIT $3
      """, [.int(after?.fichier ?? 0), .int(after?.ligne ?? 0), .int(limit), .text(code ?? "")] + scope.values
    ) { RejetConserve(row: $0) }
  }

  /// How many rejects of each code wait.
  public func quarantaineParCode(_ perimetre: Perimetre) throws -> [(code: String, nombre: Int)] {
    let scope = perimetre.quarantineCondition(from: 1)
    return try connection.query(
      "SELECT r.code, COUNT(*) FROM rejet r WHERE r.etat = 'OUVERT' AND (\(scope.sql)) GROUP BY r.code ORDER BY r.code",
      scope.values
    ) { ($0.text(0), Int($0.int(1))) }
  }

  /// Whether a demand has a rejected occurrence in a file above a line (305).
  public func demandeRejetee(_ cle: CleDemande, in fichier: Int64, before ligne: Int) throws -> Bool {
    try connection.scalar(
      """
      SELECT COUNT(*) FROM rejet r
      WHERE r.fichier = $1 AND r.numero_demande = $2 AND r.ligne < $3 AND r.niveau = 'D'
      """, .int(fichier), .text(cle.numero), .int(ligne)) ?? 0 > 0
  }
}

extension Perimetre {
  /// Rejected records have no dossier: their scope is the poste read in them.
  fileprivate func quarantineCondition(from first: Int) -> (sql: String, values: [SQLValue]) {
    switch self {
    case .exploitant: return ("TRUE", [])
    case .national, .departement, .etudes: return ("FALSE", [])
    case .postes(let codiques):
      guard !codiques.isEmpty else { return ("FALSE", []) }
      let texts = codiques.map(\.texte).sorted()
      let places = texts.indices.map { "$\(first + $0)" }.joined(separator: ", ")
      return ("r.poste IN (\(places))", texts.map { .text($0) })
    }
  }
}

extension RejetConserve {
  fileprivate static let columns = """
    r.fichier, r.ligne, r.type, r.application, r.exploitation, r.numero_demande, r.poste, r.niveau, r.code, r.champ,
    r.valeur, r.octet, r.longueur, r.groupe_octet, r.groupe_longueur, r.groupe_ligne, r.etat
    """

  fileprivate init(row: any SQLRow) {
    self.init(
      fichier: row.int(0), place: Place(octet: row.int(11), longueur: row.int(12), ligne: Int(row.int(1))),
      groupe: Place(octet: row.int(13), longueur: row.int(14), ligne: Int(row.int(15))), type: row.text(2),
      application: row.optText(3), exploitation: row.optText(4), numeroDemande: row.optText(5), poste: row.optText(6),
      niveau: row.text(7), code: row.text(8), champ: row.optText(9), valeur: row.optText(10))
    etat = Etat(rawValue: row.text(16)) ?? .ouvert
  }
}
