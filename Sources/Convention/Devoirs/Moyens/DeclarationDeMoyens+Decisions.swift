extension DeclarationDeMoyens {
  static let articleMoyens = Article(.cahierDesCharges, "3", alinea: 3)
  static let articleResponsabilite = Article(.cahierDesCharges, "5", alinea: 2)

  /// R085: the first sheet.
  public static func decideDeposer(centre: String, _ fiche: FicheDeMoyens) -> [Acte] {
    [.deposee(centre: centre, fiche: fiche)]
  }

  /// R085: a later sheet replaces the last one, which is kept.
  public func decideRemplacer(_ fiche: FicheDeMoyens) throws(Refus) -> [Acte] {
    guard fiches.allSatisfy({ $0.jour < fiche.jour }) else {
      throw Refus(.versionNonPosterieure, under: DeclarationDeMoyens.articleMoyens)
    }
    return [.remplacee(fiche: fiche)]
  }

  /// R097: a version of the prerequisites.
  public func decidePublier(_ nouveau: Prerequis) throws(Refus) -> [Acte] {
    guard !nouveau.version.isEmpty, prerequis.allSatisfy({ $0.jour < nouveau.jour && $0.version != nouveau.version })
    else { throw Refus(.versionNonPosterieure, under: DeclarationDeMoyens.articleResponsabilite) }
    return [.prerequisPublies(nouveau)]
  }

  /// R097: held against the prerequisites that were published that day; there must be some.
  public func decideVerifier(
    _ poste: Codique, on jour: Jour, conforme: Bool, constat: TexteLibre
  ) throws(Refus) -> [Acte] {
    guard let version = prerequis(on: jour) else {
      throw Refus(.etatContraire, under: DeclarationDeMoyens.articleResponsabilite)
    }
    return [
      .environnementVerifie(
        VerificationEnvironnement(
          poste: poste, jour: jour, version: version.version, publiesLe: version.jour, conforme: conforme,
          constat: constat))
    ]
  }

  /// R092, R190: a référent with a telephone and an address of his own, later than the last one.
  public func decideDesigner(_ contact: ContactUnique) throws(Refus) -> [Acte] {
    let article = Article(.cahierDesCharges, "5", alinea: 1)
    guard !contact.referent.isEmpty, !contact.telephone.isEmpty, contact.courriel.contains("@") else {
      throw Refus(.texteHorsBornes, under: article)
    }
    guard contacts.allSatisfy({ $0.depuis < contact.depuis }) else {
      throw Refus(.versionNonPosterieure, under: article)
    }
    return [.contactDesigne(contact)]
  }

  /// R188: a version of the users' guide.
  public func decidePublier(_ guide: Guide) throws(Refus) -> [Acte] {
    var known = guides
    try known.publier(guide)
    return [.guidePublie(guide)]
  }

  /// R091: a trial, passed or not, in the order of the days.
  public func decideEprouver(_ epreuve: EpreuveDeConnexion) throws(Refus) -> [Acte] {
    guard epreuves.allSatisfy({ $0.poste != epreuve.poste || $0.jour <= epreuve.jour }) else {
      throw Refus(.instantsDesordonnes, under: Article(.cahierDesCharges, "4", alinea: 2))
    }
    return [.posteEprouve(epreuve)]
  }
}
