import Convention
import Testing

@testable import Registre

@Suite("What passes by CFT")
struct TransfertsTests {
  private let instant = Instant(RegistreDEssai.jour, heure: 20)

  private func emis(_ cause: String) -> Transfert {
    Transfert(
      .emis, partenaire: "DI-TLS", flux: "CSHRI", nom: "RI.essai", cause: cause, etat: .attente, instant: instant)
  }

  @Test("a cause is inscribed once")
  func once() async throws {
    let essai = try await RegistreDEssai()
    let registre = essai.registre
    let (first, second) = try await registre.ecrire { [emis] in
      (try $0.inscrire(emis("emis:1")), try $0.inscrire(emis("emis:1")))
    }
    #expect(first)
    #expect(!second)
    #expect(try await registre.lire { try $0.nombreDeTransferts(RegistreDEssai.jour) } == 1)
  }

  @Test("what is due is taken by one, and by another only when the first has been silent until its time")
  func taking() async throws {
    let essai = try await RegistreDEssai()
    let (registre, instant) = (essai.registre, instant)
    _ = try await registre.ecrire { [emis] in try $0.inscrire(emis("emis:1")) }
    let due = try await registre.lire {
      try $0.transfertsDus(at: instant, fichiers: ["DI-TLS"], accuses: [], limit: 10)
    }
    let id = try #require(due.first?.id)
    let end = instant.adding(seconds: 600)
    let taken = try await registre.ecrire { try $0.prendre(id, at: instant, until: end) }
    #expect(taken?.etat == .enCours)
    #expect(taken?.tentatives == 1)
    #expect(
      try await registre.lire {
        try $0.transfertsDus(at: end.adding(seconds: -1), fichiers: ["DI-TLS"], accuses: [], limit: 10)
      } == [])
    #expect(try await registre.ecrire { try $0.prendre(id, at: instant.adding(seconds: 599), until: end) } == nil)
    let again = try await registre.ecrire { try $0.prendre(id, at: end, until: end.adding(seconds: 600)) }
    #expect(again?.tentatives == 2)
  }

  @Test("whose hour it is not does not stand before the others; acknowledgements leave all the same")
  func partners() async throws {
    let essai = try await RegistreDEssai()
    let (registre, instant) = (essai.registre, instant)
    _ = try await registre.ecrire { [emis] registre in
      try registre.inscrire(emis("emis:1"))
      try registre.inscrire(
        Transfert(
          .accuse, partenaire: "DI-TLS", flux: "CSHAL", nom: "AL.essai", cause: "accuse:1", etat: .attente,
          instant: instant))
    }
    let due = try await registre.lire {
      try $0.transfertsDus(at: instant, fichiers: [], accuses: ["DI-TLS"], limit: 1)
    }
    #expect(due.map(\.sens) == [.accuse])
    #expect(
      try await registre.lire { try $0.transfertsDus(at: instant, fichiers: [], accuses: [], limit: 10) } == [])
  }

  @Test("what was refused waits for the exploitant, who sends it again; what is under way is left alone")
  func again() async throws {
    let essai = try await RegistreDEssai()
    let (registre, instant) = (essai.registre, instant)
    _ = try await registre.ecrire { [emis] in try $0.inscrire(emis("emis:1")) }
    var transfert = try #require(try await registre.lire { try $0.transfert(cause: "emis:1") })
    transfert.etat = .refuse
    transfert.prochaine = nil
    transfert.diagnostic = "2 226"
    try await registre.ecrire { [transfert] in try $0.avancer(transfert) }
    #expect(
      try await registre.lire { try $0.transfertsDus(at: instant, fichiers: ["DI-TLS"], accuses: [], limit: 10) } == [])
    try await registre.ecrire { [transfert] in try $0.renvoyer(transfert.id, at: instant) }
    let due = try await registre.lire {
      try $0.transfertsDus(at: instant, fichiers: ["DI-TLS"], accuses: [], limit: 10)
    }
    #expect(due.map(\.diagnostic) == [nil])
    let id = transfert.id
    _ = try await registre.ecrire { try $0.prendre(id, at: instant, until: instant.adding(seconds: 600)) }
    try await registre.ecrire { try $0.renvoyer(id, at: instant) }
    #expect(try await registre.lire { try $0.transfert(id) }?.etat == .enCours)
  }

  @Test("an issued file is without a transfer until one is inscribed, and not before it is written")
  func issued() async throws {
    let essai = try await RegistreDEssai()
    let (registre, instant) = (essai.registre, instant)
    let suite = FichierRecu.Suite(
      genre: "RI", environnement: "P", application: "HELIOS", exploitation: "031", etude: "")
    let fichier = FichierEmis(suite: suite, version: 1, jour: RegistreDEssai.jour, instant: instant, cause: "retour:1")
    var numbered = try await registre.ecrire { try $0.numeroter(fichier) { _ in "RI.HELIOS.031" } }
    #expect(try await registre.lire { try $0.fichiersSansTransfert(since: RegistreDEssai.jour) } == [])
    numbered.empreinte = "00"
    numbered.enregistrements = 3
    try await registre.ecrire { [numbered] in try $0.emettre(numbered) }
    #expect(try await registre.lire { try $0.fichiersSansTransfert(since: RegistreDEssai.jour) }.count == 1)
    let later = RegistreDEssai.jour.adding(days: 1)
    #expect(try await registre.lire { try $0.fichiersSansTransfert(since: later) } == [])
    _ = try await registre.ecrire { [numbered, emis] in try $0.inscrire(emis("emis:\(numbered.id)")) }
    #expect(try await registre.lire { try $0.fichiersSansTransfert(since: RegistreDEssai.jour) } == [])
  }
}
