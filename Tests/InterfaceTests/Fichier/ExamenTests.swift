import Convention
import Foundation
import Testing

@testable import Interface

@Suite("Examination of a received file (001 to 004, 009)")
struct ExamenTests {
  private let jour = Jour(2026, 3, 2)

  private func code(_ octets: [UInt8], attendus: Set<String>? = nil) throws -> String? {
    let examen = try Examen.of(octets, on: jour, attendus: attendus).0
    return examen.refus?.code.texte ?? (examen.estIncomplet ? "009" : nil)
  }

  private func check(_ expected: String?, _ change: (inout Fabrique) throws -> Void) throws {
    var fabrique = try Fabrique("aller-correct")
    try change(&fabrique)
    let found = try code(fabrique.octets)
    #expect(found == expected)
  }

  @Test("001: nothing, line ends only, noise, another mark")
  func notOurs() throws {
    #expect(try code([]) == "001")
    #expect(try code(Array("\r\n\n\r".utf8)) == "001")
    #expect(try code(Array("bonjour".utf8)) == "001")
    #expect(try code(Array(repeating: 0, count: 5000)) == "001")
    #expect(try code(Array(repeating: 0x20, count: 5000)) == "001")
    try check("001") { try $0.set(1, "marque", "CSHUIX") }
    let octets = try Fabrique("aller-correct").octets
    #expect(try code(Array(octets.prefix(24))) == "001")
    #expect(try code(Array(octets.prefix(511))) == "001")
  }

  @Test("001: an announced length that is not the header's, nor the version's")
  func length() throws {
    for announced in ["0511", "0513", "0000", "9999", "051X", "    "] {
      try check("001") { try $0.set(1, "longueur_enregistrement", announced) }
    }
    try check("001") { $0.lignes[0].append(0x20) }
    try check("001") { $0.cut(1, to: 511) }
    // The header and the announce agree on 500, but the version says 512.
    try check("001") {
      try $0.set(1, "longueur_enregistrement", "0500")
      $0.cut(1, to: 499)
      $0.lignes[0].append(0x2A)
    }
    try check("001") { $0.setByte(1, 512, 0x20) }
  }

  @Test("002: a kind that the table does not have, or not expected of this sender; before 003 and 004")
  func kind() throws {
    try check("002") { try $0.set(1, "genre", "XX") }
    try check("002") {
      try $0.set(1, "genre", "XX")
      try $0.set(1, "date_emission", "20090101")
    }
    let octets = try Fabrique("aller-correct").octets
    #expect(try code(octets, attendus: ["aller"]) == nil)
    #expect(try code(octets, attendus: ["etude"]) == "002")
  }

  @Test("003: a version without table, or not in force on the day of issue")
  func version() throws {
    for version in ["003", "000", "1  ", "  1", "00A"] {
      try check("003") { try $0.set(1, "version", version) }
    }
    try check(nil) { try $0.set(1, "date_emission", "20101215") }
    try check("003") { try $0.set(1, "date_emission", "20101214") }
    // Without table, nobody can say that the kind is unknown.
    try check("003") {
      try $0.set(1, "version", "003")
      try $0.set(1, "genre", "XX")
    }
  }

  @Test("004: a header field absent or out of its form, or a day of issue after the day of reception")
  func fields() throws {
    let cases = [
      ("type_enregistrement", "10"), ("numero_ligne", "1"), ("application_source", ""), ("exploitation", " 31"),
      ("numero_sequence", "1"), ("date_emission", "20260230"), ("date_emission", ""),
      ("horodatage_emission", "20260302201500"),
      ("environnement", "X"), ("centre_serveur", "csh1"), ("date_emission", "20260303"),
    ]
    for (champ, valeur) in cases {
      var fabrique = try Fabrique("aller-correct")
      let field = try #require(fabrique.genre.entete.champ(champ))
      try fabrique.set(1, champ, valeur)
      let refus = try Examen.of(fabrique.octets, on: jour).0.refus
      #expect(refus?.code == 4, "\(champ)")
      #expect(refus?.champ == fabrique.genre.entete.champs[field], "\(champ)")
    }
    try check(nil) { try $0.set(1, "date_emission", "20260302") }
    try check("004") { $0.setByte(1, 300, 0x07) }
  }

  @Test("the fingerprint is of the records for 004, of the raw bytes for 001 to 003")
  func fingerprints() throws {
    var fabrique = try Fabrique("aller-correct")
    let plain = try Examen.of(fabrique.octets).0
    #expect(plain.empreinteTexte == "0e7349df967677d6fbd6a0ed62a882bff9529e8f79457eb8bba13e80703e51be")
    try fabrique.set(1, "version", "003")
    let lines = try Examen.of(fabrique.octets).0
    let blocks = try Examen.of(fabrique.lignes.flatMap { $0 }).0
    #expect(lines.refus?.code == 3)
    #expect(lines.empreinte != blocks.empreinte)
    #expect(lines.enregistrements == 0)
    fabrique = try Fabrique("aller-correct")
    try fabrique.set(1, "environnement", "X")
    let (one, two) = (try Examen.of(fabrique.octets).0, try Examen.of(fabrique.lignes.flatMap { $0 }).0)
    #expect(one.refus?.code == 4)
    #expect(one.empreinte == two.empreinte)
  }

  @Test("009: no readable trailer, by lines or end to end; one byte lost in a file without line ends is enough")
  func incomplete() throws {
    try check("009") { $0.remove(16) }
    try check("009") { $0.cut(16, to: 511) }
    try check("009") { $0.setByte(16, 512, 0x20) }
    try check("009") { $0.lignes[15].append(0x20) }
    try check(nil) { try $0.set(16, "nombre_10", "X") }
    let blocks = try Fabrique("aller-correct").lignes.flatMap { $0 }
    #expect(try code(blocks) == nil)
    #expect(try code(blocks + [0x0A]) == nil)
    #expect(try code(blocks + [0x0D, 0x0A]) == nil)
    for lost in [600, 5000, blocks.count - 1] {
      var short = blocks
      short.remove(at: lost)
      #expect(try code(short) == "009", "\(lost)")
    }
  }

  @Test("a line that ends with CR LF among lines that end with LF loses its CR; a CR elsewhere is a control byte")
  func mixedLineEnds() throws {
    let lignes = try Fabrique("aller-correct").lignes
    var octets: [UInt8] = []
    for (index, ligne) in lignes.enumerated() { octets += ligne + Array((index % 2 == 0 ? "\r\n" : "\n").utf8) }
    let (examen, plain) = (try Examen.of(octets).0, try Examen.of(lignes.flatMap { $0 + [0x0A] }).0)
    #expect(examen.enregistrements == 16)
    #expect(examen.empreinte == plain.empreinte)
    #expect(try Lecture.of(octets).rejets == [])
    try Fabrique.check("aller-correct", ["5:103"]) { $0.setByte(5, 100, 0x0D) }
  }

  @Test("a file in another coding gets its code and one clear sentence")
  func codings() throws {
    let text = Latin9.text(try Fabrique("aller-correct").octets)
    let utf8 = try Examen.of(Array(text.utf8)).0
    #expect(utf8.refus == nil)
    #expect(utf8.indiceCodage?.contains("UTF-8") == true)
    #expect(try Lecture.of(Array(text.utf8)).rejets.map(\.code).contains("101"))
    let marked = try Examen.of([0xEF, 0xBB, 0xBF] + Array(text.utf8)).0
    #expect(marked.refus?.code == 1)
    #expect(marked.indiceCodage?.contains("BOM") == true)
    let wide = try Examen.of(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).0
    #expect(wide.refus?.code == 1)
    #expect(wide.indiceCodage?.contains("UTF-16") == true)
    let ebcdic = try Examen.of(Array(repeating: 0xF0, count: 600)).0
    #expect(ebcdic.indiceCodage?.contains("EBCDIC") == true)
    #expect(try Examen.of(Fabrique("aller-correct").octets).0.indiceCodage == nil)
  }

  @Test("a large blank file is refused at once, from the disk and without being held")
  func largeBlank() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("blank-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(FileManager.default.createFile(atPath: url.path, contents: Data()))
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: 16 << 20)
    try handle.close()
    let examen = try Examen(SourceOctets(url: url), formats: .tests, jour: jour, hacheur: NoHash())
    #expect(examen.refus?.code == 1)
    #expect(examen.octetCount == 16 << 20)
  }

  @Test("a line without end is measured, not held: the file goes on after it")
  func endlessLine() throws {
    var fabrique = try Fabrique("aller-correct")
    let long = Array("5000000016".utf8) + Array(repeating: UInt8(0x20), count: 3_000_000)
    fabrique.lignes.insert(long, at: 15)
    fabrique.renumber()
    let lecture = try Lecture.of(fabrique.octets)
    #expect(lecture.resume == ["16:101"])
    #expect(lecture.cumuls.total == 17)
    fabrique.lignes[15].append(0x0D)
    #expect(try Examen.of(fabrique.octets).0.enregistrements == 17)
    #expect(try Lecture.of(fabrique.octets).resume == ["16:101"])
  }

  @Test("a file that is not there or is a folder is said so in French")
  func unreadable() {
    #expect(throws: FauteDeLecture.self) { try SourceOctets(url: URL(fileURLWithPath: "/nulle/part")) }
    #expect(throws: FauteDeLecture.self) { try SourceOctets(url: URL(fileURLWithPath: "/")) }
  }
}
