import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle

/// The site over HTTP: the only file that knows Hummingbird's router.
public struct ServeurHTTP: Service {
  private let site: Site
  private let isReady: @Sendable (Int) async -> Void

  /// - Parameter isReady: told the port once the site answers.
  public init(_ site: Site, isReady: @escaping @Sendable (Int) async -> Void = { _ in }) {
    self.site = site
    self.isReady = isReady
  }

  public func run() async throws {
    let application = application
    try await withTaskExecutorPreference(ExecuteurDesBoucles(application.eventLoopGroup)) {
      try await application.run()
    }
  }

  var application: Application<RouterResponder<BasicRequestContext>> {
    var quiet = site.journal
    quiet.logLevel = max(.warning, quiet.logLevel)
    let isReady = isReady
    return Application(
      router: router, configuration: .init(address: .hostname(site.reglage.adresse, port: site.reglage.port)),
      onServerRunning: { channel in await isReady(channel.localAddress?.port ?? 0) }, logger: quiet)
  }

  private var router: Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Introuvables(site: site))
    for ressource in Ressources.toutes {
      let reponse = ressource.reponse
      router.on(RouterPath(ressource.url), method: .get) { _, _ in try await Traduction.response(reponse, self.site) }
    }
    for route in Site.routes { serve(route, on: router) }
    return router
  }

  private func serve(_ route: Route, on router: Router<BasicRequestContext>) {
    let guichet = Guichet(site: site)
    let method: HTTPRequest.Method = route.methode == .get ? .get : .post
    router.on(RouterPath(route.chemin), method: method) { request, context in
      let start = ContinuousClock.now
      let (reponse, visiteur) = await guichet.repondre(route, Traduction.demande(request, context))
      let spent = (ContinuousClock.now - start) / .milliseconds(1)
      guichet.site.journal.debug(
        "Page",
        metadata: [
          "methode": "\(route.methode.rawValue)", "route": "\(route.chemin)", "statut": "\(reponse.statut)",
          "utilisateur": "\(visiteur?.utilisateur.id ?? 0)", "ms": "\(Int(spent))",
        ])
      return try await Traduction.response(reponse, guichet.site)
    }
  }
}

/// What no route answers gets a page too.
private struct Introuvables: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch is HTTPError {
      let reponse = PageDErreur(FauteDePage.introuvable, Requete(site: site), nil, site.journal).reponse
      return try await Traduction.response(reponse, site)
    }
  }
}
