import Convention
import Foundation
import Testing

@testable import Generation
@testable import Interface

@Suite("Fichiers aller fabriqués")
struct AllerTests {
  @Test("the same seed gives the same bytes, another gives others")
  func seeds() throws {
    let lot = try Lot()
    var plan = Lot.plan(300)
    let first = try lot.write(plan)
    #expect(try lot.write(plan).octets == first.octets)
    plan.graine = 2
    #expect(try lot.write(plan).octets != first.octets)
  }

  @Test("a demand depends on the seed and on its number, not on the file that brings it")
  func numbers() throws {
    let lot = try Lot()
    var plan = Lot.plan(40)
    plan.actualisationsParMille = 0
    let whole = try demandes(lot.write(plan).octets)
    plan.dossiers = 10
    plan.premierNumero = 21
    #expect(try demandes(lot.write(plan).octets) == Array(whole[20..<30]))
  }

  /// The records of each demand, without their ranks in the file.
  private func demandes(_ octets: [UInt8]) throws -> [[[UInt8]]] {
    let lines = octets.split(separator: 0x0A).dropFirst().dropLast()
    return lines.reduce(into: [[[UInt8]]]()) { groups, line in
      let record = Array(line.prefix(2) + line.dropFirst(10))
      if line.starts(with: Array("10".utf8)) {
        groups.append([record])
      } else {
        groups[groups.count - 1].append(record)
      }
    }
  }

  @Test("a file without defects passes every check, for any seed", arguments: [1, 2, 3, 77, UInt64.max])
  func clean(_ graine: UInt64) throws {
    var plan = Lot.plan(400)
    plan.graine = graine
    plan.actualisationsParMille = 400
    plan.judiciairesParMille = 200
    let (octets, attendu) = try Lot().write(plan)
    #expect(try Lot.faults(octets) == [])
    #expect(attendu.fichier.statut == "A")
    #expect(attendu.resume.acceptes == 400)
    #expect((attendu.resume.messages_acceptes["50"] ?? 0) > 50)
  }

  @Test("a file may be empty of demands")
  func empty() throws {
    let (octets, attendu) = try Lot().write(Lot.plan(0))
    #expect(try Lot.faults(octets) == [])
    #expect(attendu.fichier.enregistrements == 2)
  }

  @Test("the trailer announces what is there, damaged lines included")
  func totals() throws {
    var plan = Lot.plan(500)
    plan.postesFermes = ["031099"]
    plan.defauts = try Taux("tous=60")
    let (octets, attendu) = try Lot().write(plan)
    let signalled = try Lot.faults(octets).filter { $0.hasPrefix("9") && $0.count == 3 }
    #expect(signalled == [])
    #expect(attendu.fichier.enregistrements == octets.split(separator: 0x0A).count)
  }

  @Test("a layout with fields moved and lengthened, and a new mandatory one, is written as well")
  func otherLayout() throws {
    let (formats, faults) = Formats.charger(textes: [("format-2.yaml", try Disposition2.texte())])
    #expect(faults.map(\.description) == [])
    let table = try #require(formats.derniere)
    var plan = Lot.plan(100)
    plan.actualisationsParMille = 200
    let (octets, attendu) = try Lot().write(plan, table: table)
    #expect(try Lot.faults(octets, formats) == [])
    #expect(attendu.fichier.version == 2)
    #expect(octets.split(separator: 0x0A).allSatisfy { $0.count == 520 })
  }

  @Test("without a poste, or without a known commune, nothing is made and the reason is said")
  func impossible() throws {
    var plan = Lot.plan(1)
    plan.postes = []
    #expect(throws: FauteDeGeneration.self) { try Lot().write(plan) }
    #expect(throws: FauteDeGeneration.self) { try Lot().write(Lot.plan(1, ["00000"])) }
    #expect(throws: FauteDeGeneration.self) { try Lot().write(Lot.plan(-1)) }
  }

  @Test("numbers out of their bounds are refused", arguments: [(0, 1), (1_000_000, 1), (1, 0), (1, 100_000_001)])
  func bounds(_ sequence: Int, _ premier: Int) throws {
    var plan = Lot.plan(1)
    (plan.sequence, plan.premierNumero) = (sequence, premier)
    #expect(throws: FauteDeGeneration.self) { try Lot().write(plan) }
  }

  @Test("a file that could not be finished leaves nothing behind")
  func unfinished() throws {
    let lot = try Lot()
    try FileManager.default.createDirectory(at: lot.url("aller.txt/occupé"), withIntermediateDirectories: true)
    #expect(throws: FauteDeGeneration.self) { try lot.write(Lot.plan(1)) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: lot.dossier.path) == ["aller.txt"])
  }

  @Test("a file is not made in a place that cannot hold it")
  func interrupted() throws {
    let lot = try Lot()
    let target = lot.url("pris/aller.txt")
    try Data().write(to: lot.url("pris"))
    var generateur = try GenerateurAller(Lot.plan(1), try #require(Lot.formats.derniere), try Lot.referentiel.get())
    #expect(throws: FauteDeGeneration.self) { try generateur.write(to: target) }
  }
}

/// Version 1 of the layout made into another: eight bytes longer, two fields exchanged, one added.
enum Disposition2 {
  static func texte() throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Formats")
    let text = try String(contentsOf: folder.appendingPathComponent("format-1.yaml"), encoding: .utf8)
    let lines = text.replacing("\nversion: 1\n", with: "\nversion: 2\n").replacing(
      "longueur_enregistrement: 512", with: "longueur_enregistrement: 520"
    )
    .replacing("valeur: \"001\"", with: "valeur: \"002\"").replacing("valeur: \"0512\"", with: "valeur: \"0520\"")
    .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    if line.contains("{nom: temoin_fin, debut: 512") { return line.replacing("debut: 512", with: "debut: 520") }
    if line.contains("{nom: nom, debut: 42") { return line.replacing("debut: 42", with: "debut: 80") }
    if line.contains("{nom: prenom, debut: 80") { return line.replacing("debut: 80", with: "debut: 42") }
    if line.contains("{nom: reserve, debut: 504, longueur: 8") {
      let added =
        "          - {nom: canal_saisie, debut: 504, longueur: 8, type: texte, obligatoire: true, sens: \"canal\", exigences: []}\n"
      return added + line.replacing("debut: 504", with: "debut: 512")
    }
    guard line.contains("{nom: reserve, debut: "), let match = line.firstMatch(of: /longueur: (\d+)/),
      let count = Int(match.1)
    else { return line }
    return line.replacing("longueur: \(count)", with: "longueur: \(count + 8)")
  }
}
