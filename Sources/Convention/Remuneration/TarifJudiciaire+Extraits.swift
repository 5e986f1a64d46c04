extension Dated where Value == TarifJudiciaire {
  /// The version of a day, of which only what pays a line is said: the whole is a long text.
  func appliquee(on jour: Jour, for cle: LigneDeFacture.Cle) -> ValeurAppliquee {
    let (whole, tarif) = (appliquee(on: jour), value(on: jour))
    return ValeurAppliquee(
      nom: "\(whole.nom), version \(tarif.nom)", texte: tarif.extrait(cle), du: whole.du, au: whole.au,
      source: whole.source, verifiee: whole.verifiee)
  }
}

extension TarifJudiciaire {
  /// What pays an act, the right of engagement, a flat sum or the proportional right.
  fileprivate func extrait(_ cle: LigneDeFacture.Cle) -> String {
    switch cle.nature {
    case .acte: ([base, prix(cle.acte)].compactMap(\.self) + [multiples]).joined(separator: " ; ")
    case .suspension, .nouvelleAdresse, .disparition, .honoraireAmiable:
      [base, prix(cle.acte)].compactMap(\.self).joined(separator: " ; ")
    case .engagement: [base, "engagement \(engagement.texte)"].compactMap(\.self).joined(separator: " ; ")
    case .droitProportionnel: droitDegressif.texte
    }
  }

  private var base: String? { tauxDeBase > .zero ? "taux de base \(tauxDeBase.texte)" : nil }
  private func prix(_ code: String) -> String? { actes[code].map { "\(code) : \(TarifJudiciaire.texte($0))" } }

  private var multiples: String {
    coefficients.map { item in
      "× \(TarifJudiciaire.decimal(item.dixiemes))" + (item.jusqua.map { " jusqu’à \($0.texte)" } ?? " au-delà")
    }.joined(separator: ", ")
  }
}
