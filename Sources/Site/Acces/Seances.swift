import Convention
import Registre

/// Sessions: who comes, by the cookie that he brings.
public struct Seances: Sendable {
  let registre: Registre
  let reglage: ReglageDuSite
  private let replique: Replique?

  public init(_ requete: Requete) {
    registre = requete.registre
    reglage = requete.site.reglage
    replique = requete.site.replique
  }

  /// Bound to the host and to encryption wherever there is encryption (RFC 6265bis, `__Host-`).
  public var cookie: String { reglage.isSecure ? "__Host-seance" : "seance" }

  /// The visitor whose session this is; nil when there is none, it is over, or he is blocked.
  public func visiteur(_ cookies: [String: String], instant: Instant) async throws -> Visiteur? {
    guard let jeton = cookies[cookie].flatMap({ Jeton(texte: $0) }),
      let found = try await registre.demander({ try $0.seance(jeton.empreinte, instant: instant) })
    else { return nil }
    // Seen at most once a minute: reading pages stays reading.
    if instant.milliseconds - found.vue.milliseconds > 60_000 {
      try await registre.ecrire { try $0.toucher(seance: jeton.empreinte, instant: instant) }
    }
    return Visiteur(utilisateur: found.utilisateur, jeton: jeton.deFormulaire, seance: jeton.empreinte)
  }

  /// A new session, always under a new secret: whatever the browser brought before is worth nothing.
  func ouvrir(_ utilisateur: Utilisateur, instant: Instant) async throws -> (nom: String, valeur: String) {
    let jeton = Jeton()
    try await registre.ecrire { try $0.ouvrir(seance: jeton.empreinte, of: utilisateur.id, instant: instant) }
    return poser(cookie, jeton.texte)
  }

  /// Ends a session, here and in the browser.
  func fermer(_ visiteur: Visiteur) async throws -> (nom: String, valeur: String) {
    try await registre.ecrire { try $0.fermer(seance: visiteur.seance) }
    return ("Set-Cookie", "\(cookie)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax\(secure)")
  }

  /// The header that leaves a cookie; it lasts as long as the browser is open.
  func poser(_ nom: String, _ valeur: String) -> (nom: String, valeur: String) {
    ("Set-Cookie", "\(nom)=\(valeur); Path=/; HttpOnly; SameSite=Lax\(secure)")
  }

  /// For ten seconds after he has changed something, a visitor reads the base itself, on whichever instance: a copy may be behind.
  func marquer(_ reponse: Reponse) -> Reponse {
    guard replique != nil else { return reponse }
    var marked = reponse
    marked.enTetes.append(("Set-Cookie", "\(marque)=1; Path=/; Max-Age=10; HttpOnly; SameSite=Lax\(secure)"))
    return marked
  }

  func aChange(_ cookies: [String: String]) -> Bool { cookies[marque] != nil }

  private var marque: String { reglage.isSecure ? "__Host-recent" : "recent" }

  private var secure: String { reglage.isSecure ? "; Secure" : "" }
}
