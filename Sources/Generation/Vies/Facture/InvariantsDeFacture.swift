import Convention

extension VieDeFacture {
  static let invariants: [Invariant<PasDeFacture>] = [
    .refusSansEffet { !$0.actes.isEmpty || $0.avant != $0.apres },
    repli, acomptes, totaux, restes, lignesUniques, delais, interets,
  ]

  private static let repli = Invariant<PasDeFacture>(
    "l’histoire rejouée redonne l’état", "articles 12 et 17 ; R066"
  ) { pas in
    .requis(pas.histoires.map { Facture($0) } == pas.apres.map { $0 }, "l’état diffère de son histoire")
  }

  private static let acomptes = Invariant<PasDeFacture>(
    "le droit proportionnel des acomptes est celui de la somme", "article 16, alinéa 3 ; R063"
  ) { pas in
    guard let droits = pas.liquidation.droits else { return .sansObjet }
    return .requis(
      droits.acomptes == droits.ensemble, "acomptes \(droits.acomptes.texte) ; somme \(droits.ensemble.texte)")
  }

  private static let totaux = Invariant<PasDeFacture>(
    "le total d’une facture est la somme de ses lignes, chacune expliquée, engagement compté une fois",
    "articles 12 et 16 ; R061"
  ) { pas in
    let engagements = pas.liquidation.lignes.count { $0.cle.nature == .engagement }
    let explained = pas.liquidation.explications.allSatisfy { !$0.calcul.isEmpty && !$0.articles.isEmpty }
    guard engagements <= 1, explained else { return .faute("\(engagements) droits d’engagement") }
    let wrong = pas.apres.first { facture in
      facture.projet.lignes.reduce(Honoraire.zero) { $0 + $1.honoraire } != facture.projet.total
    }
    return .requis(wrong == nil, "facture \(wrong?.projet.numero ?? "")")
  }

  private static let restes = Invariant<PasDeFacture>(
    "payée quand plus rien ne reste, jamais au-delà, intérêts compris", "article 17 ; R066, R067"
  ) { pas in
    if let facture = pas.interetsTropPayes { return .faute("facture \(facture.projet.numero), intérêts trop payés") }
    let wrong = pas.apres.first { facture in
      facture.resteAPayer < .zero || (facture.etat == .payee) != (facture.resteAPayer == .zero)
        || (facture.etat == .rejetee && !(facture.paiements + facture.paiementsDInterets).isEmpty)
        || facture.paiements.contains { $0.jour < facture.reception ?? .last }
    }
    return .requis(wrong == nil, "facture \(wrong?.projet.numero ?? ""), reste \(wrong?.resteAPayer.texte ?? "")")
  }

  private static let lignesUniques = Invariant<PasDeFacture>(
    "une ligne n’est facturée qu’une fois, sous un numéro pris une fois, jamais à un poste",
    "article 16 ; cahier 2 ; R061, R082"
  ) { pas in
    let cles = pas.apres.filter { $0.etat != .rejetee }.flatMap { $0.projet.lignes.map(\.cle) }
    let numeros = pas.apres.map(\.projet.numero)
    let toPoste = pas.apres.contains { if case .poste = $0.projet.payeur { true } else { false } }
    return .requis(
      Set(cles).count == cles.count && Set(numeros).count == numeros.count && !toPoste,
      "une ligne ou un numéro en double")
  }

  private static let delais = Invariant<PasDeFacture>(
    "trente jours après la réception, au plus reportés à l’ouvrable", "article 17 ; R066"
  ) { pas in
    let received = pas.apres.compactMap { facture in facture.reception.map { ($0, facture.limite) } }
    guard !received.isEmpty else { return .sansObjet }
    let held = received.allSatisfy { reception, limite in
      let days = Bareme.delaiDePaiementDays.value(on: reception)
      return limite.map { (days...days + 5).contains($0.days(since: reception)) } ?? false
    }
    return .requis(held, "limite hors des trente jours")
  }

  private static let interets = Invariant<PasDeFacture>(
    "aucun intérêt avant la limite, et jamais moins le lendemain", "article 17 ; R067"
  ) { pas in
    .tous(
      pas.apres.map { facture in
        guard let limite = facture.limite, let now = facture.interets(au: pas.jour),
          let tomorrow = facture.interets(au: pas.jour.adding(days: 1))
        else { return .sansObjet }
        return croissance(now.total, tomorrow.total, isLate: pas.jour > limite)
      })
  }

  static func croissance(_ now: Montant, _ tomorrow: Montant, isLate: Bool) -> Verdict {
    .requis((isLate ? now >= .zero : now == .zero) && tomorrow >= now, "\(now.texte), puis \(tomorrow.texte)")
  }
}

extension PasDeFacture {
  /// The invoice on which this step has just paid interest before its claim, or more than was claimed. Only this step:
  /// a later claim may be lower, when a payment is told late.
  fileprivate var interetsTropPayes: Facture? {
    guard let rang, apres.indices.contains(rang) else { return nil }
    let facture = apres[rang]
    let isWrong = actes.contains { acte in
      guard case .interetsPayes(let day, _) = acte else { return false }
      return day < facture.reclamesLe ?? .last || facture.interetsPayes > facture.interetsReclames?.total ?? .zero
    }
    return isWrong ? facture : nil
  }
}
