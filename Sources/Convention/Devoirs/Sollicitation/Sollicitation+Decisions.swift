extension Sollicitation {
  private static let article = Article(.annexeQualite, "III")

  /// R191, R084: asked by a user of a poste, about a demand or not.
  public static func decidePoser(
    numero: String, poste: Codique, auteur: Int64, objet: Objet, texte: TexteLibre, demande: CleDemande? = nil,
    instant: Instant
  ) -> [Acte] {
    [
      .posee(
        Posee(
          numero: numero, poste: poste, auteur: auteur, objet: objet, texte: texte, demande: demande, instant: instant))
    ]
  }

  /// R191: each answer keeps who gave it and when.
  public func decideRepondre(_ reponse: Reponse) throws(Refus) -> [Acte] {
    guard etat == .ouverte else { throw refusDEtat }
    try requireAfterLast(reponse.instant)
    return [.repondue(reponse)]
  }

  /// Closed once answered: after a reopening, answered again.
  public func decideClore(_ instant: Instant) throws(Refus) -> [Acte] {
    guard etat == .ouverte, estRepondue else { throw refusDEtat }
    try requireAfterLast(instant)
    return [.close(instant: instant)]
  }

  /// The one who asked is not satisfied.
  public func decideRouvrir(_ texte: TexteLibre, par: Int64, instant: Instant) throws(Refus) -> [Acte] {
    guard case .close = etat else { throw refusDEtat }
    try requireAfterLast(instant)
    return [.rouverte(texte: texte, par: par, instant: instant)]
  }

  private func requireAfterLast(_ instant: Instant) throws(Refus) {
    guard dernier <= instant else { throw Refus(.instantsDesordonnes, under: Sollicitation.article) }
  }

  private var refusDEtat: Refus { Refus(.etatContraire, under: Sollicitation.article) }
}
