/// What the centre declares of its means, on a day (cahier 3, al. 3; R085).
public struct FicheDeMoyens: Hashable, Sendable, Codable {
  public enum Rubrique: String, Hashable, Sendable, Codable, CaseIterable {
    case equipementInformatique, telephonie, effectifs, services, organisation

    public var libelle: String {
      switch self {
      case .equipementInformatique: "équipement informatique"
      case .telephonie: "équipement téléphonique"
      case .effectifs: "effectifs"
      case .services: "prestations déclarées"
      case .organisation: "organisation des services"
      }
    }
  }

  public struct Ligne: Hashable, Sendable, Codable {
    public let rubrique: Rubrique
    public let texte: TexteLibre
  }

  public let jour: Jour
  /// In the order of the convention.
  public let lignes: [Ligne]

  /// An incomplete sheet is accepted: what it lacks is flagged.
  public init(jour: Jour, _ textes: [Rubrique: TexteLibre]) {
    self.jour = jour
    lignes = Rubrique.allCases.compactMap { rubrique in textes[rubrique].map { Ligne(rubrique: rubrique, texte: $0) } }
  }

  public var manques: [Rubrique] {
    Rubrique.allCases.filter { rubrique in !lignes.contains { $0.rubrique == rubrique } }
  }

  /// The sheet as it is printed, its day first, what it lacks last.
  public var texte: String {
    let all =
      ["Moyens déclarés au \(jour.texte)"] + lignes.map { "\($0.rubrique.libelle) : \($0.texte.texte)" }
      + manques.map { "\($0.libelle) : MANQUANT" }
    return all.joined(separator: "\n")
  }
}

/// What a user's equipment must have, published under a version (cahier 5, ▸4; R097).
public struct Prerequis: Hashable, Sendable, Codable {
  /// « 2026-1 ».
  public let version: String
  public let jour: Jour
  public let texte: TexteLibre
  public init(version: String, jour: Jour, texte: TexteLibre) {
    self.version = version
    self.jour = jour
    self.texte = texte
  }
}

/// The equipment of a poste held against the prerequisites of that day (R097): logged, whatever it finds.
public struct VerificationEnvironnement: Hashable, Sendable, Codable {
  public let poste: Codique
  public let jour: Jour
  /// The version of the prerequisites, and the day on which it was published.
  public let version: String
  public let publiesLe: Jour
  public let conforme: Bool
  public let constat: TexteLibre

  public var texte: String {
    "vérification du \(jour.texte) selon les prérequis \(version) du \(publiesLe.texte) : "
      + (conforme ? "conforme" : "non conforme")
  }
}

/// Who answers for the centre, to third parties, études and comptables (cahier 5, al. 1; annexe qualité III; R092,
/// R190).
public struct ContactUnique: Hashable, Sendable, Codable {
  /// The référent, by name.
  public let referent: String
  public let telephone: String
  /// The dedicated address.
  public let courriel: String
  public let depuis: Jour
  public init(referent: String, telephone: String, courriel: String, depuis: Jour) {
    self.referent = referent
    self.telephone = telephone
    self.courriel = courriel
    self.depuis = depuis
  }
}

/// What a poste was tried for before it is opened (cahier 4, al. 2; R091).
public struct EpreuveDeConnexion: Hashable, Sendable, Codable {
  public let poste: Codique
  public let jour: Jour
  /// The poste answered from its generic address.
  public let courrielVerifie: Bool
  public let connexionReussie: Bool
  public init(poste: Codique, jour: Jour, courrielVerifie: Bool, connexionReussie: Bool) {
    self.poste = poste
    self.jour = jour
    self.courrielVerifie = courrielVerifie
    self.connexionReussie = connexionReussie
  }
}
