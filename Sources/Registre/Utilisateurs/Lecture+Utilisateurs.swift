import Convention
import SQLEngine

/// How long a session lasts, in milliseconds (CNIL, recommandation du 21/07/2022; OWASP).
public enum DureeDeSeance {
  /// Without a page asked for: 30 minutes.
  public static let inactive: Int64 = 30 * 60 * 1000
  /// Whatever is done: 12 hours.
  public static let absolue: Int64 = 12 * 3600 * 1000
  /// Wrong passwords are remembered for a day.
  public static let memoireDesEchecs: Int64 = 24 * 3600 * 1000
}

/// An account as the exploitant sees it.
public struct CompteDuSite: Hashable, Sendable {
  public let utilisateur: Utilisateur
  /// What scrypt made of the password; nil until one is chosen.
  public let motDePasse: String?
}

extension Lecture {
  /// Every account, by identifier.
  public func comptes() throws -> [CompteDuSite] {
    try connection.query("SELECT \(columns) FROM utilisateur u ORDER BY u.identifiant") { try compte($0) }
  }

  /// A page of accounts, by identifier.
  public func comptes(limit: Int, offset: Int) throws -> [CompteDuSite] {
    try connection.query(
      "SELECT \(columns) FROM utilisateur u ORDER BY u.identifiant LIMIT $1 OFFSET $2", .int(limit), .int(offset)
    ) { try compte($0) }
  }

  public func nombreDeComptes() throws -> Int {
    Int(try connection.scalar("SELECT COUNT(*) FROM utilisateur") ?? 0)
  }

  public func compte(_ id: Int64) throws -> CompteDuSite? {
    try connection.first("SELECT \(columns) FROM utilisateur u WHERE u.id = $1", .int(id)) { try compte($0) }
  }

  public func compte(identifiant: String) throws -> CompteDuSite? {
    try connection.first("SELECT \(columns) FROM utilisateur u WHERE u.identifiant = $1", .text(identifiant)) {
      try compte($0)
    }
  }

  /// Someone can run the site: without such an account nobody can make another.
  public func aUnExploitant() throws -> Bool {
    try connection.scalar("SELECT COUNT(*) FROM utilisateur WHERE metier = 'exploitant' AND NOT bloque") ?? 0 > 0
  }

  /// Whose session this is, and when it was last seen; nil if it is unknown, over, or its owner is blocked. One question.
  public func seance(_ empreinte: [UInt8], instant: Instant) throws -> (utilisateur: Utilisateur, vue: Instant)? {
    var codes: [String] = []
    var found: (utilisateur: Utilisateur, vue: Instant)?
    // A row by code of what he may see; the last one has them all.
    _ = try connection.query(
      """
      SELECT \(columns), s.vue, h.code FROM seance s JOIN utilisateur u ON u.id = s.utilisateur
      LEFT JOIN habilitation h ON h.utilisateur = u.id
      WHERE s.empreinte = $1 AND s.ouverte > $2 AND s.vue > $3 AND NOT u.bloque ORDER BY h.code
      """, .blob(empreinte), .int(instant.milliseconds - DureeDeSeance.absolue),
      .int(instant.milliseconds - DureeDeSeance.inactive)
    ) { row in
      if let code = row.optText(7) { codes.append(code) }
      found = (try compte(row, codes).utilisateur, Instant(milliseconds: row.int(6)))
    }
    return found
  }

  /// Whom a link lets choose his password; nil if it is unknown, used, over, or its owner is blocked.
  public func utilisateur(lien empreinte: [UInt8], instant: Instant) throws -> Utilisateur? {
    try connection.first(
      """
      SELECT \(columns) FROM lien l JOIN utilisateur u ON u.id = l.utilisateur
      WHERE l.empreinte = $1 AND l.fin > $2 AND NOT u.bloque
      """, .blob(empreinte), .int(instant.milliseconds)
    ) { try compte($0).utilisateur }
  }

  /// Wrong passwords given for a name, and until when no other may be tried.
  public func echecs(of empreinte: [UInt8]) throws -> (nombre: Int, jusqu: Instant)? {
    try connection.first("SELECT echecs, jusqu FROM tentative WHERE empreinte = $1", .blob(empreinte)) {
      (Int($0.int(0)), Instant(milliseconds: $0.int(1)))
    }
  }

  private var columns: String { "u.id, u.identifiant, u.nom, u.metier, u.bloque, u.mot_de_passe" }

  private func compte(_ row: any SQLRow) throws -> CompteDuSite {
    try compte(
      row,
      connection.query("SELECT code FROM habilitation WHERE utilisateur = $1 ORDER BY code", .int(row.int(0))) {
        $0.text(0)
      })
  }

  private func compte(_ row: any SQLRow, _ codes: [String]) throws -> CompteDuSite {
    let id = row.int(0)
    guard let profil = Profil(metier: row.text(3), codes: codes) else { throw FauteDeCompte.profilIllisible(id) }
    return CompteDuSite(
      utilisateur: Utilisateur(
        id: id, identifiant: row.text(1), nom: row.text(2), profil: profil, bloque: row.bool(4)),
      motDePasse: row.optText(5))
  }
}

/// An account that cannot be made or read.
public enum FauteDeCompte: Error, Hashable, Sendable, CustomStringConvertible {
  case identifiantMalForme
  case identifiantPris(String)
  case inconnu(String)
  case profilIllisible(Int64)

  public var description: String {
    switch self {
    case .identifiantMalForme:
      "Identifiant : de 3 à 64 lettres sans accent, chiffres, « . », « - », « _ » ou « @ »."
    case .identifiantPris(let identifiant): "L’identifiant « \(identifiant) » est déjà pris."
    case .inconnu(let identifiant): "Aucun utilisateur « \(identifiant) »."
    case .profilIllisible(let id): "Le profil de l’utilisateur \(id) est illisible : modifiez-le."
    }
  }
}
