import Convention

/// An explanation of pay, in lines and as an object.
struct ExplicationDesFrais {
  let explication: Explication

  init(_ explication: Explication) { self.explication = explication }

  /// One step a line, under what it explains.
  func write(to ecran: Ecran, indent: String) {
    ecran.ligne("\(indent)\(explication.titre) : \(explication.resultat)")
    ecran.ligne("\(indent)  \(explication.regle) — \(explication.articles.map(\.description).joined(separator: " ; "))")
    if let politique = explication.politique { ecran.ligne("\(indent)  \(politique)") }
    for donnee in explication.donnees { ecran.ligne("\(indent)  \(donnee.nom) : \(donnee.texte)") }
    for valeur in explication.valeurs { ecran.ligne("\(indent)  \(valeur.phrase)") }
    for step in explication.calcul { ecran.ligne("\(indent)  \(step)") }
  }

  var json: JSONValue {
    .objetSansNul([
      ("titre", .texte(explication.titre)), ("regle", .texte(explication.regle)),
      ("articles", .liste(explication.articles.map { .texte($0.description) })),
      ("exigences", .liste(explication.exigences.map { .texte($0) })), ("politique", JSONValue(explication.politique)),
      ("donnees", .objet(explication.donnees.map { ($0.nom, .texte($0.texte)) })),
      ("valeurs", .liste(explication.valeurs.map { .texte($0.phrase) })),
      ("calcul", .liste(explication.calcul.map { .texte($0) })), ("resultat", .texte(explication.resultat)),
    ])
  }
}

extension JSONValue {
  /// In cents, before tax, tax and both.
  init(_ honoraire: Honoraire) {
    self = .objet([
      ("ht", JSONValue(honoraire.ht)), ("tva", JSONValue(honoraire.tva)), ("ttc", JSONValue(honoraire.ttc)),
    ])
  }
}
