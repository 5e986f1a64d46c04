extension Dossier {
  /// What was due on each titre, by rank, at the end of a past day: only the facts dated up to it count.
  public func restes(on jour: Jour) -> [(rang: Int, reste: Montant)] {
    var past = Compte(titres: demande.titres)
    for mouvement in compte.mouvements where day(of: mouvement.origine).map({ $0 <= jour }) ?? false {
      past.append(mouvement)
    }
    for fait in encaissements where fait.entete.fait <= jour {
      guard let annule = fait.encaissement.annule else { continue }
      past.undo(.encaissement(etude: fait.entete.etude, numero: annule))
    }
    return past.restes(actualisations.received(through: jour))
  }

  /// Suspended on a past day, by the updates dated up to it.
  public func etaitSuspendu(on jour: Jour) -> Bool {
    !actualisations.received(through: jour).suspensions(on: jour).isEmpty
  }

  private func day(of origine: Compte.Mouvement.Origine) -> Jour? {
    switch origine {
    case .actualisation(let numero): actualisations.recues.first { $0.numero == numero }?.date
    case .encaissement(let etude, let numero):
      encaissements.first {
        $0.entete.etude == etude && $0.encaissement.numero == numero && $0.encaissement.annule == nil
      }?.entete.fait
    }
  }
}

extension Actualisations {
  /// The updates dated up to a day included.
  fileprivate func received(through jour: Jour) -> Actualisations {
    var past = Actualisations()
    for item in recues where item.date <= jour { past.append(item) }
    return past
  }
}
