/// A reminder of the centre to an étude (annexe qualité I.2, R154–R160).
public struct Relance: Hashable, Sendable, Codable {
  /// The raw value is the code of `relance_concernee` in the exchanged files.
  public enum Rang: String, Hashable, Sendable, Codable, CaseIterable {
    case accuse = "08"
    case quinzaine = "15"
    case quarantaine = "40"
  }

  /// What is missing.
  public enum Objet: String, Hashable, Sendable, Codable {
    case accuseAttendu
    case actionAttendue
    case relanceSansEffet
    case autresMesures
  }

  public var rang: Rang
  public var objet: Objet
  public var etude: CodeEtude

  public init(rang: Rang, objet: Objet, etude: CodeEtude) {
    self.rang = rang
    self.objet = objet
    self.etude = etude
  }
}

extension Relance.Objet {
  /// The sentence of the reminder.
  public var phrase: String {
    switch self {
    case .accuseAttendu: "Aucun accusé de réception huit jours après la remise"
    case .actionAttendue: "Aucune action engagée quinze jours après la remise"
    case .relanceSansEffet: "Aucune action engagée depuis la relance du quinzième jour"
    case .autresMesures: "Rien n’est encore recouvré : d’autres mesures sont à envisager"
    }
  }
}
