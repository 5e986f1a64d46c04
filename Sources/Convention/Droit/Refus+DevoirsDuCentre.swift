extension Refus.Motif {
  public static let avisSansAdresse = Self(
    "R-130", "Un destinataire au moins n’a pas d’adresse électronique dans l’annuaire")
  public static let epreuveInvalide = Self(
    "R-131", "Ce code d’épreuve n’est pas celui que le poste a reçu, ou son délai est passé")

  static let devoirsDuCentre = [avisSansAdresse, epreuveInvalide]
}
