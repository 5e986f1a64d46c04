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
    /// The director pays what was claimed, or a part of it.
    case interetsPayes(le: Jour, Montant)
  }

  /// Does it.
  ///
  /// Throws a `Refus` when it is not its turn, ``FauteDeFacture/perime`` when it changed since it was shown; nothing is
  /// then kept.
  /// - Parameter rang: how many facts it had when it was shown: the same form sent twice acts once; nil for a command.
  public func suivre(
    _ cle: String, _ suite: Suite, rang: Int? = nil, par auteur: Auteur
  ) async throws -> FicheDHistoire<Facture> {
    let jour = centre.horloge.jour
    return try await centre.registre.ecrire { [self] ecriture in
      guard var fiche = try ecriture.lecture.histoire(Facture.self, cle: cle, perimetre) else {
        throw FauteDeFacture.inconnue(cle)
      }
      if let rang, rang != fiche.rang {
        try requireRepetition(of: suite, since: rang, fiche, le: jour, auteur, ecriture.lecture)
        return fiche
      }
      let actes = try fiche.histoire.decider(suite, le: jour, centre.lectures)
      try ecriture.ajouter(actes, to: &fiche, trace: try trace(auteur, ecriture.lecture))
      return fiche
    }
  }

  /// A form that comes again did its act the first time: the same person's, and the same. Anything else is refused.
  private func requireRepetition(
    of suite: Suite, since rang: Int, _ fiche: FicheDHistoire<Facture>, le jour: Jour, _ auteur: Auteur,
    _ lecture: Lecture
  ) throws {
    guard let (_, actes) = try lecture.recit(Facture.self, id: fiche.id, perimetre), rang > 0, rang < actes.count,
      let before = Facture(actes.prefix(rang).map(\.acte)),
      let again = try? before.decider(suite, le: jour, centre.lectures)
    else { throw FauteDeFacture.perime }
    let done = actes.dropFirst(rang).prefix(again.count)
    guard !again.isEmpty, done.map(\.acte) == again, done.allSatisfy({ $0.auteur == auteur.texte }) else {
      throw FauteDeFacture.perime
    }
  }
}

extension Facture {
  /// Nothing is received nor paid after today.
  fileprivate func decider(
    _ suite: Facturation.Suite, le jour: Jour, _ lectures: LecturesDuCentre
  ) throws(Refus) -> [Acte] {
    switch suite {
    case .recue(let day):
      try requirePast(day, jour)
      return try recevoir(le: day, report: lectures.reportDeFacture)
    case .payee(let day, let montant):
      try requirePast(day, jour)
      return try payer(le: day, montant: montant)
    case .rejetee(let motif): return try rejeter(le: jour, motif: motif)
    case .interetsReclames: return try reclamerInterets(le: jour)
    case .interetsPayes(let day, let montant):
      try requirePast(day, jour)
      return try payerInterets(le: day, montant: montant)
    }
  }

  private func requirePast(_ day: Jour, _ jour: Jour) throws(Refus) {
    guard day <= jour else { throw Refus(.factureNonPayable, under: Article(17)) }
  }
}
