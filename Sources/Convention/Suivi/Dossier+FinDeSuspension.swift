extension Dossier {
  /// Art. 8 (R026): the last day of the delays granted, while nothing else suspends the dossier.
  func explicationFinDeSuspension(on jour: Jour) -> Explication? {
    guard let end = echeances(on: jour).first(where: { $0.nature == .finSuspension })?.jour else { return nil }
    let granted = actualisations.suspensions(on: jour)
    return Explication(
      "Fin des délais de paiement accordés", regle: "Actualisations.suspensions", articles: [Article(8)],
      exigences: ["R026"],
      politique: "Les délais accordés prennent fin d’eux-mêmes après leur dernier jour ; le plus tardif l’emporte.",
      donnees: granted.compactMap { item in item.fin.map { .init("Délais accordés le \(item.date.texte)", $0.texte) } },
      resultat: end.texte)
  }
}
