extension IncidentDeService {
  /// Its state in one word, as lists and filters keep it.
  public enum Mot: String, Hashable, Sendable, CaseIterable {
    case prevu = "PREVU"
    case enCours = "EN_COURS"
    case retabli = "RETABLI"
    case clos = "CLOS"
    case abandonne = "ABANDONNE"

    /// In French, as it is shown.
    public var libelle: String {
      switch self {
      case .prevu: "prévu"
      case .enCours: "en cours"
      case .retabli: "rétabli"
      case .clos: "clos"
      case .abandonne: "abandonné"
      }
    }
  }

  public var mot: Mot {
    switch etat {
    case .prevu: .prevu
    case .ouvert: .enCours
    case .retabli: .retabli
    case .clos: .clos
    case .abandonne: .abandonne
    }
  }

  public var resume: ResumeDHistoire {
    ResumeDHistoire(
      cle: numero, libelle: libelle, etat: mot.rawValue, poste: single(concernes.postes), postes: concernes.postes,
      etude: single(concernes.etudes), departement: single(concernes.departements), echeance: echeance)
  }

  /// The day of the forty-eight hours while CL1A is not told; that of a planned outage while somebody is not.
  private var echeance: Jour? {
    switch (origine, etat) {
    case (_, .clos), (_, .abandonne): nil
    case (.prevu(let prevu), .prevu): nonAvises(at: prevu.instant).isEmpty ? nil : prevu.fenetre.de.jour
    case (.prevu(let prevu), .ouvert): firstNotice(to: .cl1a) == nil ? prevu.fenetre.a.jour : nil
    case (.detecte, .prevu), (.detecte, .ouvert), (_, .retabli):
      mustTellCL1A(at: enregistre) && firstNotice(to: .cl1a) == nil ? limites.cl1a.jour : nil
    }
  }

  private var libelle: String {
    let what =
      switch nature {
      case .qualite: "Défaut de qualité"
      case .disponibilite: "Indisponibilité"
      }
    switch origine {
    case .prevu(let prevu): return "Coupure prévue \(prevu.fenetre.texte)"
    case .detecte(let detecte): return "\(what), détection le \(detecte.instant.texte)"
    }
  }

  private func single<Value>(_ values: [Value]) -> Value? { values.count == 1 ? values[0] : nil }
}
