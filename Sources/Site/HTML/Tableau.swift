/// A table with its caption, its heads and its rows.
///
/// On a narrow screen each row becomes a card: every cell repeats the head of its column (`data-titre`).
public struct Tableau<Ligne>: Vue {
  public struct Colonne {
    let titre: String
    let classe: String?
    /// Where the head leads, when it sorts.
    let tri: Tri?
    let cellule: (Ligne, inout HTML) -> Void

    public init(
      _ titre: String, classe: String? = nil, tri: Tri? = nil, _ cellule: @escaping (Ligne, inout HTML) -> Void
    ) {
      self.titre = titre
      self.classe = classe
      self.tri = tri
      self.cellule = cellule
    }

    /// A column of texts.
    public init(_ titre: String, classe: String? = nil, tri: Tri? = nil, texte: @escaping (Ligne) -> String) {
      self.init(titre, classe: classe, tri: tri) { ligne, h in h.texte(texte(ligne)) }
    }
  }

  /// The link of a head that sorts, and how the list is sorted now.
  public struct Tri {
    let url: String
    /// `ascending` or `descending` when the list is sorted by this column.
    let sens: String?
    public init(url: String, sens: String? = nil) {
      self.url = url
      self.sens = sens
    }
  }

  let legende: String
  let colonnes: [Colonne]
  let lignes: [Ligne]
  /// How a row is told apart from the others, besides its words.
  let classe: (Ligne) -> String?

  public init(
    _ legende: String, _ colonnes: [Colonne], _ lignes: [Ligne], classe: @escaping (Ligne) -> String? = { _ in nil }
  ) {
    self.legende = legende
    self.colonnes = colonnes
    self.lignes = lignes
    self.classe = classe
  }

  public func ecrire(_ h: inout HTML) {
    h.element("table") { h in
      h.element("caption", legende)
      h.element("thead") { h in h.element("tr") { h in for colonne in colonnes { tete(colonne, &h) } } }
      let debuts = colonnes.indices.map(debut)
      h.element("tbody") { h in for ligne in lignes { rangee(ligne, debuts, &h) } }
    }
  }

  private func tete(_ colonne: Colonne, _ h: inout HTML) {
    h.element(
      "th", [Attribut("scope", "col"), Attribut("class", colonne.classe), Attribut("aria-sort", colonne.tri?.sens)]
    ) { h in
      if let tri = colonne.tri { h.lien(colonne.titre, tri.url) } else { h.texte(colonne.titre) }
    }
  }

  /// What stands before every cell of a column, the end of the cell before it included.
  private func debut(_ rang: Int) -> [UInt8] {
    let colonne = colonnes[rang]
    var h = HTML(capacity: 64)
    if rang > 0 { h.close("td") }
    h.open("td", [Attribut("data-titre", colonne.titre), Attribut("class", colonne.classe)])
    return h.octets
  }

  private func rangee(_ ligne: Ligne, _ debuts: [[UInt8]], _ h: inout HTML) {
    h.element("tr", [Attribut("class", classe(ligne))]) { h in
      for (colonne, debut) in zip(colonnes, debuts) {
        h.fragment(debut)
        colonne.cellule(ligne, &h)
      }
      if !colonnes.isEmpty { h.close("td") }
    }
  }
}
