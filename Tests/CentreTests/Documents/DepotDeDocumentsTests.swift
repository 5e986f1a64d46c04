import Convention
import Foundation
import MoteurDEssai
import Registre
import Testing

@testable import Centre

@Suite("Documents handed in as proofs (R081)")
struct DepotDeDocumentsTests {
  private static let jour = Jour(2026, 3, 2)
  private static let trace = Trace(
    auteur: "etude:E3101/anne", instant: Instant(jour, heure: 10), jour: jour)

  /// A centre with one dossier, of the poste 031012 and the étude E3101.
  private func banc(maximum: Int = DepotDeDocuments.maximumParDefaut) async throws -> (CentreDEssai, DepotDeDocuments) {
    let essai = try await CentreDEssai()
    try await essai.recevoir(Echantillons.url("aller-correct.txt"), Self.jour)
    return (essai, DepotDeDocuments(try essai.centre(Self.jour), maximum: maximum))
  }

  private static func pdf(_ version: String = "1.4", _ corps: String = "1 0 obj", fin: String = "%%EOF\n") -> Data {
    Data("%PDF-\(version)\n\(corps)\n\(fin)".utf8)
  }

  private func files(_ essai: CentreDEssai) -> [String] {
    let root = essai.dossier.appendingPathComponent("echanges/documents")
    let found = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    return found.filter { $0.contains(".") }.sorted()
  }

  private func rows(_ essai: CentreDEssai) async throws -> Int {
    try await MoteurDEssai.photographie(essai.engine)["document"]?.count ?? 0
  }

  @Test("kept unaltered under its fingerprint, and given back byte for byte with who handed it in")
  func kept() async throws {
    let (essai, depot) = try await banc()
    let octets = Self.pdf("1.7", "\u{0}é\r\n\n")
    let document = try await depot.deposer(
      octets, nom: "C:\\pièces\\PV de carence.PDF", sur: .dossier(1), par: Self.trace, .exploitant)
    #expect(files(essai) == ["\(document.sha256.prefix(2))/\(document.sha256).pdf"])
    #expect(document.nom == "PV de carence.pdf" && document.taille == Int64(octets.count))
    let back = try #require(try await depot.lire(document.id, .exploitant))
    #expect(back.octets == octets && back.document == document && back.document.auteur == "etude:E3101/anne")
    let announced = try await essai.registre.lire { try $0.document(sha256: document.sha256, dossier: 1) }
    #expect(announced == document)
  }

  @Test("the fingerprint is that of the bytes: SHA-256 of a known content")
  func fingerprint() async throws {
    let (_, depot) = try await banc()
    let document = try await depot.deposer(
      Data("%PDF-1.4\n%%EOF\n".utf8), nom: "", sur: .dossier(1), par: Self.trace, .exploitant)
    #expect(document.sha256 == "14bcd090baf31edba64e9cbd8cdfc15f943344aa72cb3675ad8e91bfcbce03ad")
  }

  @Test("the same content twice is one file and two rows, each with its own author")
  func twice() async throws {
    let (essai, depot) = try await banc()
    let other = Trace(auteur: "poste:031012/jean", instant: Instant(Self.jour, heure: 11), jour: Self.jour)
    let first = try await depot.deposer(Self.pdf(), nom: "a.pdf", sur: .dossier(1), par: Self.trace, .exploitant)
    let second = try await depot.deposer(Self.pdf(), nom: "b.pdf", sur: .dossier(1), par: other, .exploitant)
    #expect(files(essai).count == 1 && first.chemin == second.chemin && first.id != second.id)
    #expect(try await depot.lire(second.id, .exploitant)?.document.auteur == "poste:031012/jean")
  }

  @Test("from a file as from bytes; a file that is not there is refused")
  func fromFile() async throws {
    let (essai, depot) = try await banc(maximum: Self.pdf().count)
    let url = essai.dossier.appendingPathComponent("piece")
    try Self.pdf().write(to: url)
    #expect(try depot.octets(of: url) == Self.pdf())
    #expect(FileManager.default.fileExists(atPath: url.path))
    try (Self.pdf() + Data([10, 10])).write(to: url)
    #expect(try depot.octets(of: url).count == Self.pdf().count + 1)
    await #expect(throws: DocumentRefuse.tropGrand(maximum: Self.pdf().count)) {
      try await depot.deposer(depot.octets(of: url), nom: "a", sur: .dossier(1), par: Self.trace, .exploitant)
    }
    for absent in [url.appendingPathComponent("rien"), essai.dossier] {
      #expect(throws: DocumentRefuse.illisible) { try depot.octets(of: absent) }
    }
  }

  @Test("as large as may be, it is kept; one byte more, it is refused and nothing is left")
  func bound() async throws {
    let (essai, depot) = try await banc(maximum: 2_000)
    let exact = Self.pdf("1.4", String(repeating: "x", count: 2_000 - Self.pdf("1.4", "").count))
    #expect(exact.count == 2_000)
    _ = try await depot.deposer(exact, nom: "a", sur: .dossier(1), par: Self.trace, .exploitant)
    await #expect(throws: DocumentRefuse.tropGrand(maximum: 2_000)) {
      try await depot.deposer(exact + Data([10]), nom: "a", sur: .dossier(1), par: Self.trace, .exploitant)
    }
    #expect(files(essai).count == 1)
    #expect(try await rows(essai) == 1)
  }

  @Test("bytes that are no whole and open PDF are refused for what they lack")
  func refused() throws {
    let marge = ExamenDePDF.marge
    func padding(_ count: Int) -> String { String(repeating: " ", count: count) }
    let cases: [(Data, DocumentRefuse?)] = [
      (Data(), .vide), (Data("PK\u{3}\u{4}".utf8), .pasUnPDF), (Data("<html>%%EOF".utf8), .pasUnPDF),
      (Self.pdf("1.0"), nil), (Self.pdf("1.7"), nil), (Self.pdf("1.8"), .pasUnPDF), (Self.pdf("2.0"), nil),
      (Self.pdf("2.1"), .pasUnPDF), (Self.pdf("3.0"), .pasUnPDF),
      // Eight bytes that end where the first kilobyte does, then one later.
      (Data(padding(marge - 8).utf8) + Self.pdf(), nil), (Data(padding(marge - 7).utf8) + Self.pdf(), .pasUnPDF),
      (Self.pdf(fin: ""), .incomplet), (Self.pdf(fin: "%%EO"), .incomplet),
      (Self.pdf(fin: "%%EOF" + padding(marge - 5)), nil), (Self.pdf(fin: "%%EOF" + padding(marge - 4)), .incomplet),
      (Self.pdf("1.4", "trailer << /Encrypt 5 0 R >>"), .chiffre), (Self.pdf("1.4", "<</Encrypt<<>>>>"), .chiffre),
      (Self.pdf("1.4", "/EncryptMetadata true"), nil),
      (Self.pdf("1.4", "/EncryptMetadata true /Encrypt\n5 0 R"), .chiffre), (Self.pdf("1.4", "(Encrypt)"), nil),
    ]
    for (octets, expected) in cases {
      var found: DocumentRefuse?
      do throws(DocumentRefuse) { try ExamenDePDF.examiner(octets) } catch { found = error }
      #expect(found == expected, "\(String(decoding: octets.prefix(40), as: UTF8.self))")
    }
  }

  @Test("handed in with a dossier that one does not see, it is refused as if there were none; read, it is not there")
  func scopes() async throws {
    let (essai, depot) = try await banc()
    let fiche = try #require(try await essai.registre.lire { try $0.fiche(1, .exploitant) })
    let poste = try #require(Codique(fiche.dossier.demande.poste))
    let other = try #require(Codique("02A010"))
    #expect(poste != other)
    for (sujet, scope) in [
      (.dossier(1), .postes([other])), (.dossier(1), .national), (.dossier(999), .exploitant),
      (.histoire(1), .exploitant),
    ] as [(Sujet, Perimetre)] {
      await #expect(throws: DocumentRefuse.sansObjet) {
        try await depot.deposer(Self.pdf(), nom: "a", sur: sujet, par: Self.trace, scope)
      }
    }
    #expect(files(essai).isEmpty)
    let document = try await depot.deposer(Self.pdf(), nom: "a", sur: .dossier(1), par: Self.trace, .postes([poste]))
    #expect(try await depot.lire(document.id, .postes([poste])) != nil)
    #expect(try await depot.lire(document.id, .postes([other])) == nil)
    #expect(try await depot.lire(document.id + 1, .exploitant) == nil)
  }

  @Test("changed, lengthened, cut or gone, the file is not given back for what it was; handed in again, it is healed")
  func damaged() async throws {
    let (essai, depot) = try await banc()
    let document = try await depot.deposer(Self.pdf(), nom: "a", sur: .dossier(1), par: Self.trace, .exploitant)
    let url = essai.dossier.appendingPathComponent("echanges/documents/\(document.chemin)")
    var changed = Self.pdf()
    changed[12] ^= 1
    for damage in [changed, Self.pdf() + Data([10]), Self.pdf().dropLast(), Data()] {
      try damage.write(to: url)
      await #expect(throws: FauteDeDocument.altere(document.id)) { try await depot.lire(document.id, .exploitant) }
    }
    try FileManager.default.removeItem(at: url)
    await #expect(throws: FauteDeDocument.manque(document.id)) { try await depot.lire(document.id, .exploitant) }
    _ = try await depot.deposer(Self.pdf(), nom: "a", sur: .dossier(1), par: Self.trace, .exploitant)
    #expect(try await depot.lire(document.id, .exploitant)?.octets == Self.pdf())
  }

  @Test("where the file cannot be put, the base says nothing of it")
  func noPlace() async throws {
    let (essai, depot) = try await banc()
    try Data().write(to: essai.dossier.appendingPathComponent("echanges/documents"))
    await #expect(throws: (any Error).self) {
      try await depot.deposer(Self.pdf(), nom: "a", sur: .dossier(1), par: Self.trace, .exploitant)
    }
    #expect(try await rows(essai) == 0)
  }

  @Test(
    "a name is made safe and stays readable",
    arguments: [
      ("PV été n° 3.pdf", "PV été n_ 3.pdf"), ("../../etc/passwd", "passwd.pdf"), ("..", "document.pdf"),
      ("", "document.pdf"), (".cache", "cache.pdf"), ("a\r\nSet-Cookie: b", "a_Set-Cookie_ b.pdf"),
      ("\u{202E}fdp.exe", "_fdp.exe.pdf"), ("l’acte (1).PDF", "l’acte (1).pdf"), (".pdf", "pdf.pdf"),
      ("a\"b;c", "a_b_c.pdf"),
    ])
  func names(_ given: String, _ expected: String) { #expect(nomDeDocument(given) == expected) }

  @Test("a refusal says how much is kept, and never the name of the file")
  func phrases() {
    #expect(DocumentRefuse.tropGrand(maximum: 10_000_000).description.contains("dépasse 10 Mo :"))
    #expect(DocumentRefuse.tropGrand(maximum: 2_001).description.contains("dépasse 2001 octets :"))
  }

  @Test("a name has at most 120 characters, its ending included")
  func longName() {
    #expect(nomDeDocument(String(repeating: "é", count: 116)).count == 120)
    #expect(nomDeDocument(String(repeating: "é", count: 300)).count == 120)
  }
}
