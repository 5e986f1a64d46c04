import Convention

extension VieDeDossier {
  private mutating func numero() -> String {
    numeroEncaissement += 1
    return "P\(numeroEncaissement)"
  }

  /// The whole, a part, or more than what is due; its fee comes from the account of the dossier.
  mutating func encaissement(_ entete: EnteteMessage) -> Encaissement {
    let reste = Int(dossier.resteDu.cents)
    let cents =
      switch alea.below(10) {
      case 0..<2 where reste > 0: reste
      case 2..<9 where reste > 0: 1 + alea.below(reste)
      default: 1 + alea.below(30_000)
      }
    let creance = Montant(cents: Int64(cents))
    let frais = frais(on: creance, le: entete.fait)
    return Encaissement(
      numero: numero(), moyen: alea.pick(["01", "02", "03", "08", "20", "21"]), ordre: alea.chance(850) ? "E" : "T",
      recu: creance + frais.ttc, creance: creance, fraisHT: frais.ht, tva: frais.tva,
      ventilation: alea.chance(250) ? ventilation(of: creance) : [])
  }

  /// What the tariff gives; an étude that does not follow it takes a tenth, without the VAT.
  private func frais(on creance: Montant, le fait: Jour) -> Honoraire {
    guard let compte = try? CompteDHonoraires(dossier, territoire) else { return .zero }
    guard suitLeTarif else { return Honoraire(ht: creance.times(1, over: 10), tva: .zero) }
    return compte.attendu(for: creance, le: fait)
  }

  /// One or two parts that add up to the sum, on any titres.
  private mutating func ventilation(of creance: Montant) -> [Imputation] {
    let rangs = dossier.demande.titres.map(\.rang)
    let first = Montant(cents: Int64(alea.below(Int(creance.cents))))
    let parts = [
      Imputation(rangTitre: alea.pick(rangs), montant: first),
      Imputation(rangTitre: alea.pick(rangs), montant: creance - first),
    ]
    return parts.filter { $0.montant > .zero }
  }

  /// Of a payment of its own, of one that does not count any more, or of one that never was.
  mutating func annulation(_ entete: EnteteMessage) -> Message.Contenu {
    let own = dossier.encaissements.filter { $0.entete.etude == entete.etude && $0.encaissement.annule == nil }
    guard !own.isEmpty else {
      return .encaissement(
        Encaissement(
          numero: numero(), annule: "P999", moyen: "03", ordre: "E", recu: Montant(cents: 1), creance: Montant(cents: 1)
        ))
    }
    var item = alea.pick(own).encaissement
    (item.annule, item.numero, item.ventilation) = (item.numero, numero(), [])
    return .encaissement(item)
  }
}
