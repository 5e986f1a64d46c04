extension ValeurAppliquee {
  /// Whether its source names this article; where both name an alinéa, the same one.
  public func cites(_ article: Article) -> Bool {
    article.texte.citations.contains { ValeurAppliquee.holds(source, $0 + article.numero, alinea: article.alinea) }
  }

  /// A citation that is not the beginning of a longer number: « article 1 » is not in « article 13 », nor « I.1 » in « I.1.2 ».
  private static func holds(_ source: String, _ citation: String, alinea: Int?) -> Bool {
    var rest = Substring(source)
    while let index = rest.indices.first(where: { rest[$0...].hasPrefix(citation) }) {
      let after = rest[index...].dropFirst(citation.count)
      if isEnd(after), isAlinea(after, alinea) { return true }
      rest = rest[index...].dropFirst()
    }
    return false
  }

  private static func isAlinea(_ after: Substring, _ alinea: Int?) -> Bool {
    guard let alinea, after.hasPrefix(", alinéa ") else { return true }
    return after.dropFirst(", alinéa ".count).prefix { $0.isNumber } == String(alinea)
  }

  private static func isEnd(_ after: Substring) -> Bool {
    guard let first = after.first else { return true }
    guard first == "." || first == "-" else { return !first.isLetter && !first.isNumber }
    return after.dropFirst().first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}

extension Article.Texte {
  /// How the sources of dated values begin a citation of it.
  fileprivate var citations: [String] {
    switch self {
    case .convention: ["convention, article ", "choix du projet, article "]
    case .cahierDesCharges: ["cahier des charges, point "]
    case .annexeEchanges: ["annexe II, ", "annexe II "]
    case .annexeQualite: ["annexe qualité, ", "annexe qualité "]
    case .codeProcedureCivile: ["code de procédure civile, article ", "code de procédure civile, "]
    case .loi2004: ["loi 2004-1485, article "]
    case .decret2008: ["décret 2008-554, article "]
    case .arrete2008: ["arrêté du 11 juin 2008, article "]
    case .decret1996: ["décret 96-1080, article "]
    case .codeCommerce: ["code de commerce, "]
    case .codeExecution: ["code des procédures civiles d’exécution, "]
    case .codeCollectivites: ["code général des collectivités territoriales, "]
    case .codeGeneralImpots: ["code général des impôts, article "]
    case .codeMarches: ["code des marchés publics, article "]
    case .codeCommandePublique: ["code de la commande publique, "]
    case .codeCivil: ["code civil, article "]
    }
  }
}
