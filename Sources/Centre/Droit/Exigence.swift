import Convention
import Foundation

/// A requirement drawn from the convention: its article, what does it and what shows it, as a row of `docs/convention.md`.
public struct Exigence: Hashable, Sendable {
  /// `R037`.
  public let id: String
  /// Title of the part of the table where it stands.
  public let partie: String
  /// As the table writes it: « Art. 10, al. 5 », « I.1 ▸2 ».
  public let article: String
  public let quoi: String
  /// `fait`, `données seulement` or `à venir`.
  public let etat: String
  /// Paths of the sources that do it.
  public let code: [String]
  /// Paths of the tests that show it.
  public let tests: [String]
  /// The tests by their names, and what is missing.
  public let preuve: String

  /// Nil for a line that is no row.
  init?(_ ligne: Substring, partie: String) {
    let cells = ligne.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard cells.count == 8, cells[1].wholeMatch(of: /R\d{3}/) != nil else { return nil }
    (id, self.partie, article, quoi, etat) = (cells[1], partie, cells[2], cells[3], cells[4])
    preuve = cells[6]
    code = Exigence.paths(cells[5])
    tests = Exigence.paths(cells[6])
  }

  private static func paths(_ cell: String) -> [String] { cell.matches(of: /`([^`]+)`/).map { String($0.1) } }

  /// The Swift types, or what they are extended with, that its sources hold: `Carence`, `Dossier+Poursuites`.
  public var regles: [String] {
    code.filter { $0.hasSuffix(".swift") }.compactMap { $0.split(separator: "/").last.map { String($0.dropLast(6)) } }
  }
}

extension Exigence {
  /// Where it stands; nil in annexe I, the form and its stub, which number nothing.
  public var lieu: Article? {
    guard let texte, let numero else { return nil }
    return Article(texte, numero, alinea: alinea)
  }

  private var texte: Article.Texte? {
    if partie.contains("Cahier des charges") { return .cahierDesCharges }
    if partie.contains("Annexe qualité") { return .annexeQualite }
    if partie.contains("Annexe II") { return .annexeEchanges }
    return article.hasPrefix("Art. ") ? .convention : nil
  }

  /// What stands before an alinéa, a note or a mark.
  private var numero: String? {
    let plain = article.hasPrefix("Art. ") ? article.dropFirst(5) : article[...]
    let first = plain.split(separator: ",")[0].split(separator: "▸", omittingEmptySubsequences: false)[0]
    let text = first.trimmingCharacters(in: .whitespaces)
    return text.isEmpty ? nil : text
  }

  private var alinea: Int? { article.firstMatch(of: /al\. (\d+)/).flatMap { Int($0.1) } }
}
