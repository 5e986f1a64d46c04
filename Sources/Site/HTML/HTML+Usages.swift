extension HTML {
  public mutating func titre(_ niveau: Int, _ texte: String, id: String? = nil) {
    switch niveau {
    case 1: element("h1", [Attribut("id", id)], texte)
    case 2: element("h2", [Attribut("id", id)], texte)
    default: element("h3", [Attribut("id", id)], texte)
    }
  }

  public mutating func paragraphe(_ texte: String, classe: String? = nil) {
    element("p", [Attribut("class", classe)], texte)
  }

  public mutating func lien(_ texte: String, _ url: String, classe: String? = nil) {
    element("a", [.href(url), Attribut("class", classe)], texte)
  }

  /// A list of terms and what they are.
  public mutating func definitions(_ paires: [(terme: String, valeur: String)], classe: String? = nil) {
    element("dl", [Attribut("class", classe)]) { h in
      for paire in paires {
        h.element("div") { h in
          h.element("dt", paire.terme)
          h.element("dd", paire.valeur)
        }
      }
    }
  }

  /// A form that changes something: always by POST, always with the visitor's token.
  ///
  /// - Parameter fichiers: whether it carries files.
  public mutating func formulaire(
    _ action: String, jeton: String, fichiers: Bool = false, classe: String? = nil, _ contenu: (inout HTML) -> Void
  ) {
    element(
      "form",
      [
        Attribut("method", "post"), Attribut("action", action), Attribut("class", classe),
        Attribut("novalidate", if: true),
        fichiers ? Attribut("enctype", "multipart/form-data") : nil,
      ]
    ) { h in
      h.cache(Jetons.champ, jeton)
      contenu(&h)
    }
  }

  public mutating func cache(_ nom: String, _ valeur: String) {
    vide("input", [.type("hidden"), .nom(nom), .valeur(valeur)])
  }

  /// The button that sends a form.
  public mutating func bouton(
    _ texte: String, classe: String? = nil, nom: String? = nil, valeur: String? = nil
  ) {
    element(
      "button", [.type("submit"), Attribut("class", classe), Attribut("name", nom), Attribut("value", valeur)], texte)
  }
}
