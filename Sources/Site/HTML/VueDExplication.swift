import Convention

/// Why a date or an amount is what it is, folded under its result: the rule, the texts, the reading followed, what was given, the
/// dated values used and the arithmetic.
///
/// Opens without JavaScript and by keyboard; nothing of a redevable is in an `Explication`.
public struct VueDExplication: Vue {
  let explication: Explication
  /// What is folded says its title and its result, unless another sentence is given.
  let resume: String

  public init(_ explication: Explication, resume: String? = nil) {
    self.explication = explication
    self.resume = resume ?? "\(explication.titre) : \(explication.resultat)"
  }

  public func ecrire(_ h: inout HTML) {
    h.element("details", [.classe("explication")]) { h in
      h.element("summary", resume)
      h.definitions(fondement)
      liste("Ce qui est connu", explication.donnees.map { "\($0.nom) : \($0.texte)" }, &h)
      liste("Valeurs datées", explication.valeurs.map(\.phrase), &h)
      liste("Calcul", explication.calcul + ["résultat : \(explication.resultat)"], &h)
    }
  }

  private var fondement: [(terme: String, valeur: String)] {
    [
      ("Règle", regle), ("Textes", explication.articles.map(\.description).joined(separator: " ; ")),
      explication.politique.map { ("Lecture suivie", $0) },
    ].compactMap { $0 }
  }

  /// « HonoraireAmiable (R059, R060) ».
  private var regle: String {
    let exigences = explication.exigences.joined(separator: ", ")
    return exigences.isEmpty ? explication.regle : "\(explication.regle) (\(exigences))"
  }

  private func liste(_ titre: String, _ phrases: [String], _ h: inout HTML) {
    guard !phrases.isEmpty else { return }
    h.paragraphe(titre, classe: "titre")
    h.element("ul") { h in for phrase in phrases { h.element("li", phrase) } }
  }
}
