extension HistoireDeContrat {
  /// Art. 9, al. 1 (R028) and annexe qualité II.1 (R175): by the authority of the département (art. 20, R070).
  ///
  /// Left out: whether a target may begin before it is decided; the text says nothing.
  public func fixer(
    _ objectif: Objectif, approbations: [QualiteDeSignataire], le: Jour, on jour: Jour
  ) throws(Refus) -> [Acte] {
    try requireOpen(for: le, on: jour)
    try objectif.requireMeaning()
    try autorite.requireApproval(by: approbations)
    return [.objectifFixe(ObjectifFixe(objectif: objectif, decideLe: le, approbations: approbations))]
  }

  /// Art. 10, al. 3 (R034): the letter of the director is recorded, never a threshold without it.
  public func communiquer(
    _ seuil: SeuilOuvertureForcee, approbations: [QualiteDeSignataire], on jour: Jour
  ) throws(Refus) -> [Acte] {
    try seuil.requireWriting()
    try requireOpen(for: seuil.lettre.date, on: jour)
    try autorite.requireApproval(by: approbations)
    return [.seuilCommunique(SeuilCommunique(seuil: seuil, approbations: approbations))]
  }

  /// Art. 10, al. 2 (R033) and art. 13, al. 1 (R053): set by the signatories, a year at most.
  public func fixer(_ periodicite: Periodicite, on jour: Jour) throws(Refus) -> [Acte] {
    try requireOpen(for: jour, on: jour)
    try periodicite.requireBounds()
    return [.periodiciteFixee(periodicite)]
  }

  /// Cahier 3, al. 5 (R088): with one poste or, nil, with all; from today or later, once the last return is over.
  public func passerAuPapier(
    _ motif: MotifDePapier, poste: Codique? = nil, du: Jour, on jour: Jour
  ) throws(Refus) -> [Acte] {
    try requireChange(du, on: jour)
    guard valeur.clauses.papier.allSatisfy({ !$0.overlaps(poste) || ($0.au ?? .last) < du }) else {
      throw Refus(.echangesSurPapier, under: Article(.cahierDesCharges, "3", alinea: 5))
    }
    return [.passageAuPapier(motif: motif, poste: poste, du: du)]
  }

  /// Cahier 3, al. 5 and 4, al. 1 (R088–R089): paper lasts a day at least, then files again.
  /// It ends what was decided for that poste or, nil, for all.
  public func revenirAuDematerialise(poste: Codique? = nil, du: Jour, on jour: Jour) throws(Refus) -> [Acte] {
    try requireChange(du, on: jour)
    guard valeur.clauses.papier.contains(where: { $0.poste == poste && $0.au == nil && $0.du < du }) else {
      throw Refus(.echangesDematerialises, under: Article(.cahierDesCharges, "4", alinea: 1))
    }
    return [.retourAuDematerialise(poste: poste, du: du)]
  }

  /// Annexe II.1.2 (R138): files are opened application by application, each once, from today or later. The first one shuts those
  /// that are not named.
  public func ouvrir(_ ouverture: OuvertureDApplication, on jour: Jour) throws(Refus) -> [Acte] {
    try requireChange(ouverture.du, on: jour)
    guard ouverture.estNommee, !valeur.clauses.ouvertures.contains(where: { $0.application == ouverture.application })
    else {
      throw Refus(.applicationDejaOuverte, under: Article(.annexeEchanges, "II.1.2"))
    }
    return [.applicationOuverte(ouverture)]
  }

  /// Annexe II.1.2 (R139): the spreadsheet is agreed on, or no longer is, at once.
  public func convenirDuTableur(admis: Bool, on jour: Jour) throws(Refus) -> [Acte] {
    try requireOpen(for: jour, on: jour)
    guard valeur.importTableur != admis else {
      throw Refus(.tableurDejaConvenu, under: Article(.annexeEchanges, "II.1.2"))
    }
    return [.importTableurConvenu(admis: admis, le: jour)]
  }

  /// A change of mode is never for a day gone: what was exchanged then would be treated twice.
  private func requireChange(_ du: Jour, on jour: Jour) throws(Refus) {
    try requireOpen(for: jour, on: jour)
    try requireComplete(on: jour)
    guard du >= jour else { throw Refus(.modeRetroactif, under: Article(.cahierDesCharges, "3", alinea: 5)) }
  }
}
