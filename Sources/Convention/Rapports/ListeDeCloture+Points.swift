extension ListeDeCloture {
  /// The four returns of article 12, in its order.
  public enum Retour: String, Hashable, Sendable, CaseIterable {
    case facture, procesVerbaux, suspensions, adresses

    public var libelle: String {
      switch self {
      case .facture: "facture des droits dus"
      case .procesVerbaux: "procès-verbaux et leurs états de poursuites"
      case .suspensions: "formulaires de suspension ou d’interruption et leurs états de poursuites"
      case .adresses: "états de poursuites annotés des nouvelles adresses hors du ressort"
      }
    }

    public var exigence: String {
      switch self {
      case .facture: "R049"
      case .procesVerbaux: "R050"
      case .suspensions: "R051"
      case .adresses: "R052"
      }
    }
  }

  /// A line of the check list.
  public struct Point: Hashable, Sendable {
    public let retour: Retour
    /// Whether anything is to be returned here.
    public let attendu: Bool
    /// What lacks, in French, without a name or an address; empty where all is there or nothing is expected.
    public let manques: [String]
    public let article: Article

    public var complet: Bool { manques.isEmpty }
  }

  public var points: [Point] {
    Retour.allCases.map { retour in
      Point(retour: retour, attendu: isExpected(retour), manques: manques(retour), article: Article(12))
    }
  }

  /// All that is expected is there.
  public var estComplete: Bool { points.allSatisfy(\.complet) }

  private func isExpected(_ retour: Retour) -> Bool {
    switch retour {
    case .facture: droits != .aucun
    case .procesVerbaux: !procesVerbaux.isEmpty
    case .suspensions: !suspensions.isEmpty
    case .adresses: !adresses.isEmpty
    }
  }

  private func manques(_ retour: Retour) -> [String] {
    switch retour {
    case .facture: droits == .aFacturer ? ["facture des droits à établir"] : []
    case .procesVerbaux: []
    case .suspensions: suspensions.flatMap(\.manques)
    case .adresses:
      adresses.filter { $0.etatAnnote == nil }
        .map { "état de poursuites à annoter, redevable de rang \($0.rangRedevable)" }
    }
  }
}

extension ListeDeCloture.Suspension {
  fileprivate var manques: [String] {
    [
      formulaire == nil ? "formulaire de la suspension du \(demandeeLe.texte)" : nil,
      etatPoursuites == nil ? "état de poursuites de la suspension du \(demandeeLe.texte)" : nil,
    ].compactMap { $0 }
  }
}
