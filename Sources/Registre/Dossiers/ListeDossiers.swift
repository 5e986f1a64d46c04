import Convention
import SQLEngine

/// One line of a list of dossiers.
public struct LigneDossier: Hashable, Sendable {
  public let id: Int64
  public let cle: CleDemande
  public let poste: String
  public let phase: Phase
  public let etat: String
  public let etude: String?
  public let codePostal: String?
  public let localite: String
  /// The debtor, for those whom the scope lets see it.
  public let nom: String
  public let montant: Montant
  public let reste: Montant
  public let remisLe: Jour?
  public let recuLe: Jour?
  public let receptionReputee: Bool
  public let terme: Jour?
  public let finMotif: String?
  public let finLe: Jour?
  /// An extension was asked and not answered.
  public let prolongation: Bool
  /// The étude waits for the comptable's agreement (art. 10, al. 3, 6 and 7).
  public let accordDemande: Bool
  /// A suspension or an interruption that no form accounts for (art. 12 ▸3, R051).
  public let formulaireAttendu: Bool
  private let prescriptionDue: Jour?
  private let compteRenduDu: Jour?
  private let suspenduJusqu: Jour?
  private let lettreDue: Jour?
  private let secondeLettreDue: Jour?

  /// A minimal letter is missing on that day: the same condition as ``FiltreDossiers/lettreManquanteLe``.
  public func lettreManque(on jour: Jour) -> Bool {
    guard suspenduJusqu.map({ $0 < jour }) ?? true else { return false }
    return (lettreDue.map { $0 < jour } ?? false) || (secondeLettreDue.map { $0 <= jour } ?? false)
  }

  /// The prescription is near or passed on that day: the same condition as ``FiltreDossiers/prescriptionProcheLe``.
  public func prescriptionEstProche(on jour: Jour) -> Bool { prescriptionDue.map { $0 <= jour } ?? false }

  /// A progress report is late on that day: the same condition as ``FiltreDossiers/compteRenduEnRetardLe``.
  public func compteRenduManque(on jour: Jour) -> Bool { compteRenduDu.map { $0 < jour } ?? false }
}

/// What is asked of a list; every condition given must hold.
public struct FiltreDossiers: Hashable, Sendable {
  public var etat: String?
  public var etude: String?
  public var poste: String?
  public var phase: Phase?
  public var application: String?
  public var exploitation: String?
  public var fichier: Int64?
  /// Beginning of the debtor's name.
  public var nom: String?
  public var sansAccuse: Bool
  /// Worth a call on that day (annexe qualité I.1, R149): a telephone, something due, not suspended.
  public var aAppelerLe: Jour?
  /// A minimal action is missing on that day (R146–R148): first letter late, or second letter near the end.
  public var lettreManquanteLe: Jour?
  /// A reminder was sent and the étude has not said why it was late (R160).
  public var retardInjustifie: Bool
  /// Last day of the phase at most this day.
  public var termeAvant: Jour?
  public var remisLe: Jour?
  /// An extension was asked and the comptable has not answered (art. 9, al. 3, R137).
  public var prolongation = false
  /// Ended with something still due, at most this many days ago: what the comptable takes up again (art. 11, al. 3, R047).
  public var reprisDepuis: Jour?
  /// The comptable's agreement is waited for (R035, R039, R040).
  public var accordDemande = false
  /// The form of a suspension is waited for (R051).
  public var formulaireAttendu = false
  /// The prescription is an alert on that day (R037).
  public var prescriptionProcheLe: Jour?
  /// A progress report is late on that day (R033).
  public var compteRenduEnRetardLe: Jour?
  /// With an étude, which has said nothing of it since that day, nor received anything (annexe qualité II.2, R181).
  public var sansNouvelleDepuis: Jour?

  public init(
    etat: String? = nil, etude: String? = nil, poste: String? = nil, application: String? = nil,
    exploitation: String? = nil, fichier: Int64? = nil, nom: String? = nil, sansAccuse: Bool = false,
    aAppelerLe: Jour? = nil, lettreManquanteLe: Jour? = nil, retardInjustifie: Bool = false, termeAvant: Jour? = nil,
    remisLe: Jour? = nil, sansNouvelleDepuis: Jour? = nil
  ) {
    self.etat = etat
    self.etude = etude
    self.poste = poste
    self.application = application
    self.exploitation = exploitation
    self.fichier = fichier
    self.nom = nom
    self.sansAccuse = sansAccuse
    self.aAppelerLe = aAppelerLe
    self.lettreManquanteLe = lettreManquanteLe
    self.retardInjustifie = retardInjustifie
    self.termeAvant = termeAvant
    self.remisLe = remisLe
    self.sansNouvelleDepuis = sansNouvelleDepuis
  }

  /// Nothing but what the table of figures tells apart.
  var seLitDansLesChiffres: Bool {
    var rest = self
    (rest.etat, rest.etude, rest.poste) = (nil, nil, nil)
    return rest == FiltreDossiers()
  }

  /// Conditions on `d` and their values, numbered from `first`.
  func condition(from first: Int) -> (sql: String, values: [SQLValue]) {
    var clauses: [String] = []
    var values: [SQLValue] = []
    func add(_ sql: String, _ value: String?) {
      guard let value else { return }
      clauses.append(sql.replacing("?", with: "$\(first + values.count)"))
      values.append(.text(value))
    }
    add("d.etat = ?", etat)
    add("d.etude = ?", etude)
    add("d.poste = ?", poste)
    add("d.phase = ?", phase?.rawValue)
    add("d.application = ?", application)
    add("d.exploitation = ?", exploitation)
    add("d.terme <= ?", termeAvant?.iso)
    add("d.remis_le = ?", remisLe?.iso)
    if let nom {
      let prefix = String(decoding: repli(nom), as: UTF8.self)
      add("d.nom_tri >= ?", prefix)
      add("d.nom_tri < ?", prefix + "~")
    }
    if let fichier {
      clauses.append("d.fichier = $\(first + values.count)")
      values.append(.int(fichier))
    }
    if sansAccuse { clauses.append("d.etat = 'REMIS' AND NOT d.accuse") }
    if aAppelerLe != nil { clauses.append("d.etat = 'REMIS' AND d.telephone AND d.reste > 0") }
    add("(d.suspendu_jusqu IS NULL OR d.suspendu_jusqu < ?)", aAppelerLe?.iso)
    add("(d.suspendu_jusqu IS NULL OR d.suspendu_jusqu < ?)", lettreManquanteLe?.iso)
    add("(d.lettre_due < ? OR d.seconde_lettre_due <= ?)", lettreManquanteLe?.iso)
    add(
      """
      d.etat = 'REMIS' AND COALESCE(d.derniere_action, CASE WHEN NOT d.recu_repute THEN d.recu_le END, d.remis_le) < ?
        AND NOT EXISTS (SELECT 1 FROM encaissement e WHERE e.dossier = d.id AND e.jour >= ?)
      """, sansNouvelleDepuis?.iso)
    if prolongation { clauses.append("d.etat = 'REMIS' AND d.prolongation") }
    add("d.reprise AND d.fin_le >= ?", reprisDepuis?.iso)
    if accordDemande { clauses.append("d.etat = 'REMIS' AND d.accord_demande") }
    if formulaireAttendu { clauses.append("d.formulaire_attendu") }
    add("d.prescription_due <= ?", prescriptionProcheLe?.iso)
    add("d.compte_rendu_due < ?", compteRenduEnRetardLe?.iso)
    if retardInjustifie {
      clauses.append(
        "d.etat = 'REMIS' AND EXISTS (SELECT 1 FROM relance r WHERE r.dossier = d.id AND NOT r.justifiee)")
    }
    return (clauses.isEmpty ? "TRUE" : clauses.joined(separator: " AND "), values)
  }
}

/// The order of a list.
public struct TriDossiers: Hashable, Sendable {
  public enum Cle: String, Hashable, Sendable, CaseIterable {
    case nom, reste, terme, remis

    fileprivate var colonne: String {
      switch self {
      case .nom: "d.nom_tri"
      case .reste: "d.reste"
      case .terme: "d.terme"
      case .remis: "d.remis_le"
      }
    }
  }

  public let cle: Cle
  public let descendant: Bool

  public init(_ cle: Cle, descendant: Bool = false) {
    self.cle = cle
    self.descendant = descendant
  }

  public static let parNom = TriDossiers(.nom)

  /// Engines do not agree on where absent values go: here they come last.
  fileprivate var sql: String {
    let direction = descendant ? " DESC" : ""
    guard cle == .terme || cle == .remis else { return cle.colonne + direction }
    return "CASE WHEN \(cle.colonne) IS NULL THEN 1 ELSE 0 END, \(cle.colonne)\(direction)"
  }
}

extension Lecture {
  /// A page of dossiers in an order, by name when none is asked, then by id, within a scope.
  ///
  /// Its length is written out: an engine that knows how little is wanted makes the plan of a first page once for all.
  public func dossiers(
    _ perimetre: Perimetre, _ filtre: FiltreDossiers = FiltreDossiers(), tri: TriDossiers = .parNom, limit: Int,
    offset: Int = 0
  ) throws -> [LigneDossier] {
    let scope = perimetre.condition(from: 1)
    let filter = filtre.condition(from: 1 + scope.values.count)
    let values = scope.values + filter.values
    let skipped = offset > 0 ? "OFFSET $\(values.count + 1)" : ""
    return try connection.query(
      """
      SELECT \(LigneDossier.columns) FROM dossier d WHERE (\(scope.sql)) AND (\(filter.sql))
      ORDER BY \(tri.sql), d.id LIMIT \(limit) \(skipped)
      """, values + (offset > 0 ? [.int(offset)] : [])
    ) { try LigneDossier(row: $0) }
  }

  /// Every dossier of a list in its order, read in one pass: what an export writes, of any size.
  public func dossiers(
    _ perimetre: Perimetre, _ filtre: FiltreDossiers, tri: TriDossiers, _ body: (LigneDossier) throws -> Void
  ) throws {
    let scope = perimetre.condition(from: 1)
    let filter = filtre.condition(from: 1 + scope.values.count)
    try connection.forEach(
      """
      SELECT \(LigneDossier.columns) FROM dossier d WHERE (\(scope.sql)) AND (\(filter.sql)) ORDER BY \(tri.sql), d.id
      """, scope.values + filter.values
    ) { try body(try LigneDossier(row: $0)) }
  }

  /// The same page, and how many dossiers the list has, with what they owe: of all when the figures tell it, else counted up to
  /// a limit. One question.
  public func page(
    _ perimetre: Perimetre, _ filtre: FiltreDossiers = FiltreDossiers(), tri: TriDossiers = .parNom, limit: Int,
    offset: Int = 0, jusqua limite: Int
  ) throws -> (lignes: [LigneDossier], etendue: EtendueDeListe) {
    let mesure = Mesure(perimetre, filtre, limite)
    try connection.announce(mesure.sql, mesure.values)
    let lignes = try dossiers(perimetre, filtre, tri: tri, limit: limit, offset: offset)
    return (lignes, try etendue(mesure))
  }

  /// How many dossiers and what they owe: of all when the figures tell it, else counted up to a limit.
  func etendue(
    _ perimetre: Perimetre, _ filtre: FiltreDossiers = FiltreDossiers(), jusqua limite: Int
  ) throws -> EtendueDeListe {
    try etendue(Mesure(perimetre, filtre, limite))
  }

  private func etendue(_ mesure: Mesure) throws -> EtendueDeListe {
    try connection.first(mesure.sql, mesure.values) { row in
      EtendueDeListe(nombre: Int(row.int(0)), reste: row.optInt(1).map { Montant(cents: $0) }, limite: mesure.limite)
    } ?? EtendueDeListe(nombre: 0, reste: nil, limite: mesure.limite)
  }

  /// What tells how long a list is: how many, and what they owe if the figures know it.
  private struct Mesure {
    let sql: String
    let values: [SQLValue]
    /// Where the count stops; nil when the figures tell all.
    let limite: Int?

    init(_ perimetre: Perimetre, _ filtre: FiltreDossiers, _ limite: Int) {
      let scope = perimetre.condition(from: 1)
      let filter = filtre.condition(from: 1 + scope.values.count)
      let values = scope.values + filter.values
      let condition = "(\(scope.sql)) AND (\(filter.sql))"
      guard !filtre.seLitDansLesChiffres else {
        sql =
          "SELECT COALESCE(SUM(d.nombre), 0), COALESCE(SUM(d.reste), 0) FROM chiffre d WHERE \(condition)"
        (self.values, self.limite) = (values, nil)
        return
      }
      sql = """
        SELECT COUNT(*), NULL FROM (SELECT 1 FROM dossier d WHERE \(condition) LIMIT $\(values.count + 1)) t
        """
      self.values = values + [.int(limite + 1)]
      self.limite = limite
    }
  }

  /// What a search box finds: the beginning of a debtor's name, a demand's number, or the étude's own reference. One question.
  public func rechercher(_ texte: String, _ perimetre: Perimetre, limit: Int) throws -> [LigneDossier] {
    let scope = perimetre.condition(from: 2)
    let sql = """
      SELECT \(LigneDossier.columns) FROM dossier d
      WHERE d.id IN (\(Lecture.parNumero) UNION ALL SELECT r.id FROM dossier r WHERE r.reference_etude = $1)
      AND (\(scope.sql)) ORDER BY d.id LIMIT \(limit)
      """
    let values = [.text(texte.uppercased())] + scope.values
    try connection.announce(sql, values)
    let byName = try dossiers(perimetre, FiltreDossiers(nom: texte), limit: limit)
    let exact = try connection.query(sql, values) { try LigneDossier(row: $0) }
    let known = Set(exact.map(\.id))
    return Array((exact + byName.filter { !known.contains($0.id) }).prefix(limit))
  }

  /// Ids of a demand's number, `$1`: each half has its index.
  static let parNumero = """
    SELECT n.id FROM dossier n WHERE n.numero = $1 AND n.etat <> 'ECARTE'
    UNION ALL SELECT n.id FROM dossier n WHERE n.numero = $1 AND n.etat = 'ECARTE'
    """

  /// How many dossiers, and what they owe and owed, within a scope.
  public func totaux(
    _ perimetre: Perimetre, _ filtre: FiltreDossiers = FiltreDossiers()
  ) throws -> TotauxDossiers {
    let scope = perimetre.condition(from: 1)
    let filter = filtre.condition(from: 1 + scope.values.count)
    let totals = try connection.first(
      """
      SELECT COUNT(*), COALESCE(SUM(d.montant), 0), COALESCE(SUM(d.reste), 0), COALESCE(SUM(d.recouvre), 0)
      FROM dossier d WHERE (\(scope.sql)) AND (\(filter.sql))
      """, scope.values + filter.values
    ) { row in
      TotauxDossiers(
        nombre: Int(row.int(0)), montant: Montant(cents: row.int(1)), reste: Montant(cents: row.int(2)),
        recouvre: Montant(cents: row.int(3)))
    }
    return totals ?? TotauxDossiers(nombre: 0, montant: .zero, reste: .zero, recouvre: .zero)
  }

  /// How many dossiers are in each state, within a scope.
  public func nombresParEtat(_ perimetre: Perimetre) throws -> [String: Int] {
    let scope = perimetre.condition(from: 1)
    let rows = try connection.query(
      "SELECT d.etat, COUNT(*) FROM dossier d WHERE (\(scope.sql)) GROUP BY d.etat ORDER BY d.etat", scope.values
    ) { ($0.text(0), Int($0.int(1))) }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}

/// How long a list is.
public struct EtendueDeListe: Hashable, Sendable {
  public let nombre: Int
  /// What its dossiers owe, when that is known without reading them.
  public let reste: Montant?
  private let limite: Int?

  init(nombre: Int, reste: Montant?, limite: Int?) {
    self.nombre = min(nombre, limite ?? nombre)
    self.reste = reste
    self.limite = limite.flatMap { nombre > $0 ? $0 : nil }
  }

  /// There are more than `nombre`.
  public var isOpen: Bool { limite != nil }
}

public struct TotauxDossiers: Hashable, Sendable {
  public let nombre: Int
  public let montant: Montant
  public let reste: Montant
  public let recouvre: Montant
}

extension LigneDossier {
  fileprivate static let columns = """
    d.id, d.application, d.exploitation, d.numero, d.poste, d.phase, d.etat, d.etude, d.code_postal, d.localite, d.nom,
    d.montant, d.reste, d.remis_le, d.recu_le, d.recu_repute, d.terme, d.fin_motif, d.fin_le,
    d.prolongation, d.suspendu_jusqu, d.lettre_due, d.seconde_lettre_due, d.accord_demande, d.formulaire_attendu,
    d.prescription_due, d.compte_rendu_due
    """

  fileprivate init(row: any SQLRow) throws {
    id = row.int(0)
    cle = CleDemande(application: row.text(1), exploitation: row.text(2), numero: row.text(3))
    poste = row.text(4)
    phase = Phase(rawValue: row.text(5)) ?? .comminatoire
    etat = row.text(6)
    etude = row.optText(7)
    codePostal = row.optText(8)
    localite = row.text(9)
    nom = row.text(10)
    montant = Montant(cents: row.int(11))
    reste = Montant(cents: row.int(12))
    remisLe = try row.optText(13).map(day)
    recuLe = try row.optText(14).map(day)
    receptionReputee = row.bool(15)
    terme = try row.optText(16).map(day)
    finMotif = row.optText(17)
    finLe = try row.optText(18).map(day)
    prolongation = row.bool(19)
    suspenduJusqu = try row.optText(20).map(day)
    lettreDue = try row.optText(21).map(day)
    secondeLettreDue = try row.optText(22).map(day)
    accordDemande = row.bool(23)
    formulaireAttendu = row.bool(24)
    prescriptionDue = try row.optText(25).map(day)
    compteRenduDu = try row.optText(26).map(day)
  }
}
