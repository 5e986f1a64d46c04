/// A reminder of the centre to an étude, as the log of its reminders shows it (annexe qualité II.2; R182): the demand,
/// no debtor.
public struct RelanceDatee: Hashable, Sendable {
  public let jour: Jour
  public let etude: CodeEtude
  /// The number of the demand.
  public let demande: String
  public let objet: Relance.Objet

  public init(jour: Jour, etude: CodeEtude, demande: String, objet: Relance.Objet) {
    self.jour = jour
    self.etude = etude
    self.demande = demande
    self.objet = objet
  }

  /// « 12/03/2026, E3101, demande DEM2026-000101 : aucun accusé de réception huit jours après la remise ».
  var ligne: String {
    let phrase = objet.phrase
    return "\(jour.texte), \(etude), demande \(demande) : \(phrase.prefix(1).lowercased())\(phrase.dropFirst())"
  }
}
