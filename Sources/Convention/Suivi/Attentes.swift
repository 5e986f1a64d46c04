extension Dossier {
  /// The last day of the suspensions that no resumption has lifted, as known today; nil without one.
  ///
  /// Only delays granted (07) end by themselves: with any other, the last day of all.
  public var suspenduJusqu: Jour? {
    guard let remise else { return nil }
    let running = actualisations.suspensions(on: remise.jour)
    return running.map { $0.code == "07" ? $0.fin ?? Jour.last : Jour.last }.max()
  }

  /// An extension was asked and the comptable has not answered since (art. 9, al. 3, R137): by a date (13) or a no (14).
  public var attendProlongation: Bool {
    guard etat == .remis, let asked = prolongations.last else { return false }
    return !actualisations.actives.contains { item in
      guard item.effet == .terme || item.effet == .reponse else { return false }
      guard let cited = item.messageEtude else { return item.date >= asked.entete.fait }
      return cited == asked.entete.numero
    }
  }
}
