/// The document drawn from a table: its title, what it is, its chapters.
struct DocumentDuFormat {
  let table: TableFormat
  let titre: String
  private(set) var blocs: [Bloc] = []

  init(_ table: TableFormat) {
    self.table = table
    titre = "Format d'interface \(table.format), version \(table.version)"
    blocs = identity + guide + genres + listes + anomalies
  }

  private var identity: [Bloc] {
    let end =
      table.valableAu.map { "du \(table.valableDu.texte) au \($0.texte)" } ?? "depuis le \(table.valableDu.texte)"
    return [
      .titre("Ce document", niveau: 1, ancre: "document"),
      .paragraphe(
        """
        Il est tiré de la table \(code: table.fichier), seule source du codec, des contrôles et de cette page : \
        ce qui est écrit ici est ce que le programme applique.
        """),
      .liste([
        "Version \(table.version), pour les fichiers émis \(end).",
        """
        Enregistrements de \(table.longueur) octets en \(table.codage), terminés par \
        \(code: String(UnicodeScalar(table.temoin))).
        """,
        accord,
        "\(Tableau.grouped(Int64(table.genres.count))) genres de fichier, \(typeCount) types d'enregistrement, "
          + "\(table.listes.count) listes de codes, \(table.anomalies.count) anomalies.",
      ]),
    ]
  }

  private var typeCount: Int { table.genres.reduce(0) { $0 + $1.enregistrements.count } }

  private var accord: Phrase {
    guard !table.accord.reference.isEmpty || table.accord.date != nil else {
      return "Proposition : la table ne porte la référence d'aucun accord des parties."
    }
    let date = table.accord.date.map { " du \($0.texte)" } ?? ""
    return "Accord des parties : \(table.accord.reference)\(date)."
  }
}

extension Phrase {
  /// `R118, R121`.
  static func exigences(_ exigences: [String]) -> Phrase {
    exigences.isEmpty ? Phrase() : .texte(exigences.joined(separator: ", "))
  }
}
