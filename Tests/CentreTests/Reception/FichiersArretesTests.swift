import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("A file that cannot be taken is stopped with its code, and the next good one passes")
struct FichiersArretesTests {
  private let jour = Jour(2026, 3, 2)

  private static func bon(_ sequence: Int = 1, _ jour: Jour = Jour(2026, 3, 2)) throws -> Fabrique {
    var aller = try Fabrique.aller(jour, sequence)
    aller.demande("BON-\(sequence)")
    return aller
  }

  struct Cas: Sendable, CustomStringConvertible {
    let description: String
    let statut: String
    let code: String
    let octets: @Sendable () throws -> [UInt8]
    /// The header names a known exploitation, with the code that is given.
    var isAnswered: Bool {
      ["009"].contains(code) || ["instant", "after its", "before the"].contains { description.contains($0) }
    }
    init(_ description: String, _ statut: String, _ code: String, _ octets: @escaping @Sendable () throws -> [UInt8]) {
      self.description = description
      self.statut = statut
      self.code = code
      self.octets = octets
    }
  }

  static let cas: [Cas] = [
    Cas("empty", "R", "001") { [] },
    Cas("line ends only", "R", "001") { [0x0A, 0x0D, 0x0A] },
    Cas("binary", "R", "001") { (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 193 &+ $0 >> 3) } },
    Cas("binary under a good announcement", "R", "001") {
      try Array(bon().octets().prefix(25)) + (0..<2000).map { UInt8(truncatingIfNeeded: $0 % 7) }
    },
    Cas("blanks", "R", "001") { Array(repeating: 0x20, count: 4096) },
    Cas("a header whose witness is cut", "R", "001") { try bon().octets { $0[0].removeLast() } },
    Cas("a kind that the table lacks", "R", "002") {
      try bon().octets { $0[0].replaceSubrange(16..<18, with: "ZZ".utf8) }
    },
    Cas("a return sent to the centre", "R", "002") {
      try bon().octets { $0[0].replaceSubrange(16..<18, with: "RI".utf8) }
    },
    Cas("an unknown version", "R", "003") { try bon().octets { $0[0].replaceSubrange(18..<21, with: "777".utf8) } },
    Cas("issued before the version holds", "R", "003") { try bon(1, Jour(2010, 12, 14)).octets() },
    Cas("issued the day after its reception", "R", "004") { try bon(1, Jour(2026, 3, 3)).octets() },
    Cas("a header with a NUL in its application", "R", "004") { try bon().octets { $0[0][26] = 0 } },
    Cas("a header with a NUL in its instant", "R", "004") { try bon().octets { $0[0][80] = 0 } },
    Cas("a header with a blank exploitation", "R", "004") {
      try bon().octets { $0[0].replaceSubrange(33..<41, with: "        ".utf8) }
    },
    Cas("an unknown exploitation", "R", "005") {
      try bon().octets { $0[0].replaceSubrange(33..<41, with: "075     ".utf8) }
    },
    Cas("another centre's file", "R", "005") {
      try bon().octets { $0[0].replaceSubrange(49..<57, with: "CSH2    ".utf8) }
    },
    Cas("an unknown computer department", "R", "005") {
      try bon().octets { $0[0].replaceSubrange(41..<49, with: "DI-LIL  ".utf8) }
    },
    Cas("the application of typed demands", "R", "005") {
      try bon().octets { $0[0].replaceSubrange(25..<41, with: "SAISIE  031012  ".utf8) }
    },
    Cas("without trailer", "I", "009") { try bon().octets { $0.removeLast() } },
    Cas("cut in its trailer", "I", "009") { try Array(bon().octets().dropLast(2)) },
    Cas("cut by one byte in one block", "I", "009") { try Array(bon().octets().filter { $0 != 0x0A }.dropLast()) },
  ]

  @Test("the code is the one of the format, nothing is integrated, and the same number is still free", arguments: cas)
  func stopped(_ cas: Cas) async throws {
    let essai = try await CentreDEssai()
    let refused = try await essai.recevoir("mauvais", try cas.octets(), jour)
    #expect(refused.statut == cas.statut)
    #expect(refused.code == cas.code)
    #expect(try essai.recepisse(refused).message != nil)
    for table in ["journal", "dossier", "rejet"] { #expect(try await essai.rows(table) == 0, "\(table)") }
    let good = try await essai.recevoir("bon", try FichiersArretesTests.bon().octets(), jour)
    #expect(good.statut == "A")
    #expect(good.bilan.anomalies == [])
    try await essai.clore(jour)
    let accuses = try essai.articles("RI.HELIOS.031", "05").map { $0.champs("statut_fichier", "code_anomalie") }
    #expect(accuses.contains("A -"))
    if cas.isAnswered { #expect(accuses.first == "\(cas.statut) \(cas.code)") }
  }

  @Test("every count of the acknowledgement of a file refused, incomplete or already received is zero")
  func zeros() async throws {
    let essai = try await CentreDEssai()
    let bon = try FichiersArretesTests.bon()
    try await essai.recevoir("bon", try bon.octets(), jour)
    try await essai.recevoir("encore", try bon.octets(), jour)
    try await essai.recevoir("coupe", try FichiersArretesTests.bon(2).octets { $0.removeLast() }, jour)
    try await essai.recevoir("second", try FichiersArretesTests.bon(2).octets(), jour)
    try await essai.clore(jour)
    let accuses = try essai.articles("RI.HELIOS.031", "05")
    #expect(accuses.map { $0.champs("statut_fichier", "code_anomalie") } == ["A -", "D 006", "I 009", "R 008"])
    for accuse in accuses.dropFirst() {
      let counts = [
        "nombre_enregistrements", "demandes_acceptees", "demandes_rejetees", "demandes_en_attente",
        "actualisations_acceptees", "enregistrements_rejetes", "montant_accepte",
      ]
      #expect(counts.map { accuse.champ($0) } == counts.map { _ in "0" })
    }
  }

  @Test("a blank file of 50 million bytes is refused, and its copy stays light")
  func vast() async throws {
    let essai = try await CentreDEssai()
    let url = essai.dossier.appendingPathComponent("vide")
    #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
    try FileHandle(forWritingTo: url).truncate(atOffset: 50_000_000)
    let fichier = try await essai.recevoir(url, jour)
    #expect(fichier.code == "001")
    #expect(fichier.taille == 50_000_000)
    let copy = essai.dossier.appendingPathComponent("echanges/recus/\(fichier.chemin)")
    var state = stat()
    #expect(stat(copy.path, &state) == 0)
    #expect(state.st_size == 50_000_000)
    #expect(Int64(state.st_blocks) * 512 < 10_000_000)
  }

  @Test("a file in UTF-8 is judged line by line, and one sentence of its receipt says the probable coding")
  func utf8() async throws {
    let essai = try await CentreDEssai()
    var aller = try FichiersArretesTests.bon()
    aller.demande("ACCENT", ["nom": "LEFÈVRE", "prenom": "Hélène"])
    let octets = Array(Latin9.text(try aller.octets()).utf8)
    let fichier = try await essai.recevoir("utf8", octets, jour)
    #expect(fichier.statut == "P")
    #expect(try await essai.resume(fichier) == ["6:101"])
    let codage = try #require(try essai.recepisse(fichier).codage)
    #expect(codage.contains("UTF-8") && codage.contains("ISO-8859-15"))
    #expect(codage.filter { $0 == "." }.count == 1)
  }

  @Test("a late file is taken, and dates to the day of its reception are not late")
  func late() async throws {
    let essai = try await CentreDEssai()
    let fichier = try await essai.recevoir("retard", try FichiersArretesTests.bon(1, Jour(2026, 2, 2)).octets(), jour)
    #expect(fichier.statut == "A")
    #expect(try await essai.recevoir("jour", try FichiersArretesTests.bon(2).octets(), jour).statut == "A")
  }

  @Test("line ends CRLF, or none: the same fingerprint, so the same file already received")
  func lineEnds() async throws {
    let essai = try await CentreDEssai()
    let lf = try FichiersArretesTests.bon().octets()
    let first = try await essai.recevoir("lf", lf, jour)
    let crlf = try await essai.recevoir("crlf", lf.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, jour)
    let bloc = try await essai.recevoir("bloc", lf.filter { $0 != 0x0A }, jour)
    #expect([crlf.code, bloc.code] == ["006", "006"])
    #expect(Set([first.empreinte, crlf.empreinte, bloc.empreinte]).count == 1)
    #expect(try await essai.rows("dossier") == 1)
  }
}
