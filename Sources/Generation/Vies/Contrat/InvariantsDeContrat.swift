import Convention

extension VieDeContrat {
  static let invariants: [Invariant<PasDeContrat>] = [
    .refusSansEffet { !$0.actes.isEmpty || $0.avant != $0.apres },
    repli, vigueur, periodes, papier, actesApresLaFin, soirAnnonce, explications,
  ]

  private static let repli = Invariant<PasDeContrat>(
    "l’histoire rejouée redonne l’état", "articles 18 à 21 ; R068 à R072"
  ) { pas in .requis(HistoireDeContrat(pas.histoire) == pas.apres, "l’état diffère de son histoire") }

  private static let vigueur = Invariant<PasDeContrat>(
    "en vigueur seulement entre ses dates, signé de tous et engagé", "article 1, alinéa 3 ; cahier 1 ; R004, R077"
  ) { pas in
    let last = pas.apres.contrat(on: pas.jour).lastDay
    let du = pas.apres.contrat(on: pas.jour).du
    return .tous(
      [pas.jour, pas.jour.adding(days: 1), du.adding(days: -1), du, last, last.adding(days: 1)].map {
        vigueur(pas.apres, on: $0)
      })
  }

  private static func vigueur(_ histoire: HistoireDeContrat, on jour: Jour) -> Verdict {
    let (contrat, etat) = (histoire.contrat(on: jour), histoire.etat(on: jour))
    let active = contrat.isActive(on: jour)
    guard active == [.enVigueur, .enPreavis].contains(etat) else { return .faute("\(etat.libelle) le \(jour.texte)") }
    guard active else { return .sansObjet }
    let signed = histoire.autorite.signataires.allSatisfy { contrat.signatures?[$0].map { $0 <= jour } ?? false }
    let engaged = if case .pris(let le)? = contrat.clauses.engagement { le <= jour } else { false }
    let within = contrat.du <= jour && jour <= contrat.lastDay && histoire.fin.map { jour <= $0.le } ?? true
    return .requis(signed && engaged && within, "en vigueur à tort le \(jour.texte)")
  }

  private static let periodes = Invariant<PasDeContrat>(
    "les périodes se suivent sans trou, de trois ans, reconduites à temps, de 75 ou 60 jours",
    "articles 9, alinéa 2, et 19 ; R030, R069"
  ) { pas in
    let all = pas.apres.periodes
    let wrong = zip(all, all.dropFirst()).first { former, next in
      next.du != former.au.adding(days: 1) || next.au != ContratDepartemental.terme(from: next.du)
        || !(next.decideeLe.map { former.du <= $0 && $0 <= former.au } ?? false)
        || ![75, 60].contains(next.dureeComminatoireDays)
    }
    return .requis(wrong == nil, "période du \(wrong?.1.du.texte ?? "")")
  }

  private static let papier = Invariant<PasDeContrat>(
    "jamais deux périodes sur papier à la fois avec un poste", "cahier 3, alinéa 5 ; R088"
  ) { pas in
    let all = pas.apres.contrat(on: .last).clauses.papier
    guard !all.isEmpty else { return .sansObjet }
    let apart = all.indices.allSatisfy { later in
      all[..<later].allSatisfy { former in
        let same = former.poste == nil || all[later].poste == nil || former.poste == all[later].poste
        return !same || former.au.map { $0 < all[later].du } ?? false
      }
    }
    return .requis(apart && all.allSatisfy { $0.du <= $0.au ?? .last }, "périodes sur papier mêlées")
  }

  private static let actesApresLaFin = Invariant<PasDeContrat>(
    "aucun acte après la fin, ni deux fois le même", "articles 18, 19 et 21 ; R068, R072"
  ) { pas in
    if pas.avant.fin != nil { return .requis(pas.actes.isEmpty, "un acte après la fin") }
    let names = pas.histoire.compactMap(\.unique)
    let hasReport = pas.actes.allSatisfy { acte in
      guard case .renouvele(let fait) = acte else { return true }
      return (fait.rapport != nil) == (fait.periode.dureeComminatoireDays == 60)
    }
    return .requis(Set(names).count == names.count && hasReport, "un acte de trop : \(names.joined(separator: ", "))")
  }

  private static let soirAnnonce = Invariant<PasDeContrat>(
    "la soirée annoncée n’est jamais plus tard que la vraie", "article 19 ; R069"
  ) { pas in
    guard pas.commande == "centre : soirée", !pas.actes.isEmpty else { return .sansObjet }
    return .requis(pas.avant.prochainSoir.map { $0 <= pas.jour } ?? false, "trouvée le \(pas.jour.texte)")
  }

  private static let explications = Invariant<PasDeContrat>(
    "le dernier jour a son explication", "articles 18, 19 et 21 ; R068, R069, R072"
  ) { pas in
    let contrat = pas.apres.contrat(on: pas.jour)
    return explique(contrat.lastDay, contrat.explicationDuDernierJour)
  }

  static func explique(_ dernier: Jour, _ explication: Explication) -> Verdict {
    .requis(
      explication.resultat.contains(dernier.texte) && !explication.articles.isEmpty, "\(dernier.texte) sans explication"
    )
  }
}

extension HistoireDeContrat.Acte {
  /// What may be told only once.
  fileprivate var unique: String? {
    switch self {
    case .conclu: "conclusion"
    case .signe(let qualite, _): "signature \(qualite.rawValue)"
    case .engagementPris: "engagement"
    case .prisEffet: "effet"
    case .denonce: "dénonciation"
    case .resilie: "résiliation"
    case .expire: "fin"
    case .applicationOuverte(let ouverture): "ouverture \(ouverture.application)"
    case .renouvele, .objectifFixe, .seuilCommunique, .periodiciteFixee, .passageAuPapier, .retourAuDematerialise,
      .importTableurConvenu, .decisionSurObjectifs:
      nil
    }
  }
}
