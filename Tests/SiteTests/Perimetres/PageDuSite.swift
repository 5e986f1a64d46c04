import Registre

@testable import Site

/// A route, and which of its pages when its address names a page besides a thing.
struct PageDuSite {
  let route: Route
  /// What the address names besides: the code of an act on a dossier, a part of a draft.
  var precisions: [String: String] = [:]

  /// Every page of the site, as a profession may ask for them.
  static func toutes(_ metier: Profil.Metier) -> [PageDuSite] {
    Site.routes.flatMap { route -> [PageDuSite] in
      if route.chemin.contains("/:demarche") {
        let siennes = Demarche.tous.filter { $0.metier == metier }
        return (siennes.isEmpty ? Demarche.tous : siennes).map {
          PageDuSite(route: route, precisions: ["demarche": $0.code])
        }
      }
      if route.chemin.hasSuffix("/:acte") {
        return ActeDeContrat.tous.filter { $0.metiers.contains(metier) || metier == .comptable || metier == .central }
          .map { PageDuSite(route: route, precisions: ["acte": $0.code]) }
      }
      if route.chemin.hasSuffix("/:partie/:rang") {
        return ["redevables", "titres"].map { PageDuSite(route: route, precisions: ["partie": $0, "rang": "1"]) }
      }
      return [PageDuSite(route: route)]
    }
  }

  var nom: String { "\(route.methode.rawValue) \(route.chemin) \(precisions)" }

  /// The name of what the address names: `id` in `/dossiers/:id`.
  var parametre: String? {
    route.chemin.split(separator: "/").first { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
  }

  func parametres(_ valeur: String?) -> [String: String] {
    guard let parametre else { return precisions }
    return precisions.merging([parametre: valeur ?? ""]) { first, _ in first }
  }

  /// nil when anyone may.
  var metiers: Set<Profil.Metier>? {
    switch route.acces {
    case .ouvert: nil
    case .reserve(let metiers, _): metiers
    }
  }
}
