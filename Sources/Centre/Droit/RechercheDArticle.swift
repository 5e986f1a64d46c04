import Convention

/// An article as a clerk types it: `10`, `art. 10, al. 5`, `qualité I.2`, `cahier 3`, `II.1.1`, `642`, `formulaire`.
///
/// A plain number up to the last article is the convention's own; another number is looked for in the texts that it applies; a
/// Roman one in both annexes.
public struct RechercheDArticle: Hashable, Sendable {
  let textes: Set<Article.Texte>
  let numero: String
  let alinea: Int?
  /// Parts of the convention that number nothing: annexe I, the form, its stub.
  let partie: String?

  static let dernierArticle = 22
  private static let parties = ["annexe i", "formulaire", "talon", "préambule"]

  /// Nil where no number can be read.
  public init?(_ saisie: String) {
    let words = RechercheDArticle.words(saisie)
    let text = words.joined(separator: " ")
    if let partie = RechercheDArticle.parties.first(where: { $0 == text }) {
      (textes, numero, alinea, self.partie) = ([], "", nil, partie)
      return
    }
    let scope = RechercheDArticle.scope(words)
    let plain = words.filter { !RechercheDArticle.noise.contains($0) }
    guard let numero = plain.first(where: { $0.contains { $0.isNumber } || RechercheDArticle.isRoman($0) }) else {
      return nil
    }
    let suite = plain.drop { $0 != numero }.dropFirst().first.flatMap {
      $0.count == 1 && ("a"..."c").contains($0) ? " \($0)" : nil
    }
    self.numero = numero + (suite ?? "")
    alinea = RechercheDArticle.alinea(words)
    textes = scope ?? RechercheDArticle.textes(numero)
    partie = nil
  }

  /// Small letters, without what only joins.
  private static func words(_ saisie: String) -> [String] {
    saisie.lowercased().replacing("’", with: "'").replacing("art.", with: "article ").replacing("al.", with: "alinéa ")
      .split { " ,;()'".contains($0) }.map(String.init)
  }

  private static let noise: Set<String> = [
    "article", "articles", "point", "de", "la", "du", "des", "l", "annexe", "qualité", "qualite", "échanges",
    "echanges",
    "cahier", "charges", "convention", "alinéa", "alinea",
  ]

  private static func scope(_ words: [String]) -> Set<Article.Texte>? {
    if words.contains("cahier") { return [.cahierDesCharges] }
    if words.contains("qualité") || words.contains("qualite") { return [.annexeQualite] }
    if words.contains("échanges") || words.contains("echanges") { return [.annexeEchanges] }
    if words.contains("convention") { return [.convention] }
    return nil
  }

  private static func alinea(_ words: [String]) -> Int? {
    guard let index = words.firstIndex(where: { ["alinéa", "alinea"].contains($0) }), index + 1 < words.count else {
      return nil
    }
    return Int(words[index + 1])
  }

  private static func textes(_ numero: String) -> Set<Article.Texte> {
    if let number = Int(numero) {
      return (1...dernierArticle).contains(number) ? [.convention] : autres
    }
    return isRoman(numero) ? [.annexeEchanges, .annexeQualite] : autres
  }

  private static let autres: Set<Article.Texte> = [
    .codeProcedureCivile, .loi2004, .decret2008, .arrete2008, .decret1996, .codeCommerce, .codeExecution,
    .codeCollectivites, .codeGeneralImpots, .codeMarches, .codeCommandePublique, .codeCivil,
  ]

  /// `i.1`, `ii.1.1.1`, `ii-2`, `iii`.
  private static func isRoman(_ word: String) -> Bool { word.wholeMatch(of: /[iv]+([.-]\d+)*/) != nil }
}

extension RechercheDArticle {
  /// The same article, or a point within it in an annexe.
  func matches(_ article: Article) -> Bool {
    guard textes.contains(article.texte), alinea == nil || article.alinea == nil || alinea == article.alinea else {
      return false
    }
    let other = article.numero.lowercased()
    return other == numero || RechercheDArticle.isRoman(numero) && isWithin(other)
  }

  private func isWithin(_ other: String) -> Bool { other.hasPrefix("\(numero).") || other.hasPrefix("\(numero) ") }

  func matches(_ exigence: Exigence) -> Bool {
    if let partie {
      return exigence.article.lowercased() == partie || partie == "annexe i" && exigence.partie.contains("Annexe I :")
    }
    guard let lieu = exigence.lieu else { return false }
    return matches(lieu) && (alinea == nil || lieu.alinea == alinea)
  }

  func matches(_ valeur: ValeurAppliquee) -> Bool {
    textes.contains { texte in
      [numero, numero.uppercased()].contains { valeur.cites(Article(texte, $0, alinea: alinea)) }
    }
  }
}
