import Convention
import Preuve
import SQLEngine
import Testing

@testable import Registre

@Suite("Histories beside the dossiers: kept in the same journal")
struct HistoiresTests {
  private static let postes = ["031012", "031020", "02A010"].compactMap { Codique($0) }

  @Test("opened, followed and read again: the same object, its place, who said what and when")
  func followed() async throws {
    let essai = try await RegistreDEssai()
    let opened = try await essai.ouvrir(
      IncidentDEssai.self, .declare(numero: 7, postes: Self.postes, etude: nil), .echeanceFixee(RegistreDEssai.jour))
    try await essai.ajouter(.clos, to: opened)
    let (fiche, recit) = try await essai.registre.lire { lecture in
      (
        try #require(try lecture.histoire(IncidentDEssai.self, cle: "I-7", .exploitant)),
        try #require(try lecture.recit(IncidentDEssai.self, id: 1, .exploitant))
      )
    }
    #expect(fiche.id == 1 && fiche.rang == 3 && fiche.cle == "I-7" && fiche.ouverte == RegistreDEssai.jour)
    #expect(fiche.histoire.estClos && fiche.histoire.postes == Self.postes && fiche.precedent == recit.fiche.precedent)
    #expect(
      recit.actes.map(\.acte) == [
        .declare(numero: 7, postes: Self.postes, etude: nil), .echeanceFixee(RegistreDEssai.jour), .clos,
      ])
    #expect(recit.actes.map(\.auteur) == ["centre", "centre", "poste:031012/jean"])
    #expect(recit.actes.map(\.position) == [1, 2, 3])
    #expect(recit.actes.last?.instant == Instant(RegistreDEssai.jour, heure: 21))
  }

  @Test(
    "the bytes say the object, the rank, who, when and the fact before; the number is negative, the dossiers keep theirs"
  )
  func bytes() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    let opened = try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 1, postes: [], etude: nil))
    let dossier = try await essai.creer("D1")
    try await essai.ajouter(.clos, to: opened)
    let rows = try await essai.engine.read { connection in
      try connection.query("SELECT dossier, genre, rang, octets, empreinte FROM journal ORDER BY position") {
        (numero: $0.int(0), genre: $0.text(1), rang: $0.int(2), octets: $0.blob(3), empreinte: $0.blob(4))
      }
    }
    #expect(dossier == 1 && rows.map(\.numero) == [-1, 1, 1, -1] && rows.map(\.rang) == [1, 1, 2, 2])
    #expect(rows[0].genre == "IncidentDeService" && rows[3].genre == "IncidentDeService")
    let first = try #require(Empreinte(rows[0].empreinte))
    let instant = Instant(RegistreDEssai.jour, heure: 21).milliseconds
    #expect(
      String(decoding: rows[3].octets, as: UTF8.self)
        == #"{"objet":{"genre":"IncidentDeService","cle":"I-1"},"rang":2,"genre":"IncidentDeService","jour":"2026-03-02","#
        + #""instant":\#(instant),"auteur":"poste:031012/jean","precedent":"\#(first.hexadecimal)","fait":{"clos":{}}}"#
    )
    #expect(!String(decoding: rows[0].octets, as: UTF8.self).contains("precedent"))
  }

  @Test("no kind of history has the name of a kind of event")
  func names() {
    let events = Set(Evenement.Genre.allCases.map(\.rawValue))
    #expect(GenreDHistoire.allCases.allSatisfy { !events.contains($0.rawValue) })
    #expect(Set(TypesDHistoires.tous.map { $0.genre }).count == TypesDHistoires.tous.count)
  }

  @Test("a key is taken once in its kind, and nothing remains of a second; in another kind it is free")
  func sameKey() async throws {
    let essai = try await RegistreDEssai()
    try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 1, postes: [], etude: nil))
    await #expect(throws: RegistreFault.histoireConnue(genre: "IncidentDeService")) {
      try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 1, postes: Self.postes, etude: nil))
    }
    let facture = FactureDEssai.Emission(cle: "I-1", montant: .zero, echeance: RegistreDEssai.jour)
    try await essai.ouvrir(FactureDEssai.self, .emise(facture))
    #expect(try await essai.engine.read { try $0.scalar("SELECT COUNT(*) FROM journal") } == 2)
    #expect(try await essai.engine.read { try $0.scalar("SELECT COUNT(*) FROM histoire_poste") } == 0)
  }

  @Test("a history that begins otherwise, or with nothing, is refused and nothing is kept")
  func noBeginning() async throws {
    let essai = try await RegistreDEssai()
    for actes in [[], [.clos]] as [[IncidentDEssai.Acte]] {
      await #expect(throws: RegistreFault.histoireSansOuverture(genre: "IncidentDeService")) {
        try await essai.registre.ecrire {
          _ = try $0.ouvrir(IncidentDEssai.self, actes, trace: RegistreDEssai.trace())
        }
      }
    }
    #expect(try await essai.engine.read { try $0.scalar("SELECT COUNT(*) FROM journal") } == 0)
  }

  @Test("a trial leaves nothing of a history, not even a number")
  func trial() async throws {
    let essai = try await RegistreDEssai()
    let ids = try await essai.registre.ecrire { registre in
      let acte = IncidentDEssai.Acte.declare(numero: 1, postes: [], etude: nil)
      let trace = RegistreDEssai.trace()
      let tried = try registre.essayer { try registre.ouvrir(IncidentDEssai.self, [acte], trace: trace).id }
      return [tried, try registre.ouvrir(IncidentDEssai.self, [acte], trace: trace).id]
    }
    #expect(ids == [1, 1])
  }

  @Test("of two who follow the same fact, the second is refused by the base: the chain has one end")
  func stale() async throws {
    let essai = try await RegistreDEssai()
    let opened = try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 1, postes: [], etude: nil))
    try await essai.ajouter(.clos, to: opened)
    await #expect { try await essai.ajouter(.clos, to: opened) } throws: {
      ($0 as? SQLFault)?.kind == .constraint(.unique)
    }
  }

  @Test("bytes that are no fact name their position; a row of another kind is of an unknown one")
  func unreadable() async throws {
    let essai = try await RegistreDEssai()
    try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 1, postes: [], etude: nil))
    let empty = SQLValue.blob(Array("{}".utf8))
    _ = try await essai.engine.write { try $0.run("UPDATE journal SET octets = $1", empty) }
    await #expect(throws: RegistreFault.evenementIllisible(1)) {
      try await essai.registre.lire { _ = try $0.histoire(IncidentDEssai.self, cle: "I-1", .exploitant) }
    }
    _ = try await essai.engine.write { try $0.run("UPDATE journal SET genre = 'Facture'") }
    await #expect(throws: RegistreFault.evenementInconnu(genre: "Facture", position: 1)) {
      try await essai.registre.lire { _ = try $0.histoire(IncidentDEssai.self, cle: "I-1", .exploitant) }
    }
  }
}
