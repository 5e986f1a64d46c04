// How to read a file of this version.
extension DocumentDuFormat {
  var guide: [Bloc] {
    [.titre("Lire un fichier", niveau: 1, ancre: "guide"), .liste(steps), preambule, types]
      + [.titre("Sort d'un enregistrement faux", niveau: 2, ancre: "rejets"), .liste(rejects)]
  }

  private var steps: [Phrase] {
    [
      """
      Lire les \(preambuleByteCount) premiers octets : ils ont la même place dans toutes les versions, et disent le \
      genre, la version et la longueur des enregistrements.
      """,
      """
      Un saut de ligne (LF, ou CRLF) dans les \(table.longueur + 2) premiers octets : le fichier est à lignes. Sinon, les \
      enregistrements de \(table.longueur) octets sont mis bout à bout.
      """,
      """
      Le dernier octet de chaque enregistrement est \(code: String(UnicodeScalar(table.temoin))) : une troncature se \
      voit, et aucun blanc final ne peut être ôté.
      """,
      "L'en-tête vient d'abord, l'en-queue en dernier ; un enregistrement fils suit son père et porte les mêmes champs de lien.",
      "Une valeur absente est faite de blancs ; zéro est une valeur. Les positions se comptent en octets, à partir de 1.",
    ]
  }

  private var preambuleByteCount: Int {
    table.preambule.map { $0.debut + $0.longueur - 1 }.max() ?? 0
  }

  private var preambule: Bloc {
    .tableau(
      TableauDecrit(
        "Premiers octets de l'en-tête, communs à toutes les versions", ["Champ", "Position", "Octets", "Valeur"],
        table.preambule.map { champ in
          [
            .code(champ.nom), .texte("\(champ.debut)–\(champ.debut + champ.longueur - 1)"), .texte("\(champ.longueur)"),
            champ.valeur.map { .code($0) } ?? "selon le fichier",
          ]
        }))
  }

  private var types: Bloc {
    .tableau(
      TableauDecrit(
        "Types de champ", ["Type", "Forme sur le fichier"],
        table.types.map { [.code($0.type.rawValue), .texte($0.sens)] }))
  }

  private var rejects: [Phrase] {
    [
      "Un enregistrement reçoit au plus un rejet : le plus petit code ; à code égal, le champ le plus à gauche.",
      """
      Les contrôles vont par étages, et un étage ne s'ouvre que si le précédent est net : forme de l'enregistrement (1xx), \
      champs (2xx), rattachement (301), cohérence (3xx), puis référentiel (4xx).
      """,
      "Une règle dont un terme est absent ou illisible ne s'évalue pas.",
      "Portée « dossier » : tout le groupe, père et fils, est écarté. Portée « enregistrement » : lui seul.",
      "Une ligne fausse ne bloque jamais les autres.",
    ]
  }
}
