/// To whom an invoice is addressed.
///
/// Art. 4 and 16, al. 1 (R016): the director who signed the departmental contract; where there is none, the TPG and the DSF
/// jointly (art. 1, note 1).
public enum Payeur: Hashable, Sendable, Codable {
  case directeur(departement: Departement)
  case tresorierEtServicesFiscaux(departement: Departement)
  /// Only to be refused: nothing is billed to a poste (cahier 2, al. 5, R082).
  case poste(codique: Codique)

  /// The authority that the contract declares, else who signed it; where nothing says it, a director (R005).
  public static func signataire(_ contrat: ContratDepartemental, _ departement: Departement) -> Payeur {
    let isJoint = contrat.signatures.map { $0.directeur == nil } ?? false
    switch contrat.clauses.autorite ?? (isJoint ? .conjointe : .directeur) {
    case .directeur: return .directeur(departement: departement)
    case .conjointe: return .tresorierEtServicesFiscaux(departement: departement)
    }
  }

  public var libelle: String {
    switch self {
    case .directeur(let departement): "direction des finances publiques du département \(departement)"
    case .tresorierEtServicesFiscaux(let departement):
      "trésorier-payeur général et directeur des services fiscaux du département \(departement)"
    case .poste(let codique): "poste comptable \(codique)"
    }
  }
}
