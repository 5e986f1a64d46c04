import Convention
import Foundation
import Testing

@testable import Interface

@Suite("Tabulaire — XLSX reading")
struct LectureXLSXTests {
  private static let dates = """
    <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/>\
    <numFmt numFmtId="166" formatCode="0&quot; jours d&quot;"/></numFmts>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
    """

  private func first(_ sheet: String, workbook: String = "", shared: String? = nil) throws -> [Feuille.Valeur] {
    let classeur = ClasseurDEssai(
      sheet: "<sheetData>\(sheet)</sheetData>", workbook: workbook, styles: LectureXLSXTests.dates,
      shared: shared)
    return try Feuille(octets: classeur.zipped()).lignes.first?.cellules ?? []
  }

  @Test("shared, rich, inline and formula texts are read, a phonetic guide is not")
  func texts() throws {
    let shared =
      "<si><t>A_x0041_</t></si><si><r><t>ri</t></r><r><t xml:space=\"preserve\">che </t></r><rPh><t>x</t></rPh></si>"
    let sheet = """
      <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>en ligne</t></is></c>\
      <c r="E3" t="str"><f>A1</f><v>calculé</v></c><c r="F3" t="b"><v>1</v></c><c r="G3" t="e"><v>#N/A</v></c></row>
      """
    #expect(
      try first(sheet, shared: shared) == [
        .texte("AA"), .texte("riche "), .vide, .texte("en ligne"), .texte("calculé"), .texte("VRAI"),
        .erreur("#N/A"),
      ])
  }

  @Test("numbers are exact decimals, freed from the noise of binary")
  func numbers() throws {
    let written = [
      "64.099999999999994", "1234.56", "1.2E+3", "-0.5", "0", "12345678901234", "9.9999999999999999E+2", "x",
    ]
    let sheet = "<row>" + written.map { "<c><v>\($0)</v></c>" }.joined() + "</row>"
    let read: [Feuille.Valeur] = [
      .nombre("64.1"), .nombre("1234.56"), .nombre("1200"), .nombre("-0.5"), .nombre("0"),
      .nombre("12345678901234"),
      .nombre("1000"), .erreur("x"),
    ]
    #expect(try first(sheet) == read)
  }

  @Test(
    "the style makes the date, in both systems",
    arguments: [
      ("1", 1, "1900-01-01", "1904-01-02"), ("59", 1, "1900-02-28", "1904-02-29"),
      ("61", 2, "1900-03-01", "1904-03-02"), ("46083.75", 2, "2026-03-02", "2030-03-03"),
    ])
  func styledDates(serial: String, style: Int, in1900: String, in1904: String) throws {
    let sheet = "<row><c s=\"\(style)\"><v>\(serial)</v></c></row>"
    #expect(try first(sheet) == [.jour(try #require(Jour(iso: in1900)))])
    #expect(
      try first(sheet, workbook: "<workbookPr date1904=\"1\"/>") == [.jour(try #require(Jour(iso: in1904)))])
  }

  @Test("the 29 February 1900, times, words in a format and negative numbers are no dates")
  func notDates() throws {
    let sheet = """
      <row><c s="1"><v>60</v></c><c s="3"><v>46083</v></c><c s="4"><v>46083</v></c><c s="1"><v>-1</v></c><c s="99"><v>5</v></c></row>
      """
    #expect(try first(sheet) == ["60", "46083", "46083", "-1", "5"].map { .nombre($0) })
  }

  @Test(
    "a format code shows a date only by its day, its year or its lone month",
    arguments: [
      ("d mmm yyyy", true), ("mm/yy", true), ("mmmm", true), ("[$-40C]d\\ mmmm\\ yyyy;@", true),
      ("yyyy\"s\"", true),
      ("General", false), ("Standard", false), ("0.00", false), ("h:mm:ss", false), ("mm:ss", false),
      ("[mm]:ss", false), ("[Red]0", false),
      ("#,##0\\ \"d'euros\"", false), ("_-* #,##0.00\\ _€_-", false), ("@", false), ("", false),
    ])
  func formatCodes(code: String, isDate: Bool) {
    #expect(StylesXLSX.showsDate(code) == isDate)
  }

  @Test("another writer's workbook, with prefixes and without references, is read alike")
  func otherWriter() throws {
    let sheet =
      "<x:sheetData><x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData>"
    let feuille = try Feuille(octets: ClasseurDEssai(sheet: sheet, prefix: "x").zipped())
    #expect(
      feuille == Feuille(nom: "Demandes", lignes: [.init(rang: 1, cellules: [.texte("a"), .nombre("2")])]))
  }

  @Test("a sheet is chosen by its name, case and accents apart, or the names are told")
  func namedSheet() throws {
    let octets = ClasseurDEssai(sheet: "<sheetData/>").zipped()
    #expect(try Feuille(octets: octets, feuille: "DEMANDÉS").nom == "Demandes")
    #expect(
      refusal(of: octets, feuille: "Autre")
        == "Le classeur n'a pas de feuille « Autre » ; il contient : « Demandes ».")
  }

  @Test("a workbook cut at any place is refused with one sentence")
  func truncated() throws {
    let whole = ClasseurDEssai(sheet: "<sheetData><row><c><v>1</v></c></row></sheetData>").zipped()
    for length in stride(from: 4, to: whole.count, by: 7) {
      #expect(
        refusal(of: Array(whole.prefix(length)))?.contains("tronqué ou abîmé") == true, "\(length) octets")
    }
    #expect(refusal(of: whole) == nil)
  }

  @Test("damaged, encrypted and foreign archives say what they are")
  func foreign() {
    let good = ClasseurDEssai(sheet: "<sheetData/>")
    #expect(refusal(of: good.zipped(flags: 1))?.contains("chiffré") == true)
    #expect(
      refusal(of: ClasseurDEssai(sheet: "<sheetData><row>").zipped())?.contains("xl/worksheets/sheet1.xml")
        == true)
    #expect(refusal(of: ClasseurDEssai([("content.xml", "<a/>")]).zipped())?.contains("OpenDocument") == true)
    #expect(refusal(of: ClasseurDEssai([("a.txt", "a")]).zipped())?.contains("archive ZIP") == true)
    let shared = ClasseurDEssai(sheet: "<sheetData><row><c t=\"s\"><v>4</v></c></row></sheetData>")
    #expect(refusal(of: shared.zipped())?.contains("A1 renvoie à un texte absent") == true)
    let backwards = ClasseurDEssai(sheet: "<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>")
    #expect(refusal(of: backwards.zipped())?.contains("la ligne 1 vient après la ligne 2") == true)
  }

  @Test("a document type declaration is refused before anything is expanded")
  func entities() {
    var classeur = ClasseurDEssai(sheet: "<sheetData/>")
    classeur.parts[3].content = Array("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>".utf8)
    #expect(refusal(of: classeur.zipped())?.contains("n'est pas un XML de classeur") == true)
  }

  @Test("a sheet of more than ten million bytes of XML is read whole")
  func large() throws {
    let tableau = Tableau(titre: "a", colonnes: [.init("a", .texte)])
    let row = [Tableau.Cellule.texte(String(repeating: "a", count: 30_000))]
    let octets = try tableau.octets(repeatElement(row, count: 400), en: .xlsx, instant: Instant(milliseconds: 0))
    #expect(try Feuille(octets: octets).lignes.count == 401)
  }

  @Test("rows and columns beyond the bounds are refused, far empty cells are not")
  func bounds() {
    func sheet(_ reference: String, _ row: Int, _ value: String) -> [UInt8] {
      ClasseurDEssai(
        sheet: "<sheetData><row r=\"\(row)\"><c r=\"\(reference)\">\(value)</c></row></sheetData>"
      ).zipped()
    }
    #expect(refusal(of: sheet("IV1", 1, "<v>1</v>")) == nil)
    #expect(refusal(of: sheet("IW1", 1, "<v>1</v>"))?.contains("plus de 256 colonnes") == true)
    #expect(refusal(of: sheet("XFD1", 1, "")) == nil)
    #expect(refusal(of: sheet("A200000", 200_000, "<v>1</v>")) == nil)
    #expect(refusal(of: sheet("A200001", 200_001, "<v>1</v>"))?.contains("dépasse 200000 lignes") == true)
  }

  @Test("a bomb is stopped by what it announces, and by what it inflates to")
  func bomb() throws {
    let classeur = ClasseurDEssai(sheet: "<sheetData/>")
    #expect(refusal(of: classeur.zipped(announcedByteCount: 4_000_000_000))?.contains("démesuré") == true)
    let tableau = Tableau(titre: "B", colonnes: [.init("a", .texte)])
    let rows = (0..<2_000).map { _ in [Tableau.Cellule.texte(String(repeating: "a", count: 2_000))] }
    let octets = try tableau.octets(rows, en: .xlsx, instant: Instant(milliseconds: 0))
    #expect(octets.count < 100_000, "4 MB of letters in \(octets.count) bytes")
    var bornes = BornesTabulaires()
    bornes.inflatedByteCount = 1 << 20
    #expect(refusal(of: octets, bornes: bornes)?.contains("démesuré") == true)
    #expect(refusal(of: octets) == nil)
  }

  @Test("an archive deflated a thousand times over by another program is stopped at the bound")
  func foreignBomb() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: place) }
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", LectureXLSXTests.bombScript, place.path]
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0)
    let octets = try Array(Data(contentsOf: place))
    #expect(octets.count < 400_000)
    #expect(refusal(of: octets)?.contains("démesuré") == true)
  }

  private static let bombScript = """
    import sys, zipfile
    kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    link = '<Relationships><Relationship Id="r" Type="%s%s" Target="%s"/></Relationships>'
    with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('_rels/.rels', link % (kind, 'officeDocument', 'xl/workbook.xml'))
        z.writestr('xl/_rels/workbook.xml.rels', link % (kind, 'worksheet', 'sheet.xml'))
        z.writestr('xl/workbook.xml', '<workbook><sheets><sheet name="a" r:id="r" xmlns:r="x"/></sheets></workbook>')
        z.writestr('xl/sheet.xml', b' ' * (300 << 20))
    """
}
