extension Dossier {
  /// The first day of the oldest suspension that no resumption has lifted, delays granted included even once passed.
  public var suspenduDepuis: Jour? {
    guard let remise else { return nil }
    return actualisations.suspensions(on: remise.jour).map(\.date).min()
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
