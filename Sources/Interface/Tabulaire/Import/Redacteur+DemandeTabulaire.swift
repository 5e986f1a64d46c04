// From a spreadsheet to the records of an aller file.

extension Redacteur {
  /// Writes the records of a demand: 10, its 20, its 30. Nothing is verified here, for the ordinary reception judges the
  /// file as any other.
  ///
  /// - Throws: when the table does not have a record or a field of the demand, or a value does not fit its field.
  public mutating func write(_ demande: DemandeTabulaire) throws(FauteDeRedaction) {
    try write(demande.demande, type: Gabarit.Niveau.demande.rawValue)
    for redevable in demande.redevables { try write(redevable, type: Gabarit.Niveau.redevable.rawValue) }
    for titre in demande.titres { try write(titre, type: Gabarit.Niveau.titre.rawValue) }
  }

  private mutating func write(_ champs: [String: String], type code: String) throws(FauteDeRedaction) {
    guard let type = genre.type(code) else {
      throw FauteDeRedaction(type: code, champ: "", message: "type absent du genre « \(genre.nom) »")
    }
    open(type)
    for (nom, valeur) in champs {
      guard let champ = type.champ(nom) else {
        throw FauteDeRedaction(type: code, champ: nom, message: "champ absent de la table")
      }
      switch type.champs[champ].type {
      case .entier, .montant:
        if let entier = Int64(valeur) { try set(champ, entier: entier) } else { try set(champ, texte: valeur) }
      default: try set(champ, texte: valeur)
      }
    }
    try close(verifie: false)
  }
}
