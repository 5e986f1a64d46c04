extension TarifJudiciaire {
  /// Where this version gives what pays a line: the décret 96-1080, then the code de commerce, which counts in euros.
  ///
  /// Art. 4 and 16 (R017, R061–R064).
  func articles(of cle: LigneDeFacture.Cle) -> [Article] {
    tauxDeBase > .zero
      ? TarifJudiciaire.duDecret(cle.nature).map { Article(.decret1996, $0) }
      : TarifJudiciaire.duCode(cle).map { Article(.codeCommerce, $0) }
  }

  /// The journey.
  var articleDuTransport: Article {
    tauxDeBase > .zero ? Article(.decret1996, "18") : Article(.codeCommerce, "A444-48")
  }

  private static func duDecret(_ nature: LigneDeFacture.Nature) -> [String] {
    switch nature {
    case .acte: ["6", "7"]
    case .suspension, .nouvelleAdresse: ["6"]
    case .engagement: ["13"]
    case .droitProportionnel: ["8"]
    case .disparition, .honoraireAmiable: []
    }
  }

  private static func duCode(_ cle: LigneDeFacture.Cle) -> [String] {
    switch cle.nature {
    case .acte: [actesDuCode[cle.acte], "A444-46"].compactMap(\.self)
    case .suspension, .nouvelleAdresse: [actesDuCode[cle.acte]].compactMap(\.self)
    case .engagement: ["A444-15"]
    case .droitProportionnel: ["A444-31"]
    case .disparition, .honoraireAmiable: []
    }
  }

  /// By the code of the act, those whose amount was found in the code de commerce.
  private static let actesDuCode = [
    "005": "A444-13", "042": "A444-14", "050": "A444-16", "50B": "A444-16", "051": "A444-16", "052": "A444-16",
    "090": "A444-23", "091": "A444-23", "092": "A444-23", "093": "A444-23",
  ]
}
