extension TarifJudiciaire {
  /// The degressive right on an amount recovered, alone: neither the right of engagement nor an earlier payment is deducted.
  ///
  /// Art. 16, al. 3 (R063); décret 96-1080, art. 8, then A444-31. `Liquidation` gives what a dossier owes.
  public static func explicationDuDroit(
    sur montant: Montant, le jour: Jour, _ territoire: TerritoireFiscal,
    redevableDuDroit: RedevableDuDroit = .defaut
  ) -> Explication {
    let cle = LigneDeFacture.Cle("", .droitProportionnel, acte: "", le: jour)
    let tarif = Bareme.tarifJudiciaire.value(on: jour)
    let degressif = tarif.droitDegressif
    let taux = territoire.tva.value(on: jour)
    let due = Honoraire(ht: degressif.droit(sur: montant), taux: taux)
    return Explication(
      "Droit proportionnel dégressif", regle: "DroitDegressif",
      articles: [Article(16, alinea: 3)] + tarif.articles(of: cle), exigences: ["R063"],
      politique: redevableDuDroit.libelle,
      donnees: [.init("recouvré", montant.texte), .init("jour", jour.texte)],
      valeurs: [
        Bareme.tarifJudiciaire.appliquee(on: jour, for: cle), territoire.tva.appliquee(on: jour),
      ],
      calcul: degressif.calcul(sur: montant) + ["\(due.ht.texte) + TVA à \(taux.texte) = \(due.ttc.texte)"],
      resultat: due.texte)
  }
}
