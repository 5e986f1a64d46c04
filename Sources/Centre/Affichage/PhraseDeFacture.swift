import Convention

extension Facture.Acte {
  /// One French sentence for each fact of an invoice.
  public var phrase: String {
    switch self {
    case .emise(let projet, _): "Émise pour \(projet.total.ttc.texte) TTC, \(projet.payeur.libelle)"
    case .recue(let jour, let limite): "Reçue le \(jour.texte), à payer au plus tard le \(limite.texte)"
    case .payee(let jour, let montant): "Payée le \(jour.texte) : \(montant.texte)"
    case .rejetee(_, let motif): "Rejetée : \(motif)"
    case .interetsReclames(let jour, let interets): "Intérêts réclamés le \(jour.texte) : \(interets.total.texte)"
    case .interetsPayes(let jour, let montant): "Intérêts payés le \(jour.texte) : \(montant.texte)"
    }
  }
}
