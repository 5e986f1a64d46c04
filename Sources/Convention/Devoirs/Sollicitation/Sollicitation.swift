/// What a comptable asks the centre, or remarks, and what it answers (annexe qualité III; cahier 3, al. 2; R084, R191).
///
/// Nothing in it has a price: the service is free for comptables (cahier 2, al. 5; annexe II; R082, R104).
public struct Sollicitation: Histoire {
  public static let genre = GenreDHistoire.sollicitation

  public enum Objet: String, Hashable, Sendable, Codable, CaseIterable {
    case suiviDeDossier, conseil, aideALOutil
    /// On the respect of the convention: it goes into the report to CL1A and the directions (R084).
    case observation
    /// Of the training: once a year, by a form of its own (R187).
    case renouvellement

    /// Those that a comptable chooses from when he writes.
    public static let auChoix: [Objet] = [.suiviDeDossier, .conseil, .aideALOutil, .observation]

    public var libelle: String {
      switch self {
      case .suiviDeDossier: "suivi d’un dossier"
      case .conseil: "conseil sur le recouvrement"
      case .aideALOutil: "aide à l’utilisation de l’outil"
      case .observation: "observation sur le respect de la convention"
      case .renouvellement: "renouvellement de la formation"
      }
    }
  }

  public enum Etat: Hashable, Sendable {
    case ouverte
    case close(Instant)
  }

  public struct Posee: Hashable, Sendable, Codable {
    public let numero: String
    public let poste: Codique
    /// The number of the user who asks.
    public let auteur: Int64
    public let objet: Objet
    public let texte: TexteLibre
    public let demande: CleDemande?
    public let instant: Instant
  }

  public struct Reponse: Hashable, Sendable, Codable {
    public let texte: TexteLibre
    /// The number of the user who answers.
    public let par: Int64
    public let instant: Instant
    public init(texte: TexteLibre, par: Int64, instant: Instant) {
      self.texte = texte
      self.par = par
      self.instant = instant
    }
  }

  public enum Acte: Hashable, Sendable, Codable {
    case posee(Posee)
    case repondue(Reponse)
    case close(instant: Instant)
    case rouverte(texte: TexteLibre, par: Int64, instant: Instant)
  }

  public let posee: Posee
  public private(set) var etat = Etat.ouverte
  public private(set) var reponses: [Reponse] = []
  /// What its author wrote since it was opened again; counts the reopenings.
  public private(set) var relances: [Reponse] = []
  /// An answer came since it was asked, or asked again: by order, for two facts may bear the same instant.
  public private(set) var estRepondue = false
  /// The last fact.
  public private(set) var dernier: Instant

  public init?(_ premier: Acte) {
    switch premier {
    case .posee(let posee): (self.posee, dernier) = (posee, posee.instant)
    case .repondue, .close, .rouverte: return nil
    }
  }

  public mutating func apply(_ acte: Acte) {
    switch acte {
    case .posee: break
    case .repondue(let reponse):
      reponses.append(reponse)
      estRepondue = true
      dernier = reponse.instant
    case .close(let instant): (etat, dernier) = (.close(instant), instant)
    case .rouverte(let texte, let par, let instant):
      relances.append(Reponse(texte: texte, par: par, instant: instant))
      estRepondue = false
      (etat, dernier) = (.ouverte, instant)
    }
  }
}
