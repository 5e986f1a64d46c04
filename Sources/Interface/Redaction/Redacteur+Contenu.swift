// From shown values back to bytes.

extension Redacteur {
  /// Writes one decoded record. Values out of their form are written as they stand: the checks are the caller's choice.
  public mutating func write(_ contenu: Contenu, verifie: Bool = true) throws(FauteDeRedaction) {
    guard let type = genre.type(contenu.type) else {
      throw FauteDeRedaction(type: contenu.type, champ: "", message: "type absent du genre « \(genre.nom) »")
    }
    open(type)
    for entry in contenu.valeurs {
      guard let champ = type.champ(entry.nom) else {
        throw FauteDeRedaction(type: type.code, champ: entry.nom, message: "champ absent de la table")
      }
      switch entry.valeur {
      case .entier(let value): try set(champ, entier: value)
      case .texte(let texte): try set(champ, texte: written(texte, type.champs[champ]))
      }
    }
    try close(verifie: verifie)
  }

  /// Dates and instants lose their separators; all else stands as it is.
  private func written(_ texte: String, _ champ: Champ) -> String {
    let shape = texte.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    switch champ.type {
    case .date where shape == Array("0000-00-00".utf8): return texte.filter { $0 != "-" }
    case .horodatage where shape.count == 25 && shape.starts(with: Array("0000-00-00T00:00:00".utf8)):
      let sign = texte.dropFirst(19)
      return texte.prefix(19).filter(\.isNumber) + sign.filter { $0 != ":" }
    default: return texte
    }
  }
}
