extension TarifJudiciaire {
  /// The degressive right on an amount recovered, alone: neither the right of engagement nor an earlier payment is deducted.
  ///
  /// Art. 16, al. 3 (R063); décret 96-1080, art. 8, then A444-31. `Liquidation` gives what a dossier owes.
  public static func explicationDuDroit(
    sur montant: Montant, le jour: Jour, _ territoire: TerritoireFiscal
  ) -> Explication {
    let degressif = Bareme.tarifJudiciaire.value(on: jour).droitDegressif
    let taux = territoire.tva.value(on: jour)
    let due = Honoraire(ht: degressif.droit(sur: montant), taux: taux)
    return Explication(
      "Droit proportionnel dégressif", regle: "DroitDegressif",
      articles: [Article(16, alinea: 3), Article(.decret1996, "8"), Article(.codeCommerce, "A444-31")],
      exigences: ["R063"], politique: RedevableDuDroit.defaut.libelle,
      donnees: [.init("recouvré", montant.texte), .init("jour", jour.texte)],
      valeurs: [
        Bareme.tarifJudiciaire.appliquee(on: jour, for: .init("", .droitProportionnel, acte: "", le: jour)),
        territoire.tva.appliquee(on: jour),
      ],
      calcul: degressif.calcul(sur: montant) + ["\(due.ht.texte) + TVA à \(taux.texte) = \(due.ttc.texte)"],
      resultat: due.texte)
  }
}
