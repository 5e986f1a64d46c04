extension Dossier {
  /// What the étude did and received, as a liquidation takes it: acts, forms of suspension, new addresses out of the area, payments
  /// that still count.
  ///
  /// Art. 16 (R061–R064). Reading: a payment before the first act follows no intervention, so it brings no right and is left out;
  /// so is a new address whose postal code is not known.
  public func prestationsJudiciaires(ressort: Set<CodePostal>) -> [PrestationJudiciaire] {
    let acts = poursuites.actes.map { PrestationJudiciaire($0, demande: demande) }
    let forms = poursuites.retours.map {
      PrestationJudiciaire.suspension(le: $0.entete.fait, retour: $0.retour.referenceDocument)
    }
    let first = poursuites.actes.map(\.entete.fait).min()
    let paid = encaissements.filter { item in
      item.encaissement.creance > .zero && first.map { $0 <= item.entete.fait } ?? false
        && encaissement(item.encaissement.numero, of: item.entete.etude) == item
    }
    return acts + forms + nouvellesAdresses(ressort)
      + paid.map { PrestationJudiciaire.paiement(le: $0.entete.fait, $0.encaissement.creance) }
  }

  /// Art. 16, al. 4 (R064).
  private func nouvellesAdresses(_ ressort: Set<CodePostal>) -> [PrestationJudiciaire] {
    constats.compactMap { fait in
      guard fait.constat.code == Constat.Code.nouvelleAdresseHorsRessort.rawValue,
        let code = fait.constat.adresse?.codePostal.flatMap({ CodePostal($0) }), !ressort.contains(code)
      else { return nil }
      return .nouvelleAdresse(le: fait.entete.fait, code)
    }
  }
}
