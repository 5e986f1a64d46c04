/// The page of the demonstration on a terminal.
enum DemoTexte {
  private static let width = 100

  static func page(_ page: DemoPage) -> String {
    let rule = String(repeating: "═", count: page.titre.count)
    return "\n\(page.titre)\n\(rule)\n\n\(wrapped(page.introduction))\n" + page.blocs.map(text).joined()
  }

  private static func text(_ bloc: DemoPage.Bloc) -> String {
    switch bloc {
    case .titre(let titre): "\n\(titre)\n\(String(repeating: "─", count: titre.count))\n"
    case .soustitre(let titre): "\n\(titre)\n"
    case .paragraphe(let texte): wrapped(texte, indent: "  ") + "\n"
    case .chiffres(let chiffres): chiffres.map { "  \($0.valeur)  \($0.libelle)\n" }.joined()
    case .tableau(let tableau): table(tableau)
    case .liste(let items): items.map { wrapped("• \($0)", indent: "  ", hanging: "    ") + "\n" }.joined()
    case .commandes(let items): items.map { "\n  \($0.phrase)\n    \($0.commande)\n" }.joined()
    }
  }

  private static func table(_ tableau: DemoPage.Tableau) -> String {
    let rows = [tableau.colonnes.map(\.titre)] + tableau.lignes
    let widths = tableau.colonnes.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row -> String in
      let cells = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return tableau.colonnes[column].isNumber ? blanks + cell : cell + blanks
      }
      return "    " + trimmed(cells.joined(separator: "  "))
    }
    let rule = "    " + widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return "  \(tableau.legende)\n" + ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n") + "\n"
  }

  private static func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

  /// Lines of at most a hundred characters.
  private static func wrapped(_ texte: String, indent: String = "", hanging: String? = nil) -> String {
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in texte.enTypographie.split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, line.count + word.count + 1 > width {
        lines.append(line)
        line = hanging ?? indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
