import Convention

extension VueDeDossier {
  private var lieu: LieuFiscal { LieuFiscal(dossier, chez: etude) }
  private var frais: FraisDuDossier? { dossier.attributaire == nil ? nil : FraisDuDossier(dossier, lieu) }
  private var prestations: PrestationsDuDossier? {
    dossier.attributaire.flatMap { PrestationsDuDossier(dossier, of: $0, chez: etude, lectures) }
  }

  /// What the étude earns: declared, at the tariff, and why (art. 15 and 16; R059–R065).
  func writeFees(to ecran: Ecran) {
    if let frais { write(frais, to: ecran) }
    if let prestations { write(prestations, to: ecran) }
  }

  private func write(_ frais: FraisDuDossier, to ecran: Ecran) {
    let compte = frais.compte
    ecran.ligne(
      "Frais  dus \(compte.du.ttc.texte) TTC, pris \(compte.preleve.ttc.texte), "
        + "dont par le comptable \(frais.duParLeComptable.ttc.texte), en attente \(compte.enAttente.ttc.texte)")
    for paiement in frais.paiements {
      ecran.ligne(
        "  \(paiement.jour.texte)  \(paiement.numero), \(paiement.recu.texte) \(paiement.destinataire.libelle) : "
          + "pris \(paiement.ligne.declare.ttc.texte), tarif \(paiement.ligne.attendu.ttc.texte) ; \(paiement.phrase)")
      if paiement.annule == nil { paiement.explication.write(to: ecran, retrait: 4) }
    }
  }

  private func write(_ prestations: PrestationsDuDossier, to ecran: Ecran) {
    let liquidation = prestations.liquidation
    ecran.ligne(
      "Frais  à la charge du directeur \(liquidation.total.ttc.texte) TTC, du redevable "
        + "\(liquidation.totalDuDebiteur.ttc.texte) (\(prestations.lieu.texte))")
    for ligne in liquidation.lignes + liquidation.aChargeDuDebiteur {
      ligne.explication.write(to: ecran, retrait: 2)
    }
    for item in prestations.refusees { ecran.ligne("  \(item.jour.texte)  \(item.libelle) : \(item.refus)") }
  }

  var fraisJSON: JSONValue {
    if let frais { return json(frais) }
    if let prestations { return json(prestations) }
    return .nul
  }

  private func json(_ frais: FraisDuDossier) -> JSONValue {
    .objet([
      ("du", JSONValue(frais.compte.du)), ("pris", JSONValue(frais.compte.preleve)),
      ("du_par_le_comptable", JSONValue(frais.duParLeComptable)),
      ("en_attente", JSONValue(frais.compte.enAttente)), ("trop_pris", JSONValue(frais.compte.tropPreleve)),
      (
        "encaissements",
        .liste(
          frais.paiements.map { item in
            .objetSansNul([
              ("numero", .texte(item.numero)), ("jour", JSONValue(item.jour)),
              ("destinataire", .texte(item.destinataire.rawValue)), ("recu", JSONValue(item.recu)),
              ("annule", JSONValue(item.annule)), ("declare", JSONValue(item.ligne.declare)),
              ("tarif", JSONValue(item.ligne.attendu)), ("texte", .texte(item.phrase)),
              ("explication", item.explication.json),
            ])
          })
      ),
    ])
  }

  private func json(_ prestations: PrestationsDuDossier) -> JSONValue {
    .objet([
      ("directeur", JSONValue(prestations.liquidation.total)),
      ("redevable", JSONValue(prestations.liquidation.totalDuDebiteur)),
      (
        "lignes",
        .liste(
          (prestations.liquidation.lignes + prestations.liquidation.aChargeDuDebiteur).map {
            $0.explication.json
          })
      ),
      ("refus", .liste(prestations.refusees.map(VueDePreparation.json))),
    ])
  }
}

extension JSONValue {
  /// In cents, before tax, tax and both.
  init(_ honoraire: Honoraire) {
    self = .objet([
      ("ht", JSONValue(honoraire.ht)), ("tva", JSONValue(honoraire.tva)), ("ttc", JSONValue(honoraire.ttc)),
    ])
  }
}
