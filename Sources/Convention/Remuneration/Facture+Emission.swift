extension Facture {
  /// Art. 12 ▸1 and 16: what makes an invoice acceptable.
  ///
  /// Reading: a line may be later than the end of the contract, for a dossier handed over before it, never earlier than its
  /// first day.
  public static func emettre(
    _ projet: ProjetDeFacture, contrat: ContratDepartemental, deja: FacturesEmises
  ) throws(Refus) -> [Acte] {
    try requirePayer(projet, contrat)
    guard Facture.isNumber(projet.numero, on: projet.le) else { throw Refus(.numeroMalForme, under: Article(12)) }
    guard !deja.numeros.contains(projet.numero) else { throw Refus(.numeroDejaPris, under: Article(12)) }
    for ligne in projet.lignes { try permit(ligne) }
    try requireOnce(projet.lignes, deja)
    try requireDays(projet, contrat)
    try requireTotal(projet)
    return [.emise(projet: projet, contratDu: contrat.du)]
  }

  /// Letters and digits without accents, « - / . _ » and spaces within: what is read aloud and typed again the same.
  private static func isNumber(_ numero: String, on jour: Jour) -> Bool {
    let bound = Bareme.numeroDeFactureCharacters.value(on: jour)
    let hasBlankEnd = numero.hasPrefix(" ") || numero.hasSuffix(" ")
    return (1...bound).contains(numero.count) && !hasBlankEnd && numero.allSatisfy(isOfNumber)
  }

  private static func isOfNumber(_ sign: Character) -> Bool {
    sign.isASCII && (sign.isLetter || sign.isNumber || "-/._ ".contains(sign))
  }

  private static func requirePayer(_ projet: ProjetDeFacture, _ contrat: ContratDepartemental) throws(Refus) {
    if case .poste = projet.payeur { throw Refus(.factureAUnPoste, under: Article(.cahierDesCharges, "2", alinea: 5)) }
    guard projet.payeur == .signataire(contrat, projet.departement) else {
      throw Refus(.payeurNonSignataire, under: Article(16, alinea: 1))
    }
  }

  private static func permit(_ ligne: LigneDeFacture) throws(Refus) {
    switch ligne.cle.nature {
    case .disparition: throw Refus(.disparitionSansDroit, under: Article(16, alinea: 5))
    case .honoraireAmiable: throw Refus(.honoraireHorsPhaseComminatoire, under: Article(15))
    case .acte, .engagement, .suspension, .nouvelleAdresse, .droitProportionnel: break
    }
    guard ligne.phase == .judiciaire else { throw Refus(.droitHorsPhaseJudiciaire, under: Article(16, alinea: 1)) }
    guard ligne.ht > .zero, ligne.transport >= .zero, ligne.tva >= .zero else {
      throw Refus(.montantHorsBornes, under: Article(16, alinea: 1))
    }
  }

  private static func requireOnce(_ lignes: [LigneDeFacture], _ deja: FacturesEmises) throws(Refus) {
    let cles = Set(lignes.map(\.cle))
    guard cles.count == lignes.count else { throw Refus(.ligneEnDouble, under: Article(16, alinea: 1)) }
    guard !cles.contains(where: deja.holds) else { throw Refus(.acteDejaFacture, under: Article(16, alinea: 1)) }
  }

  private static func requireDays(_ projet: ProjetDeFacture, _ contrat: ContratDepartemental) throws(Refus) {
    let first = max(projet.du, contrat.du)
    let last = min(projet.au, projet.le)
    guard projet.lignes.allSatisfy({ first <= $0.cle.jour && $0.cle.jour <= last }) else {
      throw Refus(.ligneHorsContrat, under: Article(16, alinea: 1))
    }
  }

  private static func requireTotal(_ projet: ProjetDeFacture) throws(Refus) {
    guard !projet.lignes.isEmpty, projet.lignes.reduce(.zero, { $0 + $1.honoraire }) == projet.total else {
      throw Refus(.totalDiscordant, under: Article(12))
    }
  }
}
