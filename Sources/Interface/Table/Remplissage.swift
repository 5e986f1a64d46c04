/// What the program fills in the files it writes: the names of version 1.
///
/// A version that makes mandatory, in a return, a field that nothing fills would only produce files refused by their
/// receiver: its table is refused instead. The étude's aller is left out: its records are those received.
enum Remplissage {
  static func check(_ table: TableFormat) throws(FauteDeTable) {
    for genre in table.genres {
      guard let types = fields[genre.nom] else { continue }
      for type in genre.enregistrements {
        guard let known = types[type.code] else { continue }
        for champ in type.champs where champ.obligatoire && !isFilled(champ, known) {
          throw FauteDeTable(
            fichier: table.fichier, ligne: champ.ligne,
            lieu: "genre \(genre.nom), enregistrement \(type.code), champ \(champ.nom)",
            message: "champ obligatoire d'un retour que le programme ne sait pas remplir")
        }
      }
    }
  }

  private static func isFilled(_ champ: Champ, _ known: Set<String>) -> Bool {
    champ.type == .constante || champ.type == .reserve || champ.controle != nil || known.contains(champ.nom)
  }
}
