/// A choice that the texts leave open, held by an enum of its own: another choice changes no rule.
public protocol LectureAuChoix: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  /// What is followed unless someone chooses otherwise.
  static var defaut: Self { get }
  /// As a page writes it.
  var libelle: String { get }
}

/// One such choice as it is shown: the question, what is followed, what could be, and why.
///
/// A page lists them all, so that nothing is decided in silence.
public struct Politique: Hashable, Sendable {
  public struct Choix: Hashable, Sendable {
    /// As an option of a command names it: `brutVentile`.
    public let nom: String
    public let libelle: String
  }

  /// The Swift type that holds it.
  public let type: String
  public let question: String
  public let articles: [Article]
  /// Requirements: `R027`.
  public let exigences: [String]
  public let choix: Choix
  public let autres: [Choix]
  /// Who chooses, and where, in French.
  public let reglage: String
  /// Where the choice comes from, in French.
  public let source: String

  init<Lecture: LectureAuChoix>(
    _ lecture: Lecture, _ question: String, articles: [Article], exigences: [String],
    reglage: String, source: String
  ) {
    let all = Lecture.allCases.map { Choix(nom: $0.rawValue, libelle: $0.libelle) }
    type = "\(Lecture.self)"
    self.question = question
    self.articles = articles
    self.exigences = exigences
    choix = Choix(nom: lecture.rawValue, libelle: lecture.libelle)
    autres = all.filter { $0.nom != lecture.rawValue }
    self.reglage = reglage
    self.source = source
  }
}

extension DepartDuDelai: LectureAuChoix {}
extension PolitiqueDImputation: LectureAuChoix {}
extension ImputationSurTitres: LectureAuChoix {}
extension RedevableDuDroit: LectureAuChoix {}
extension PolitiqueDesAcomptes: LectureAuChoix {}
extension Report642: LectureAuChoix {}
extension AnneeDeFormation: LectureAuChoix {}

extension Politique {
  /// Every policy of the module, with what is followed by default.
  public static let toutes = suivies(LecturesDuCentre())

  /// Every policy of the module, with what a centre follows, in the order of the articles.
  public static func suivies(_ lectures: LecturesDuCentre) -> [Politique] {
    [
      Politique(
        DepartDuDelai.defaut, "Quel est le jour 0 de la phase comminatoire ?",
        articles: [Article(9, alinea: 1)], exigences: ["R027"],
        reglage: "clause « depart_du_delai » du contrat",
        source: "l’article l’emporte sur le formulaire annexé ; le contrat peut en décider autrement"),
      Politique(
        PolitiqueDesAcomptes.defaut, "Quel délai de reversement pour un acompte ?",
        articles: [Article(14, alinea: 2), Article(.decret1996, "25")], exigences: ["R056", "R057"],
        reglage: "fixée par la convention ; l’autre délai n’est là que pour comparer",
        source: "les délais que les signataires ont écrits, plus courts que ceux du décret 2014-673"),
      Politique(
        PolitiqueDImputation.defaut, "Comment partager un paiement entre la dette et les frais ?",
        articles: [Article(15), Article(.decret2008, "2")], exigences: ["R059"],
        reglage: "« rejouer » et « expliquer montant » la comparent ; elle ne récrit rien",
        source:
          "aucun texte ne partage un paiement fait à l’étude : ce qu’elle a écrit n’est pas récrit ; tapé sans partage, il "
          + "se ventile (brutVentile) ; payé au comptable, les frais viennent d’abord (décret 2008-554, article 2)"),
      Politique(
        ImputationSurTitres.defaut, "À quel titre de recettes va un paiement ?",
        articles: [Article(7, alinea: 2), Article(.codeCivil, "1342-10")], exigences: ["R025"],
        reglage: "fixée par le format d’échange",
        source: "règle 332 du format d’échange, à défaut de répartition"),
      Politique(
        lectures.redevableDuDroit, "Qui doit le droit proportionnel dégressif ?",
        articles: [Article(16, alinea: 3), Article(.decret1996, "8")], exigences: ["R063"],
        reglage: "configuration, clé lecture.droit-degressif",
        source: "le décret, auquel la convention renvoie"),
      Politique(
        lectures.reportDeFacture, "Le dernier jour pour payer une facture est-il reporté ?",
        articles: [Article(17), Article(.codeProcedureCivile, "642")], exigences: ["R066"],
        reglage: "configuration, clé lecture.report-facture",
        source: "la lettre de la convention ; le report est écrit pour les délais de procédure"),
      Politique(
        lectures.anneeDeFormation, "Quand commence l’année d’un renouvellement de formation ?",
        articles: [Article(.annexeQualite, "III")], exigences: ["R187"],
        reglage: "configuration, clé lecture.formation",
        source: "choix du projet : le texte dit « une fois par an » sans plus"),
    ]
  }
}
