import Convention

/// One French sentence for each act of a contract.
public enum PhraseDActeDeContrat {
  public static func texte(_ acte: HistoireDeContrat.Acte) -> String {
    switch acte {
    case .conclu(let fait):
      "Contrat du département \(fait.departement) avec l’étude \(fait.etude), du \(fait.contrat.du.texte) au \(fait.contrat.au.texte)"
    case .signe(let qualite, let le): "Signé le \(le.texte) : \(qualite.libelle)"
    case .engagementPris(let le): "Engagement de l’étude pris le \(le.texte)"
    case .prisEffet(let le): "En vigueur à partir du \(le.texte)"
    case .renouvele(let fait):
      "Renouvelé du \(fait.periode.du.texte) au \(fait.periode.au.texte), phase comminatoire de "
        + "\(fait.periode.dureeComminatoireDays) jours, par \(texte(fait.decision))\(approuve(fait.approbations))"
    case .denonce(let fait): "Dénoncé par \(liste(fait.par)), notifié le \(fait.notifieeLe.texte)"
    case .resilie(let fait):
      "Résilié pour \(fait.motif.libelle), notifié le \(fait.notifieeLe.texte) ; preuve : \(texte(fait.preuve))"
        + approuve(fait.approbations)
    case .objectifFixe(let fait): texte(fait.objectif) + approuve(fait.approbations)
    case .seuilCommunique(let fait): texte(fait.seuil) + approuve(fait.approbations)
    case .periodiciteFixee(let fait): texte(fait)
    case .passageAuPapier(let motif, let poste, let du):
      "Échanges sur papier avec \(postes(poste)) à partir du \(du.texte) : \(motif.libelle)"
    case .retourAuDematerialise(let poste, let du):
      "Échanges avec \(postes(poste)) de nouveau dématérialisés à partir du \(du.texte)"
    case .applicationOuverte(let fait): "Fichiers de \(fait.application) admis à partir du \(fait.du.texte)"
    case .importTableurConvenu(let admis, let le): "Import par tableur \(admis ? "convenu" : "retiré") le \(le.texte)"
    case .decisionSurObjectifs(let fait):
      "Décision du \(fait.decideLe.texte) sur les objectifs : \(fait.choix.libelle) ; "
        + "\(accorde(fait.manques.count, "objectif manqué", "objectifs manqués")), rapport \(texte(fait.rapport.ecrit))"
        + approuve(fait.approbations)
    case .expire(let fin): "Fin du contrat le \(fin.le.texte) : \(fin.cause.libelle)"
    }
  }

  /// « Objectif de 35 % : nature de créance CAN, à partir du 01/01/2026 ».
  public static func texte(_ objectif: Objectif) -> String {
    "Objectif de \(objectif.taux.texte) : \(texte(objectif.cible)), à partir du \(objectif.du.texte)"
  }

  public static func texte(_ cible: Objectif.Cible) -> String {
    cible.code.isEmpty ? cible.axe.libelle : "\(cible.axe.libelle) \(cible.code)"
  }

  public static func texte(_ seuil: SeuilOuvertureForcee) -> String {
    "Seuil d’ouverture forcée de \(seuil.montant.texte) à partir du \(seuil.du.texte), \(texte(seuil.lettre))"
  }

  public static func texte(_ periodicite: Periodicite) -> String {
    "Périodicité : \(periodicite.document.libelle) tous les \(periodicite.months) mois à partir du \(periodicite.du.texte)"
  }

  /// « LET-12 du 03/02/2026 ».
  public static func texte(_ ecrit: Ecrit) -> String { "\(ecrit.reference) du \(ecrit.date.texte)" }

  /// With whom exchanges are on paper.
  public static func postes(_ poste: Codique?) -> String { poste.map { "le poste \($0)" } ?? "tous les postes" }

  private static func approuve(_ approbations: [QualiteDeSignataire]) -> String {
    approbations.isEmpty ? "" : " ; approuvé : \(liste(approbations))"
  }

  private static func liste(_ qualites: [QualiteDeSignataire]) -> String {
    qualites.map(\.libelle).joined(separator: ", ")
  }
}

extension Taux {
  /// A rate as people type it: « 35 », « 35,5 », « 35,25 % »; nil for anything doubtful.
  public init?(saisi texte: String) {
    let plain = texte.filter { !" \u{A0}\u{202F}%".contains($0) }
    let parts = plain.split(separator: plain.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      (1...3).contains(parts[0].utf8.count), let whole = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else {
      self.init(centiemes: whole * 100)
      return
    }
    guard (1...2).contains(parts[1].utf8.count), let decimals = Int(parts[1]) else { return nil }
    self.init(centiemes: whole * 100 + (parts[1].utf8.count == 1 ? decimals * 10 : decimals))
  }
}
