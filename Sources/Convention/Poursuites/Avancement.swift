/// How far the judicial recovery is, told at the contract's rhythm (art. 10, al. 2, R033).
public struct Avancement: Hashable, Sendable, Codable {
  /// The steps of a recovery; the raw value is the code of the list `etape_poursuites`.
  public enum Etape: String, Hashable, Sendable, Codable, CaseIterable {
    case recherche = "01"
    case commandement = "02"
    case saisie = "03"
    case attenteDuComptable = "04"
    case vente = "05"
    case paiementEchelonne = "06"
    case fin = "07"
    case autre = "90"

    public var libelle: String {
      switch self {
      case .recherche: "recherche du débiteur ou de ses biens"
      case .commandement: "commandement signifié"
      case .saisie: "saisie pratiquée"
      case .attenteDuComptable: "attente de l’accord du comptable"
      case .vente: "vente préparée"
      case .paiementEchelonne: "paiements échelonnés"
      case .fin: "procédure achevée"
      case .autre: "autre"
      }
    }
  }
  public var etape: String
  public var commentaire: String?
  public init(etape: String, commentaire: String? = nil) {
    self.etape = etape
    self.commentaire = commentaire
  }
}
