/// The section of one type of record: what it is, its fields, its rules.
struct DescriptionDeType {
  let type: TypeEnregistrement
  let genre: Genre
  let table: TableFormat

  var blocs: [Bloc] {
    var blocs: [Bloc] = [
      .titre("\(type.code) \(type.nom)", niveau: 2, ancre: Ancre.type(type, genre)),
      .paragraphe(introduction),
      .tableau(
        TableauDecrit(
          "Champs de l'enregistrement \(type.code) du genre \(genre.nom)",
          ["Champ", "Position", "Octets", "Type", "Obligatoire", "Sens", "Valeurs admises", "Exigences"],
          type.champs.map(row))),
    ]
    if !type.controles.isEmpty {
      let rules = type.controles.map { regle in
        let phrase = PhraseDeRegle(regle: regle, type: type, genre: genre).phrase
        return [Phrase.lien(regle.code.texte, Ancre.anomalie(regle.code)), phrase]
      }
      blocs.append(
        .tableau(
          TableauDecrit(
            "Contrôles de l'enregistrement \(type.code) du genre \(genre.nom)", ["Rejet", "Ce qui doit être vrai"],
            rules)))
    }
    return blocs
  }

  private var introduction: Phrase {
    var phrase: Phrase = "\(type.sens.sentence)"
    if let parent = type.parent {
      let links = type.lien.map { Phrase.code($0) }.joined(separator: ", ", last: " et ")
      phrase = phrase + " Suit un enregistrement \(genre.enregistrements[parent].code), avec le même \(links)."
    }
    if type.code != "00", type.code != "99" { phrase = phrase + " Portée d'un rejet : \(reach)." }
    return type.exigences.isEmpty ? phrase : phrase + " Exigences : \(Phrase.exigences(type.exigences))."
  }

  private var reach: Phrase {
    guard let sauf = type.niveauRejetSauf else { return .texte(type.niveauRejet.rawValue) }
    return """
      \(type.niveauRejet.rawValue) ; \(sauf.niveau.rawValue) si \(code: type.champs[sauf.condition.champ].nom) \
      n'est pas \(code: sauf.condition.valeur)
      """
  }

  private func row(_ champ: Champ) -> [Phrase] {
    [
      .code(champ.nom), .texte(champ.debut == champ.fin ? "\(champ.debut)" : "\(champ.debut)–\(champ.fin)"),
      .texte("\(champ.longueur)"), .texte(champ.type.rawValue), necessity(champ),
      .texte(champ.sens), ValeursAdmises(champ: champ, table: table).phrase, .exigences(champ.exigences),
    ]
  }

  /// Whether a field is needed: always, when another is blank, or with some code of a list.
  private func necessity(_ champ: Champ) -> Phrase {
    if champ.obligatoire { return "oui" }
    var conditions: [Phrase] = []
    if let other = champ.obligatoireSiAbsent { conditions.append("si \(code: other) est à blanc") }
    for asking in type.champs {
      let codes = (asking.liste.flatMap { table.liste($0) }?.valeurs ?? []).filter { $0.exige.contains(champ.nom) }
      guard !codes.isEmpty else { continue }
      let values = codes.map { Phrase.code($0.code) }.joined(separator: ", ", last: " ou ")
      conditions.append("si \(code: asking.nom) vaut \(values)")
    }
    return conditions.isEmpty ? "non" : conditions.joined(separator: " ; ")
  }
}
