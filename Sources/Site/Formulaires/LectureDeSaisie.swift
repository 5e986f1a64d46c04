import Centre
import Convention

/// Reads typed fields into values of the format, and notes what is wrong at its field.
struct LectureDeSaisie {
  let formulaire: Formulaire
  /// By field, in French.
  private(set) var fautes: [String: String] = [:]

  init(_ formulaire: Formulaire) { self.formulaire = formulaire }

  mutating func noter(_ nom: String, _ phrase: String) { if fautes[nom] == nil { fautes[nom] = phrase } }

  /// Free text; nil when nothing was typed.
  mutating func texte(_ nom: String, requis phrase: String? = nil) -> Valeur? {
    guard let texte = formulaire.rempli(nom) else {
      if let phrase { noter(nom, phrase) }
      return nil
    }
    return .texte(texte.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// A code chosen in a list.
  mutating func code(_ nom: String, requis phrase: String? = nil) -> Valeur? { texte(nom, requis: phrase) }

  mutating func jourLu(_ nom: String, requis: Bool = true) -> Jour? {
    guard let texte = formulaire.rempli(nom) else {
      if requis { noter(nom, "Indiquez le jour, par exemple 23/11/2026.") }
      return nil
    }
    guard let jour = Jour(saisi: texte) else {
      noter(nom, "Ce jour ne se lit pas : écrivez-le ainsi, 23/11/2026.")
      return nil
    }
    return jour
  }

  mutating func jour(_ nom: String, requis: Bool = true) -> Valeur? { jourLu(nom, requis: requis).map { .jour($0) } }

  mutating func montantLu(_ nom: String, requis: Bool = true) -> Montant? {
    guard let texte = formulaire.rempli(nom) else {
      if requis { noter(nom, "Indiquez le montant en euros, par exemple 1 234,56.") }
      return nil
    }
    guard let montant = Montant(saisi: texte) else {
      noter(nom, "Ce montant ne se lit pas : écrivez-le ainsi, 1 234,56.")
      return nil
    }
    return montant
  }

  mutating func montant(_ nom: String, requis: Bool = true) -> Valeur? {
    montantLu(nom, requis: requis).map { .montant($0) }
  }

  mutating func entier(_ nom: String) -> Valeur? {
    guard let texte = formulaire.rempli(nom) else { return nil }
    guard let value = Int64(texte), value >= 0 else {
      noter(nom, "Un nombre est attendu.")
      return nil
    }
    return .entier(value)
  }
}
