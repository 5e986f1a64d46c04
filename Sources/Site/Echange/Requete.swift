import Centre
import Convention
import Registre

/// What a visitor asks, already bounded and decoded.
public struct Requete: Sendable {
  public let site: Site
  /// Names and values found in the address by the route.
  public var parametres: [String: String]
  /// What follows `?`.
  public var recherche: Formulaire
  /// Fields that were posted.
  public var formulaire: Formulaire
  /// Cookies by name.
  public var cookies: [String: String]
  /// The page asked for, without what follows `?`.
  public var chemin: String
  /// What its visitor must know on every page: outages that concern him.
  var avis: [String] = []
  /// Where its pages are read; nil for the base itself.
  var replique: Replique?

  public init(
    site: Site, chemin: String = "/", parametres: [String: String] = [:], recherche: Formulaire = Formulaire(),
    formulaire: Formulaire = Formulaire(), cookies: [String: String] = [:]
  ) {
    self.site = site
    self.chemin = chemin
    self.parametres = parametres
    self.recherche = recherche
    self.formulaire = formulaire
    self.cookies = cookies
  }

  public var centre: Centre { site.centre().lisant(replique) }
  public var registre: Registre { centre.registre }
  /// Real time, for sessions and the door.
  public var montre: Instant { site.montre.instant }
  /// The centre's time, for everything else.
  public var instant: Instant { centre.horloge.instant }
  public var jour: Jour { centre.horloge.jour }

  /// The number in the address; what is no number names nothing.
  public func numero(_ nom: String = "id") throws(FauteDePage) -> Int64 {
    guard let texte = parametres[nom], let numero = Int64(texte), numero > 0 else { throw .introuvable }
    return numero
  }
}
