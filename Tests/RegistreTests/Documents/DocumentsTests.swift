import Convention
import SQLEngine
import Testing

@testable import Registre

@Suite("Documents handed in, each with its dossier or its history")
struct DocumentsTests {
  private static let sha256 = String(repeating: "ab", count: 32)

  private func document(_ sujet: Sujet, _ sha256: String = DocumentsTests.sha256) -> DocumentDepose {
    DocumentDepose(
      sha256: sha256, taille: 12, type: "application/pdf", nom: "pv.pdf", sujet: sujet, chemin: "ab/\(sha256).pdf",
      trace: RegistreDEssai.trace("etude:E3101/anne"))
  }

  /// A dossier of one étude and poste, a history of others, a document with each.
  private func essai() async throws -> RegistreDEssai {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    try await essai.creer("D1", poste: "031012", etude: "E3101")
    let postes = ["031020", "02A010"].compactMap { Codique($0) }
    try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 1, postes: postes, etude: CodeEtude("E2A01")))
    for sujet in [Sujet.dossier(1), .histoire(1)] {
      _ = try await essai.registre.ecrire { [document] in
        try $0.inscrire(document(sujet, Self.sha256))
      }
    }
    return essai
  }

  @Test("a document is seen by whoever sees its dossier or its history, and by no other")
  func scopes() async throws {
    let essai = try await essai()
    func postes(_ texts: String...) -> Perimetre { .postes(Set(texts.compactMap { Codique($0) })) }
    let expected: [(Perimetre, [Int64])] = [
      (.exploitant, [1, 2]), (.national, []), (postes("031012"), [1]), (postes("031020"), [2]), (postes("02A010"), [2]),
      (postes("031012", "02A010"), [1, 2]), (postes(), []), (.etudes([try #require(CodeEtude("E3101"))]), [1]),
      (.etudes([try #require(CodeEtude("E2A01"))]), [2]), (.departement(try #require(Departement("31"))), [1]),
      (.departement(try #require(Departement("2A"))), []),
    ]
    for (scope, ids) in expected {
      let found = try await essai.registre.lire { lecture in
        try [1, 2, 3].compactMap { try lecture.document($0, scope)?.id }
      }
      #expect(found == ids, "\(scope)")
    }
  }

  @Test("announced by its fingerprint, it is not there, then it is; another dossier's is another's")
  func announced() async throws {
    let essai = try await essai()
    let other = String(repeating: "cd", count: 32)
    try await essai.creer("D2")
    func received(_ sha256: String, _ dossier: Int64) async throws -> Int64? {
      try await essai.registre.lire { try $0.document(sha256: sha256, dossier: dossier)?.id }
    }
    #expect(try await received(Self.sha256, 1) == 1)
    #expect(try await received(Self.sha256.uppercased(), 1) == 1)
    #expect(try await received(Self.sha256, 2) == nil)
    #expect(try await received(other, 1) == nil)
    _ = try await essai.registre.ecrire { [document] in try $0.inscrire(document(.dossier(1), other)) }
    #expect(try await received(other, 1) == 3)
    let lists = try await essai.registre.lire { lecture in
      try [Sujet.dossier(1), .dossier(2), .histoire(1)].map { try lecture.documents(of: $0).map(\.id) }
    }
    #expect(lists == [[1, 3], [], [2]])
  }

  @Test("everything that was said of it is read again")
  func whole() async throws {
    let essai = try await essai()
    for (id, sujet) in [(1, Sujet.dossier(1)), (2, .histoire(1))] as [(Int64, Sujet)] {
      var expected = document(sujet)
      expected.id = id
      #expect(try await essai.registre.lire { try $0.document(id, .exploitant) } == expected)
    }
  }

  @Test(
    "with neither or both, or without a byte, the base refuses it",
    arguments: [
      "NULL, NULL, 1", "1, 1, 1", "1, NULL, 0",
    ])
  func refused(_ values: String) async throws {
    let essai = try await essai()
    await #expect {
      try await essai.engine.write { connection in
        try connection.execute(
          """
          INSERT INTO document(dossier, histoire, taille, id, sha256, type, nom, auteur, instant, jour, chemin)
          VALUES (\(values), 9, '', '', '', '', 0, '', '')
          """)
      }
    } throws: { ($0 as? SQLFault)?.kind == .constraint(.check) }
  }

  @Test("projections are made again beside the documents, which stay")
  func rebuilt() async throws {
    let essai = try await essai()
    #expect(try await essai.registre.reconstruire(histoires: RegistreDEssai.types).identique)
    #expect(try await essai.registre.lire { try $0.documents(of: .dossier(1)).count } == 1)
  }
}
