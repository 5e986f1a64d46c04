/// A liquidation under way: what the services so far leave to those that follow.
struct CalculDeLiquidation {
  let cadre: CadreDeLiquidation
  let jourDuBareme: Jour?
  /// The first act signified: what is paid after it follows the intervention.
  private var intervention: Jour?
  /// Art. 13 and 14: once for the claim, then credited on the proportional right.
  private var engagement = Montant.zero
  private var recouvre = Montant.zero
  private var droit = Montant.zero
  private var rangs: [LigneDeFacture.Cle: Int] = [:]

  init(cadre: CadreDeLiquidation, jourDuBareme: Jour?) {
    self.cadre = cadre
    self.jourDuBareme = jourDuBareme
  }

  mutating func lignes(of prestation: PrestationJudiciaire) throws(Refus) -> [Liquidation.Ligne] {
    switch prestation {
    case .disparition: throw Refus(.disparitionSansDroit, under: Article(16, alinea: 5))
    case .acte(let code, let jour, let vise):
      try requireJudicial(.droitHorsPhaseJudiciaire, alinea: 1)
      return try actes(code, jour, vise)
    case .suspension(let jour, let retour):
      try requireJudicial(.droitHorsPhaseJudiciaire, alinea: 2)
      guard retour?.isEmpty == false else { throw Refus(.suspensionSansRetour, under: Article(16, alinea: 2)) }
      return [try forfait(.suspension, .suspension, jour, alinea: 2, exigence: "R062")]
    case .nouvelleAdresse(let jour, let codePostal):
      try requireJudicial(.adresseSansIntervention, alinea: 4)
      guard !cadre.ressort.contains(codePostal) else {
        throw Refus(.adresseDansLeRessort, under: Article(16, alinea: 4))
      }
      return [try forfait(.nouvelleAdresse, .nouvelleAdresse, jour, alinea: 4, exigence: "R064")]
    case .paiement(let jour, let montant):
      try requireJudicial(.droitHorsPhaseJudiciaire, alinea: 3)
      return try proportionnel(jour, montant)
    }
  }

  private func requireJudicial(_ motif: Refus.Motif, alinea: Int) throws(Refus) {
    guard cadre.phase == .judiciaire else { throw Refus(motif, under: Article(16, alinea: alinea)) }
  }

  private func scale(_ jour: Jour) -> Jour { jourDuBareme ?? jour }
  private func tarif(_ jour: Jour) -> TarifJudiciaire { Bareme.tarifJudiciaire.value(on: scale(jour)) }

  /// Art. 16, al. 1 (R061): the fixed fee and its journey, and the right of engagement with the first act that brings it.
  private mutating func actes(_ code: String, _ jour: Jour, _ vise: Montant) throws(Refus) -> [Liquidation.Ligne] {
    guard let acte = ActeTarife.named(code) else { throw Refus(.acteHorsTarif, under: Article(16, alinea: 1)) }
    guard vise > .zero else { throw Refus(.montantHorsBornes, under: Article(16, alinea: 1)) }
    guard acte.suite != .forfait else { throw Refus(.acteAuForfait, under: Article(10, alinea: 8)) }
    let tarif = tarif(jour)
    guard let ht = tarif.droitFixe(code, vise: vise) else {
      throw Refus(.montantDActeInconnu, under: Article(16, alinea: 1))
    }
    if acte.suite != .formalite { intervention = intervention ?? jour }
    let calcul = "\(tarif.calcul(code, vise: vise)) = \(ht.texte)"
    let transport = acte.suite == .formalite ? .zero : Bareme.transport.value(on: scale(jour))
    let ligne = ligne(.acte, acte, jour, ht, transport, alinea: 1, exigence: "R061", [calcul])
    return [ligne] + engagementLine(acte, jour, vise)
  }

  private mutating func engagementLine(_ acte: ActeTarife, _ jour: Jour, _ vise: Montant) -> [Liquidation.Ligne] {
    guard acte.suite == .engagement, engagement == .zero else { return [] }
    engagement = tarif(jour).droitDEngagement(vise)
    let taux = tarif(jour).engagement.taux(sur: vise).map { "\($0) taux × \(tarif(jour).tauxDeBase.texte) = " } ?? ""
    return [ligne(.engagement, acte, jour, engagement, .zero, alinea: 1, exigence: "R061", [taux + engagement.texte])]
  }

  /// Art. 16, al. 2 and 4: no act, so no journey; flat, so no coefficient.
  private mutating func forfait(
    _ acte: ActeTarife, _ nature: LigneDeFacture.Nature, _ jour: Jour, alinea: Int, exigence: String
  ) throws(Refus) -> Liquidation.Ligne {
    guard let ht = tarif(jour).forfait(acte.code) else {
      throw Refus(.montantDActeInconnu, under: Article(16, alinea: alinea))
    }
    let calcul = "\(tarif(jour).calcul(acte.code, vise: nil)) = \(ht.texte)"
    return ligne(nature, acte, jour, ht, .zero, alinea: alinea, exigence: exigence, [calcul])
  }

  /// Art. 16, al. 3 (R063); décret, art. 8 and 9: on all that was recovered since the intervention, less what was counted
  /// before and the right of engagement.
  private mutating func proportionnel(_ jour: Jour, _ montant: Montant) throws(Refus) -> [Liquidation.Ligne] {
    guard montant > .zero else { throw Refus(.montantHorsBornes, under: Article(16, alinea: 3)) }
    guard let intervention, intervention <= jour else {
      throw Refus(.paiementAvantIntervention, under: Article(16, alinea: 3))
    }
    recouvre += montant
    let degressif = tarif(jour).droitDegressif
    let net = max(.zero, degressif.droit(sur: recouvre) - engagement)
    let ht = max(.zero, net - droit)
    let calcul =
      degressif.calcul(sur: recouvre) + ["− engagement \(engagement.texte) − déjà compté \(droit.texte) = \(ht.texte)"]
    droit += ht
    guard ht > .zero else { return [] }
    let acte = ActeTarife("A08", "art. 8", "droit proportionnel dégressif", .forfait)
    return [ligne(.droitProportionnel, acte, jour, ht, .zero, alinea: 3, exigence: "R063", calcul)]
  }

  private mutating func ligne(
    _ nature: LigneDeFacture.Nature, _ acte: ActeTarife, _ jour: Jour, _ ht: Montant, _ transport: Montant,
    alinea: Int, exigence: String, _ calcul: [String]
  ) -> Liquidation.Ligne {
    let first = LigneDeFacture.Cle(cadre.dossier, nature, acte: acte.code, le: jour)
    rangs[first, default: 0] += 1
    let cle = LigneDeFacture.Cle(cadre.dossier, nature, acte: acte.code, le: jour, rang: rangs[first] ?? 1)
    let taux = cadre.territoire.tva.value(on: scale(jour))
    let honoraire = Honoraire(ht: ht + transport, taux: taux)
    let libelle = nature == .engagement ? "droit d’engagement des poursuites" : acte.libelle
    let item = LigneDeFacture(
      cle: cle, phase: cadre.phase, etatPoursuites: cadre.etatPoursuites, libelle: libelle, ht: ht,
      transport: transport, tva: honoraire.tva, numero: acte.numero, calcul: calcul.joined(separator: " ; "))
    return Liquidation.Ligne(
      ligne: item, article: Article(16, alinea: alinea), exigence: exigence, numero: acte.numero,
      jourDuBareme: scale(jour), territoire: cadre.territoire, calcul: calcul)
  }
}

extension TarifJudiciaire {
  /// « 9,5 taux × 2,20 € × 0,5 »; without an amount aimed at, no coefficient.
  func calcul(_ code: String, vise: Montant?) -> String {
    guard let emolument = actes[code] else { return "" }
    let prix =
      switch emolument {
      case .taux: "\(TarifJudiciaire.texte(emolument)) × \(tauxDeBase.texte)"
      case .euros: TarifJudiciaire.texte(emolument)
      }
    return prix + (vise.map { " × \(TarifJudiciaire.decimal(coefficient($0)))" } ?? "")
  }
}
