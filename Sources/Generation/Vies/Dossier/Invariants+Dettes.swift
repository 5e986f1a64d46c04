import Convention

extension VieDeDossier {
  static let dettes: [Invariant<PasDeDossier>] = [
    .refusSansEffet { !$0.faits.isEmpty || $0.avant != $0.apres },
    jamaisNegatif, conservation, egalite, encaissementsDits, partages, repli,
  ]

  private static let jamaisNegatif = Invariant<PasDeDossier>(
    "le reste dû n’est jamais négatif ni au-dessus de la demande", "article 7, alinéa 2 ; R025"
  ) { pas in
    let bounded = pas.apres.restes.allSatisfy { $0.reste >= .zero }
    return .requis(
      bounded && pas.apres.resteDu <= pas.apres.demande.montant, "reste dû de \(pas.apres.resteDu.texte)")
  }

  /// Counted again from the facts alone.
  private static let conservation = Invariant<PasDeDossier>(
    "la créance se conserve, titre par titre", "article 7, alinéa 2, et article 8 ; R025, R026"
  ) { pas in
    guard pas.faits.contains(where: \.toucheAuCompte) else {
      return .requis(pas.avant.resteDu == pas.apres.resteDu, "le reste dû change sans paiement ni actualisation")
    }
    guard let decompte = pas.decompte else { return .faute("histoire sans transmission") }
    let same = decompte.restes.elementsEqual(pas.apres.restes) { $0 == $1 }
    return .requis(same, "reste dû \(pas.apres.resteDu.texte), recompté \(decompte.reste.texte)")
  }

  /// The sum that a clerk would write under the account.
  private static let egalite = Invariant<PasDeDossier>(
    "dû = demandé − payé − réduit − éteint + surplus", "article 7, alinéa 2 ; R025, R132"
  ) { pas in
    guard let compte = pas.decompte else { return .sansObjet }
    let du = pas.apres.demande.titres.reduce(.zero) { $0 + $1.resteDu } - compte.paye - compte.reduit - compte.eteint
    guard pas.apres.recouvre == compte.paye else {
      return .faute("recouvré \(pas.apres.recouvre.texte), payé \(compte.paye.texte)")
    }
    return .requis(
      du + compte.surplus == pas.apres.resteDu,
      "\((du + compte.surplus).texte) calculés, \(pas.apres.resteDu.texte) dus")
  }

  /// Each payment says what is due after it and what it had in excess.
  private static let encaissementsDits = Invariant<PasDeDossier>(
    "un encaissement dit le reste dû et l’excédent", "article 7, alinéa 2 ; R132"
  ) { pas in
    for case .encaissementConstate(let fait) in pas.faits {
      let excess = fait.encaissement.creance - (pas.avant.resteDu - fait.resteDu)
      let said = fait.encaissement.annule == nil ? (fait.excedent ?? .zero) : max(.zero, excess)
      return .requis(
        fait.resteDu == pas.apres.resteDu && said == max(.zero, excess), "excédent annoncé \(said.texte)")
    }
    return .sansObjet
  }

  /// Rule 332: the parts of a payment are the payment.
  private static let partages = Invariant<PasDeDossier>(
    "les imputations d’un encaissement font sa somme, au centime", "article 7, alinéa 2 ; R132"
  ) { pas in
    for case .encaissementConstate(let fait) in pas.faits {
      let item = fait.encaissement
      let sum = fait.imputations.reduce(.zero) { $0 + $1.montant }
      guard sum == item.creance else { return .faute("\(sum.texte) imputés sur \(item.creance.texte)") }
      let spread = ImputationSurTitres.allCases.compactMap {
        try? $0.repartir(item.creance, sur: pas.avant.restes, choix: fait.imputations)
      }
      let wrong = spread.first { $0.reduce(.zero) { $0 + $1.montant } != item.creance }
      return .requis(wrong == nil, "une répartition ne fait pas la somme versée")
    }
    return .sansObjet
  }

  private static let repli = Invariant<PasDeDossier>(
    "l’histoire rejouée redonne l’état", "annexe II.1.1.1 a ; R123"
  ) { pas in
    guard pas.estApprofondi else { return .sansObjet }
    return .requis(Dossier(pas.histoire) == pas.apres, "l’état diffère de son histoire")
  }
}

extension Evenement {
  /// It may change what is due.
  var toucheAuCompte: Bool {
    switch self {
    case .actualisationRecue, .encaissementConstate: true
    default: false
    }
  }
}
