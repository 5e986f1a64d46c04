extension Refus.Motif {
  public static let categorieInconnue = Self(
    "R-100", "Aucun cahier des charges n’existe pour cette catégorie de créances")
  public static let etatDePoursuitesAbsent = Self(
    "R-101", "Une demande de recouvrement judiciaire se fait par un état de poursuites")

  static let amendes = [categorieInconnue, etatDePoursuitesAbsent]
}
