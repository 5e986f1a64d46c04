// Code lists and anomalies.
extension DocumentDuFormat {
  var listes: [Bloc] {
    [
      .titre("Listes de codes", niveau: 1, ancre: "listes"),
      .paragraphe("Listes fermées : un code qui n'y est pas est rejeté (206), sauf mention contraire au champ."),
    ] + table.listes.flatMap(section)
  }

  private func section(_ liste: Liste) -> [Bloc] {
    let rows = liste.valeurs.map { valeur in
      [
        Phrase.code(valeur.code), .texte(valeur.libelle),
        valeur.exige.map { .code($0) }.joined(separator: ", "), valeur.effet.map { .texte($0) } ?? Phrase(),
      ]
    }
    return [
      .titre(liste.nom, niveau: 2, ancre: Ancre.liste(liste.nom)),
      .paragraphe("\(liste.sens.sentence) Source : \(liste.source). Version \(liste.version) de la liste."),
      .tableau(
        TableauDecrit("Codes de la liste \(liste.nom)", ["Code", "Libellé", "Rend obligatoires", "Effet"], rows)),
    ]
  }

  var anomalies: [Bloc] {
    let rows = table.anomalies.map { anomalie in
      [
        Phrase.code(anomalie.code.texte), .texte(anomalie.nom), .texte(anomalie.niveau.wording),
        .texte(anomalie.sens.sentence), .exigences(anomalie.exigences),
      ]
    }
    let places = table.anomalies.map { Ancre.anomalie($0.code) }
    return [
      .titre("Anomalies", niveau: 1, ancre: "anomalies"),
      .paragraphe("Les codes sont stables d'une version à l'autre. Le plus petit l'emporte."),
      .tableau(
        TableauDecrit(
          "Codes d'anomalie, leur portée et leur sens", ["Code", "Nom", "Portée", "Sens", "Exigences"], rows,
          ancres: places)),
    ]
  }
}

extension Anomalie.Niveau {
  /// How far it reaches, in words.
  var wording: String {
    switch self {
    case .fichier: "fichier refusé"
    case .accuse: "fichier déjà reçu"
    case .incomplet: "fichier incomplet"
    case .selon: "selon l'enregistrement"
    case .enregistrement: "enregistrement écarté"
    case .dossier: "dossier écarté"
    case .avertissement: "accepté, avec avertissement"
    case .signalee: "signalée dans l'accusé"
    }
  }
}
