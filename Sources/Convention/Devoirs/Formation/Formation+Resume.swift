extension Formation {
  /// Its state in one word, as lists and filters keep it.
  public enum Mot: String, Hashable, Sendable, CaseIterable {
    case prevue = "PREVUE"
    case tenue = "TENUE"
    case close = "CLOSE"
    case annulee = "ANNULEE"

    /// In French, as it is shown.
    public var libelle: String {
      switch self {
      case .prevue: "prévue"
      case .tenue: "tenue"
      case .close: "close"
      case .annulee: "annulée"
      }
    }
  }

  public var mot: Mot {
    switch etat {
    case .prevue: .prevue
    case .tenue: .tenue
    case .close: .close
    case .annulee: .annulee
    }
  }

  public var resume: ResumeDHistoire {
    let nature =
      switch prevue.nature {
      case .initiale: "Formation initiale"
      case .renouvellement: "Formation renouvelée"
      }
    return ResumeDHistoire(
      cle: prevue.numero, libelle: "\(nature) du \(jourTenu?.texte ?? prevue.jour.texte)", etat: mot.rawValue,
      poste: prevue.postes.count == 1 ? prevue.postes[0] : nil, postes: prevue.postes, departement: prevue.departement,
      echeance: etat == .prevue ? prevue.jour : nil)
  }
}
