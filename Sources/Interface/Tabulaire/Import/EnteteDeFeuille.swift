/// The row of headings of a sheet, and the field that each column fills.
struct EnteteDeFeuille {
  final class Colonne: Sendable {
    let index: Int
    let intitule: String
    let champ: Gabarit.ChampImporte

    init(index: Int, intitule: String, champ: Gabarit.ChampImporte) {
      self.index = index
      self.intitule = intitule
      self.champ = champ
    }

    var letter: String { Feuille.letter(column: index) }
  }

  /// Rows looked at for headings: a title and a few notes may stand above them.
  private static let searchedRowCount = 20
  /// Without it, nothing says which rows belong together.
  static let champDuNumero = "numero_demande"

  let rang: Int
  let colonnes: [Colonne]
  /// Headings of the columns that fill nothing.
  let ignorees: [String]

  init(_ feuille: Feuille, _ correspondance: Correspondance, _ gabarit: Gabarit) throws(FauteTabulaire) {
    let champs = try EnteteDeFeuille.champs(of: correspondance, gabarit)
    let candidates = feuille.lignes.prefix(EnteteDeFeuille.searchedRowCount)
    let row = candidates.first { ligne in
      ligne.cellules.contains { EnteteDeFeuille.champ(of: $0, champs)?.nom == EnteteDeFeuille.champDuNumero }
    }
    guard let row else { throw EnteteDeFeuille.noHeadings(correspondance) }
    rang = row.rang
    colonnes = row.cellules.enumerated().compactMap { index, cellule in
      EnteteDeFeuille.champ(of: cellule, champs).map {
        Colonne(index: index, intitule: EnteteDeFeuille.intitule(cellule), champ: $0)
      }
    }
    ignorees = row.cellules.filter { $0 != .vide && EnteteDeFeuille.champ(of: $0, champs) == nil }
      .map(EnteteDeFeuille.intitule)
    try refuseDoubles()
  }

  private static func champs(
    of correspondance: Correspondance, _ gabarit: Gabarit
  ) throws(FauteTabulaire) -> [Intitule: Gabarit.ChampImporte] {
    var champs: [Intitule: Gabarit.ChampImporte] = [:]
    for (intitule, nom) in correspondance.folded() {
      guard let champ = gabarit.champ(nom) else {
        throw FauteTabulaire("La correspondance cite le champ « \(nom) », que le format n'a pas.")
      }
      champs[intitule] = champ
    }
    return champs
  }

  private static func champ(
    of cellule: Feuille.Valeur, _ champs: [Intitule: Gabarit.ChampImporte]
  ) -> Gabarit.ChampImporte? {
    guard case .texte(let text) = cellule else { return nil }
    return champs[Intitule(text)]
  }

  private static func intitule(_ cellule: Feuille.Valeur) -> String {
    let text = cellule.texte.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.count > 60 ? text.prefix(59) + "…" : text
  }

  private static func noHeadings(_ correspondance: Correspondance) -> FauteTabulaire {
    let headings = correspondance.colonnes.filter { $0.value == champDuNumero }.keys.sorted()
    let wanted = headings.prefix(3).map { "« \($0) »" }.joined(separator: ", ")
    return FauteTabulaire(
      "Aucune colonne ne donne le numéro de la demande : une cellule des \(searchedRowCount) premières lignes doit "
        + "porter l'intitulé \(wanted.isEmpty ? "« \(champDuNumero) » dans la correspondance" : wanted).")
  }

  private func refuseDoubles() throws(FauteTabulaire) {
    for (position, colonne) in colonnes.enumerated() {
      let twin = colonnes[..<position].first { $0.champ.nom == colonne.champ.nom }
      guard let twin else { continue }
      throw FauteTabulaire(
        "Les colonnes \(twin.letter) (« \(twin.intitule) ») et \(colonne.letter) (« \(colonne.intitule) ») "
          + "donnent le même champ : renommez l'une des deux.")
    }
  }
}

extension Feuille.Valeur {
  /// What the cell shows.
  public var texte: String {
    switch self {
    case .vide: ""
    case .texte(let text), .erreur(let text): text
    case .nombre(let exact): String(exact.map { $0 == "." ? "," : $0 })
    case .jour(let jour): jour.texte
    }
  }
}
