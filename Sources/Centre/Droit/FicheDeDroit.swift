import Convention
import Foundation

/// All that the program knows of an article, a requirement, a refusal or a rule: from the text to the code and back.
public struct FicheDeDroit: Hashable, Sendable {
  public let titre: String
  public let exigences: [Exigence]
  public let refus: [Refus.Motif]
  /// Each value, with its dates, whose source cites the article.
  public let valeurs: [ValeurAppliquee]
  public let points: [PointOuvert]
  public private(set) var politiques: [Politique]

  /// What is asked: `10`, `qualité I.2`, `R037`, `R-26`, `Carence`; nil where nothing answers.
  public init?(_ saisie: String, _ table: TableDeLaConvention = .embarquee) {
    let text = saisie.trimmingCharacters(in: .whitespaces)
    let found =
      FicheDeDroit.exigence(text, table) ?? FicheDeDroit.refus(text, table)
      ?? RechercheDArticle(text).flatMap { FicheDeDroit(article: $0, text, table) } ?? FicheDeDroit(regle: text, table)
    guard let found else { return nil }
    self = found
  }

  /// The same, with what a centre follows.
  public func suivie(_ lectures: LecturesDuCentre) -> FicheDeDroit {
    var fiche = self
    let types = Set(politiques.map(\.type))
    fiche.politiques = Politique.suivies(lectures).filter { types.contains($0.type) }
    return fiche
  }

  /// Nil where nothing at all is under the article.
  public init?(article: RechercheDArticle, _ saisie: String, _ table: TableDeLaConvention = .embarquee) {
    titre = "Article \(saisie)"
    exigences = table.exigences.filter(article.matches)
    refus = Refus.Motif.tous.filter { $0.articles.contains(where: article.matches) }
    valeurs = Bareme.rubriques.joined().filter(article.matches)
    points = PointOuvert.allCases.filter { $0.articles.contains(where: article.matches) }
    politiques = Politique.toutes.filter { $0.articles.contains(where: article.matches) }
    guard !exigences.isEmpty || !refus.isEmpty || !valeurs.isEmpty || !points.isEmpty || !politiques.isEmpty else {
      return nil
    }
  }

  /// A rule by the name of its type: the requirements whose code it is, and what stands under their articles.
  public init?(regle: String, _ table: TableDeLaConvention = .embarquee) {
    let type = regle.split(separator: ".").first.map(String.init) ?? regle
    let politiques = Politique.toutes.filter { $0.type.lowercased() == type.lowercased() }
    let cited = Set(Regles.exigences(regle) + politiques.flatMap(\.exigences))
    let rows = table.exigences.filter { row in cited.contains(row.id) || row.isDone(by: type.lowercased()) }
    guard !rows.isEmpty || !politiques.isEmpty else { return nil }
    self.init("Règle \(type)", rows, politiques: politiques)
  }

  private init(
    _ titre: String, _ exigences: [Exigence], refus: [Refus.Motif]? = nil, politiques: [Politique]? = nil
  ) {
    let places = exigences.compactMap(\.lieu)
    let ids = Set(exigences.map(\.id))
    self.titre = titre
    self.exigences = exigences
    self.refus = refus ?? Refus.Motif.tous.filter { motif in motif.articles.contains(where: places.contains) }
    valeurs = Bareme.rubriques.joined().filter { valeur in places.contains(where: valeur.cites) }
    points = PointOuvert.allCases.filter { point in point.articles.contains(where: places.contains) }
    self.politiques = politiques ?? Politique.toutes.filter { !ids.isDisjoint(with: $0.exigences) }
  }

  private static func exigence(_ text: String, _ table: TableDeLaConvention) -> FicheDeDroit? {
    guard let row = table.exigences.first(where: { $0.id == text.uppercased() }) else { return nil }
    return FicheDeDroit("Exigence \(row.id)", [row])
  }

  private static func refus(_ text: String, _ table: TableDeLaConvention) -> FicheDeDroit? {
    guard let motif = Refus.Motif.named(text.uppercased()) else { return nil }
    let rows = table.exigences.filter { row in
      row.lieu.map { place in motif.articles.contains { $0.covers(place) } } ?? false
    }
    return FicheDeDroit("Refus \(motif.code)", rows, refus: [motif])
  }
}

extension Article {
  /// The same place, or one of its alinéas where it names none.
  fileprivate func covers(_ other: Article) -> Bool {
    texte == other.texte && numero.lowercased() == other.numero.lowercased()
      && (alinea == nil || alinea == other.alinea)
  }
}

extension Exigence {
  /// Whether one of its sources is that type, or an extension of it.
  fileprivate func isDone(by type: String) -> Bool {
    regles.map { $0.lowercased() }.contains { $0 == type || $0.hasPrefix("\(type)+") }
  }
}
