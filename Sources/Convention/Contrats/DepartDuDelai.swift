/// The day 0 of the phase comminatoire: article 9, al. 1, and the paper form of the annexes do not say the same.
public enum DepartDuDelai: String, CaseIterable, Hashable, Sendable, Codable {
  case receptionParEtude = "RECEPTION"
  case dateDeLaDemande = "DEMANDE"

  /// The article prevails over the form; a contract may say otherwise (note 1 of the form).
  public static let defaut = DepartDuDelai.receptionParEtude

  /// As a page writes it.
  public var libelle: String {
    switch self {
    case .receptionParEtude: "à compter de la réception du dossier par l’étude (article 9, alinéa 1)"
    case .dateDeLaDemande: "à compter de la demande du comptable (formulaire annexé)"
    }
  }

  public func jourZero(demandeDu: Jour, recueLe: Jour) -> Jour {
    switch self {
    case .receptionParEtude: recueLe
    case .dateDeLaDemande: demandeDu
    }
  }
}

extension ContratDepartemental {
  public var departDuDelai: DepartDuDelai { clauses.departDuDelai ?? .defaut }
}
