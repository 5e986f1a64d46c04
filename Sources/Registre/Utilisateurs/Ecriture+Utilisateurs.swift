import Convention
import SQLEngine

extension Ecriture {
  /// Lets someone in; he has no password until he has used his first link.
  ///
  /// Throws a ``FauteDeCompte`` when the identifier is not one, or is taken.
  public func creer(identifiant: String, nom: String, profil: Profil, instant: Instant) throws -> Utilisateur {
    guard let identifiant = Utilisateur.identifiant(identifiant) else { throw FauteDeCompte.identifiantMalForme }
    guard try lecture.compte(identifiant: identifiant) == nil else { throw FauteDeCompte.identifiantPris(identifiant) }
    let id = (try connection.scalar("SELECT MAX(id) FROM utilisateur") ?? 0) + 1
    try connection.run(
      "INSERT INTO utilisateur(id, identifiant, nom, metier, bloque, cree) VALUES ($1, $2, $3, $4, FALSE, $5)",
      .int(id),
      .text(identifiant), .text(nom), .text(profil.metier.rawValue), .int(instant.milliseconds))
    try habiliter(id, profil)
    return Utilisateur(id: id, identifiant: identifiant, nom: nom, profil: profil)
  }

  /// Changes a name or what someone may see; open sessions see it at their next page.
  public func modifier(_ utilisateur: Utilisateur) throws {
    try connection.run(
      "UPDATE utilisateur SET nom = $1, metier = $2 WHERE id = $3", .text(utilisateur.nom),
      .text(utilisateur.profil.metier.rawValue), .int(utilisateur.id))
    try connection.run("DELETE FROM habilitation WHERE utilisateur = $1", .int(utilisateur.id))
    try habiliter(utilisateur.id, utilisateur.profil)
  }

  /// Shuts the door: no session or link of his is worth anything any more.
  public func bloquer(_ id: Int64) throws {
    try connection.run("UPDATE utilisateur SET bloque = TRUE WHERE id = $1", .int(id))
    try fermerTout(id)
    try connection.run("DELETE FROM lien WHERE utilisateur = $1", .int(id))
  }

  public func debloquer(_ id: Int64) throws {
    try connection.run("UPDATE utilisateur SET bloque = FALSE WHERE id = $1", .int(id))
  }

  private func habiliter(_ id: Int64, _ profil: Profil) throws {
    for code in profil.codes {
      try connection.run("INSERT INTO habilitation(utilisateur, code) VALUES ($1, $2)", .int(id), .text(code))
    }
  }

  private func fermerTout(_ id: Int64) throws {
    try connection.run("DELETE FROM seance WHERE utilisateur = $1", .int(id))
  }
}

extension Ecriture {
  /// A link that lets someone choose his password; the former password, links and sessions are worth nothing from now on.
  ///
  /// - Parameter empreinte: SHA-256 of the secret in the link.
  public func reinitialiser(_ id: Int64, empreinte: [UInt8], fin: Instant) throws {
    try connection.run("UPDATE utilisateur SET mot_de_passe = NULL WHERE id = $1", .int(id))
    try fermerTout(id)
    try connection.run("DELETE FROM lien WHERE utilisateur = $1", .int(id))
    try connection.run(
      "INSERT INTO lien(empreinte, utilisateur, fin) VALUES ($1, $2, $3)", .blob(empreinte), .int(id),
      .int(fin.milliseconds))
  }

  /// Uses a link, once; nil if it is unknown, used or over.
  public func employer(lien empreinte: [UInt8], motDePasse: String, instant: Instant) throws -> Utilisateur? {
    guard let utilisateur = try lecture.utilisateur(lien: empreinte, instant: instant) else { return nil }
    try connection.run("DELETE FROM lien WHERE empreinte = $1", .blob(empreinte))
    try changer(motDePasse: motDePasse, of: utilisateur.id)
    return utilisateur
  }

  /// Keeps what scrypt made of a new password; every session of his ends.
  public func changer(motDePasse: String, of id: Int64) throws {
    try connection.run("UPDATE utilisateur SET mot_de_passe = $1 WHERE id = $2", .text(motDePasse), .int(id))
    try fermerTout(id)
  }
}

extension Ecriture {
  /// Opens a session, and forgets those that are over.
  public func ouvrir(seance empreinte: [UInt8], of id: Int64, instant: Instant) throws {
    try connection.run(
      "DELETE FROM seance WHERE ouverte < $1 OR vue < $2", .int(instant.milliseconds - DureeDeSeance.absolue),
      .int(instant.milliseconds - DureeDeSeance.inactive))
    try connection.run(
      "INSERT INTO seance(empreinte, utilisateur, ouverte, vue) VALUES ($1, $2, $3, $3)", .blob(empreinte), .int(id),
      .int(instant.milliseconds))
  }

  /// The session is in use.
  public func toucher(seance empreinte: [UInt8], instant: Instant) throws {
    try connection.run(
      "UPDATE seance SET vue = $1 WHERE empreinte = $2 AND vue < $1", .int(instant.milliseconds), .blob(empreinte))
  }

  public func fermer(seance empreinte: [UInt8]) throws {
    try connection.run("DELETE FROM seance WHERE empreinte = $1", .blob(empreinte))
  }

  /// One more wrong password for a name tried at the door; none may be tried before `jusqu`.
  public func noter(echecs: Int, of empreinte: [UInt8], jusqu: Instant, instant: Instant) throws {
    try connection.run(
      "DELETE FROM tentative WHERE jusqu < $1", .int(instant.milliseconds - DureeDeSeance.memoireDesEchecs))
    try connection.run(
      """
      INSERT INTO tentative(empreinte, echecs, jusqu) VALUES ($1, $2, $3)
      ON CONFLICT(empreinte) DO UPDATE SET echecs = excluded.echecs, jusqu = excluded.jusqu
      """, .blob(empreinte), .int(echecs), .int(jusqu.milliseconds))
  }

  public func oublierLesEchecs(of empreinte: [UInt8]) throws {
    try connection.run("DELETE FROM tentative WHERE empreinte = $1", .blob(empreinte))
  }
}
