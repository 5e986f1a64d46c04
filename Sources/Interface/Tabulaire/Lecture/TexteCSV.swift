/// A CSV file: finds its encoding and its separator, then gives its rows.
enum TexteCSV {
  static func read(_ octets: [UInt8], bornes: BornesTabulaires) throws(FauteTabulaire) -> Feuille {
    let codage = CodageDeTexte.detect(octets)
    try refuseMixture(octets, codage)
    var text = codage.utf8(octets)
    guard !text.contains(0) else {
      throw FauteTabulaire("Le fichier n'est ni un XLSX ni un texte CSV : il contient des octets nuls.")
    }
    let separateur = announcedSeparator(removedFrom: &text) ?? SeparateurCSV.detect(text)
    var analyseur = AnalyseurCSV(text, separateur: separateur, bornes: bornes)
    var lignes: [Feuille.Ligne] = []
    while let fields = try analyseur.next() {
      let cellules = fields.map(valeur)
      guard cellules.contains(where: { $0 != .vide }) else { continue }
      lignes.append(Feuille.Ligne(rang: analyseur.rowCount, cellules: cellules))
    }
    return Feuille(lignes: lignes)
  }

  private static func valeur(_ field: String) -> Feuille.Valeur {
    let text = CelluleNeutralisee.restored(field)
    let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    return isBlank ? .vide : .texte(text)
  }

  /// `sep=;` on the first line, which spreadsheets honour and hide: the line goes, the ranks of the others stay.
  private static func announcedSeparator(removedFrom text: inout [UInt8]) -> UInt8? {
    guard text.count >= 6, text.starts(with: Array("sep=".utf8)), text[5] == 0x0A || text[5] == 0x0D
    else { return nil }
    let separateur = text[4]
    text.removeFirst(5)
    return separateur
  }

  /// A file glued together from two encodings would show wrong names: better one sentence.
  private static func refuseMixture(_ octets: [UInt8], _ codage: CodageDeTexte) throws(FauteTabulaire) {
    guard codage == .windows1252, let place = firstUTF8Letter(in: octets) else { return }
    let row = octets[..<place].count { $0 == 0x0A } + 1
    throw FauteTabulaire(
      "Le fichier mélange deux codages : de l'UTF-8 (ligne \(row)) et du Windows-1252. "
        + "Enregistrez-le de nouveau en « CSV UTF-8 ».")
  }

  /// A lead byte C3 then 80–BF is a French accented letter in UTF-8, and nothing plausible in Windows-1252.
  private static func firstUTF8Letter(in octets: [UInt8]) -> Int? {
    octets.indices.dropLast().first {
      octets[$0] == 0xC3 && (0x80...0xBF).contains(octets[$0 + 1])
    }
  }
}
