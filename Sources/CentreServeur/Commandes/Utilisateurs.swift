import ArgumentParser
import Registre
import Site

/// Who signs in to the site.
struct GererUtilisateurs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "utilisateurs", abstract: "Comptes du site : ajouter, bloquer, remettre un lien, lister.",
    subcommands: [
      UtilisateursAjouter.self, UtilisateursBloquer.self, UtilisateursDebloquer.self, UtilisateursReinitialiser.self,
      UtilisateursLister.self,
    ])
}

extension Registre {
  /// The person of an identifier, or a refusal.
  func utilisateur(_ identifiant: String) async throws -> Utilisateur {
    let folded = Utilisateur.identifiant(identifiant) ?? identifiant
    guard let compte = try await lire({ try $0.compte(identifiant: folded) }) else {
      throw FauteDeCompte.inconnu(folded)
    }
    return compte.utilisateur
  }
}

extension LienUnique {
  var phrase: String { "Lien à remettre, valable jusqu’au \(fin.texte) :\n\(url)" }
}

extension JSONValue {
  init(_ utilisateur: Utilisateur) {
    self = .objet([
      ("identifiant", .texte(utilisateur.identifiant)), ("nom", .texte(utilisateur.nom)),
      ("metier", .texte(utilisateur.profil.metier.rawValue)),
      ("codes", .liste(utilisateur.profil.codes.map { .texte($0) })), ("bloque", .booleen(utilisateur.bloque)),
    ])
  }
}
