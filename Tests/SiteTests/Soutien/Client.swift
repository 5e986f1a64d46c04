import Foundation
import Convention
import Registre
import Testing

@testable import Site

/// Someone signed in, before the counter itself: no socket, and bodies of any bytes.
struct Client {
  let site: Site
  private let seance: Jeton

  struct Page {
    let statut: Int
    /// Where a redirection leads.
    let vers: String?
    let octets: [UInt8]
    var corps: String { String(decoding: octets, as: UTF8.self) }

    /// The value of a hidden field.
    func cache(_ nom: String) -> String? {
      guard let start = corps.range(of: "name=\"\(nom)\" value=\"") else { return nil }
      return String(corps[start.upperBound...].prefix { $0 != "\"" })
    }
  }

  func get(_ chemin: String) async throws -> Page { try await demander(.get, chemin, [], type: "") }

  func post(_ chemin: String, _ champs: [(String, String)] = []) async throws -> Page {
    let all = [(Jetons.champ, seance.deFormulaire)] + champs
    let corps = all.map { "\($0.0.dansURL)=\($0.1.dansURL)" }.joined(separator: "&")
    return try await demander(.post, chemin, Array(corps.utf8), type: "application/x-www-form-urlencoded")
  }

  /// A form with one file, as a browser writes it.
  func envoyer(
    _ chemin: String, _ champs: [(String, String)] = [], fichier nom: String, _ octets: [UInt8]
  ) async throws -> Page {
    try await envoyer(chemin, champs, champ: "fichier", nom, octets)
  }

  /// The same with the document of an act.
  func envoyer(
    _ chemin: String, _ champs: [(String, String)] = [], document nom: String, _ octets: [UInt8]
  ) async throws -> Page {
    try await envoyer(chemin, champs, champ: "document", nom, octets)
  }

  private func envoyer(
    _ chemin: String, _ champs: [(String, String)], champ: String, _ nom: String, _ octets: [UInt8]
  ) async throws -> Page {
    var corps: [UInt8] = []
    for (name, value) in [(Jetons.champ, seance.deFormulaire)] + champs {
      corps += Array("--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    corps += Array("--xyz\r\nContent-Disposition: form-data; name=\"\(champ)\"; filename=\"\(nom)\"\r\n\r\n".utf8)
    corps += octets + Array("\r\n--xyz--\r\n".utf8)
    return try await demander(.post, chemin, corps, type: "multipart/form-data; boundary=xyz")
  }

  private func demander(
    _ methode: Route.Methode, _ adresse: String, _ corps: [UInt8], type: String
  ) async throws -> Page {
    let parts = adresse.split(separator: "?", maxSplits: 1)
    let chemin = String(parts[0])
    let (route, parametres) = try #require(Client.route(methode, chemin), "\(adresse)")
    let (reponse, _) = await Guichet(site: site).repondre(
      route,
      Guichet.Demande(
        chemin: chemin, parametres: parametres, recherche: parts.count > 1 ? parts[1] : "",
        cookies: ["seance": seance.texte], typeDeCorps: type, corps: { _ in corps }))
    let vers = reponse.enTetes.first { $0.nom == "Location" }?.valeur
    switch reponse.corps {
    case .octets(let octets): return Page(statut: reponse.statut, vers: vers, octets: octets)
    case .fichier(let url, _):
      return Page(statut: reponse.statut, vers: vers, octets: Array(try Data(contentsOf: url)))
    }
  }

  private static func route(_ methode: Route.Methode, _ chemin: String) -> (Route, [String: String])? {
    let parts = chemin.split(separator: "/")
    for route in Site.routes where route.methode == methode {
      let pattern = route.chemin.split(separator: "/")
      let isSame =
        pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
      guard isSame else { continue }
      let named = zip(pattern, parts).filter { $0.0.hasPrefix(":") }.map { (String($0.dropFirst()), String($1)) }
      return (route, Dictionary(named) { first, _ in first })
    }
    return nil
  }

  fileprivate init(site: Site, seance: Jeton) {
    self.site = site
    self.seance = seance
  }
}

extension SiteDEssai {
  /// Someone new, signed in.
  func client(_ identifiant: String, _ profil: Profil) async throws -> Client {
    let utilisateur = try await creer(identifiant, profil)
    let jeton = Jeton()
    try await registre.ecrire { [instant] in
      try $0.ouvrir(seance: jeton.empreinte, of: utilisateur.id, instant: instant)
    }
    return Client(site: try site(), seance: jeton)
  }

  func etude(_ code: String, _ identifiant: String = "claire") async throws -> Client {
    try await client(identifiant, .etude([try #require(CodeEtude(code))]))
  }

  func comptable(_ codique: String, _ identifiant: String = "jean") async throws -> Client {
    try await client(identifiant, .comptable([try #require(Codique(codique))]))
  }

  func dossier(_ numero: String) async throws -> Fiche? {
    try await registre.lire { try $0.dossiers(numero: numero, .exploitant).first }
  }

  var dernierePosition: Int64 {
    get async throws { try await registre.lire { try $0.dernierePosition() } }
  }
}
