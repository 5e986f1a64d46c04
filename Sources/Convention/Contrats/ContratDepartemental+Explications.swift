extension ContratDepartemental {
  /// Why the contract ends when it does (art. 19; R069).
  public var explicationDuDernierJour: Explication {
    Explication(
      "Dernier jour du contrat", regle: "ContratDepartemental",
      articles: [Article(19)] + (fin.cause == .terme ? [] : [fin.cause.article]),
      exigences: ["R069", "R068", "R072"], politique: "sans reconduction expresse, le contrat s’arrête à son terme",
      donnees: [.init("premier jour", du.texte), .init("terme", au.texte)],
      valeurs: [Bareme.dureeContratYears.appliquee(on: du)],
      calcul: [calculDuTerme] + [explicationDeDenonciation, explicationDeResiliation].compactMap(\.?.calcul.first),
      resultat: "\(lastDay.texte), \(fin.cause.libelle)")
  }

  private var calculDuTerme: String {
    let years = Bareme.dureeContratYears.value(on: du)
    let periods = (1...10).first { du.end(ofMonths: 12 * years * $0) == au }
    guard let periods else { return "terme fixé au contrat ou par sa reconduction : \(au.texte)" }
    let renewed = periods == 1 ? "" : ", \(periods) périodes"
    return "\(du.texte) + \(years * periods) ans\(renewed), moins un jour = \(au.texte)"
  }

  /// When a denunciation takes effect (art. 18, R068); nil without one.
  public var explicationDeDenonciation: Explication? {
    denonceLe.map { jour in
      explicationDEffet(
        "Effet de la dénonciation", Article(18), "R068", notifieeLe: jour, Bareme.preavisDenonciationMonths,
        effet: ContratDepartemental.effetDenonciation(notifieeLe: jour))
    }
  }

  /// When a termination takes effect (art. 21, al. 2, R072); nil without one.
  public var explicationDeResiliation: Explication? {
    resilieLe.map { jour in
      explicationDEffet(
        "Effet de la résiliation", Article(21, alinea: 2), "R072", notifieeLe: jour, Bareme.effetResiliationMonths,
        effet: ContratDepartemental.effetResiliation(notifieeLe: jour))
    }
  }

  private func explicationDEffet(
    _ titre: String, _ article: Article, _ exigence: String, notifieeLe jour: Jour, _ delai: Dated<Int>, effet: Jour
  ) -> Explication {
    Explication(
      titre, regle: "ContratDepartemental", articles: [article, Article(.codeProcedureCivile, "641", alinea: 2)],
      exigences: [exigence], politique: "de quantième à quantième, à défaut le dernier jour du mois ; jour inclus",
      donnees: [.init("notification", jour.texte)], valeurs: [delai.appliquee(on: jour)],
      calcul: ["\(jour.texte) + \(delai.value(on: jour)) mois = \(effet.texte)"],
      resultat: "le contrat tient jusqu’au \(effet.texte) inclus, sauf terme antérieur")
  }

  /// How long the phase of a new dossier is, handed over on a day (art. 9 and 10; R027, R030).
  public func explicationDeDuree(_ phase: Phase, on jour: Jour) -> Explication {
    let days = delaiDays(phase)
    let valeurs = phase.delais.filter { $0.value(on: jour) == days }.map { $0.appliquee(on: jour) }
    return Explication(
      "Durée pour un nouveau dossier", regle: "ContratDepartemental", articles: [phase.article],
      exigences: phase.exigences, politique: departDuDelai.libelle, donnees: [.init("jour de la remise", jour.texte)],
      valeurs: valeurs,
      calcul: [valeurs.isEmpty ? "durée propre au contrat" : "durée fixée par la convention"]
        + ["les dossiers déjà remis gardent la durée de leur remise"],
      resultat: "\(days) jours")
  }

  /// What threshold applies on a day (art. 10, al. 3, R034).
  public func explicationDuSeuil(on jour: Jour) -> Explication {
    let seuil = seuil(on: jour)
    return Explication(
      "Seuil d’ouverture forcée", regle: "SeuilOuvertureForcee", articles: [Article(10, alinea: 3)],
      exigences: ["R034"], politique: "sans seuil écrit, aucune créance ne permet l’ouverture forcée",
      donnees: [.init("jour", jour.texte)]
        + (seuil.map { [.init("lettre", "\($0.lettre.reference) du \($0.lettre.date.texte)")] } ?? []),
      calcul: seuil.map { ["en vigueur depuis le \($0.du.texte)", "créance > \($0.montant.texte)"] } ?? [],
      resultat: seuil.map { "au-dessus de \($0.montant.texte)" } ?? "aucun seuil communiqué")
  }
}

extension BilanDesObjectifs.Ligne {
  /// Why a target is missed or not (art. 9, R028–R029).
  public var explication: Explication {
    let quotient = taux.map { "\(recouvre.texte) ÷ \(demande.texte) = \($0.texte)" } ?? "rien n’a été demandé"
    let comparaison = taux.flatMap { taux in
      objectif.map { "\(taux.texte) \(taux < $0 ? "<" : "≥") \($0.texte)" }
    }
    return Explication(
      "Objectif de recouvrement", regle: "BilanDesObjectifs",
      articles: [Article(9, alinea: 1), Article(.annexeQualite, "II.1")], exigences: ["R028", "R029", "R175"],
      politique: "montants recouvrés sur montants demandés, au centième de pour cent, le demi vers le haut",
      donnees: [
        .init(cible.axe.libelle, cible.code), .init("dossiers", String(nombre)),
        .init("objectif", objectif?.texte ?? "non fixé"),
      ], calcul: [quotient] + [comparaison].compactMap(\.self),
      resultat: estManque ? "objectif manqué" : comparaison == nil ? "rien à comparer" : "objectif atteint")
  }
}

extension Phase {
  fileprivate var article: Article {
    switch self {
    case .comminatoire: Article(9, alinea: 1)
    case .judiciaire: Article(10, alinea: 1)
    }
  }

  fileprivate var exigences: [String] {
    switch self {
    case .comminatoire: ["R027", "R030"]
    case .judiciaire: ["R032"]
    }
  }

  fileprivate var delais: [Dated<Int>] {
    switch self {
    case .comminatoire: [Bareme.delaiComminatoireDays, Bareme.delaiComminatoireReduitDays]
    case .judiciaire: [Bareme.delaiJudiciaireDays]
    }
  }
}
