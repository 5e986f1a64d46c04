/// Why a date or an amount is what it is: rule, article, reading chosen, inputs, dated values used, arithmetic.
public struct Explication: Hashable, Sendable {
  public struct Donnee: Hashable, Sendable {
    public let nom: String
    public let texte: String
    public init(_ nom: String, _ texte: String) {
      self.nom = nom
      self.texte = texte
    }
  }

  /// What is explained: « Terme de la phase comminatoire ».
  public let titre: String
  /// The Swift type that holds the rule, as `docs/convention.md` names it.
  public let regle: String
  public let articles: [Article]
  /// Requirements: `R027`.
  public let exigences: [String]
  /// Where the text is open: the reading that was followed.
  public let politique: String?
  public let donnees: [Donnee]
  public let valeurs: [ValeurAppliquee]
  /// One step a line: « 12,55 % × 100,00 € = 12,55 € ».
  public let calcul: [String]
  public let resultat: String

  public init(
    _ titre: String, regle: String, articles: [Article], exigences: [String], politique: String? = nil,
    donnees: [Donnee] = [], valeurs: [ValeurAppliquee] = [], calcul: [String] = [], resultat: String
  ) {
    self.titre = titre
    self.regle = regle
    self.articles = articles
    self.exigences = exigences
    self.politique = politique
    self.donnees = donnees
    self.valeurs = valeurs
    self.calcul = calcul
    self.resultat = resultat
  }
  /// The same with one more step.
  public func adding(calcul step: String) -> Explication {
    Explication(
      titre, regle: regle, articles: articles, exigences: exigences, politique: politique, donnees: donnees,
      valeurs: valeurs, calcul: calcul + [step], resultat: resultat)
  }

  /// The same of one thing among several: « Date limite de reversement de P1 ».
  public func titled(_ titre: String) -> Explication {
    Explication(
      titre, regle: regle, articles: articles, exigences: exigences, politique: politique, donnees: donnees,
      valeurs: valeurs, calcul: calcul, resultat: resultat)
  }
}
