// The kinds of file and their records.
extension DocumentDuFormat {
  var genres: [Bloc] {
    let summary = TableauDecrit(
      "Qui envoie quoi à qui", ["Genre", "Code", "De", "À", "Un par jour", "Suite de numéros", "Objet"],
      table.genres.map { genre in
        [
          .lien(genre.nom, Ancre.genre(genre)), .code(genre.code), .texte(genre.emetteur), .texte(genre.destinataire),
          genre.unParJour ? "oui" : "non", genre.cleSequence.map { .code($0) }.joined(separator: ", "),
          .texte(genre.sens),
        ]
      })
    return [.titre("Genres de fichier", niveau: 1, ancre: "genres"), .tableau(summary)]
      + table.genres.flatMap(chapter)
  }

  private func chapter(_ genre: Genre) -> [Bloc] {
    [
      .titre("Fichier \(genre.nom) (\(genre.code))", niveau: 1, ancre: Ancre.genre(genre)),
      .paragraphe("\(genre.sens.sentence) De : \(genre.emetteur). À : \(genre.destinataire)."),
      .tableau(
        TableauDecrit(
          "Enregistrements du genre \(genre.nom), dans l'ordre de lecture",
          ["Type", "Nom", "Père", "Nombre par père", "Objet"],
          genre.enregistrements.map { type in
            [
              .lien(type.code, Ancre.type(type, genre)), .texte(type.nom),
              type.parent.map { .texte(genre.enregistrements[$0].code) } ?? Phrase(), .texte(type.count),
              .texte(type.sens),
            ]
          })),
    ] + genre.enregistrements.flatMap { DescriptionDeType(type: $0, genre: genre, table: table).blocs }
  }
}

/// The places of the document, as the page names them.
enum Ancre {
  static func genre(_ genre: Genre) -> String { "genre-\(genre.code)" }
  static func type(_ type: TypeEnregistrement, _ genre: Genre) -> String { "type-\(genre.code)-\(type.code)" }
  static func liste(_ nom: String) -> String { "liste-\(nom)" }
  static func anomalie(_ code: CodeAnomalie) -> String { "anomalie-\(code.texte)" }
}

extension TypeEnregistrement {
  /// `1 à 99`, `au plus 999`, `au moins 1`.
  var count: String {
    switch (minimum, maximum) {
    case (let least?, let most?): least == most ? "\(least)" : "\(least) à \(most)"
    case (let least?, nil): "au moins \(least)"
    case (nil, let most?): "au plus \(most)"
    case (nil, nil): ""
    }
  }
}

extension String {
  /// With a capital, unless it begins with the name of a field, and a full stop.
  var sentence: String {
    guard let first else { return "" }
    let beginsWithName = prefix { $0 != " " }.contains("_")
    return (beginsWithName ? String(first) : first.uppercased()) + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
