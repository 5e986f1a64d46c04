import Convention

/// Something that an étude does with a dossier and tells the centre.
package enum ActeDEtude: Hashable, Sendable {
  case accuse
  case refus(motif: String)
  case action(code: String, resultat: String?)
  case nonDistribue(motif: String)
  case insolvable
  case disparu
  /// Where the redevable now lives; in the étude's area or not.
  case nouvelleAdresse(Lieu, voie: String, dansLeRessort: Bool)
  case deces
  case procedureCollective
  case renseignement(type: String)
  /// A share of what is left, in percent, split over titres or not; `rang` tells payments of a dossier apart.
  case encaissement(rang: Int, pourCent: Int, isSplit: Bool)
  /// So much is paid, never more than what is left.
  case versement(rang: Int, montant: Montant, isSplit: Bool)
  /// The payment of that rank comes back unpaid.
  case impaye(rang: Int)
  /// More time, until a day; without one, a hundred and five days after the hand-over.
  case prolongation(jusqu: Jour?, motif: String)
  case autorisation
  case commandement
  /// Why the étude was late, after the reminder of that day.
  case justification(relance: String, motif: String)
  case fin(motif: String)
  /// What belongs to the judicial recovery.
  case poursuite(ActeDePoursuite)
}
