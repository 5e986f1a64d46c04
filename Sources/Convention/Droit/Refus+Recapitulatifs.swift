extension Refus.Motif {
  public static let recapitulatifNonAttendu = Self(
    "R-135", "Aucun état récapitulatif n’est attendu de cette étude pour ce poste, cette phase et cette période")
  public static let recapitulatifDejaArrete = Self("R-136", "Cet état récapitulatif est déjà arrêté")

  static let recapitulatifs = [recapitulatifNonAttendu, recapitulatifDejaArrete]
}
