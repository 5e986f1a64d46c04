/// An act of the judicial tariff, under its code in the exchanged files.
///
/// Art. 4 and 16, al. 1 (R017, R061); décret 96-1080, tableaux I and II. Its price is in each `TarifJudiciaire`.
public struct ActeTarife: Hashable, Sendable {
  /// What comes with an act beside its fixed fee.
  public enum Suite: Hashable, Sendable {
    /// Signified: a journey.
    case signifie
    /// Signified, and it engages the pursuit: art. 13, once for a claim.
    case engagement
    /// A request or a formality of tableau II: no journey.
    case formalite
    /// Paid as a flat sum under art. 16 of the convention, without an act.
    case forfait
  }

  public let code: String
  /// Number in the tariff, as a bill shows it.
  public let numero: String
  public let libelle: String
  public let suite: Suite

  init(_ code: String, _ numero: String, _ libelle: String, _ suite: Suite = .signifie) {
    self.code = code
    self.numero = numero
    self.libelle = libelle
    self.suite = suite
  }

  public static func named(_ code: String) -> ActeTarife? { tous.first { $0.code == code } }

  /// The codes of the flat sums: new address out of the area, suspension.
  static let nouvelleAdresse = ActeTarife("091", "91", "nouvelle adresse hors du ressort", .forfait)
  static let suspension = ActeTarife("093", "93", "suspension ou interruption", .forfait)

  /// The codes of the format (`code_acte`), then those of the tables that it does not carry.
  public static let tous: [ActeTarife] = [
    ActeTarife("005", "5", "dénonciation de saisie-attribution"),
    ActeTarife("008", "8", "dénonciation de saisie-vente chez un tiers"),
    ActeTarife("012", "12", "signification de la date de vente"),
    ActeTarife("040", "40", "sommation de payer", .engagement),
    ActeTarife("042", "42", "commandement avant saisie-vente", .engagement),
    ActeTarife("050", "50", "saisie-attribution", .engagement),
    ActeTarife("051", "51", "saisie-vente", .engagement),
    ActeTarife("51D", "51", "procès-verbal de réception de deniers", .engagement),
    ActeTarife("052", "52", "procès-verbal de carence", .engagement),
    ActeTarife("053", "53", "opposition-jonction"),
    ActeTarife("055", "55", "déclaration à la préfecture"),
    ActeTarife("066", "66", "immobilisation de véhicule"),
    ActeTarife("085", "85", "certification de la publicité"),
    ActeTarife("086", "86", "vérification, enlèvement"),
    ActeTarife("090", "90", "tentative d’exécution"),
    ActeTarife("094", "94", "mainlevée quittance"),
    ActeTarife("095", "95", "mainlevée de saisie-vente"),
    ActeTarife("006", "6", "signification d’acquiescement"),
    ActeTarife("007", "7", "signification de certificat de non-contestation"),
    ActeTarife("041", "41", "injonction de communiquer et commandement", .engagement),
    ActeTarife("50B", "50 bis", "saisie-attribution, compte clôturé ou solde négatif"),
    nouvelleAdresse,
    ActeTarife("092", "92", "difficulté"),
    suspension,
    ActeTarife("T01", "II-1", "requête en recherche d’informations", .formalite),
    ActeTarife("T03", "II-3", "certificat de non-contestation", .formalite),
    ActeTarife("T06", "II-6", "réquisition de la force publique", .formalite),
    ActeTarife("T08", "II-8", "requête au juge de l’exécution", .formalite),
    ActeTarife("T11", "II-11", "information de la vente", .formalite),
  ]
}
