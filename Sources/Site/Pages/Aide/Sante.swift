import Registre

/// For whoever watches the service: is it up, does its base answer, which day was closed last. Nothing of anyone.
enum Sante {
  static let routes = [
    Route(ouverte: .get, "/sante") { requete in
      let closed = try await requete.registre.consulter { try $0.derniereJourneeClose() }
      let jour = closed.map { "\"\($0.iso)\"" } ?? "null"
      return Reponse(
        enTetes: [("Content-Type", "application/json")],
        corps: .octets(Array("{\"etat\": \"en service\", \"derniere_journee_close\": \(jour)}\n".utf8)))
    }
  ]
}
