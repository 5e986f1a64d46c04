import Convention
import Registre

/// Someone who has signed in, for the time of one request.
public struct Visiteur: Sendable {
  public let utilisateur: Utilisateur
  /// What every form of his carries (CSRF): made from his session, useless in another.
  public let jeton: String
  /// SHA-256 of the session's secret: the secret itself is nowhere but in his browser.
  public let seance: [UInt8]

  public init(utilisateur: Utilisateur, jeton: String, seance: [UInt8]) {
    self.utilisateur = utilisateur
    self.jeton = jeton
    self.seance = seance
  }

  public var metier: Profil.Metier { utilisateur.profil.metier }
  public var perimetre: Perimetre { utilisateur.perimetre }

  /// The études that he acts for; none for another profession.
  var etudes: Set<CodeEtude> {
    if case .etude(let codes) = utilisateur.profil { codes } else { [] }
  }

  /// The postes that he acts for; none for another profession.
  var postes: Set<Codique> {
    if case .comptable(let codiques) = utilisateur.profil { codiques } else { [] }
  }
}

/// Names of what protects forms and sessions.
public enum Jetons {
  /// The hidden field of every form.
  public static let champ = "jeton"
}
