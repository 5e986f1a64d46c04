/// One field of a form: its label, its help, what was typed, and what is wrong with it.
public struct Champ: Vue, Sendable {
  public enum Genre: Sendable {
    case texte, motDePasse, courriel, telephone
    /// `1 234,56`
    case montant
    /// `23/11/2026`
    case jour
    case zone(lignes: Int)
    /// Pairs of a value sent and a text shown; the first is the empty choice when the field is not required.
    case liste([Option])
    /// A box to tick; sends `oui`.
    case case_
    case fichier(accepte: String)
  }

  public struct Option: Sendable {
    let valeur: String
    let texte: String
    public init(_ valeur: String, _ texte: String) {
      self.valeur = valeur
      self.texte = texte
    }
  }

  let nom: String
  let libelle: String
  var genre: Genre
  var valeur: String
  var aide: String?
  var erreur: String?
  var requis: Bool
  /// What the browser may fill in by itself.
  var completion: String
  var longueur: Int?
  /// Where the page begins to be typed; by itself, the first field in error.
  var premier: Bool

  public init(
    _ nom: String, _ libelle: String, _ genre: Genre = .texte, valeur: String = "", aide: String? = nil,
    erreur: String? = nil, requis: Bool = false, completion: String = "off", longueur: Int? = nil, premier: Bool = false
  ) {
    self.nom = nom
    self.libelle = libelle
    self.genre = genre
    self.valeur = valeur
    self.aide = aide
    self.erreur = erreur
    self.requis = requis
    self.completion = completion
    self.longueur = longueur
    self.premier = premier
  }

  public var id: String { "champ-\(nom)" }

  public func ecrire(_ h: inout HTML) {
    h.element("div", [.classe(erreur == nil ? "champ" : "champ en-erreur")]) { h in
      if case .case_ = genre {
        h.element("div", [.classe("case")]) { h in
          entree(&h)
          etiquette(&h)
        }
        notes(&h)
      } else {
        etiquette(&h)
        notes(&h)
        entree(&h)
      }
    }
  }

  private func etiquette(_ h: inout HTML) {
    h.element("label", [Attribut("for", id)]) { h in
      h.texte(libelle)
      if !requis, case .case_ = genre {} else if !requis { h.element("span", [.classe("facultatif")], " (facultatif)") }
    }
  }

  private func notes(_ h: inout HTML) {
    if let aide { h.element("p", [.classe("aide"), .id("\(id)-aide")], aide) }
    if let erreur { h.element("p", [.classe("erreur"), .id("\(id)-erreur")], erreur) }
  }

  private func entree(_ h: inout HTML) {
    switch genre {
    case .texte: input(&h, type: "text")
    case .motDePasse: input(&h, type: "password")
    case .courriel: input(&h, type: "email")
    case .telephone: input(&h, type: "tel")
    case .montant: input(&h, type: "text", Attribut("inputmode", "decimal"), .classe("court"))
    case .jour: input(&h, type: "text", Attribut("inputmode", "numeric"), .classe("court"))
    case .zone(let lignes):
      h.element("textarea", communs + [Attribut("rows", "\(lignes)")], valeur)
    case .liste(let options): liste(&h, options)
    case .case_:
      h.vide("input", communs + [.type("checkbox"), .valeur("oui"), Attribut("checked", if: valeur == "oui")])
    case .fichier(let accepte):
      h.vide("input", communs + [.type("file"), Attribut("accept", accepte)])
    }
  }

  private func input(_ h: inout HTML, type: String, _ autres: Attribut...) {
    // A password typed once is never sent back.
    let shown = type == "password" ? "" : valeur
    h.vide(
      "input", communs + [.type(type), .valeur(shown), Attribut("autocomplete", completion)] + autres)
  }

  private func liste(_ h: inout HTML, _ options: [Option]) {
    h.element("select", communs) { h in
      for option in options {
        h.element(
          "option", [.valeur(option.valeur), Attribut("selected", if: option.valeur == valeur)], option.texte)
      }
    }
  }

  private var communs: [Attribut?] {
    let notes = [aide.map { _ in "\(id)-aide" }, erreur.map { _ in "\(id)-erreur" }].compactMap { $0 }
    return [
      .id(id), .nom(nom), Attribut("required", if: requis && peutManquer),
      Attribut("maxlength", longueur.map(String.init)),
      Attribut("aria-describedby", notes.isEmpty ? nil : notes.joined(separator: " ")),
      erreur == nil ? nil : Attribut("aria-invalid", "true"), Attribut("autofocus", if: premier),
    ]
  }

  /// A list without an empty choice always has a value: HTML then has nothing to require.
  private var peutManquer: Bool {
    guard case .liste(let options) = genre else { return true }
    return options.first?.valeur.isEmpty ?? true
  }
}
