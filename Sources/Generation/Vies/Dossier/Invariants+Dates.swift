import Convention

extension VieDeDossier {
  static let dates: [Invariant<PasDeDossier>] = [soirAnnonce, relancesUniques, termes, explications, pourquoi]

  /// The evenings run before it found nothing, so what is found is never before the announced day.
  private static let soirAnnonce = Invariant<PasDeDossier>(
    "la soirée annoncée n’est jamais plus tard que la vraie", "annexe qualité I.2 ; R154"
  ) { pas in
    guard case .soir(let jour) = pas.demande else { return .sansObjet }
    guard let announced = pas.avant.prochainSoir else {
      return .requis(pas.faits.isEmpty, "une soirée non annoncée a trouvé, le \(jour.texte)")
    }
    return .requis(pas.faits.isEmpty || announced <= jour, "annoncée le \(announced.texte), trouvée le \(jour.texte)")
  }

  private static let relancesUniques = Invariant<PasDeDossier>(
    "une relance de chaque rang au plus par remise, jamais pendant une suspension", "annexe qualité I.2 ; R154 à R158"
  ) { pas in
    guard case .soir(let jour) = pas.demande else { return .sansObjet }
    let isSent = pas.faits.contains { if case .relanceEmise = $0 { true } else { false } }
    guard isSent else { return .sansObjet }
    let rangs = pas.apres.relances.map(\.rang)
    return .requis(
      Set(rangs).count == rangs.count && !pas.avant.estSuspendu(on: jour), "relances \(rangs.map(\.rawValue))")
  }

  private static let termes = Invariant<PasDeDossier>(
    "la réception n’est jamais avant la remise, ni le terme calculé avant la durée du contrat",
    "article 9, alinéa 1, et article 10, alinéa 1 ; R027, R032"
  ) { pas in
    guard let remise = pas.apres.remise, let reception = remise.reception else { return .sansObjet }
    guard reception.jour >= remise.jour else { return .faute("reçu le \(reception.jour.texte)") }
    guard pas.apres.actualisations.termeFixe == nil, let terme = pas.apres.terme else { return .tenu }
    let days = terme.days(since: reception.jour)
    let bounds =
      pas.apres.demande.phase == .comminatoire
      ? remise.delaiDays...remise.delaiDays : remise.delaiDays...remise.delaiDays + 5
    return .requis(bounds.contains(days), "terme à \(days) jours de la réception")
  }

  /// Art. 9 and others: each date that a page shows has its explanation.
  private static let explications = Invariant<PasDeDossier>(
    "chaque date a son explication, avec ses articles", "articles 9, 10 et 14 ; R027, R037, R055"
  ) { pas in
    guard pas.estApprofondi else { return .sansObjet }
    let jour = pas.demande.jour == .last ? pas.apres.demande.date : pas.demande.jour
    return explique(pas.apres.echeances(on: jour), pas.apres.explicationsDesDates(on: jour))
  }

  static func explique(_ echeances: [Echeance], _ explained: [Explication]) -> Verdict {
    if let blank = explained.first(where: { $0.articles.isEmpty || $0.exigences.isEmpty || $0.resultat.isEmpty }) {
      return .faute("\(blank.titre) : sans article, exigence ou résultat")
    }
    let texts = Set(explained.flatMap { [$0.resultat] + $0.donnees.map(\.texte) })
    let missing = echeances.first { !texts.contains($0.jour.texte) }
    return .requis(missing == nil, "\(missing?.libelle ?? "") : aucune explication du \(missing?.jour.texte ?? "")")
  }

  private static let pourquoi = Invariant<PasDeDossier>(
    "un dossier dit en une à trois phrases pourquoi il en est là", "annexe qualité I.2 ; R154"
  ) { pas in
    guard pas.estApprofondi else { return .sansObjet }
    return phrases(pas.apres.pourquoi(on: pas.demande.jour).phrases)
  }

  static func phrases(_ phrases: [String]) -> Verdict {
    .requis((1...3).contains(phrases.count) && phrases.allSatisfy { $0.hasSuffix(".") }, "\(phrases.count) phrases")
  }
}
