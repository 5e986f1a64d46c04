import Convention
import Registre

extension Facturation {
  /// What may be done of an invoice that was issued.
  public enum Suite: Hashable, Sendable {
    /// The director received it that day (art. 17, R066).
    case recue(le: Jour)
    case payee(le: Jour, Montant)
    case rejetee(motif: String)
    /// The étude claims what the delay owes (R067).
    case interetsReclames
  }

  /// Does it.
  ///
  /// Throws a `Refus` when it is not its turn; nothing is then kept.
  /// - Parameter rang: how many facts it had when it was shown: with more now, what was asked is done or overtaken, and nothing
  ///   is added.
  public func suivre(
    _ cle: String, _ suite: Suite, rang: Int? = nil, par auteur: Auteur
  ) async throws -> FicheDHistoire<Facture> {
    let jour = centre.horloge.jour
    return try await centre.registre.ecrire { [self] ecriture in
      guard var fiche = try ecriture.lecture.histoire(Facture.self, cle: cle, perimetre) else {
        throw FauteDeFacture.inconnue(cle)
      }
      if let rang, fiche.rang > rang { return fiche }
      let actes = try fiche.histoire.decider(suite, le: jour)
      try ecriture.ajouter(actes, to: &fiche, trace: try trace(auteur, ecriture.lecture))
      return fiche
    }
  }
}

extension Facture {
  /// Nothing is received nor paid after today.
  fileprivate func decider(_ suite: Facturation.Suite, le jour: Jour) throws(Refus) -> [Acte] {
    switch suite {
    case .recue(let day):
      try requirePast(day, jour)
      return try recevoir(le: day)
    case .payee(let day, let montant):
      try requirePast(day, jour)
      return try payer(le: day, montant: montant)
    case .rejetee(let motif): return try rejeter(le: jour, motif: motif)
    case .interetsReclames: return try reclamerInterets(le: jour)
    }
  }

  private func requirePast(_ day: Jour, _ jour: Jour) throws(Refus) {
    guard day <= jour else { throw Refus(.factureNonPayable, under: Article(17)) }
  }
}
