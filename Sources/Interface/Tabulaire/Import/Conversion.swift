import Convention

/// Turns a cell into the value of a field; nil when the cell is empty.
struct Conversion {
  let champ: Gabarit.ChampImporte

  func convert(_ valeur: Feuille.Valeur) throws(FauteDeCellule) -> String? {
    if case .erreur = valeur { throw FauteDeCellule("la cellule porte une erreur de calcul") }
    guard valeur != .vide else { return nil }
    let text = try converted(valeur)
    guard !text.isEmpty else { return nil }
    guard text.count <= champ.longueur else {
      throw FauteDeCellule("\(text.count) caractères, alors que le format en prend \(champ.longueur) au plus")
    }
    return text
  }

  private func converted(_ valeur: Feuille.Valeur) throws(FauteDeCellule) -> String {
    switch champ.type {
    case .montant: try montant(valeur)
    case .date: try date(valeur)
    case .entier: try entier(valeur)
    case .indicateur: try indicateur(valeur)
    case .code: try code(valeur)
    case .texte, .signe, .horodatage, .constante, .reserve: try texte(valeur)
    }
  }

  private func montant(_ valeur: Feuille.Valeur) throws(FauteDeCellule) -> String {
    switch valeur {
    case .nombre(let exact): try MontantTabulaire.cents(exact: exact)
    case .texte(let text): try MontantTabulaire.cents(text)
    case .jour, .erreur, .vide: throw FauteDeCellule("un montant est attendu, et la cellule porte une date")
    }
  }

  /// A bare number may be AAAAMMJJ; a serial number that is not shown as a date is refused, for its origin is unsure.
  private func date(_ valeur: Feuille.Valeur) throws(FauteDeCellule) -> String {
    switch valeur {
    case .jour(let jour): return jour.compact
    case .texte(let text): return try DateTabulaire.jour(text).compact
    case .nombre(let exact):
      guard let jour = Jour(compact: exact) else {
        throw FauteDeCellule("la cellule porte un nombre : donnez-lui le format date")
      }
      return jour.compact
    case .erreur, .vide: throw FauteDeCellule("une date est attendue, comme 02/03/2026")
    }
  }

  private func entier(_ valeur: Feuille.Valeur) throws(FauteDeCellule) -> String {
    let text = try texte(valeur).filter { !$0.isWhitespace }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw FauteDeCellule("un nombre entier est attendu")
    }
    let digits = text.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  private func indicateur(_ valeur: Feuille.Valeur) throws(FauteDeCellule) -> String {
    let text = try texte(valeur)
    switch Intitule(text).texte {
    case "o", "oui", "vrai", "true", "1", "x": return "O"
    case "n", "non", "faux", "false", "0": return "N"
    default: throw FauteDeCellule("oui ou non est attendu")
    }
  }
}

extension Conversion {
  /// A code of the list, its French wording, or any text in capitals without spaces: the reception judges it.
  private func code(_ valeur: Feuille.Valeur) throws(FauteDeCellule) -> String {
    let text = try texte(valeur)
    if let code = champ.codesParLibelle[text] { return code }
    let bare = text.uppercased().filter { !$0.isWhitespace }
    guard !champ.codes.isEmpty, !champ.codes.contains(bare) else { return bare }
    if let known = champ.codesParIntitule[Intitule(text)] { return known }
    let whole = champ.digitCount.map { zeroPadded(bare, to: $0) } ?? bare
    return champ.codes.contains(whole) ? whole : bare
  }

  private func texte(_ valeur: Feuille.Valeur) throws(FauteDeCellule) -> String {
    switch valeur {
    case .texte(let text): try TexteTabulaire.plain(text)
    case .nombre(let exact): numberAsText(exact)
    case .jour(let jour): jour.texte
    case .erreur, .vide: ""
    }
  }

  /// A spreadsheet that took a code for a number has dropped its leading zeros.
  private func numberAsText(_ exact: String) -> String {
    guard exact.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return String(exact.map { $0 == "." ? "," : $0 })
    }
    if Gabarit.phones.contains(champ.nom), exact.count == 9 { return "0" + exact }
    return champ.digitCount.map { zeroPadded(exact, to: $0) } ?? exact
  }

  private func zeroPadded(_ text: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
