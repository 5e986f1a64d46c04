import Convention
import SQLEngine

/// One thing that passes by CFT (R107, R112–R114, R122): a file that came, a file or an acknowledgement that leaves.
public struct Transfert: Hashable, Sendable {
  public enum Sens: String, Hashable, Sendable {
    case recu = "RECU"
    case emis = "EMIS"
    /// The dated acknowledgement of a file that came (R122).
    case accuse = "ACCUSE"
  }

  public enum Etat: String, Hashable, Sendable {
    /// To be sent at ``Transfert/prochaine``.
    case attente = "ATTENTE"
    /// An instance is sending it; another takes it up if nothing is heard of it by ``Transfert/prochaine``.
    case enCours = "EN_COURS"
    /// Here whole, to be judged by the reception.
    case recu = "RECU"
    /// There whole: the partner's machine has said so. For a file that came: judged.
    case transmis = "TRANSMIS"
    /// The partner has acknowledged it from end to end.
    case acquitte = "ACQUITTE"
    /// The partner does not want it; only the exploitant sends it again.
    case refuse = "REFUSE"
  }

  public var id: Int64 = 0
  public var sens: Sens
  /// The partner's CFT identifier.
  public var partenaire: String
  /// The flow's name (PI 12).
  public var flux: String
  /// The file's name in `entrant/` or `sortant/`.
  public var nom: String
  /// What makes it one: the same cause is inscribed once.
  public var cause: String
  public var etat: Etat
  /// Of the file, once known.
  public var octets: Int64?
  /// Octets of the file that have passed, when it was last heard of.
  public var point: Int64 = 0
  /// Number of the last synchronisation point that passed.
  public var points = 0
  public var tentatives = 0
  /// When it is tried next, by the machine's clock whatever day the centre holds; nil when nothing more is to be done by
  /// itself.
  public var prochaine: Instant?
  /// The protocol's last answer, if it was not success.
  public var diagnostic: String?
  public var instant: Instant
  public var jour: Jour
  /// The file of the centre: received or issued.
  public var fichier: Int64?
  /// The parameters that name it for the partner, in hexadecimal.
  public var identite: String?
  /// An acknowledgement's text, sent or received.
  public var texte: String?

  public init(
    _ sens: Sens, partenaire: String, flux: String, nom: String, cause: String, etat: Etat, instant: Instant
  ) {
    self.sens = sens
    self.partenaire = partenaire
    self.flux = flux
    self.nom = nom
    self.cause = cause
    self.etat = etat
    self.instant = instant
    jour = instant.jour
    prochaine = etat == .attente ? Instant(milliseconds: 0) : nil
  }
}

extension Ecriture {
  /// Inscribes a transfer; false when its cause already has one.
  @discardableResult
  public func inscrire(_ transfert: Transfert) throws -> Bool {
    let count = try connection.run(
      """
      INSERT INTO transfert(id, sens, partenaire, flux, nom, cause, etat, octets, point, points, tentatives, prochaine,
        diagnostic, instant, jour, fichier, identite, texte)
      VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM transfert), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
        $14, $15, $16, $17) ON CONFLICT DO NOTHING
      """,
      [
        .text(transfert.sens.rawValue), .text(transfert.partenaire), .text(transfert.flux), .text(transfert.nom),
        .text(transfert.cause),
      ] + transfert.changeables + [
        .int(transfert.instant.milliseconds), .text(transfert.jour.iso), .int(transfert.fichier),
        .text(transfert.identite), .text(transfert.texte),
      ])
    return count == 1
  }

  /// Keeps how far a transfer is.
  public func avancer(_ transfert: Transfert) throws {
    try connection.run(
      """
      UPDATE transfert SET etat = $1, octets = $2, point = $3, points = $4, tentatives = $5, prochaine = $6,
        diagnostic = $7, fichier = $8, identite = $9, texte = $10 WHERE id = $11
      """,
      transfert.changeables + [
        .int(transfert.fichier), .text(transfert.identite), .text(transfert.texte), .int(transfert.id),
      ])
  }

  /// Takes a transfer for sending until an instant; nil when another instance has it, or it is not due any more.
  public func prendre(_ id: Int64, at now: Instant, until end: Instant) throws -> Transfert? {
    let count = try connection.run(
      """
      UPDATE transfert SET etat = 'EN_COURS', prochaine = $3, tentatives = tentatives + 1
      WHERE id = $1 AND prochaine <= $2 AND etat IN ('ATTENTE', 'EN_COURS')
      """, .int(id), .int(now.milliseconds), .int(end.milliseconds))
    return count == 1 ? try lecture.transfert(id) : nil
  }

  /// Puts a transfer back at the head of what leaves: the exploitant's decision.
  public func renvoyer(_ id: Int64, at now: Instant) throws {
    try connection.run(
      """
      UPDATE transfert SET etat = 'ATTENTE', prochaine = $2, tentatives = 0, diagnostic = NULL
      WHERE id = $1 AND sens <> 'RECU' AND etat <> 'EN_COURS'
      """, .int(id), .int(now.milliseconds))
  }
}

extension Lecture {
  public func transfert(_ id: Int64) throws -> Transfert? {
    try connection.first("SELECT \(Transfert.columns) FROM transfert t WHERE t.id = $1", .int(id)) {
      try Transfert(row: $0)
    }
  }

  public func transfert(cause: String) throws -> Transfert? {
    try connection.first("SELECT \(Transfert.columns) FROM transfert t WHERE t.cause = $1", .text(cause)) {
      try Transfert(row: $0)
    }
  }

  /// What is to be sent by an instant, the longest due first: files to some partners, acknowledgements to some.
  public func transfertsDus(
    at now: Instant, fichiers: [String], accuses: [String], limit: Int
  ) throws -> [Transfert] {
    let (files, replies) = (places(fichiers, from: 3), places(accuses, from: 3 + fichiers.count))
    return try connection.query(
      """
      SELECT \(Transfert.columns) FROM transfert t
      WHERE t.prochaine IS NOT NULL AND t.prochaine <= $1
        AND ((t.sens = 'EMIS' AND t.partenaire IN (\(files))) OR (t.sens = 'ACCUSE' AND t.partenaire IN (\(replies))))
      ORDER BY t.prochaine, t.id LIMIT $2
      """, [.int(now.milliseconds), .int(limit)] + (fichiers + accuses).map { .text($0) }
    ) { try Transfert(row: $0) }
  }

  /// Nobody when there is none.
  private func places(_ values: [String], from first: Int) -> String {
    values.isEmpty ? "NULL" : values.indices.map { "$\(first + $0)" }.joined(separator: ", ")
  }

  /// Of a partner, in one state, the last first.
  public func transferts(with partenaire: String, _ etat: Transfert.Etat, limit: Int) throws -> [Transfert] {
    try connection.query(
      """
      SELECT \(Transfert.columns) FROM transfert t
      WHERE t.partenaire = $1 AND t.etat = $2 ORDER BY t.id DESC LIMIT $3
      """, .text(partenaire), .text(etat.rawValue), .int(limit)
    ) { try Transfert(row: $0) }
  }

  /// A page of a day's, the last first.
  public func transferts(_ jour: Jour, limit: Int, offset: Int) throws -> [Transfert] {
    try connection.query(
      "SELECT \(Transfert.columns) FROM transfert t WHERE t.jour = $1 ORDER BY t.id DESC LIMIT $2 OFFSET $3",
      .text(jour.iso), .int(limit), .int(offset)
    ) { try Transfert(row: $0) }
  }

  public func nombreDeTransferts(_ jour: Jour) throws -> Int {
    Int(try connection.scalar("SELECT COUNT(*) FROM transfert WHERE jour = $1", .text(jour.iso)) ?? 0)
  }

  /// Files issued since a day that no transfer carries yet.
  public func fichiersSansTransfert(since first: Jour) throws -> [FichierEmis] {
    try connection.query(
      """
      SELECT \(FichierEmis.columns) FROM fichier_emis f
      WHERE f.jour >= $1 AND f.empreinte IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM transfert t WHERE t.cause = 'emis:' || f.id) ORDER BY f.id
      """, .text(first.iso)
    ) { try FichierEmis(row: $0) }
  }
}

extension Transfert {
  static let columns = """
    t.id, t.sens, t.partenaire, t.flux, t.nom, t.cause, t.etat, t.octets, t.point, t.tentatives, t.prochaine,
    t.diagnostic, t.instant, t.jour, t.fichier, t.identite, t.texte, t.points
    """

  /// The columns that change while it lasts, but the last three.
  var changeables: [SQLValue] {
    [
      .text(etat.rawValue), .int(octets), .int(point), .int(points), .int(tentatives), .int(prochaine?.milliseconds),
      .text(diagnostic),
    ]
  }

  init(row: any SQLRow) throws {
    guard let sens = Sens(rawValue: row.text(1)), let etat = Etat(rawValue: row.text(6)) else {
      throw SQLFault(.value, engine: nil, detail: "transfert illisible")
    }
    self.init(
      sens, partenaire: row.text(2), flux: row.text(3), nom: row.text(4), cause: row.text(5), etat: etat,
      instant: Instant(milliseconds: row.int(12)))
    id = row.int(0)
    octets = row.optInt(7)
    point = row.int(8)
    tentatives = Int(row.int(9))
    prochaine = row.optInt(10).map { Instant(milliseconds: $0) }
    diagnostic = row.optText(11)
    jour = try day(row.text(13))
    fichier = row.optInt(14)
    identite = row.optText(15)
    texte = row.optText(16)
    points = Int(row.int(17))
  }
}
