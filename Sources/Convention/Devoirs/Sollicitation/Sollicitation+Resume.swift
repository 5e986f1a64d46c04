extension Sollicitation {
  /// Its state in one word, as lists and filters keep it.
  public enum Mot: String, Hashable, Sendable, CaseIterable {
    /// Waits for an answer.
    case ouverte = "OUVERTE"
    case repondue = "REPONDUE"
    case close = "CLOSE"

    /// In French, as it is shown.
    public var libelle: String {
      switch self {
      case .ouverte: "ouverte"
      case .repondue: "répondue"
      case .close: "close"
      }
    }
  }

  public var mot: Mot {
    switch etat {
    case .ouverte: estRepondue ? .repondue : .ouverte
    case .close: .close
    }
  }

  public var resume: ResumeDHistoire {
    ResumeDHistoire(cle: posee.numero, libelle: posee.objet.libelle, etat: mot.rawValue, poste: posee.poste)
  }
}
