import Convention
import Registre

extension Lecture {
  /// The number of the invoice on which an étude put what is due to it for a judicial dossier; nil as long as there is none, or
  /// nothing to bill (art. 12 ▸1, R049). Of several, the last one; a rejected one counts for nothing.
  ///
  /// - Parameter dossier: reached through a `Perimetre`. Whoever sees it sees the number, never the invoice.
  public func numeroDeFacture(of dossier: Dossier) throws -> String? {
    guard let etude = dossier.attributaire, dossier.listeDeCloture()?.droits == .aFacturer else { return nil }
    let name = dossier.demande.cle.description
    return try factures(of: etude).filter { facture in
      facture.etat != .rejetee && facture.projet.lignes.contains { $0.cle.dossier == name }
    }.max { ($0.projet.le, $0.projet.numero) < ($1.projet.le, $1.projet.numero) }?.projet.numero
  }

  /// All that an étude has billed: some a year.
  func factures(of etude: CodeEtude) throws -> [Facture] {
    var found: [Facture] = []
    let batch = 100
    while true {
      let page = try histoires(.facture, .etudes([etude]), limit: batch, offset: found.count)
      found += try page.compactMap { try histoire(Facture.self, cle: $0.cle, .etudes([etude]))?.histoire }
      if page.count < batch { return found }
    }
  }
}
