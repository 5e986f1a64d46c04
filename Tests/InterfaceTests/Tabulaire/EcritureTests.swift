import Convention
import Foundation
import Testing

@testable import Interface

@Suite("Tabulaire — writing lists")
struct EcritureTests {
  private static let tableau = Tableau(
    titre: "Reste à recouvrer",
    colonnes: [
      .init("Redevable", .texte), .init("Titres", .entier), .init("Reste dû", .montant),
      .init("Échéance", .jour),
      .init("Remis le", .instant),
    ])
  private static let instant = Instant(Jour(2026, 3, 2), heure: 20, minute: 31)
  private static let rows: [[Tableau.Cellule]] = [
    [
      .texte("Éloïse; \"Dupré\""), .entier(1_234), .montant(Montant(cents: 1_234_05)),
      .jour(Jour(2026, 5, 16)), .instant(instant),
    ],
    [.texte("=1+1"), .entier(-5), .montant(Montant(cents: -7)), .vide, .vide],
    [.texte("court")],
  ]

  private func text(_ format: FormatDeListe) throws -> String {
    let octets = try EcritureTests.tableau.octets(
      EcritureTests.rows, en: format, instant: EcritureTests.instant)
    return String(decoding: octets, as: UTF8.self)
  }

  @Test("CSV: mark, semicolons, decimal comma, CRLF, formulas neutralised, numbers untouched")
  func csv() throws {
    #expect(
      try text(.csv) == "\u{FEFF}Redevable;Titres;Reste dû;Échéance;Remis le\r\n"
        + "\"Éloïse; \"\"Dupré\"\"\";1234;1234,05;16/05/2026;2026-03-02T20:31:00+01:00\r\n"
        + "'=1+1;-5;-0,07;;\r\ncourt;;;;\r\n")
  }

  @Test("JSON: one object a row, cents, ISO days, no key for an empty cell")
  func json() throws {
    #expect(
      try text(.json) == """
        [
        {"redevable":"Éloïse; \\"Dupré\\"","titres":1234,"reste_du":123405,"echeance":"2026-05-16","remis_le":"2026-03-02T20:31:00+01:00"},
        {"redevable":"=1+1","titres":-5,"reste_du":-7},
        {"redevable":"court"}
        ]

        """)
    #expect(
      try EcritureTests.tableau.octets([], en: .json, instant: EcritureTests.instant) == Array("[]\n".utf8))
  }

  @Test("text: aligned, French numbers and days, harmless to a terminal")
  func table() throws {
    #expect(
      try text(.texte) == """
        Reste à recouvrer

        Redevable        Titres    Reste dû  Échéance    Remis le
        ───────────────  ──────  ──────────  ──────────  ────────────────────
        Éloïse; "Dupré"   1\u{202F}234  1\u{202F}234,05\u{A0}€  16/05/2026  02/03/2026 à 20\u{A0}h\u{A0}31
        =1+1                 -5     -0,07\u{A0}€
        court

        3 lignes.

        """)
    let hostile = Tableau(titre: "a\u{1B}[2J", colonnes: [.init("b", .texte)])
    let octets = try hostile.octets(
      [[.texte("x\u{1B}]0;t\u{7}\u{202E}y\nz")]], en: .texte, instant: EcritureTests.instant)
    #expect(octets.filter { $0 < 0x20 && $0 != 0x0A }.isEmpty)
    #expect(String(decoding: octets, as: UTF8.self).contains("x·]0;t··y z"))
  }

  @Test("XLSX: what is written is read again, number by number, day by day")
  func xlsx() throws {
    let octets = try EcritureTests.tableau.octets(
      EcritureTests.rows, en: .xlsx, instant: EcritureTests.instant)
    let feuille = try Feuille(octets: octets)
    #expect(feuille.nom == "Reste à recouvrer")
    #expect(
      feuille.lignes.map(\.cellules) == [
        ["Redevable", "Titres", "Reste dû", "Échéance", "Remis le"].map { .texte($0) },
        [
          .texte("Éloïse; \"Dupré\""), .nombre("1234"), .nombre("1234.05"), .jour(Jour(2026, 5, 16)),
          .jour(Jour(2026, 3, 2)),
        ],
        [.texte("=1+1"), .nombre("-5"), .nombre("-0.07")],
        [.texte("court")],
      ])
    #expect(
      try EcritureTests.tableau.octets(EcritureTests.rows, en: .xlsx, instant: EcritureTests.instant)
        == octets)
  }

  @Test("XLSX: bold headings that stay in sight, a filter, real formats")
  func xlsxParts() throws {
    let octets = try EcritureTests.tableau.octets(
      EcritureTests.rows, en: .xlsx, instant: EcritureTests.instant)
    var archive = try ArchiveZip(octets, inflatedByteCount: 1 << 20)
    let sheet = String(decoding: try #require(try archive.read("xl/worksheets/sheet1.xml")), as: UTF8.self)
    #expect(sheet.contains("<autoFilter ref=\"A1:E4\"/>"))
    #expect(sheet.contains("topLeftCell=\"A2\"") && sheet.contains("state=\"frozen\""))
    let styles = String(decoding: try #require(try archive.read("xl/styles.xml")), as: UTF8.self)
    #expect(styles.contains("dd/mm/yyyy hh:mm") && styles.contains("<b/>"))
  }

  @Test("XLSX: cells too long are cut, amounts too large are texts, sheet names are made valid")
  func xlsxLimits() throws {
    let tableau = Tableau(
      titre: "a[b]:c/d" + String(repeating: "é", count: 40),
      colonnes: [.init("x", .texte), .init("y", .montant)])
    let rows: [[Tableau.Cellule]] = [
      [.texte(String(repeating: "a", count: 32_768)), .montant(Montant(cents: 999_999_999_999_999))],
      [.texte("a\u{0}\u{1}b"), .montant(Montant(cents: 1_000_000_000_000_000))],
    ]
    let feuille = try Feuille(octets: tableau.octets(rows, en: .xlsx, instant: EcritureTests.instant))
    #expect(feuille.nom?.count == 31)
    #expect(feuille.lignes[1][0] == .texte(String(repeating: "a", count: 32_767)))
    #expect(feuille.lignes[1][1] == .nombre("9999999999999.99"))
    #expect(feuille.lignes[2][1] == .texte(Montant(cents: 1_000_000_000_000_000).texte))
  }

  @Test("a workbook that cannot be written says so, and an abandoned one leaks nothing")
  func unwritable() throws {
    #expect(throws: FauteTabulaire.self) {
      let ecrivain = try EcrivainXLSX(
        EcritureTests.tableau, fichier: "/nulle/part.xlsx", instant: EcritureTests.instant)
      try ecrivain.write([.texte("a")])
      try ecrivain.close()
    }
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
      .path
    let abandoned = try EcrivainXLSX(EcritureTests.tableau, fichier: place, instant: EcritureTests.instant)
    try abandoned.write([.texte("a")])
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test("hostile texts go out neutralised and come back as they were")
  func neutralised() throws {
    let texts = [
      "=cmd|'/c calc'!A0", "+33 1", "-1", "@SUM(A1)", "\tx", "\rx", "'=x", "''-x", "'quoted'", "x=1", "'",
      "a\nb", "_x0041_",
    ]
    let tableau = Tableau(titre: "", colonnes: [.init("t", .texte), .init("u", .texte)])
    let octets = try tableau.octets(
      texts.map { [.texte($0), .texte("fin")] }, en: .csv, instant: EcritureTests.instant)
    let lines = String(decoding: octets.dropFirst(3), as: UTF8.self)
    for trigger in ["\n=", "\n+", "\n-", "\n@", "\n\t", "\"\r"] {
      #expect(!lines.contains(trigger), "\(trigger.debugDescription)")
    }
    #expect(try Feuille(octets: octets).lignes.dropFirst().map { $0[0].texte } == texts)
  }

  @Test("any texts survive CSV and XLSX", arguments: 0..<40)
  func roundTrip(seed: UInt64) throws {
    var random = HasardTabulaire(seed: seed)
    let alphabet = "ab=+-@'\";,\t\n\r é€œ0<&>]".map { String($0) } + ["_x001A_", "_x0041_", "_x"]
    let rows = (0..<20).map { _ in
      (0..<3).map { _ in
        (0..<Int.random(in: 1...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" }
          .joined()
      }
    }
    let tableau = Tableau(titre: "t", colonnes: [.init("a", .texte), .init("b", .texte), .init("c", .texte)])
    func blank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
    for format in [FormatDeListe.csv, .xlsx] {
      let octets = try tableau.octets(
        rows.map { $0.map { .texte($0) } }, en: format, instant: EcritureTests.instant)
      let read = try Feuille(octets: octets).lignes.dropFirst()
      let expected = rows.filter { !$0.allSatisfy(blank) }
      #expect(
        read.map { ligne in (0..<3).map { ligne[$0].texte } }
          == expected.map { $0.map { blank($0) ? "" : $0 } }, "\(format)")
    }
  }
}

/// A small seeded generator (SplitMix64), so that a failure can be played again.
struct HasardTabulaire: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
