import Registre

/// One thing that the site does: its address, who may, what its parameter names, and how.
///
/// The routes are one table (``Site/routes``), so that a test can walk them all as everyone.
public struct Route: Sendable {
  public enum Methode: String, Hashable, Sendable { case get = "GET", post = "POST" }

  /// What the parameter of an address names; whoever may not see it gets the same answer as if it did not exist.
  public enum Objet: Hashable, Sendable, CaseIterable {
    case dossier, fichierRecu, fichierEmis, rejet, brouillon, utilisateur, lien, transfert, document, recapitulatif,
      contrat, facture, incident, sollicitation
  }

  public enum Acces: Sendable {
    /// Anyone, signed in or not.
    case ouvert(@Sendable (Requete) async throws -> Reponse)
    /// Only signed-in visitors of these professions.
    case reserve(Set<Profil.Metier>, @Sendable (Requete, Visiteur) async throws -> Reponse)
  }

  public let methode: Methode
  /// Parameters are written `:nom`.
  public let chemin: String
  public let objet: Objet?
  public let acces: Acces

  /// A route that anyone may take.
  public init(
    ouverte methode: Methode, _ chemin: String, _ objet: Objet? = nil,
    _ action: @escaping @Sendable (Requete) async throws -> Reponse
  ) {
    self.methode = methode
    self.chemin = chemin
    self.objet = objet
    acces = .ouvert(action)
  }

  /// A route of some professions; a POST is refused without the visitor's token before its action is called.
  public init(
    _ methode: Methode, _ chemin: String, _ objet: Objet? = nil, pour metiers: Set<Profil.Metier>,
    _ action: @escaping @Sendable (Requete, Visiteur) async throws -> Reponse
  ) {
    self.methode = methode
    self.chemin = chemin
    self.objet = objet
    acces = .reserve(metiers, action)
  }
}

extension Set<Profil.Metier> {
  public static var tous: Set<Profil.Metier> { Set(Profil.Metier.allCases) }
  /// Those who may see dossiers one by one: CL1A has figures only (annexe I, R098).
  public static var deDossiers: Set<Profil.Metier> { tous.subtracting([.central]) }
}
