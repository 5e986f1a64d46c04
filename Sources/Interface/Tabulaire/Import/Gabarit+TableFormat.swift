extension Gabarit {
  /// The fields that a spreadsheet can fill, from the demands of a table: neither constants, nor reserves, nor the
  /// rank of lines. nil if the table has no demand with its debtors and titres.
  public init?(_ table: TableFormat) {
    guard let aller = table.genre(code: "AL") else { return nil }
    var champs: [ChampImporte] = []
    for niveau in Niveau.allCases {
      guard let type = aller.type(niveau.rawValue) else { return nil }
      let new = type.champs.filter { champ in
        Gabarit.importable.contains(champ.type) && champ.nom != "numero_ligne"
          && !champs.contains { $0.nom == champ.nom }
      }
      champs += new.map { ChampImporte($0, niveau: niveau, table: table) }
    }
    self.init(champs: champs)
  }

  private static let importable: Set<TypeDeChamp> = [.texte, .code, .entier, .montant, .date, .indicateur]
}

extension Gabarit.ChampImporte {
  fileprivate convenience init(_ champ: Champ, niveau: Gabarit.Niveau, table: TableFormat) {
    self.init(
      nom: champ.nom, niveau: niveau, type: champ.type, longueur: champ.longueur,
      valeurs: champ.liste.flatMap { table.liste($0) }?.valeurs ?? [], sens: champ.sens, obligatoire: champ.obligatoire)
  }
}
