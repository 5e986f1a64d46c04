extension ContratDepartemental {
  /// Cahier 3, al. 5 (R088).
  public func isOnPaper(with poste: Codique?, on jour: Jour) -> Bool {
    clauses.papier.contains { $0.concerns(poste) && $0.contains(jour) }
  }

  /// One way at a time, so that nothing is treated twice: no paper to a member étude (cahier 4, al. 1, R089), nothing but
  /// paper while its exchanges with the poste are back on it (cahier 3, al. 5, R088), no spreadsheet unless agreed (annexe II.1.2, R139).
  public func requireChannel(_ canal: Canal, with poste: Codique?, on jour: Jour) throws(Refus) {
    switch (canal.estDematerialise, isOnPaper(with: poste, on: jour)) {
    case (false, false): throw Refus(.echangesDematerialises, under: Article(.cahierDesCharges, "4", alinea: 1))
    case (true, true): throw Refus(.echangesSurPapier, under: Article(.cahierDesCharges, "3", alinea: 5))
    case (true, false), (false, true): break
    }
    guard canal != .tableur || importTableur else {
      throw Refus(.importNonPrevu, under: Article(.annexeEchanges, "II.1.2"))
    }
  }

  /// Annexe II.1.2 (R138): files only from an application that is ready; typing and the spreadsheet need none.
  public func requireReadiness(of application: String, by canal: Canal, on jour: Jour) throws(Refus) {
    let opened = clauses.ouvertures.contains { $0.application == application && $0.du <= jour }
    guard canal != .fichier || clauses.ouvertures.isEmpty || opened else {
      throw Refus(.posteNonOuvert, under: Article(.annexeEchanges, "II.1.2"))
    }
  }
}
