/// The document as one page: its own style, no script, nothing loaded from elsewhere; readable without a style, by
/// keyboard, by a screen reader and on paper.
struct RenduHTML {
  private let document: DocumentDuFormat

  init(_ document: DocumentDuFormat) { self.document = document }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(escaped(document.titre))</title>
    <style>
    \(FeuilleDeStyle.css)
    </style>
    </head>
    <body>
    <a class="evitement" href="#contenu">Aller au contenu</a>
    <header><h1>\(escaped(document.titre))</h1></header>
    <div class="page">
    <nav aria-label="Sommaire">
    \(contents)
    </nav>
    <main id="contenu">
    \(sections)
    </main>
    </div>
    </body>
    </html>

    """
  }

  /// Every section lies in its chapter, so that the page has a true outline.
  private var sections: String {
    var html = ""
    var isOpen = false
    for bloc in document.blocs {
      if case .titre(_, niveau: 1, let ancre) = bloc {
        html += (isOpen ? "</section>\n" : "") + "<section aria-labelledby=\"\(ancre)\">\n"
        isOpen = true
      }
      html += render(bloc) + "\n"
    }
    return html + (isOpen ? "</section>" : "")
  }

  private func render(_ bloc: Bloc) -> String {
    switch bloc {
    case .titre(let texte, let niveau, let ancre):
      "<h\(niveau + 1) id=\"\(escaped(ancre))\">\(escaped(texte))</h\(niveau + 1)>"
    case .paragraphe(let phrase): "<p>\(inline(phrase))</p>"
    case .liste(let phrases): "<ul>" + phrases.map { "<li>\(inline($0))</li>" }.joined() + "</ul>"
    case .tableau(let tableau): table(tableau)
    }
  }

  /// A wide table scrolls by itself; the keyboard can reach it to do so.
  private func table(_ tableau: TableauDecrit) -> String {
    let name = escaped(tableau.legende)
    let headings = tableau.colonnes.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
    return
      "<div class=\"defile\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\"><table><caption>\(name)</caption>\n"
      + "<thead><tr>\(headings)</tr></thead>\n<tbody>\n"
      + tableau.lignes.indices.map { row(tableau, $0) }.joined(separator: "\n") + "\n</tbody></table></div>"
  }

  private func row(_ tableau: TableauDecrit, _ rank: Int) -> String {
    let cells = tableau.lignes[rank].enumerated().map { column, phrase in
      let room = RenduHTML.rooms[tableau.colonnes[column]].map { " class=\"\($0)\"" } ?? ""
      return column == 0 ? "<th scope=\"row\">\(inline(phrase))</th>" : "<td\(room)>\(inline(phrase))</td>"
    }
    let place = tableau.ancre(ofRow: rank).map { " id=\"\(escapedExactly($0))\"" } ?? ""
    return "<tr\(place)>\(cells.joined())</tr>"
  }

  /// Columns that must not be squeezed by the others.
  private static let rooms = [
    "Sens": "ample", "Objet": "ample", "Valeurs admises": "moyen",
  ]

  private func inline(_ phrase: Phrase) -> String {
    phrase.fragments.map { fragment in
      switch fragment {
      case .texte(let text): escaped(text)
      case .code(let text): "<code>\(escapedExactly(text))</code>"
      case .lien(let text, let ancre): "<a href=\"#\(escapedExactly(ancre))\">\(escaped(text))</a>"
      }
    }.joined()
  }
}

// Contents and characters.
extension RenduHTML {
  /// Chapters, each with its sections.
  private var contents: String {
    var html = "<ol>"
    var depth = 1
    for bloc in document.blocs {
      guard case .titre(let texte, let niveau, let ancre) = bloc else { continue }
      if niveau > depth { html += "<ol>" }
      if niveau < depth { html += "</li></ol></li>" }
      if niveau == depth, !html.hasSuffix("<ol>") { html += "</li>" }
      html += "\n<li><a href=\"#\(escapedExactly(ancre))\">\(escaped(texte))</a>"
      depth = niveau
    }
    return html + (depth > 1 ? "</li></ol>" : "") + "</li></ol>"
  }

  private func escaped(_ text: String) -> String { escapedExactly(Typographie.french(text)) }

  private func escapedExactly(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
