import Convention
import Foundation
import MoteurDEssai
import Registre
import SQLEngine
import Testing

@testable import Site

/// What a visitor of the tests brings: his cookie, and the token of his forms.
struct Seance: Sendable {
  let cookies: [String: String]
  let jeton: String
}

/// What was answered, its body read whole.
struct Recu: Equatable {
  let statut: Int
  let lieu: String?
  let octets: [UInt8]
  var texte: String { String(decoding: octets, as: UTF8.self) }
}

extension MondeDuSite {
  /// Opens a session as the door does, without the time that a password takes.
  func seance(_ role: Role) async throws -> Seance {
    let utilisateur = try #require(utilisateurs[role])
    let jeton = Jeton()
    try await registre.ecrire {
      try $0.ouvrir(seance: jeton.empreinte, of: utilisateur.id, instant: MondeDuSite.instant)
    }
    return Seance(cookies: ["seance": jeton.texte], jeton: jeton.deFormulaire)
  }

  /// Sends a request through the counter, as the server does: `valeur` is what the address names.
  ///
  /// A form has its token when one is given, the key that makes it one act, and these fields.
  func demander(
    _ page: PageDuSite, _ valeur: String? = nil, _ seance: Seance?, jeton: String? = nil, recherche: String = "",
    champs: [String: String] = [:]
  ) async throws -> Recu {
    let fields = champs.merging(["cle": "essai", Jetons.champ: jeton ?? ""]) { first, _ in first }
    let corps = Array(fields.map { "\($0.key)=\($0.value)" }.joined(separator: "&").utf8)
    let parametres = page.parametres(valeur)
    let demande = Guichet.Demande(
      chemin: parametres.reduce(page.route.chemin) { $0.replacing(":\($1.key)", with: $1.value) },
      parametres: parametres, recherche: recherche[...], cookies: seance?.cookies ?? [:],
      typeDeCorps: "application/x-www-form-urlencoded"
    ) { _ in corps }
    return try read(await Guichet(site: site).repondre(page.route, demande).0)
  }

  private func read(_ reponse: Reponse) throws -> Recu {
    let lieu = reponse.enTetes.first { $0.nom == "Location" }?.valeur
    switch reponse.corps {
    case .octets(let octets): return Recu(statut: reponse.statut, lieu: lieu, octets: octets)
    case .fichier(let url, _):
      return Recu(statut: reponse.statut, lieu: lieu, octets: Array(try Data(contentsOf: url)))
    }
  }

  /// Everything that the base holds, table by table, as text.
  func photographie() async throws -> [String: [String]] { try await MoteurDEssai.photographie(engine) }

  /// The first value of a statement, as an address writes it.
  func valeur(_ sql: String) async throws -> String {
    try await engine.read { connection in
      try #require(try connection.first(sql) { $0.text(0) }, "\(sql) : the world of this test lacks it")
    }
  }
}
