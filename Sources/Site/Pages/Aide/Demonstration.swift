/// The button of the demonstration that moves its clock forward; nothing in production.
enum Demonstration {
  static let routes = [
    Route(.post, "/demonstration/avancer", pour: .tous) { requete, _ in
      guard let avancer = requete.site.avancer else { throw FauteDePage.introuvable }
      try await avancer()
      return .redirection("/")
    }
  ]
}
