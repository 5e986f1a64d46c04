import Convention
import SQLEngine

/// The actors that the centre knows (annexe I): read whole at the start of a work, they are few.
public struct Annuaire: Hashable, Sendable {
  /// The code of this centre serveur (R103); nil while none was declared.
  public var centre: String?
  public var siretCentre: String?
  public var applications: [String: Application] = [:]
  public var postes: [String: Poste] = [:]
  public var etudes: [CodeEtude: Etude] = [:]
  public var correspondants = Correspondants()

  /// A recovery application, its exploitations and the computer departments that send for it (R101, R115).
  public struct Application: Hashable, Sendable {
    public var exploitations: Set<String>
    public var departementsInformatiques: Set<String>
    public init(exploitations: Set<String>, departementsInformatiques: Set<String>) {
      self.exploitations = exploitations
      self.departementsInformatiques = departementsInformatiques
    }
  }

  public init() {}

  /// Études competent for a postal code, in order of code (annexe qualité I.4, R169).
  public func etudes(for codePostal: CodePostal) -> [Etude] {
    (parCode[codePostal] ?? []).compactMap { etudes[$0] }
  }

  /// Codes of a profile that no actor here has.
  public func inconnus(_ profil: Profil) -> [String] {
    switch profil {
    case .comptable(let codiques): codiques.map(\.texte).filter { postes[$0] == nil }.sorted()
    case .etude(let codes): codes.filter { etudes[$0] == nil }.map(\.texte).sorted()
    case .exploitant, .direction, .central: []
    }
  }

  private var parCode: [CodePostal: [CodeEtude]] = [:]

  /// Makes the index of areas; to be called once the études are all there.
  public mutating func index() {
    parCode = [:]
    for etude in etudes.values.sorted(by: { $0.code < $1.code }) {
      for code in etude.ressort { parCode[code, default: []].append(etude.code) }
    }
  }
}

extension Lecture {
  public func annuaire() throws -> Annuaire {
    var annuaire = Annuaire()
    annuaire.centre = try reglage("centre_serveur")
    annuaire.siretCentre = try reglage("siret_centre")
    annuaire.correspondants = try correspondants()
    try readApplications(into: &annuaire)
    try readPostes(into: &annuaire)
    try readEtudes(into: &annuaire, ressorts: try ressorts())
    annuaire.index()
    return annuaire
  }

  public func reglage(_ cle: String) throws -> String? {
    try connection.first("SELECT valeur FROM reglage WHERE cle = $1", .text(cle)) { $0.text(0) }
  }

  private func readApplications(into annuaire: inout Annuaire) throws {
    let none = Annuaire.Application(exploitations: [], departementsInformatiques: [])
    try connection.forEach("SELECT application, exploitation FROM application ORDER BY application, exploitation") {
      annuaire.applications[$0.text(0), default: none].exploitations.insert($0.text(1))
    }
    try connection.forEach("SELECT application, code FROM departement_informatique ORDER BY application, code") {
      annuaire.applications[$0.text(0), default: none].departementsInformatiques.insert($0.text(1))
    }
  }

  private func readPostes(into annuaire: inout Annuaire) throws {
    try connection.forEach("SELECT \(Poste.columns) FROM poste p ORDER BY p.codique") { row in
      guard let poste = Poste(row) else { return }
      annuaire.postes[poste.codique.texte] = poste
    }
  }

  /// The poste and the étude of one dossier, to be shown: without the whole directory. What ``questionDesActeurs(_:_:)`` asks.
  func acteurs(_ question: (sql: String, values: [SQLValue])) throws -> Annuaire {
    var annuaire = Annuaire()
    try connection.forEach(question.sql, question.values) { row in
      if let poste = Poste(row) { annuaire.postes[poste.codique.texte] = poste }
      if let etude = try Etude(row, from: Poste.columnCount, ressorts: [:]) { annuaire.etudes[etude.code] = etude }
    }
    return annuaire
  }

  func questionDesActeurs(_ id: Int64, _ perimetre: Perimetre) -> (sql: String, values: [SQLValue]) {
    let scope = perimetre.condition(from: 2)
    return (
      """
      SELECT \(Poste.columns), \(Etude.columns) FROM dossier d
      LEFT JOIN poste p ON p.codique = d.poste LEFT JOIN etude e ON e.code = d.etude WHERE d.id = $1 AND (\(scope.sql))
      """, [.int(id)] + scope.values
    )
  }

  /// One étude and its area, without the whole directory.
  public func etude(_ code: CodeEtude) throws -> Etude? {
    let codes = try connection.query(
      "SELECT code_postal FROM ressort WHERE etude = $1 ORDER BY code_postal", [.text(code.texte)]
    ) { CodePostal($0.text(0)) }
    return try connection.first("SELECT \(Etude.columns) FROM etude e WHERE e.code = $1", .text(code.texte)) {
      try Etude($0, from: 0, ressorts: [code.texte: Set(codes.compactMap { $0 })])
    } ?? nil
  }

  private func ressorts() throws -> [String: Set<CodePostal>] {
    var ressorts: [String: Set<CodePostal>] = [:]
    try connection.forEach("SELECT etude, code_postal FROM ressort ORDER BY etude, code_postal") { row in
      if let code = CodePostal(row.text(1)) { ressorts[row.text(0), default: []].insert(code) }
    }
    return ressorts
  }

  private func readEtudes(into annuaire: inout Annuaire, ressorts: [String: Set<CodePostal>]) throws {
    try connection.forEach("SELECT \(Etude.columns) FROM etude e ORDER BY e.code") { row in
      guard let etude = try Etude(row, from: 0, ressorts: ressorts) else { return }
      annuaire.etudes[etude.code] = etude
    }
  }
}

extension Poste {
  fileprivate static let columns =
    "p.codique, p.libelle, p.ouvert, p.courriel, p.acces_verifie, p.exploitation, p.arrondissement"
  fileprivate static let columnCount = 7

  /// Nil where there is none.
  fileprivate init?(_ row: any SQLRow) {
    guard let codique = row.optText(0).flatMap({ Codique($0) }) else { return nil }
    self.init(
      codique: codique, libelle: row.text(1), ouvert: row.bool(2), courrielGenerique: row.optText(3),
      accesVerifie: row.bool(4), exploitation: row.optText(5), arrondissement: row.optText(6))
  }
}

extension Etude {
  fileprivate static let columns = """
    e.code, e.nom, e.adresse, e.code_postal, e.localite, e.telephone, e.courriel, e.siret, e.part, e.transmet_bilan, e.contrat
    """

  /// A base that was filled before an étude could have several holds one alone.
  private static func contrats(_ octets: String) throws -> [ContratDepartemental] {
    octets.hasPrefix("[")
      ? try canonical([ContratDepartemental].self, octets) : [try canonical(ContratDepartemental.self, octets)]
  }

  /// Nil where there is none; its columns begin at `first`.
  fileprivate init?(_ row: any SQLRow, from first: Int, ressorts: [String: Set<CodePostal>]) throws {
    guard let code = row.optText(first).flatMap({ CodeEtude($0) }) else { return nil }
    self.init(
      code: code, nom: row.text(first + 1), adresse: row.text(first + 2), codePostal: row.text(first + 3),
      localite: row.text(first + 4), telephone: row.text(first + 5), courriel: row.text(first + 6),
      siret: row.optText(first + 7).flatMap { Siret($0) },
      contrats: try Etude.contrats(row.text(first + 10)), ressort: ressorts[code.texte] ?? [],
      part: Int(row.int(first + 8)), transmetBilan: row.bool(first + 9))
  }
}
