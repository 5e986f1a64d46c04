import Convention

/// A payment as the étude wrote it, to be cancelled to the cent.
package struct Paiement: Sendable {
  let numero: String
  let moyen: String
  package let creance: Montant
  let fraisHT: Montant
  let tva: Montant
  /// What it took from each titre.
  package var parts: [DossierTenu.Part] = []

  package var recu: Montant { creance + fraisHT + tva }

  /// Twelve characters, unique to the payment of that rank on that dossier.
  static func numero(_ etude: String, _ dossier: DossierTenu, _ rang: Int) -> String {
    let code = String(flux("\(etude)/\(dossier.cle)") % 101_559_956_668_416, radix: 36, uppercase: true)
    return "P" + String(repeating: "0", count: 9 - code.count) + code + "-\(rang)"
  }
}

extension Messages {
  /// 64, and its 65 when the étude splits it: never more than what is left.
  mutating func encaisser(
    _ dossier: inout DossierTenu, _ rang: Int, _ creance: Montant, _ isSplit: Bool, _ paiements: inout [Int: Paiement]
  ) -> [Ligne] {
    guard creance > .zero else { return [] }
    let moyen = ["01", "02", "03", "20"][Int(flux(dossier.cle) % 4)]
    // What the étude keeps from the debtor, and its tax at 20 %.
    let fraisHT = Montant(cents: creance.cents / 10)
    var paiement = Paiement(
      numero: Paiement.numero(etude, dossier, rang), moyen: moyen, creance: creance, fraisHT: fraisHT,
      tva: Montant(cents: fraisHT.cents / 5))
    let parts = dossier.take(creance)
    paiement.parts = parts
    paiements[rang] = paiement
    return [encaissement(dossier, paiement, sens: "+", solde: dossier.reste == .zero)]
      + (isSplit ? parts.map { ventilation(dossier, paiement, $0.rang, $0.montant) } : [])
  }

  mutating func annuler(_ dossier: DossierTenu, _ rang: Int, _ paiements: [Int: Paiement]) -> [Ligne] {
    guard let paiement = paiements[rang] else { return [] }
    var ligne = encaissement(dossier, paiement, sens: "-", solde: false)
    ligne["numero_encaissement"] = .texte(Paiement.numero(etude, dossier, 9))
    ligne["encaissement_annule"] = .texte(paiement.numero)
    return [ligne]
  }

  mutating func encaissement(_ dossier: DossierTenu, _ paiement: Paiement, sens: String, solde: Bool) -> Ligne {
    message(
      "64", dossier,
      [
        ("numero_encaissement", .texte(paiement.numero)), ("sens", .texte(sens)),
        ("moyen_paiement", .texte(paiement.moyen)),
        ("ordre_paiement", .texte("E")), ("montant_recu", .montant(paiement.recu)),
        ("montant_creance", .montant(paiement.creance)), ("montant_frais_ht", .montant(paiement.fraisHT)),
        ("montant_tva", .montant(paiement.tva)), ("mode_reversement", .texte("V")), ("encaissement_annule", nil),
        ("solde", .indicateur(solde)),
      ])
  }

  mutating func ventilation(_ dossier: DossierTenu, _ paiement: Paiement, _ rang: Int64, _ montant: Montant) -> Ligne {
    message(
      "65", dossier,
      [("numero_encaissement", .texte(paiement.numero)), ("rang_titre", .entier(rang)), ("montant", .montant(montant))])
  }
}
