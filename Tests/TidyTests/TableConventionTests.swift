import Foundation
import Testing

/// A row of docs/convention.md.
struct LigneConvention {
  let id: String
  let article: String
  let quoi: String
  let etat: String
  let code: String
  let preuve: String

  /// The rows of the document, in its order.
  static func all() throws -> [LigneConvention] {
    try Depot.text("docs/convention.md").numberedLines.compactMap { LigneConvention($0.text) }
  }

  init?(_ line: Substring) {
    guard line.firstMatch(of: /^\| R\d+ \|/) != nil else { return nil }
    let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 8 else { return nil }
    (id, article, quoi) = (cells[1], cells[2], cells[3])
    (etat, code, preuve) = (cells[4], cells[5], cells[6])
  }

  /// What stands between back quotes: paths.
  static func paths(_ cell: String) -> [String] {
    cell.matches(of: /`([^`]+)`/).map { String($0.1) }
  }

  /// What stands between guillemets: names of tests or suites.
  static func names(_ cell: String) -> [String] {
    cell.matches(of: /« ([^»]+) »/).map { String($0.1) }
  }
}

@Suite("docs/convention.md face aux exigences R001 à R231")
struct TableConventionTests {
  private static let etats: Set<String> = ["fait", "données seulement", "à venir", "sans objet"]

  @Test("each requirement has exactly one row, in order")
  func ids() throws {
    let expected = (1...231).map { String(format: "R%03d", $0) }
    let found = try LigneConvention.all().map(\.id)
    let missing = Set(expected).subtracting(found).sorted()
    #expect(missing.isEmpty, "docs/convention.md has no row for \(missing): say where it is done or why not")
    #expect(found == expected, "docs/convention.md has the rows out of order, doubled or unreadable")
  }

  @Test("each row says its article, what is asked, a known state and a proof or a reason")
  func cells() throws {
    for row in try LigneConvention.all() {
      #expect(
        TableConventionTests.etats.contains(row.etat), "\(row.id): write fait, données seulement, à venir or sans objet"
      )
      #expect(!row.article.isEmpty && !row.quoi.isEmpty && !row.preuve.isEmpty, "\(row.id): a cell is empty")
    }
  }

  @Test("each cited file exists")
  func files() throws {
    for row in try LigneConvention.all() {
      for path in LigneConvention.paths(row.code + row.preuve) {
        #expect(Depot.exists(path), "\(row.id) cites \(path), which does not exist: cite the file that does it now")
      }
    }
  }

  @Test("each cited test or suite exists, in the cited file")
  func tests() throws {
    for row in try LigneConvention.all() {
      let paths = LigneConvention.paths(row.preuve).filter { $0.hasPrefix("Tests/") && $0.hasSuffix(".swift") }
      let text = try paths.filter(Depot.exists).map(Depot.text).joined()
      for name in LigneConvention.names(row.preuve) {
        #expect(text.contains("\"\(name)"), "\(row.id) cites « \(name) », which no cited test file holds")
      }
    }
  }

  @Test("what is said to be done names its code and its proof")
  func proved() throws {
    for row in try LigneConvention.all() where row.etat == "fait" {
      #expect(!LigneConvention.paths(row.code).isEmpty, "\(row.id): name the file that does it")
      #expect(
        LigneConvention.paths(row.preuve).contains { $0.hasPrefix("Tests/") }
          && !LigneConvention.names(row.preuve).isEmpty,
        "\(row.id): name a test file and, between guillemets, the test or suite that proves it")
    }
  }

  @Test("what is said to be without object says why it is not for software to do")
  func withoutObject() throws {
    for row in try LigneConvention.all() where row.etat == "sans objet" {
      #expect(
        row.preuve.split(separator: " ").count >= 5,
        "\(row.id): say in a sentence who does it, or why nothing is to be done by a program")
    }
  }

  @Test("each row that is not done says what is missing")
  func reasons() throws {
    for row in try LigneConvention.all() where row.etat == "données seulement" || row.etat == "à venir" {
      #expect(row.preuve.split(separator: " ").count >= 3, "\(row.id): say what is missing, and why")
    }
  }

  @Test("a row that lacks a cell or a bar is not read, so that it is missed")
  func unreadable() {
    #expect(LigneConvention("| R001 | art. 1 | a | fait | `a` | b |") != nil)
    #expect(LigneConvention("| R001 | art. 1 | a | fait | `a` |") == nil)
    #expect(LigneConvention("R001 | art. 1 | a | fait | `a` | b") == nil)
  }

  @Test("a requirement that a source cites is not said to be without code")
  func citedIsNotBlank() throws {
    let rows = Dictionary(try LigneConvention.all().map { ($0.id, $0) }) { first, _ in first }
    for path in try Depot.files("Sources/Convention") {
      for match in try Depot.text(path).matches(of: /\bR\d{3}\b/) {
        let row = rows[String(match.0)]
        #expect(
          row.map { !LigneConvention.paths($0.code).isEmpty } ?? false,
          "\(path) cites \(match.0): name that file in docs/convention.md")
      }
    }
  }
}
