import ArgumentParser
import Registre
import Site

/// What the site is made of.
struct PagesDuSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Le site : ses pages et qui peut les ouvrir.", subcommands: [SiteRoutes.self])
}

struct SiteRoutes: Commande {
  static let configuration = CommandConfiguration(
    commandName: "routes", abstract: "Chaque page du site, qui peut l’ouvrir et ce que son adresse désigne.",
    discussion: """
      GET montre, POST change. « :id » est le numéro de ce que l’adresse désigne ; qui n’a pas à le voir reçoit la même \
      réponse que s’il n’existait pas.

      Exemples :
        centre-serveur site routes
        centre-serveur site routes --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    if session.reglages.json {
      session.ecran.json(.liste(Site.routes.map { JSONValue($0) }))
      return .fait
    }
    for route in Site.routes {
      let who = route.metiers?.joined(separator: ", ") ?? "tous, sans connexion"
      let what = route.objet.map { " ; désigne : \($0)" } ?? ""
      session.ecran.ligne("\(route.methode.rawValue) \(route.chemin) — \(who)\(what)")
    }
    return .fait
  }
}

extension Route {
  /// The professions it is open to, in a fixed order; nil when anyone may take it.
  fileprivate var metiers: [String]? {
    switch acces {
    case .ouvert: nil
    case .reserve(let metiers, _): Profil.Metier.allCases.filter(metiers.contains).map(\.rawValue)
    }
  }
}

extension JSONValue {
  fileprivate init(_ route: Route) {
    self = .objet([
      ("methode", .texte(route.methode.rawValue)), ("chemin", .texte(route.chemin)),
      ("metiers", route.metiers.map { .liste($0.map { .texte($0) }) } ?? .nul),
      ("objet", JSONValue(route.objet.map { "\($0)" })),
    ])
  }
}
