import Foundation
import Testing

@testable import Interface

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Format — documentation printed from the table (R111)")
struct DescriptionTests {
  private static let embedded = Formats.embarquees.0.derniere
  private static let documents = embedded.map { (html: decrire($0, en: .html), texte: decrire($0, en: .texte)) }
  private let table: TableFormat
  private let html: String
  private let texte: String

  init() throws {
    table = try #require(DescriptionTests.embedded)
    (html, texte) = try #require(DescriptionTests.documents)
  }

  @Test("every kind, record, field, list, code and anomaly is in both forms")
  func whole() {
    for form in [html, texte] {
      for genre in table.genres {
        #expect(form.contains(genre.nom))
        for type in genre.enregistrements {
          #expect(form.contains("\(type.code) \(type.nom)"))
          for champ in type.champs { #expect(form.contains(champ.nom), "\(champ.nom)") }
        }
      }
      for liste in table.listes {
        #expect(form.contains(liste.nom))
        for valeur in liste.valeurs { #expect(form.contains(valeur.code)) }
      }
      for anomalie in table.anomalies { #expect(form.contains(anomalie.code.texte) && form.contains(anomalie.nom)) }
    }
  }

  @Test("the page is well formed, loads nothing, and runs nothing")
  func wellFormed() {
    let outline = Outline()
    let parser = XMLParser(stream: InputStream(data: Data(html.utf8)))
    parser.delegate = outline
    _ = parser.parse()
    #expect(outline.isWhole)
    #expect(Set(outline.ids).count == outline.ids.count, "each place stands once")
    #expect(outline.links.allSatisfy { $0.hasPrefix("#") && outline.ids.contains(String($0.dropFirst())) })
    #expect(!outline.elements.contains("script") && !outline.elements.contains("link") && !html.contains("http"))
    #expect(html.contains("<html lang=\"fr\">") && outline.elements.contains("caption"))
  }

  @Test("every rule is said in words")
  func rules() throws {
    for genre in table.genres {
      for type in genre.enregistrements {
        for regle in type.controles {
          let text = plain(PhraseDeRegle(regle: regle, type: type, genre: genre).phrase)
          #expect(text.hasSuffix(".") && text.count > 12 && !text.contains("  ") && !text.contains("()"), "\(text)")
        }
      }
    }
    let demande = try #require(table.genre(code: "AL")?.type("10"))
    let genre = try #require(table.genre(code: "AL"))
    let said = demande.controles.map { plain(PhraseDeRegle(regle: $0, type: demande, genre: genre).phrase) }
    #expect(said.contains("date_demande n'est pas après date_emission de l'en-tête."))
    #expect(said.contains("montant_total est la somme des reste_du des enregistrements 30 (titre)."))
    #expect(
      said.contains(
        "au moins un enregistrement 20 (redevable), non rejeté et de rang_redevable = 01 et qualite_redevable = 01, suit celui-ci."
      ))
    let acte = try #require(table.genre(code: "ET")?.type("68"))
    let etude = try #require(table.genre(code: "ET"))
    #expect(
      acte.controles.map { plain(PhraseDeRegle(regle: $0, type: acte, genre: etude).phrase) }
        .contains("Si motif_carence vaut 3 : valeur_estimee est inférieur à cout_vente_estime."))
  }

  @Test("what makes a field mandatory is said: always, another blank, a code of a list")
  func necessity() throws {
    let lines = html.split(separator: "\n")
    func row(_ nom: String) throws -> Substring {
      try #require(lines.first { $0.hasPrefix("<tr><th scope=\"row\"><code>\(nom)</code>") })
    }
    #expect(try row("nom").contains("<td>oui</td>") && row("prenom").contains("<td>non</td>"))
    #expect(try row("localite").contains("<td>si <code>code_postal</code> est à blanc</td>"))
    #expect(try row("mesure_demandee").contains("<td>si <code>phase</code> vaut <code>J</code></td>"))
  }

  @Test("lines for the terminal stay within its width")
  func width() throws {
    let longest = try #require(texte.split(separator: "\n").map(\.count).max())
    #expect(longest <= 120, "\(longest)")
  }

  @Test("the table's own words cannot break the page")
  func hostile() throws {
    let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Formats/\(table.fichier)")
    let yaml = try String(contentsOf: place, encoding: .utf8)
      .replacing("sens: \"phase demandée\"", with: "sens: \"<script>alert('&')</script>\"")
    let changed = try #require(Formats.charger(textes: [("format-1.yaml", yaml)]).0.derniere)
    let page = decrire(changed, en: .html)
    #expect(!page.contains("<script>") && page.contains("&lt;script&gt;"))
  }

  private func plain(_ phrase: Phrase) -> String {
    phrase.fragments.map { fragment in
      switch fragment {
      case .texte(let text), .code(let text), .lien(let text, _): text
      }
    }.joined()
  }
}

/// Elements, places and links of a page.
private final class Outline: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var ids: [String] = []
  var links: [String] = []
  private var isComplete = false
  private var isBroken = false
  var isWhole: Bool { isComplete && !isBroken }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(elementName)
    if let id = attributes["id"] { ids.append(id) }
    if let link = attributes["href"] { links.append(link) }
  }
  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { isBroken = true }
  func parserDidEndDocument(_ parser: XMLParser) { isComplete = true }
}
