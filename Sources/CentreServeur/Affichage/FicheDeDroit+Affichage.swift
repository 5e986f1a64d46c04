import Centre
import Convention

extension FicheDeDroit {
  func write(to ecran: Ecran) {
    ecran.ligne(titre)
    section("Exigences", exigences, to: ecran) { $0.write(to: ecran) }
    section("Refus", refus, to: ecran) {
      let places = $0.articles.map(\.description).joined(separator: " ; ")
      ecran.paragraphe($0.code, "\($0.phrase) (\(places)).", retrait: 2, colonne: 7)
    }
    section("Valeurs datées", valeurs, to: ecran) { $0.write(to: ecran) }
    section("Points ouverts", points, to: ecran) { $0.write(to: ecran) }
    section("Politiques", politiques, to: ecran) { $0.write(to: ecran) }
  }

  private func section<Item>(_ titre: String, _ items: [Item], to ecran: Ecran, _ body: (Item) -> Void) {
    guard !items.isEmpty else { return }
    ecran.ligne()
    ecran.ligne(titre)
    for item in items { body(item) }
  }

  var json: JSONValue {
    .objet([
      ("titre", .texte(titre)), ("exigences", .liste(exigences.map(\.json))),
      (
        "refus",
        .liste(
          refus.map { motif in
            .objet([
              ("code", .texte(motif.code)), ("phrase", .texte(motif.phrase)),
              ("articles", .liste(motif.articles.map { .texte($0.description) })),
            ])
          })
      ),
      ("valeurs", .liste(valeurs.map(\.json))), ("points", .liste(points.map(\.json))),
      ("politiques", .liste(politiques.map(\.json))),
    ])
  }
}

extension Exigence {
  fileprivate func write(to ecran: Ecran) {
    ecran.paragraphe(id, "\(article) — \(quoi) [\(etat)]", retrait: 2, colonne: 6)
    for (name, paths) in [("code", code), ("tests", tests)] {
      for (rank, path) in paths.enumerated() {
        ecran.paragraphe(rank == 0 ? name : " ", path, retrait: 8, colonne: 7)
      }
    }
    if tests.isEmpty { ecran.paragraphe("manque", preuve, retrait: 8, colonne: 7) }
  }

  fileprivate var json: JSONValue {
    .objet([
      ("id", .texte(id)), ("article", .texte(article)), ("partie", .texte(partie)), ("exigence", .texte(quoi)),
      ("etat", .texte(etat)), ("code", .liste(code.map { .texte($0) })), ("tests", .liste(tests.map { .texte($0) })),
      ("preuve", .texte(preuve)),
    ])
  }
}

extension ValeurAppliquee {
  /// « durée de la phase comminatoire : 75 jours », then its days and its source.
  func write(to ecran: Ecran) {
    ecran.paragraphe("", "\(nom) : \(texte)", retrait: 2)
    ecran.paragraphe("", "\(periode) — \(source)\(verifiee ? "" : " [valeur non vérifiée]")", retrait: 4)
  }
}

extension PointOuvert {
  fileprivate func write(to ecran: Ecran) {
    ecran.paragraphe(rawValue, libelle, retrait: 2, colonne: 3)
    for text in [texteA, texteB] { ecran.paragraphe("", "\(text.lieu) : \(text.phrase)", retrait: 5) }
    ecran.paragraphe("", "Lecture : \(lecture)\(type.map { " [\($0)]" } ?? "")", retrait: 5)
  }

  fileprivate var json: JSONValue {
    func text(_ item: Texte) -> JSONValue { .objet([("lieu", .texte(item.lieu)), ("phrase", .texte(item.phrase))]) }
    return .objetSansNul([
      ("point", .texte(rawValue)), ("libelle", .texte(libelle)), ("texte_a", text(texteA)), ("texte_b", text(texteB)),
      ("lecture", .texte(lecture)), ("type", JSONValue(type)),
    ])
  }
}

extension Politique {
  fileprivate func write(to ecran: Ecran) {
    ecran.paragraphe("", "\(question) [\(type)]", retrait: 2)
    ecran.paragraphe("", "suivi : \(choix.libelle) (\(choix.nom)) — \(source)", retrait: 4)
    ecran.paragraphe("", "choix : \(reglage)", retrait: 4)
    for autre in autres { ecran.paragraphe("", "autre : \(autre.libelle) (\(autre.nom))", retrait: 4) }
  }

  fileprivate var json: JSONValue {
    func choice(_ item: Choix) -> JSONValue { .objet([("nom", .texte(item.nom)), ("libelle", .texte(item.libelle))]) }
    return .objet([
      ("type", .texte(type)), ("question", .texte(question)),
      ("articles", .liste(articles.map { .texte($0.description) })),
      ("exigences", .liste(exigences.map { .texte($0) })), ("choix", choice(choix)),
      ("autres", .liste(autres.map(choice))), ("reglage", .texte(reglage)), ("source", .texte(source)),
    ])
  }
}
