extension Dossier {
  /// What an update of the comptable makes happen (art. 8, R026; annexe II.1.1 b, R127).
  ///
  /// It is taken in any state. The first cause that ends the dossier wins; undoing that cause reopens it.
  public func decide(_ actualisation: Actualisation, jour: Jour, instant: Instant) -> [Evenement] {
    let event = Evenement.actualisationRecue(recue(actualisation))
    let after = following([event])
    if estClos {
      return after.reopens(jour: jour, since: self)
        ? [event, .dossierRouvert(DossierRouvert(etude: remise?.etude, instant: instant))] : [event]
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
    case .solde: return actualisations.arret == nil
    case .rappel, .annulation: return before.actualisations.arret != nil && actualisations.arret == nil
    case .termeEchu: return terme != before.terme && (terme ?? jour) >= jour
    default: return false
    }
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
