import Convention
import Registre

/// What the centre declares and publishes (cahier 3, al. 3; 4, al. 2; 5; annexe qualité III; R085, R091–R092, R097, R188).
extension DevoirsDuCentre {
  public typealias FicheDeDeclaration = FicheDHistoire<DeclarationDeMoyens>

  /// The first sheet, or one that replaces the last.
  public func deposer(_ textes: [FicheDeMoyens.Rubrique: String]) async throws -> FicheDeDeclaration {
    let jour = jour
    let written = try textes.mapValues { try TexteLibre($0, on: jour) }
    let fiche = FicheDeMoyens(jour: jour, written)
    guard let known = try await centre.registre.lire({ try $0.declaration() }) else {
      let code = try await centre.registre.lire { try $0.annuaire().centre } ?? "CENTRE"
      return try await ouvrir(
        DeclarationDeMoyens.self,
        { _ in
          DeclarationDeMoyens.decideDeposer(centre: code, fiche)
        })
    }
    return try await changer(DeclarationDeMoyens.self, known.cle) { declaration, _ in
      try declaration.decideRemplacer(fiche)
    }
  }

  public func publierPrerequis(version: String, _ texte: String) async throws -> FicheDeDeclaration {
    let prerequis = Prerequis(version: version, jour: jour, texte: try self.texte(texte))
    return try await declarer { declaration, _ in try declaration.decidePublier(prerequis) }
  }

  public func publierGuide(version: String, nouveautes: String) async throws -> FicheDeDeclaration {
    let guide = Guide(version: version, jour: jour, nouveautes: try texte(nouveautes))
    return try await declarer { declaration, _ in try declaration.decidePublier(guide) }
  }

  /// R097: the equipment of a poste held against the prerequisites of the day.
  public func verifierEnvironnement(
    _ poste: Codique, conforme: Bool, constat: String
  ) async throws -> FicheDeDeclaration {
    let (jour, constat) = (jour, try texte(constat))
    return try await declarer { declaration, _ in
      try declaration.decideVerifier(poste, on: jour, conforme: conforme, constat: constat)
    }
  }

  public func designer(referent: String, telephone: String, courriel: String) async throws -> FicheDeDeclaration {
    let contact = ContactUnique(referent: referent, telephone: telephone, courriel: courriel, depuis: jour)
    return try await declarer { declaration, _ in try declaration.decideDesigner(contact) }
  }

  func declarer(
    _ decide: @escaping @Sendable (DeclarationDeMoyens, Lecture) throws -> [DeclarationDeMoyens.Acte]
  ) async throws -> FicheDeDeclaration {
    guard let known = try await centre.registre.lire({ try $0.declaration() }) else {
      throw FauteDeDevoir.sansDeclaration
    }
    return try await changer(DeclarationDeMoyens.self, known.cle, decide)
  }
}

extension Lecture {
  /// The declaration of this centre; nil before its first sheet.
  public func declaration() throws -> FicheDHistoire<DeclarationDeMoyens>? {
    try histoiresEntieres(DeclarationDeMoyens.self, .exploitant).last
  }
}
