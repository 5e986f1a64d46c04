import Convention
import Registre

extension Lecture {
  /// The number of the invoice that ended the billing of what is due to an étude for a judicial dossier; nil as long as something
  /// is not billed, or there is nothing to bill (art. 12 ▸1, R049). A rejected invoice counts for nothing.
  ///
  /// - Parameter dossier: reached through a `Perimetre`. Whoever sees it sees the number, never the invoice.
  public func numeroDeFacture(of dossier: Dossier, _ lectures: LecturesDuCentre) throws -> String? {
    guard let code = dossier.attributaire, dossier.listeDeCloture()?.droits == .aFacturer, let etude = try etude(code),
      let prestations = PrestationsDuDossier(dossier, of: code, chez: etude, lectures)
    else { return nil }
    let due = prestations.liquidation.lignes.map(\.ligne.cle)
    let factures = try factures(of: code)
    guard !due.isEmpty, due.allSatisfy(FacturesEmises(factures).holds) else { return nil }
    let name = dossier.demande.cle.description
    return factures.filter { facture in
      facture.etat != .rejetee && facture.projet.lignes.contains { $0.cle.dossier == name }
    }.max { ($0.projet.le, $0.projet.numero) < ($1.projet.le, $1.projet.numero) }?.projet.numero
  }

  /// All that an étude has billed: some a year.
  func factures(of etude: CodeEtude) throws -> [Facture] {
    try histoiresEntieres(Facture.self, .etudes([etude])).map(\.histoire)
  }
}
