/// A piece of the document, the same for the terminal and the page.
enum Bloc {
  /// - Parameter niveau: 1 for a chapter, 2 for a section, 3 for a record.
  case titre(String, niveau: Int, ancre: String)
  case paragraphe(Phrase)
  case liste([Phrase])
  case tableau(TableauDecrit)
}

struct TableauDecrit {
  let legende: String
  let colonnes: [String]
  /// The first cell of a row is its heading.
  let lignes: [[Phrase]]
  /// The place that each row is, for references to it; empty when rows are none.
  let ancres: [String]

  /// Columns without any content are left out.
  init(_ legende: String, _ colonnes: [String], _ lignes: [[Phrase]], ancres: [String] = []) {
    self.ancres = ancres
    let kept = colonnes.indices.filter { column in lignes.contains { !$0[column].isEmpty } }
    self.legende = legende
    self.colonnes = kept.map { colonnes[$0] }
    self.lignes = lignes.map { ligne in kept.map { ligne[$0] } }
  }

  func ancre(ofRow row: Int) -> String? { ancres.indices.contains(row) ? ancres[row] : nil }
}
