extension Dossier {
  /// What an update of the comptable makes happen (art. 8, R026; annexe II.1.1 b, R127).
  ///
  /// It is taken in any state. The first cause that ends the dossier wins; undoing that cause reopens it.
  public func decide(_ actualisation: Actualisation, jour: Jour, instant: Instant) -> [Evenement] {
    let event = Evenement.actualisationRecue(recue(actualisation))
    let after = following([event])
    if estEcarte { return [event] }
    if estClos {
      return after.reopens(jour: jour, since: self) ? [event, reouverture(instant)] : [event]
    }
    return [event] + after.ending(by: actualisation, since: self)
  }

  /// The fact with what is due after it and what it could not reduce (804).
  private func recue(_ actualisation: Actualisation) -> ActualisationRecue {
    var fait = ActualisationRecue(actualisation: actualisation, resteDu: .zero)
    let after = following([.actualisationRecue(fait)]).resteDu
    fait.resteDu = after
    if actualisation.effet == .reduction, let montant = actualisation.montant {
      let excess = montant - (resteDu - after)
      fait.excedent = excess > .zero ? excess : nil
    }
    return fait
  }

  /// The end that the update brings to an open dossier; `self` is the dossier after it.
  private func ending(by actualisation: Actualisation, since before: Dossier) -> [Evenement] {
    if let arret = actualisations.arret, before.actualisations.arret != arret {
      return [
        terminaison(
          arret.motifFin, date: actualisation.date, reprise: false,
          numeroEvenement: actualisation.numero)
      ]
    }
    guard before.resteDu > .zero, resteDu == .zero else { return [] }
    return [
      terminaison(
        .solde, date: actualisation.date, reprise: false, numeroEvenement: actualisation.numero)
    ]
  }

  /// Whether the update undid what had closed the dossier; `self` is the dossier after it.
  private func reopens(jour: Jour, since before: Dossier) -> Bool {
    guard let fin, resteDu > .zero else { return false }
    switch PhaseTerminee.Motif(rawValue: fin.motif) {
    case .solde, .rappel, .annulation: return isEndUndone(since: before)
    case .termeEchu:
      let prolonged = terme != before.terme && (terme ?? jour) >= jour
      return prolonged || isSuspendedAgain(on: jour, since: before)
    case .insolvabilite, .disparition, .horsRessort, .refusEtude, .executionAccomplie, .autre, nil:
      return false
    }
  }

  /// An « annulation » (20) undid what had lifted the suspension, so that the term had not ended the dossier.
  private func isSuspendedAgain(on jour: Jour, since before: Dossier) -> Bool {
    guard actualisations.recues.last?.effet == .annulation else { return false }
    return estSuspendu(on: jour) && !before.estSuspendu(on: jour)
  }

  /// Ended as paid, recalled or cancelled, and nothing keeps it ended any more: something is due again and no recall nor
  /// cancellation counts, whichever of the two went last.
  func isEndUndone(since before: Dossier) -> Bool {
    guard let fin, resteDu > .zero, actualisations.arret == nil else { return false }
    let changed = before.resteDu == .zero || before.actualisations.arret != nil
    switch PhaseTerminee.Motif(rawValue: fin.motif) {
    case .solde: return changed
    // Handed back by the étude with such a reason, it has no update behind it to be undone.
    case .rappel, .annulation: return changed && fin.numeroEvenement != nil
    case .termeEchu, .insolvabilite, .disparition, .horsRessort, .refusEtude, .executionAccomplie, .autre, nil:
      return false
    }
  }

  /// Back to the étude that held it, or to a human if it had refused the dossier.
  func reouverture(_ instant: Instant) -> Evenement {
    let etude = remise.flatMap { refusee.contains($0.etude) ? nil : $0.etude }
    return .dossierRouvert(DossierRouvert(etude: etude, instant: instant))
  }
}

extension Actualisation {
  /// Codes 05, 12 and the others that stop a dossier (format README, « Fin de phase »).
  fileprivate var motifFin: PhaseTerminee.Motif {
    switch code {
    case "05": .solde
    case "12": .rappel
    default: .annulation
    }
  }
}
