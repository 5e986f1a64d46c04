extension Dossier {
  /// An update that a comptable types: only the one who made the demand decides of it (art. 9, al. 3, R031; R185).
  public func decide(
    _ actualisation: Actualisation, par poste: Codique, jour: Jour, instant: Instant
  ) throws(Refus) -> [Evenement] {
    guard demande.poste == poste.texte else {
      throw Refus(.prolongationParAutrui, under: Article(9, alinea: 3))
    }
    return decide(actualisation, jour: jour, instant: instant)
  }
}

extension Action {
  /// Annexe qualité I.2 (R161): the étude alone answers for its acts; the centre touches only those that it carried out
  /// itself (note 3, R151).
  public func requireEditableByCentre() throws(Refus) {
    guard executant == "C" else { throw Refus(.executantCentre, under: Article(.annexeQualite, "I.2")) }
  }
}
