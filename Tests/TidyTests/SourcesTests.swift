import Foundation
import Testing

@Suite("Sources en ordre")
struct SourcesTests {
  private static let sqlRooms: Set<String> = ["Registre", "SQLEngine", "SQLiteEngine", "PostgreSQLEngine"]
  private static let sqlWords = [
    "SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "CREATE INDEX", "ALTER TABLE", "DROP TABLE",
  ]

  @Test("SQL is written in Registre and the engines alone")
  func sql() throws {
    for module in try Depot.modules() where !SourcesTests.sqlRooms.contains(module) {
      for path in try Depot.files("Sources/\(module)") {
        for line in try Depot.text(path).numberedLines {
          let found = SourcesTests.sqlWords.first { line.text.code.contains($0) }
          #expect(
            found == nil,
            "\(path):\(line.number) writes SQL; add a method to Registre, one business fact or one question, and call it"
          )
        }
      }
    }
  }

  @Test("nothing is left for later in the sources")
  func unfinished() throws {
    let marks = ["FIX" + "ME", "TO" + "DO", "fatalError(\"not"]
    for path in try Depot.files("Sources") {
      for line in try Depot.text(path).numberedLines {
        let found = marks.first { line.text.contains($0) }
        #expect(
          found == nil,
          "\(path):\(line.number) leaves work behind: finish it, or write in docs/convention.md what is left out and why"
        )
      }
    }
  }

  @Test("each requirement cited in a comment or in a format table exists")
  func cited() throws {
    let pattern = /\bR(\d{3,})\b/
    let formats = try Depot.files("Formats", suffix: ".yaml")
    for path in try Depot.files("Sources") + formats {
      for line in try Depot.text(path).numberedLines {
        let text = path.hasSuffix(".yaml") ? line.text : line.text.comment ?? ""
        for match in text.matches(of: pattern) {
          let number = Int(match.1) ?? 0
          #expect(
            match.1.count == 3 && (1...231).contains(number),
            "\(path):\(line.number) cites \(match.0), which does not exist: docs/convention.md lists R001 to R231")
        }
      }
    }
  }
}
