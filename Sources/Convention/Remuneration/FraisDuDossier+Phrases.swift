extension FraisDuDossier.Paiement {
  public var jour: Jour { ligne.jour }

  /// What a person should know of it, in a sentence: a difference is no fault.
  public var phrase: String {
    if let annule { return "annule \(annule) : \((Honoraire.zero - ligne.declare).ttc.texte) TTC rendus" }
    guard estDeclare else {
      return ligne.declare.ttc > .zero
        ? "le comptable doit \(ligne.declare.ttc.texte) TTC à l’étude, frais d’abord" : "aucuns frais"
    }
    guard let ecart = ligne.ecart else { return "conforme au tarif" }
    return ecart.phrase
  }

  /// Art. 15 (R059, R060): the tariff on all that was recovered so far, less what the étude had before.
  public var explication: Explication {
    let tarif = HonoraireAmiable(surBase: ligne.recouvre, le: jour, lieu.territoire).explication
    let avant = ligne.preleve - ligne.declare
    return Explication(
      "Frais de l’encaissement \(numero)", regle: "FraisDuDossier",
      articles: HonoraireAmiable.articles + (estDeclare ? [] : [Article(.decret2008, "2")]),
      exigences: ["R059", "R060"], politique: politique.libelle,
      donnees: [
        .init("somme payée \(destinataire.libelle)", recu.texte), .init("jour du paiement", jour.texte),
        .init("recouvré sur le dossier, tous paiements", ligne.recouvre.texte),
        .init("déjà pris avant ce paiement", avant.texte), .init("lieu de l’étude", lieu.texte),
        .init(estDeclare ? "déclaré par l’étude" : "pris sur la somme par le comptable", ligne.declare.texte),
      ], valeurs: tarif.valeurs,
      calcul: tarif.calcul + [
        "dû à ce jour \(ligne.du.ttc.texte) − déjà pris \(avant.ttc.texte) : \(ligne.attendu.ttc.texte)"
      ], resultat: ligne.attendu.texte)
  }

  private var politique: PolitiqueDImputation { estDeclare ? .partDeclaree : .fraisDabord }
}

extension EcartDeTarif {
  /// « l’étude a pris 2,00 € TTC de plus que le tarif ».
  public var phrase: String {
    let ttc = difference.ttc
    if ttc > .zero { return "l’étude a pris \(ttc.texte) TTC de plus que le tarif" }
    if ttc < .zero {
      return "l’étude a pris \((Montant.zero - ttc).texte) TTC de moins que le tarif, qui attendent un autre paiement"
    }
    return "même total que le tarif, mais \(declare.tva.texte) de TVA au lieu de \(attendu.tva.texte)"
  }
}

extension FraisDuDossier {
  /// What the debtor would still pay for the étude if he paid all the rest to it that day: told before he pays (R059).
  public func pourSolder(_ resteDu: Montant, le jour: Jour) -> Honoraire { compte.attendu(for: resteDu, le: jour) }

  /// The fee on the whole, were all paid that day.
  public func explicationPourSolder(_ resteDu: Montant, le jour: Jour) -> Explication {
    let tarif = HonoraireAmiable(surBase: compte.recouvre + resteDu, le: jour, lieu.territoire).explication
    return Explication(
      "Frais si le reste dû était payé à l’étude le \(jour.texte)", regle: "HonoraireAmiable",
      articles: tarif.articles, exigences: tarif.exigences, politique: tarif.politique,
      donnees: [
        .init("recouvré", compte.recouvre.texte), .init("reste dû", resteDu.texte),
        .init("déjà pris", compte.preleve.texte), .init("lieu de l’étude", lieu.texte),
      ], valeurs: tarif.valeurs, calcul: tarif.calcul, resultat: pourSolder(resteDu, le: jour).texte)
  }
}
