import Foundation

/// What the site answers.
public struct Reponse: Sendable {
  public enum Corps: Sendable {
    case octets([UInt8])
    /// A file sent as it is read, then removed if it was made for this answer.
    case fichier(URL, ephemere: Bool)
  }

  public var statut: Int
  public var enTetes: [(nom: String, valeur: String)]
  public var corps: Corps

  public init(statut: Int = 200, enTetes: [(nom: String, valeur: String)] = [], corps: Corps) {
    self.statut = statut
    self.enTetes = enTetes
    self.corps = corps
  }

  public static func page(_ page: Page, statut: Int = 200) -> Reponse {
    var html = HTML()
    page.ecrire(&html)
    return Reponse(statut: statut, enTetes: [("Content-Type", "text/html; charset=utf-8")], corps: .octets(html.octets))
  }

  /// After something was done: the page to look at next (303), so that reloading does nothing twice.
  public static func redirection(_ url: String) -> Reponse {
    Reponse(statut: 303, enTetes: [("Location", url)], corps: .octets([]))
  }

  /// A file to keep, named by us.
  public static func telechargement(_ corps: Corps, nom: String, type: String) -> Reponse {
    Reponse(
      enTetes: [("Content-Type", type), ("Content-Disposition", "attachment; filename=\"\(nom)\"")], corps: corps)
  }
}

/// Why a page cannot be shown; each has its own page, in French, without anyone's data.
public enum FauteDePage: Error, Hashable, Sendable {
  /// It does not exist, or is not the visitor's to see: the same answer.
  case introuvable
  /// His profession has nothing to do here.
  case interdit
  /// A form without the visitor's token, or with another's.
  case jetonAbsent
  case formulaireIllisible
  /// A one-time link that is unknown, used, or over: the same answer.
  case lienPerime
  case tropLourd(limite: Int)
  /// The base is taken by a longer work: a night's file, the closing of a day.
  case occupe
}
