import Convention
import Testing

@testable import Interface

@Suite("Writing files")
struct RedacteurTests {
  private let table: TableFormat
  private let genre: Genre

  init() throws {
    table = try #require(Formats.tests.table(version: 1))
    genre = try #require(table.genre(nom: "retour-informations"))
  }

  private func field(_ type: String, _ nom: String) throws -> Int { try #require(genre.type(type)?.champ(nom)) }

  /// A header ready to be closed.
  private func header() throws -> Redacteur {
    var redacteur = Redacteur(table, genre)
    redacteur.open(genre.entete)
    try redacteur.set(field("00", "application_source"), texte: "HELIOS")
    try redacteur.set(field("00", "exploitation"), texte: "031")
    try redacteur.set(field("00", "centre_serveur"), texte: "CSH1")
    try redacteur.set(field("00", "numero_sequence"), entier: 7)
    try redacteur.set(field("00", "date_emission"), jour: Jour(2026, 3, 2))
    try redacteur.set(field("00", "horodatage_emission"), instant: Instant(Jour(2026, 3, 2), heure: 23))
    try redacteur.set(field("00", "environnement"), texte: "P")
    return redacteur
  }

  private func ending(_ redacteur: inout Redacteur, motif: String? = "01", reste: Montant = Montant(cents: 1250)) throws
  {
    redacteur.open(try #require(genre.type("94")))
    try redacteur.set(field("94", "numero_demande"), texte: "DEM-1")
    try redacteur.set(field("94", "motif_fin"), texte: motif)
    try redacteur.set(field("94", "date_fin_phase"), jour: Jour(2026, 3, 2))
    try redacteur.set(field("94", "reste_du"), montant: reste)
    try redacteur.set(field("94", "reprise_poursuites"), indicateur: true)
  }

  @Test("what is written passes its own checks: ranks, counts, sums, constants, witness")
  func whole() throws {
    var redacteur = try header()
    try redacteur.close()
    for _ in 0..<3 {
      try ending(&redacteur)
      try redacteur.close()
    }
    try redacteur.finish()
    let octets = redacteur.take()
    #expect(octets.count == 5 * 513)
    let lecture = try Lecture.of(octets)
    #expect(lecture.rejets == [])
    #expect(lecture.anomalies == [])
    let examen = try Examen.of(octets).0
    #expect(examen.entete?.horodatage("horodatage_emission")?.jour == Jour(2026, 3, 2))
    #expect(examen.enQueue?.montant("total_restes_dus") == Montant(cents: 3750))
    #expect(examen.enQueue?.entier("nombre_94") == 3)
  }

  @Test("a number too large, negative, or a code too long is refused with its field")
  func refused() throws {
    var redacteur = try header()
    let sequence = try field("00", "numero_sequence")
    try redacteur.set(sequence, entier: 999_999)
    var fault = #expect(throws: FauteDeRedaction.self) { try redacteur.set(sequence, entier: 1_000_000) }
    #expect(fault?.champ == "numero_sequence")
    fault = #expect(throws: FauteDeRedaction.self) { try redacteur.set(sequence, entier: -1) }
    let etude = try field("00", "etude")
    try redacteur.set(etude, texte: "E1234567")
    fault = #expect(throws: FauteDeRedaction.self) { try redacteur.set(etude, texte: "E12345678") }
    #expect(fault?.description == "enregistrement 00, champ etude : 9 caractères pour un champ de 8")
  }

  @Test("a text too long is cut at its width, a text shorter leaves blanks, none leaves only blanks")
  func texts() throws {
    var redacteur = try header()
    try redacteur.close()
    try ending(&redacteur)
    let comment = try field("94", "commentaire")
    try redacteur.set(comment, texte: String(repeating: "é", count: 90))
    try redacteur.close()
    try ending(&redacteur)
    try redacteur.set(comment, texte: "reçu")
    try redacteur.set(comment, texte: nil)
    try redacteur.close()
    try redacteur.finish()
    let (examen, source) = try Examen.of(redacteur.take())
    let lecteur = try #require(LecteurDeContenu(examen.ouverture, source))
    _ = try lecteur.next()
    #expect(try lecteur.next()?.texte(comment) == String(repeating: "é", count: 80))
    #expect(try lecteur.next()?.texte(comment) == nil)
  }

  @Test("what our own checks would refuse is not written: mandatory field, list, pattern")
  func verified() throws {
    var redacteur = try header()
    try redacteur.close()
    try ending(&redacteur, motif: nil)
    var fault = #expect(throws: FauteDeRedaction.self) { try redacteur.close() }
    #expect(fault?.champ == "motif_fin")
    try ending(&redacteur, motif: "77")
    fault = #expect(throws: FauteDeRedaction.self) { try redacteur.close() }
    #expect(fault?.message.hasPrefix("206") == true)
    // 90 exige un commentaire.
    try ending(&redacteur, motif: "90")
    fault = #expect(throws: FauteDeRedaction.self) { try redacteur.close() }
    #expect(fault?.champ == "commentaire")
    try ending(&redacteur)
    try redacteur.close()
    try redacteur.finish()
    #expect(try Lecture.of(redacteur.take()).cumuls.total == 3)
  }

  @Test("a record received is copied byte for byte, but for its rank and the fields changed")
  func copies() throws {
    let aller = try #require(table.genre(nom: "aller"))
    let (examen, source) = try Examen.of(Echantillons.octets("aller-correct.txt"))
    let lecteur = try #require(LecteurDeContenu(examen.ouverture, source))
    var redacteur = Redacteur(table, aller)
    let redevable = try #require(aller.type("20"))
    let code = try #require(redevable.champ("code_postal"))
    while let record = try lecteur.next() {
      guard let type = record.type, type !== aller.enQueue else { continue }
      try redacteur.open(copie: record)
      if type === aller.entete { try redacteur.set(try #require(type.champ("etude")), texte: "E3101") }
      if type === redevable, record.texte(code) == nil { try redacteur.set(code, texte: "31770") }
      try redacteur.close(verifie: false)
    }
    try redacteur.finish()
    // The sample differs by its instant of issue only.
    let expected = try Echantillons.octets("aller-etude.txt")
    let written = redacteur.take()
    let instant = try #require(aller.entete.champ("horodatage_emission")).self
    let place = aller.entete.champs[instant]
    #expect(written.count == expected.count)
    for index in written.indices
    where !(place.debut - 1..<place.fin).contains(index) && written[index] != expected[index] {
      Issue.record("octet \(index + 1)")
    }
  }

  @Test("a cut record, or one of another version, is not copied")
  func notCopied() throws {
    let (examen, source) = try Examen.of(Echantillons.octets("aller-defauts.txt"))
    let lecteur = try #require(LecteurDeContenu(examen.ouverture, source))
    var redacteur = Redacteur(table, try #require(table.genre(nom: "aller")))
    var refused = 0
    while let record = try lecteur.next() {
      do { try redacteur.open(copie: record) } catch { refused += 1 }
    }
    #expect(refused == 2)
  }

  @Test("taken in several pieces, the file is the same")
  func pieces() throws {
    func written(takingEach: Bool) throws -> [UInt8] {
      var redacteur = try header()
      var octets: [UInt8] = []
      try redacteur.close()
      for _ in 0..<5 {
        try ending(&redacteur)
        try redacteur.close()
        if takingEach { octets += redacteur.take() }
      }
      try redacteur.finish()
      return octets + redacteur.take()
    }
    #expect(try written(takingEach: true) == written(takingEach: false))
  }
}
