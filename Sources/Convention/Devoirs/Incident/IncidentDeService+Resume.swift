extension IncidentDeService {
  public var resume: ResumeDHistoire {
    ResumeDHistoire(
      cle: numero, libelle: libelle, etat: mot, poste: single(concernes.postes), postes: concernes.postes,
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

  private var mot: String {
    switch etat {
    case .prevu: "PREVU"
    case .ouvert: "EN_COURS"
    case .retabli: "RETABLI"
    case .clos: "CLOS"
    case .abandonne: "ABANDONNE"
    }
  }

  private func single<Value>(_ values: [Value]) -> Value? { values.count == 1 ? values[0] : nil }
}
