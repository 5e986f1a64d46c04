import Convention

/// Days as people write them.
enum DateTabulaire {
  /// Reads `02/03/2026`, `2-3-2026`, `02.03.2026`, `2026-03-02`, `20260302`, each possibly followed by a time.
  static func jour(_ text: String) throws(FauteDeCellule) -> Jour {
    let day = text.split { $0.isWhitespace || $0 == "T" || $0 == "à" }.first.map(String.init) ?? ""
    if let jour = Jour(iso: day) ?? Jour(compact: day) { return jour }
    let parts = day.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "." }
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      throw FauteDeCellule("une date est attendue, comme 02/03/2026")
    }
    return try french(parts.map(String.init))
  }

  private static func french(_ parts: [String]) throws(FauteDeCellule) -> Jour {
    guard parts[2].count == 4 else { throw FauteDeCellule("l'année d'une date s'écrit avec quatre chiffres") }
    guard (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      let jour = Int(parts[0]), let mois = Int(parts[1]), let annee = Int(parts[2])
    else { throw FauteDeCellule("une date est attendue, comme 02/03/2026") }
    guard let day = Jour(annee: annee, mois: mois, jour: jour) else {
      throw FauteDeCellule("cette date n'existe pas")
    }
    return day
  }
}
