/// The numbers of the law, each with its first day and its text: delays here, the others beside, in `Bareme+…`.
public enum Bareme {
  private static let signature = Jour(2010, 12, 15)

  /// Art. 9, al. 1 (R027): length of the phase comminatoire unless the contract says otherwise.
  public static let delaiComminatoireDays = Dated(
    "durée de la phase comminatoire", "jours",
    [
      .init(from: signature, 75, source: "convention, article 9, alinéa 1")
    ])

  /// Art. 9, al. 2 (R030): length in a contract renewed after missed objectives.
  public static let delaiComminatoireReduitDays = Dated(
    "durée réduite de la phase comminatoire", "jours",
    [
      .init(from: signature, 60, source: "convention, article 9, alinéa 2")
    ])

  /// Art. 10, al. 1 (R032): length of the judicial recovery.
  public static let delaiJudiciaireDays = Dated(
    "durée du recouvrement judiciaire", "jours",
    [
      .init(from: signature, 50, source: "convention, article 10, alinéa 1")
    ])

  /// Annexe qualité I.1 (R147): first letter, from the reception by the étude.
  public static let premiereLettreDays = Dated(
    "délai de la première lettre", "jours",
    [
      .init(from: signature, 3, source: "annexe qualité, I.1")
    ])

  /// Days before the term from which a missing second letter is an alert (R148; the text says only « avant la fin »).
  public static let alerteSecondeLettreDays = Dated(
    "alerte de la seconde lettre, avant le terme", "jours",
    [
      .init(from: signature, 15, source: "choix du projet, annexe qualité I.1 sans chiffre")
    ])

  /// Annexe qualité I.2 (R156–R158): follow-up, from the hand-over to the étude.
  public static let relanceDays: [Relance.Rang: Dated<Int>] = [
    .accuse: Dated("relance sans accusé", "jours", [.init(from: signature, 8, source: "annexe qualité, I.2")]),
    .quinzaine: Dated("relance sans action", "jours", [.init(from: signature, 15, source: "annexe qualité, I.2")]),
    .quarantaine: Dated("relance sans effet", "jours", [.init(from: signature, 40, source: "annexe qualité, I.2")]),
  ]

  /// Art. 19 (R069): length of a contract, in years.
  public static let dureeContratYears = Dated(
    "durée d’un contrat départemental", "ans",
    [
      .init(from: signature, 3, source: "convention, article 19")
    ])

  /// Art. 18 (R068): notice of a denunciation, in months.
  public static let preavisDenonciationMonths = Dated(
    "préavis de dénonciation", "mois",
    [
      .init(from: signature, 6, source: "convention, article 18")
    ])

  /// Art. 21, al. 2 (R072): delay of effect of a termination, in months.
  public static let effetResiliationMonths = Dated(
    "effet d’une résiliation, après sa notification", "mois",
    [
      .init(from: signature, 2, source: "convention, article 21, alinéa 2")
    ])

  /// Art. 14 (R055–R057): days to pass a sum on, by payee and means.
  public static let reversementTresorDays = Dated(
    "reversement d’un chèque au Trésor", "jours",
    [
      .init(from: signature, 15, source: "convention, article 14, alinéa 1")
    ])
  public static let reversementEspecesDays = Dated(
    "reversement des espèces", "jours",
    [
      .init(from: signature, 21, source: "convention, article 14, alinéa 2")
    ])
  public static let reversementAutresDays = Dated(
    "reversement des autres moyens", "jours",
    [
      .init(from: signature, 42, source: "convention, article 14, alinéa 2")
    ])

  /// Every number of the delays, for lists and for the test that holds them.
  static let delais: [[ValeurAppliquee]] =
    [
      delaiComminatoireDays, delaiComminatoireReduitDays, delaiJudiciaireDays, premiereLettreDays,
      alerteSecondeLettreDays, dureeContratYears, preavisDenonciationMonths, effetResiliationMonths,
      reversementTresorDays, reversementEspecesDays, reversementAutresDays,
    ].map(\.toutes) + Relance.Rang.allCases.compactMap { relanceDays[$0]?.toutes }
}
