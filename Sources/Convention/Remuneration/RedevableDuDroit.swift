/// Who owes the degressive proportional right.
///
/// Art. 16, al. 3 (R063) puts it among what is invoiced to the director; art. 8 of the décret puts it on the debtor, and
/// art. 11 spares public creditors the right of art. 10, which is therefore never computed.
public enum RedevableDuDroit: String, Hashable, Sendable, Codable, CaseIterable {
  case debiteur, directeur

  /// The décret, to which the convention refers.
  public static let defaut = RedevableDuDroit.debiteur

  public var libelle: String {
    switch self {
    case .debiteur: "droit proportionnel dû par le débiteur (décret 96-1080, article 8)"
    case .directeur: "droit proportionnel facturé au directeur (convention, article 16, alinéa 3)"
    }
  }
}
