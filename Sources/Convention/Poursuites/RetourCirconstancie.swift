/// The form by which the étude accounts for a suspension or an interruption asked by the comptable: no procès-verbal then (art. 10,
/// al. 8 ▸3, R043; art. 12 ▸3, R051; paid flat, art. 16, al. 2).
public struct RetourCirconstancie: Hashable, Sendable, Codable {
  public var etatPoursuites: String
  public var referenceDocument: String
  public var empreinteDocument: String?
  public var commentaire: String?
  public init(
    etatPoursuites: String, referenceDocument: String, empreinteDocument: String? = nil, commentaire: String? = nil
  ) {
    self.etatPoursuites = etatPoursuites
    self.referenceDocument = referenceDocument
    self.empreinteDocument = empreinteDocument
    self.commentaire = commentaire
  }
}

extension Dossier {
  /// The comptable asked to suspend (10) or to stop (12): what calls for a form.
  public var demandesDArret: [Actualisation] { actualisations.actives.filter { ["10", "12"].contains($0.code) } }

  /// Art. 12 ▸3 (R051): a suspension or an interruption that no form accounts for yet.
  public var attendFormulaire: Bool {
    demande.phase == .judiciaire && demandesDArret.count > poursuites.retours.count
  }
}
