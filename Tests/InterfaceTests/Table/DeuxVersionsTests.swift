import Convention
import Testing

@testable import Interface

@Suite("Layout tables — two versions side by side")
struct DeuxVersionsTests {
  private func formats() throws -> Formats {
    let (formats, fautes) = Formats.charger(
      textes: [("format-1.yaml", try TableChangee.version1()), ("format-2.yaml", try TableChangee.version2())])
    #expect(fautes == [])
    return formats
  }

  /// A sample of version 1 written in the places of version 2.
  private func moved(_ nom: String, _ formats: Formats) throws -> [UInt8] {
    let (examen, source) = try Examen.of(Echantillons.octets(nom + ".txt"), formats: formats)
    let table = try #require(formats.table(version: 2))
    var redacteur = Redacteur(table, try #require(table.genre(nom: examen.genre?.nom ?? "")))
    let lecteur = try #require(LecteurDeContenu(examen.ouverture, source))
    while let record = try lecteur.next() {
      let contenu = record.contenu
      guard contenu.brut == nil, contenu.type != "99" else { continue }
      let valeurs = contenu.valeurs.filter { $0.nom != "version" }
      try redacteur.write(Contenu(type: contenu.type, valeurs: valeurs), verifie: false)
    }
    try redacteur.finish()
    return redacteur.take()
  }

  @Test(
    "fields moved, lengthened, added, records longer: the same file, the same verdict", arguments: Echantillons.nommes)
  func moved(nom: String) throws {
    let formats = try formats()
    let octets = try moved(nom, formats)
    let (examen, source) = try Examen.of(octets, formats: formats)
    #expect(examen.table?.version == 2)
    #expect(examen.table?.longueur == 600)
    var monde = MondeFerme()
    let lecture = try Lecture.of(examen, source, &monde)
    guard !nom.hasSuffix("defauts") else { return #expect(!lecture.rejets.isEmpty) }
    #expect(lecture.rejets == [])
    #expect(lecture.anomalies == [])
    #expect(try Lecture.of(Echantillons.octets(nom + ".txt"), formats: formats).rejets == [])
  }

  @Test("a field that the program does not know is kept with its record and read by its name")
  func added() throws {
    let formats = try formats()
    let table = try #require(formats.table(version: 2))
    let type = try #require(table.genre(nom: "aller")?.type("20"))
    let champ = try #require(type.champ("courriel_secours"))
    #expect(type.champs[try #require(type.champ("nom"))].longueur == 50)
    var octets = try moved("aller-correct", formats)
    let first = 2 * 601 + type.champs[champ].debut - 1
    octets.replaceSubrange(first..<first + 3, with: "ABC".utf8)
    let (examen, source) = try Examen.of(octets, formats: formats)
    let controleur = try #require(try Controleur(examen.ouverture, source))
    var monde = MondeFerme()
    #expect(try controleur.advance(&monde))
    #expect(controleur.groupe[1].texte("courriel_secours") == "ABC")
    #expect(controleur.groupe[1].texte("nom") == "LEFÈVRE")
  }

  @Test("without its table, the file is refused with 003; with the wrong length announced, with 001")
  func missing() throws {
    let octets = try moved("aller-correct", try formats())
    let alone = Formats.charger(textes: [("format-1.yaml", try TableChangee.version1())]).0
    #expect(try Examen.of(octets, formats: alone).0.refus?.code == 3)
    let one = try Examen.of(Echantillons.octets("aller-correct.txt"), formats: try formats()).0
    #expect(one.refus == nil)
    var fabrique = try Fabrique("aller-correct")
    try fabrique.set(1, "version", "002")
    #expect(try Examen.of(fabrique.octets, formats: try formats()).0.refus?.code == 1)
  }

  @Test("a version out of force on the day of issue is 003, its last day included in force")
  func validity() throws {
    let (formats, _) = Formats.charger(textes: [
      (
        "f.yaml",
        try TableChangee.version1().replacingOccurrences(of: "valable_au: null", with: "valable_au: \"2026-03-02\"")
      )
    ])
    var fabrique = try Fabrique("aller-correct")
    #expect(try Examen.of(fabrique.octets, formats: formats).0.refus == nil)
    try fabrique.set(1, "date_emission", "20260303")
    #expect(try Examen.of(fabrique.octets, formats: formats).0.refus?.code == 3)
  }
}
