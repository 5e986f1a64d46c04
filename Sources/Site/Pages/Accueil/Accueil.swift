import Convention
import Registre

/// The first page: what waits for the visitor.
enum Accueil {
  static let routes = [
    Route(.get, "/", pour: .tous) { requete, visiteur in
      let nombres = try await requete.registre.lire { try $0.nombresParEtat(visiteur.perimetre) }
      return .page(
        Page("Bonjour \(visiteur.utilisateur.nom)", requete: requete, visiteur: visiteur, rubrique: "/") { h in
          h.definitions(nombres.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }, classe: "chiffres")
        })
    }
  ]
}
