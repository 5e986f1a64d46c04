import Convention

extension VieDeDossier {
  /// Code and effect, as the list `code_evenement` of the format joins them.
  static let evenements: [(code: String, effet: Actualisation.Effet)] = [
    ("01", .arret), ("02", .reduction), ("03", .arret), ("04", .reduction), ("05", .arret), ("06", .reduction),
    ("07", .suspension), ("08", .suspension), ("09", .reprise), ("10", .suspension), ("11", .reprise),
    ("12", .arret), ("13", .terme), ("14", .reponse), ("15", .adresse), ("16", .reponse), ("17", .reponse),
    ("18", .suspension), ("19", .suspension), ("20", .annulation),
  ]
  private static let annulation = evenements.count - 1
  private static let (accord, prolongation) = (15, 12)

  mutating func actualisation() -> CommandeDeDossier {
    numeroEvenement += 1
    let (code, effet) = VieDeDossier.evenements[choix()]
    let montant = Montant(cents: 1 + Int64(alea.below(alea.chance(700) ? max(1, Int(dossier.resteDu.cents)) : 30_000)))
    let item = Actualisation(
      numero: numeroEvenement, code: code, effet: effet, date: jour.adding(days: -alea.pick([0, 0, 1, 5])),
      rangTitre: alea.chance(300) ? 1 + alea.below(4) : nil, rangRedevable: 1, montant: montant,
      fin: jour.adding(days: alea.between(-6...70)), messageEtude: messageCite(effet),
      evenementAnnule: effet == .annulation ? evenementCite() : nil,
      adresse: Adresse(lignes: ["", "", "", "3 RUE NEUVE", ""], codePostal: "31000", localite: "TOULOUSE"))
    return .actualisation(item, recu: jour)
  }

  /// Often the answer to what was asked or the undoing of something, so that what they allow is reached.
  private mutating func choix() -> Int {
    if dossier.autorisations.contains(where: \.attendReponse), alea.chance(estCalme ? 800 : 500) {
      return VieDeDossier.accord
    }
    if dossier.estClos, alea.chance(500) {
      return alea.chance(700) ? VieDeDossier.annulation : VieDeDossier.prolongation
    }
    let drawn = alea.chance(180) ? VieDeDossier.annulation : alea.below(VieDeDossier.evenements.count)
    // Ends are rarer than the rest, so that something happens before them.
    guard VieDeDossier.evenements[drawn].effet == .arret else { return drawn }
    return estCalme ? VieDeDossier.annulation : alea.below(VieDeDossier.evenements.count)
  }

  private mutating func messageCite(_ effet: Actualisation.Effet) -> Int64? {
    guard effet == .reponse || effet == .terme else { return nil }
    if let asked = dossier.autorisations.last, alea.chance(700) { return asked.demandee.entete.numero }
    return alea.chance(800) ? Int64(1 + alea.below(12)) : nil
  }

  /// One that came before, or one that is not known yet.
  private mutating func evenementCite() -> Int64 { Int64(1 + alea.below(Int(numeroEvenement) + 1)) }
}
