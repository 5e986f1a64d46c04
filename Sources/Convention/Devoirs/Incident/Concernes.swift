/// Whom a fault deprives of the service: comptables and études, with the directions of their départements (R087,
/// R179–R180).
public struct Concernes: Hashable, Sendable, Codable {
  /// Each list is sorted and without doubles, so that the same set has the same bytes in the journal.
  public let postes: [Codique]
  public let etudes: [CodeEtude]
  public let departements: [Departement]

  public init(postes: Set<Codique>, etudes: Set<CodeEtude> = [], departements: Set<Departement>) throws(Refus) {
    guard !departements.isEmpty, !(postes.isEmpty && etudes.isEmpty) else {
      throw Refus(.incidentSansConcerne, under: Article(.cahierDesCharges, "3", alinea: 4))
    }
    self.postes = postes.sorted()
    self.etudes = etudes.sorted()
    self.departements = departements.sorted()
  }

  /// Who is told that the service does not answer: each poste and each étude.
  var aAviser: [Avis.Destinataire] { postes.map { .poste($0) } + etudes.map { .etude($0) } }

  /// Annexe qualité II.2 (R180): who is shown how the service comes back.
  var destinatairesDuPlan: [Avis.Destinataire] {
    postes.map { .poste($0) } + departements.map { .direction($0) } + [.cl1a]
  }

  func contains(_ destinataire: Avis.Destinataire) -> Bool {
    switch destinataire {
    case .poste(let codique): postes.contains(codique)
    case .etude(let code): etudes.contains(code)
    case .direction(let departement): departements.contains(departement)
    case .cl1a: true
    }
  }
}

/// A notice that left, to one addressee, with its proof (cahier 3, al. 4; R086–R087).
public struct Avis: Hashable, Sendable, Codable {
  public enum Destinataire: Hashable, Sendable, Codable {
    case poste(Codique)
    case etude(CodeEtude)
    /// The DDFiP or DRFiP of a département.
    case direction(Departement)
    /// The bureau CL1A of the DGFiP.
    case cl1a

    public var libelle: String {
      switch self {
      case .poste(let codique): "le poste \(codique)"
      case .etude(let code): "l’étude \(code)"
      case .direction(let departement): "la direction du département \(departement)"
      case .cl1a: "le bureau CL1A"
      }
    }
  }

  public let destinataire: Destinataire
  public let instant: Instant
  public let preuve: PreuveDEnvoi

  public init(_ destinataire: Destinataire, instant: Instant, preuve: PreuveDEnvoi) {
    self.destinataire = destinataire
    self.instant = instant
    self.preuve = preuve
  }
}
