import Convention

extension VieDeDossier {
  static let honoraires: [Invariant<PasDeDossier>] = [acomptes, soldeDuCompte, ventilations]

  /// Nil unless the step is a payment of the phase comminatoire.
  private static func compte(_ pas: PasDeDossier) -> CompteDHonoraires? {
    guard pas.apres.demande.phase == .comminatoire, pas.apres.encaissements.count > pas.avant.encaissements.count else {
      return nil
    }
    return try? CompteDHonoraires(pas.apres, pas.territoire)
  }

  /// Payments that count, in their order.
  private static func comptes(_ dossier: Dossier) -> [EncaissementConstate] {
    dossier.encaissements.filter {
      $0.encaissement.annule == nil && dossier.encaissement($0.encaissement.numero, of: $0.entete.etude) != nil
    }
  }

  /// R060: ten instalments give the fee of one payment; the VAT too, while its rate did not change.
  private static let acomptes = Invariant<PasDeDossier>(
    "les honoraires des acomptes sont ceux de la somme", "article 15 ; R059, R060"
  ) { pas in
    guard let compte = compte(pas) else { return .sansObjet }
    let paid = comptes(pas.apres)
    guard let last = paid.last?.entete.fait else {
      return .requis(compte.du == .zero, "des honoraires sans recouvrement : \(compte.du.texte)")
    }
    let base = paid.reduce(.zero) { $0 + $1.encaissement.creance }
    let whole = HonoraireAmiable(surBase: base, le: last, pas.territoire).honoraire
    let hasOneRate = Set(paid.map { pas.territoire.tva.value(on: $0.entete.fait) }).count == 1
    let same = hasOneRate ? compte.du == whole : compte.du.ht == whole.ht
    return .requis(same && compte.recouvre == base, "acomptes \(compte.du.texte) ; somme \(whole.texte)")
  }

  private static let soldeDuCompte = Invariant<PasDeDossier>(
    "prélevé, en attente et trop prélevé font les honoraires dus", "article 15 ; R060"
  ) { pas in
    guard let compte = compte(pas) else { return .sansObjet }
    // With tax: after a cancellation a cent may pass between the fee and its VAT, until the next payment.
    guard (compte.preleve + compte.enAttente - compte.tropPreleve).ttc == compte.du.ttc else {
      return .faute("prélevé \(compte.preleve.texte), dû \(compte.du.texte)")
    }
    let isPlain = pas.apres.encaissements.allSatisfy { $0.encaissement.annule == nil } && compte.ecarts.isEmpty
    return .requis(!isPlain || compte.preleve == compte.du, "une étude au tarif a prélevé \(compte.preleve.texte)")
  }

  /// Each policy parts the sum to the cent, within what is due.
  private static let ventilations = Invariant<PasDeDossier>(
    "toute ventilation d’une somme fait cette somme, au centime", "article 15 ; R059"
  ) { pas in
    guard pas.avant.demande.phase == .comminatoire, pas.estApprofondi,
      let compte = try? CompteDHonoraires(pas.avant, pas.territoire), pas.avant.resteDu > .zero
    else { return .sansObjet }
    let jour = pas.demande.jour
    let recu = pas.avant.resteDu.times(7, over: 5)
    return .tous(
      PolitiqueDImputation.allCases.map { politique in
        guard let part = try? compte.partage(recu, le: jour, politique, resteDu: pas.avant.resteDu) else {
          return .faute("\(politique.libelle) : refusé")
        }
        return ventilation(part, of: recu, politique, resteDu: pas.avant.resteDu)
      })
  }

  /// The parts are the sum, with the fee on top of it where the policy says so, and the debt takes no more than it is.
  static func ventilation(
    _ part: PartageDePaiement, of recu: Montant, _ politique: PolitiqueDImputation, resteDu: Montant
  ) -> Verdict {
    let frais = politique == .fraisEnSus ? part.honoraire.ttc : .zero
    let inBounds = part.principal <= resteDu && min(part.principal, part.excedent) >= .zero
    return .requis(part.total - frais == recu && inBounds, "\(politique.libelle) : \(part.total.texte)")
  }
}
