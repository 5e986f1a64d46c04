import Convention

extension Explication {
  /// Its result, then the rule, the texts, what was known, the dated values used and the sum.
  func write(to ecran: Ecran, retrait: Int = 0) {
    ecran.paragraphe("", "\(titre) : \(resultat)", retrait: retrait)
    let requirements = exigences.isEmpty ? "" : " (\(exigences.joined(separator: ", ")))"
    write("règle", ["\(regle)\(requirements)"], to: ecran, retrait)
    write("textes", [articles.map(\.description).joined(separator: " ; ")], to: ecran, retrait)
    write("lecture", [politique].compactMap(\.self), to: ecran, retrait)
    write("connu", donnees.map { "\($0.nom) : \($0.texte)" }, to: ecran, retrait)
    write("valeurs", valeurs.map(\.phrase), to: ecran, retrait)
    write("calcul", calcul, to: ecran, retrait)
  }

  /// The name stands before the first one alone.
  private func write(_ nom: String, _ textes: [String], to ecran: Ecran, _ retrait: Int) {
    for (rank, text) in textes.enumerated() {
      ecran.paragraphe(rank == 0 ? nom : " ", text, retrait: retrait + 2, colonne: 9)
    }
  }

  var json: JSONValue {
    .objetSansNul([
      ("titre", .texte(titre)), ("resultat", .texte(resultat)), ("regle", .texte(regle)),
      ("articles", .liste(articles.map { .texte($0.description) })),
      ("exigences", .liste(exigences.map { .texte($0) })), ("politique", JSONValue(politique)),
      ("donnees", .liste(donnees.map { .objet([("nom", .texte($0.nom)), ("texte", .texte($0.texte))]) })),
      ("valeurs", .liste(valeurs.map(\.json))), ("calcul", .liste(calcul.map { .texte($0) })),
    ])
  }
}

extension ValeurAppliquee {
  var json: JSONValue {
    .objet([
      ("nom", .texte(nom)), ("valeur", .texte(texte)), ("du", JSONValue(du)), ("au", JSONValue(au)),
      ("source", .texte(source)), ("verifiee", .booleen(verifiee)),
    ])
  }
}
