extension Formation {
  static let article = Article(.annexeQualite, "III")

  /// R186–R187: for postes of one département that has contracted; a renewal follows an initial training and its year.
  ///
  /// `anterieures` holds the sessions already known, of any poste.
  public static func decidePrevoir(
    numero: String, nature: Nature, mode: Mode, departement: Departement, postes: Set<Codique>, jour: Jour,
    lieu: TexteLibre, conventionnes: Set<Departement>, anterieures: [Formation], annee: AnneeDeFormation = .defaut
  ) throws(Refus) -> [Acte] {
    guard conventionnes.contains(departement) else { throw Refus(.formationHorsConvention, under: article) }
    guard !postes.isEmpty, mode == .collegiale || postes.count == 1 else {
      throw Refus(.formationIncomplete, under: article)
    }
    if case .renouvellement(let demande) = nature {
      guard demande <= jour else { throw Refus(.instantsDesordonnes, under: article) }
      try requireRenewal(postes, demande, RegistreDesFormations(anterieures), annee)
    }
    return [
      .prevue(
        Prevue(
          numero: numero, nature: nature, mode: mode, departement: departement, postes: postes.sorted(), jour: jour,
          lieu: lieu))
    ]
  }

  private static func requireRenewal(
    _ postes: Set<Codique>, _ demande: Jour, _ registre: RegistreDesFormations, _ annee: AnneeDeFormation
  ) throws(Refus) {
    for poste in postes.sorted() {
      guard registre.aEteForme(poste, before: demande) else { throw Refus(.renouvellementRefuse, under: article) }
      let precedentes = registre.demandesDeRenouvellement(of: poste)
      try RenouvellementDeFormation(demande: demande, precedentes: precedentes, annee: annee).require()
    }
  }

  /// R186: held with people of its postes, for the half day due to each trésorerie.
  ///
  /// Reading: a collegial session gives the same half day to all who attend. A poste that does not come is not trained.
  public func decideTenir(_ jour: Jour, presences: [Presence], halfDays: Int) throws(Refus) -> [Acte] {
    guard etat == .prevue else { throw refusDEtat }
    let attended = presences.map(\.poste)
    guard !presences.isEmpty, Set(attended).count == attended.count, attended.allSatisfy(prevue.postes.contains),
      presences.allSatisfy({ $0.participants > 0 }), halfDays >= Bareme.formationHalfDays.value(on: jour)
    else { throw Refus(.formationIncomplete, under: Formation.article) }
    return [.tenue(jour: jour, presences: presences, halfDays: halfDays)]
  }

  /// R189: copies handed over to a poste that attended.
  public func decideRemettre(_ guide: GuideRemis) throws(Refus) -> [Acte] {
    guard case .tenue(let jour) = etat, presences.contains(where: { $0.poste == guide.poste }) else { throw refusDEtat }
    guard jour <= guide.jour else { throw Refus(.instantsDesordonnes, under: Formation.article) }
    guard guide.exemplaires > 0, !guide.version.isEmpty else { throw Refus(.guideNonRemis, under: Formation.article) }
    return [.guideRemis(guide)]
  }

  /// R189: an initial training is not closed before each poste that attended has its guide.
  public func decideClore(_ jour: Jour) throws(Refus) -> [Acte] {
    guard case .tenue(let tenue) = etat else { throw refusDEtat }
    guard tenue <= jour else { throw Refus(.instantsDesordonnes, under: Formation.article) }
    if prevue.nature == .initiale, !postesSansGuide(on: jour).isEmpty {
      throw Refus(.guideNonRemis, under: Formation.article)
    }
    return [.close(jour: jour)]
  }

  /// Those who attended and lack the copies due to a new poste.
  public func postesSansGuide(on jour: Jour) -> [Codique] {
    let due = Bareme.guidesParPoste.value(on: jour)
    return presences.map(\.poste).filter { !hasCopies(due, $0) }
  }

  /// Without a sum, which a large number typed by mistake would overflow.
  private func hasCopies(_ due: Int, _ poste: Codique) -> Bool {
    var missing = due
    for guide in guides where guide.poste == poste && missing > 0 { missing -= min(missing, guide.exemplaires) }
    return missing <= 0
  }

  public func decideAnnuler(_ jour: Jour, motif: TexteLibre) throws(Refus) -> [Acte] {
    guard etat == .prevue else { throw refusDEtat }
    return [.annulee(jour: jour, motif: motif)]
  }

  private var refusDEtat: Refus { Refus(.etatContraire, under: Formation.article) }
}
