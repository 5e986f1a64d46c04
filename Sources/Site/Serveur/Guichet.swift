import Centre
import Convention
import Logging
import Registre

/// The counter where every request comes: who is it, may he, is the form his own; then the action of its route.
struct Guichet: Sendable {
  let site: Site

  /// What a request brings, before anything of it is trusted.
  struct Demande: Sendable {
    let chemin: String
    let parametres: [String: String]
    let recherche: Substring
    let cookies: [String: String]
    let typeDeCorps: String
    /// Reads the body, up to a number of bytes; throws ``FauteDePage/tropLourd(limite:)`` beyond.
    let corps: @Sendable (Int) async throws -> [UInt8]
  }

  /// Bytes that a form may have: someone signed in may send files.
  static let limiteOuverte = 64 * 1024
  static let limiteReservee = 9 * 1024 * 1024
  /// What a form adds to the document that it carries.
  private static let alentours = 256 * 1024

  /// A document as large as may be kept passes, with its form.
  private var limiteReservee: Int {
    max(Guichet.limiteReservee, site.reglage.documentMaximum + Guichet.alentours)
  }

  func repondre(_ route: Route, _ demande: Demande) async -> (Reponse, Visiteur?) {
    var visiteur: Visiteur?
    let cookies = demande.cookies
    var requete = Requete(site: site, chemin: demande.chemin, parametres: demande.parametres, cookies: cookies)
    do {
      requete.recherche = try Formulaire(urlencode: demande.recherche.utf8)
      visiteur = try await Seances(requete).visiteur(cookies, instant: requete.montre)
      if let visiteur, [.comptable, .etude].contains(visiteur.metier) {
        requete.avis = try await requete.registre.demander { try $0.avisEnCours(visiteur.perimetre) }
      }
      return (try await agir(route, demande, requete, visiteur), visiteur)
    } catch {
      return (PageDErreur(error, requete, visiteur, site.journal).reponse, visiteur)
    }
  }

  private func agir(
    _ route: Route, _ demande: Demande, _ requete: Requete, _ visiteur: Visiteur?
  ) async throws -> Reponse {
    switch route.acces {
    case .ouvert(let action):
      return try await action(try await lire(demande, requete, route.methode, limite: Guichet.limiteOuverte))
    case .reserve(let metiers, let action):
      guard let visiteur else { return connexion(demande, route.methode) }
      guard metiers.contains(visiteur.metier) else { throw FauteDePage.interdit }
      var requete = try await lire(demande, requete, route.methode, limite: limiteReservee)
      if route.methode == .post, !Secrets.egaux(requete.formulaire.brut(Jetons.champ).utf8, visiteur.jeton.utf8) {
        throw FauteDePage.jetonAbsent
      }
      let seances = Seances(requete)
      guard route.methode == .get else { return seances.marquer(try await action(requete, visiteur)) }
      requete.replique = seances.aChange(demande.cookies) ? nil : site.replique
      return try await action(requete, visiteur)
    }
  }

  /// Towards the sign-in page, then back to the page that was asked for.
  private func connexion(_ demande: Demande, _ methode: Route.Methode) -> Reponse {
    let isPlain = methode == .post || demande.chemin == "/"
    return .redirection(isPlain ? "/connexion" : "/connexion?vers=\(demande.chemin.dansURL)")
  }

  private func lire(
    _ demande: Demande, _ requete: Requete, _ methode: Route.Methode, limite: Int
  ) async throws -> Requete {
    guard methode == .post else { return requete }
    var complete = requete
    complete.formulaire = try Formulaire(octets: try await demande.corps(limite), type: demande.typeDeCorps)
    return complete
  }
}
