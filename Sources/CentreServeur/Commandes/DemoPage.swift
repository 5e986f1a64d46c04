import Convention

/// A page to be read on the terminal or in a browser.
struct DemoPage {
  enum Bloc {
    case titre(String)
    case soustitre(String)
    case paragraphe(String)
    /// A number and what it counts.
    case chiffres([(valeur: String, libelle: String)])
    case tableau(Tableau)
    case liste([String])
    case commandes([(phrase: String, commande: String)])
  }

  struct Tableau {
    let legende: String
    /// The heading of each column; numbers are aligned on the right.
    let colonnes: [(titre: String, isNumber: Bool)]
    let lignes: [[String]]
  }

  let titre: String
  let introduction: String
  let blocs: [Bloc]
}

extension String {
  /// No-break spaces before the signs that French keeps with the word before them, and inside guillemets.
  var enTypographie: String {
    replacing(" :", with: "\u{A0}:").replacing(" ;", with: "\u{202F};").replacing("« ", with: "«\u{A0}")
      .replacing(" »", with: "\u{A0}»")
  }
}

/// French typography for counts: `1 234`.
func nombre(_ value: Int) -> String {
  var digits = Array(String(value.magnitude))
  var position = digits.count - 3
  while position > 0 {
    digits.insert("\u{202F}", at: position)
    position -= 3
  }
  return (value < 0 ? "−" : "") + String(digits)
}

/// « 1 acceptée », « 1 234 acceptées ».
func compte(_ value: Int, _ one: String, _ many: String) -> String { "\(nombre(value)) \(value < 2 ? one : many)" }

extension Jour {
  /// « mardi 17 novembre 2026 ».
  var enLettres: String {
    let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    let months = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ]
    let (annee, mois, jour) = components
    return "\(days[weekday.rawValue - 1]) \(jour == 1 ? "1er" : String(jour)) \(months[mois - 1]) \(annee)"
  }
}
