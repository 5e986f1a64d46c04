import Convention
import Foundation
import SQLEngine
import Testing

@testable import Registre

@Suite("The base: its versions, its numbers, its messages")
struct SchemaTests {
  @Test("opened again, a base keeps its secret and its content")
  func reopened() async throws {
    let essai = try await RegistreDEssai()
    try await essai.registre.ecrire { try $0.regler("cle", "valeur") }
    let again = try await Registre(essai.engine) { Array(repeating: 9, count: 32) }
    #expect(try await again.lire { try $0.reglage("cle") } == "valeur")
    let secret = try await essai.engine.read { try $0.first("SELECT octets FROM secret") { $0.blob(0) } }
    #expect(secret == Array(repeating: 3, count: 32))
  }

  @Test("a base that a newer program has migrated is refused, in French, and left as it is")
  func newerBase() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.engine.write { connection in
      try connection.run(
        "INSERT INTO migration(numero, nom, sql) VALUES ($1, 'avenir', '')", .int(Migrations.all.count + 1))
    }
    await #expect { try await Registre(essai.engine) { [] } } throws: { error in
      guard let fault = error as? SQLFault else { return false }
      return fault.kind == .schema && fault.description.contains("plus récente")
    }
  }

  @Test("an applied step whose text has changed is refused")
  func changedStep() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.engine.write { try $0.run("UPDATE migration SET sql = 'autre' WHERE numero = 1") }
    await #expect(throws: SQLFault.self) { try await Registre(essai.engine) { [] } }
  }

  @Test("two accepted files cannot hold one number; a refused one holds none", arguments: ["A", "P", nil] as [String?])
  func uniqueNumber(_ statut: String?) async throws {
    let essai = try await RegistreDEssai()
    for refused in ["R", "D", "I"] {
      _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1, statut: refused)) }
    }
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1, statut: statut)) }
    await #expect { try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1, statut: "A")) } } throws: {
      ($0 as? SQLFault)?.kind == .constraint(.unique)
    }
  }

  @Test("the same cause always gives the same issued file; another takes the next number of its suite")
  func issuedNumbers() async throws {
    let essai = try await RegistreDEssai()
    func take(_ cause: String, _ etude: String) async throws -> String {
      let suite = FichierRecu.Suite(
        genre: "AL", environnement: "P", application: "HELIOS", exploitation: "031", etude: etude)
      let instant = Instant(RegistreDEssai.jour, heure: 21)
      let fichier = FichierEmis(suite: suite, version: 1, jour: RegistreDEssai.jour, instant: instant, cause: cause)
      let taken = try await essai.registre.ecrire { try $0.numeroter(fichier) { "\($0.suite.etude)-\($0.sequence)" } }
      return taken.nom
    }
    #expect(try await take("a", "E3101") == "E3101-1")
    #expect(try await take("b", "E3101") == "E3101-2")
    #expect(try await take("c", "E3102") == "E3102-1")
    #expect(try await take("a", "E3101") == "E3101-1")
    #expect(try await take("d", "E3101") == "E3101-3")
  }

  @Test("a demand accepted twice is refused by the base itself, without naming anyone")
  func sameDemand() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    try await essai.creer("D1")
    await #expect { try await essai.creer("D1") } throws: { error in
      !"\(error)".contains("QUENTIN") && (error as? SQLFault)?.kind == .constraint(.unique)
    }
    try await essai.creer("D1", exploitation: "032")
  }

  @Test("an unreadable event names its position, and nobody")
  func unreadableEvent() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    let id = try await essai.creer("D1")
    let empty = SQLValue.blob(Array("{}".utf8))
    _ = try await essai.engine.write { try $0.run("UPDATE journal SET octets = $1 WHERE position = 2", empty) }
    await #expect(throws: RegistreFault.evenementIllisible(2)) { try await essai.registre.lire { try $0.fiche(id) } }
    _ = try await essai.engine.write { try $0.run("UPDATE journal SET genre = 'Inconnu' WHERE position = 2") }
    await #expect(throws: RegistreFault.evenementInconnu(genre: "Inconnu", position: 2)) {
      try await essai.registre.lire { try $0.fiche(id) }
    }
  }

  @Test("a trial leaves nothing, not even a number")
  func trial() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    let demande = RegistreDEssai.demande("D1")
    let trace = Trace(
      auteur: "centre", instant: Instant(RegistreDEssai.jour, heure: 20), jour: RegistreDEssai.jour, fichier: 1,
      ligne: 2)
    let ids = try await essai.registre.ecrire { registre in
      let first = try registre.essayer {
        try registre.creer([.dossierTransmis(DossierTransmis(demande: demande))], trace: trace).id
      }
      let second = try registre.creer([.dossierTransmis(DossierTransmis(demande: demande))], trace: trace).id
      return [first, second]
    }
    #expect(ids == [1, 1])
    #expect(try await essai.engine.read { try $0.scalar("SELECT MAX(position) FROM journal") } == 1)
  }
}
