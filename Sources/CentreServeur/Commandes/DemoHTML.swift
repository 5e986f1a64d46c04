/// The page of the demonstration for a browser: one file, nothing to fetch.
enum DemoHTML {
  static func page(_ page: DemoPage) -> String {
    """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(page.titre))</title>
    <style>
    \(css)
    </style>
    </head>
    <body>
    <header><div class="colonne"><h1>\(escaped(page.titre))</h1>
    <p>\(written(page.introduction))</p></div></header>
    <main class="colonne">
    \(body(page.blocs))
    </main>
    </body>
    </html>

    """
  }

  /// Sections run from one title to the next.
  private static func body(_ blocs: [DemoPage.Bloc]) -> String {
    var html = ""
    var isOpen = false
    for (rang, bloc) in blocs.enumerated() {
      if case .titre = bloc {
        html += isOpen ? "</section>\n<section>\n" : "<section>\n"
        isOpen = true
      }
      html += element(bloc, rang) + "\n"
    }
    return html + (isOpen ? "</section>" : "")
  }

  private static func element(_ bloc: DemoPage.Bloc, _ rang: Int) -> String {
    switch bloc {
    case .titre(let titre): "<h2>\(escaped(titre))</h2>"
    case .soustitre(let titre): "<h3>\(escaped(titre))</h3>"
    case .paragraphe(let texte): "<p>\(written(texte))</p>"
    case .chiffres(let chiffres):
      "<dl class=\"chiffres\">"
        + chiffres.map { "<div><dt>\(escaped($0.libelle))</dt><dd>\(escaped($0.valeur))</dd></div>" }.joined() + "</dl>"
    case .tableau(let tableau): table(tableau, "tableau-\(rang)")
    case .liste(let items): "<ul>" + items.map { "<li>\(written($0))</li>" }.joined() + "</ul>"
    case .commandes(let items):
      "<ol class=\"commandes\">"
        + items.map { "<li>\(written($0.phrase))<pre tabindex=\"0\"><code>\(escaped($0.commande))</code></pre></li>" }
        .joined()
        + "</ol>"
    }
  }

  private static func table(_ tableau: DemoPage.Tableau, _ id: String) -> String {
    let marks = tableau.colonnes.map { $0.isNumber ? " class=\"nombre\"" : "" }
    let head = zip(tableau.colonnes, marks).map { "<th scope=\"col\"\($1)>\(escaped($0.titre))</th>" }.joined()
    let rows = tableau.lignes.map { row -> String in
      let cells = zip(row, marks).enumerated().map { index, cell in
        index == 0
          ? "<th scope=\"row\"\(cell.1)>\(escaped(cell.0))</th>" : "<td\(cell.1)>\(escaped(cell.0))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <p class="legende" id="\(id)">\(written(tableau.legende))</p>
      <div class="defile" tabindex="0" role="region" aria-labelledby="\(id)"><table aria-labelledby="\(id)">
      <thead><tr>\(head)</tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
      """
  }

  private static func written(_ texte: String) -> String { escaped(texte.enTypographie) }

  private static func escaped(_ texte: String) -> String {
    texte.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private static let css = """
    :root { color-scheme: light dark; --fond: #fff; --texte: #1b1b1f; --doux: #55585f; --trait: #d4d7dd; --pair: #f6f7f9;
      --entete: #14213d; --sur-entete: #fff; --accent: #0b4aa2; }
    @media (prefers-color-scheme: dark) { :root { --fond: #15171c; --texte: #e6e7ea; --doux: #a9adb6; --trait: #3a3e47;
      --pair: #1b1e25; --entete: #0d1526; --sur-entete: #f2f4f8; --accent: #8ab8ff; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--fond); color: var(--texte); font: 1rem/1.55 system-ui, "Segoe UI", "Liberation Sans",
      Arial, sans-serif; }
    .colonne { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
    header { background: var(--entete); color: var(--sur-entete); padding: 1.5rem 0 1rem; }
    header p { max-width: 70ch; margin: .5rem 0; }
    h1 { margin: 0; font-size: 1.7rem; font-weight: 600; line-height: 1.25; }
    h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-bottom: .35rem; border-bottom: 2px solid var(--accent); }
    h3 { font-size: 1.05rem; margin: 1.75rem 0 .4rem; }
    p, ul, ol { max-width: 75ch; margin: .4rem 0 .9rem; }
    ul, ol { padding-left: 1.25rem; }
    main { padding-bottom: 4rem; }
    .chiffres { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: .75rem; margin: 1rem 0; }
    .chiffres div { border: 1px solid var(--trait); border-radius: .25rem; padding: .6rem .75rem; display: flex;
      flex-direction: column-reverse; justify-content: flex-end; }
    .chiffres dt { color: var(--doux); font-size: .875rem; line-height: 1.35; }
    .chiffres dd { margin: 0; font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .defile { overflow-x: auto; margin: .25rem 0 1.25rem; }
    .defile:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    table { border-collapse: collapse; min-width: min(34rem, 100%); font-size: .9rem; line-height: 1.4; }
    .legende { color: var(--doux); font-size: .9rem; margin: .4rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .35rem 1.25rem .35rem 0; border-top: 1px solid var(--trait); }
    thead th { font-weight: 600; border-top: 0; border-bottom: 2px solid var(--trait); vertical-align: bottom; }
    tbody th { font-weight: 400; }
    th:last-child, td:last-child { padding-right: 0; }
    .nombre { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .commandes li { margin: .75rem 0; }
    pre { background: var(--pair); border: 1px solid var(--trait); border-radius: .25rem; padding: .6rem .75rem; overflow-x: auto;
      margin: .35rem 0; max-width: none; }
    code { font: .85rem/1.5 ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; }
    .commandes { max-width: none; }
    @media print { header { background: none; color: #000; } .defile { overflow: visible; } tr { break-inside: avoid; }
      h2, h3, .legende { break-after: avoid; } pre { white-space: pre-wrap; } }
    """
}
