import Convention
import Testing

@testable import Registre

@Suite("Sessions, links and failures: both sides of each end (R183)")
struct SeancesTests {
  private let seance: [UInt8] = Array(repeating: 1, count: 32)
  private let lien: [UInt8] = Array(repeating: 2, count: 32)
  private let neuf = Instant(Jour(2026, 3, 2), heure: 9)

  private func claire(_ essai: RegistreDEssai) async throws -> Int64 {
    try await essai.registre.ecrire {
      try $0.creer(identifiant: "claire", nom: "Claire Martin", profil: .exploitant, instant: neuf).id
    }
  }

  /// A session of Claire, opened at nine.
  private func ouverte() async throws -> (RegistreDEssai, Int64) {
    let essai = try await RegistreDEssai()
    let id = try await claire(essai)
    try await essai.registre.ecrire { try $0.ouvrir(seance: seance, of: id, instant: neuf) }
    return (essai, id)
  }

  private func isOpen(_ essai: RegistreDEssai, after seconds: Int) async throws -> Bool {
    try await essai.registre.lire { try $0.seance(seance, instant: neuf.adding(seconds: seconds)) != nil }
  }

  @Test("unused: open for 30 minutes less a second, over at 30", arguments: [(30 * 60 - 1, true), (30 * 60, false)])
  func idle(_ seconds: Int, _ expected: Bool) async throws {
    let (essai, _) = try await ouverte()
    #expect(try await isOpen(essai, after: seconds) == expected)
  }

  @Test("used every 20 minutes: open for 12 hours less a second, over at 12", arguments: [(-1, true), (0, false)])
  func absolute(_ offset: Int, _ expected: Bool) async throws {
    let (essai, _) = try await ouverte()
    for minutes in stride(from: 20, to: 12 * 60, by: 20) {
      try await essai.registre.ecrire { try $0.toucher(seance: seance, instant: neuf.adding(seconds: minutes * 60)) }
    }
    #expect(try await isOpen(essai, after: 12 * 3600 + offset) == expected)
  }

  @Test("closed: its secret is worth nothing any more, and touching it does not bring it back")
  func closed() async throws {
    let (essai, _) = try await ouverte()
    try await essai.registre.ecrire { try $0.fermer(seance: seance) }
    try await essai.registre.ecrire { try $0.toucher(seance: seance, instant: neuf.adding(seconds: 60)) }
    #expect(try await !isOpen(essai, after: 61))
  }

  @Test("blocked, given a new link, or with another password: every session ends")
  func ended() async throws {
    let changes: [@Sendable (Ecriture, Int64) throws -> Void] = [
      { try $0.bloquer($1) },
      { [lien, neuf] in try $0.reinitialiser($1, empreinte: lien, fin: neuf.adding(seconds: 60)) },
      { try $0.changer(motDePasse: "scrypt$", of: $1) },
    ]
    for change in changes {
      let (essai, id) = try await ouverte()
      try await essai.registre.ecrire { try change($0, id) }
      #expect(try await !isOpen(essai, after: 1))
    }
  }

  @Test("someone else's sessions stay when one is blocked")
  func others() async throws {
    let (essai, _) = try await ouverte()
    try await essai.registre.ecrire {
      let jean = try $0.creer(identifiant: "jean", nom: "Jean", profil: .central, instant: neuf)
      try $0.bloquer(jean.id)
    }
    #expect(try await isOpen(essai, after: 1))
  }

  @Test("blocked then let in again: the former session stays over")
  func reopened() async throws {
    let (essai, id) = try await ouverte()
    try await essai.registre.ecrire { try $0.bloquer(id) }
    try await essai.registre.ecrire { try $0.debloquer(id) }
    #expect(try await !isOpen(essai, after: 1))
    #expect(try await essai.registre.lire { try $0.compte(id)?.utilisateur.bloque } == false)
  }

  @Test("what someone may see changes at his next page, without signing in again")
  func changed() async throws {
    let (essai, id) = try await ouverte()
    let codique = try #require(Codique("031012"))
    try await essai.registre.ecrire {
      try $0.modifier(Utilisateur(id: id, identifiant: "claire", nom: "Claire", profil: .comptable([codique])))
    }
    let seen = try await essai.registre.lire { try $0.seance(seance, instant: neuf)?.utilisateur }
    #expect(seen?.profil == .comptable([codique]) && seen?.nom == "Claire")
  }

  @Test("a link: good for 24 hours less a second, over at 24", arguments: [(24 * 3600 - 1, true), (24 * 3600, false)])
  func link(_ seconds: Int, _ expected: Bool) async throws {
    let essai = try await RegistreDEssai()
    let id = try await claire(essai)
    try await essai.registre.ecrire {
      try $0.reinitialiser(id, empreinte: lien, fin: neuf.adding(seconds: 24 * 3600))
    }
    let used = try await essai.registre.ecrire {
      try $0.employer(lien: lien, motDePasse: "scrypt$", instant: neuf.adding(seconds: seconds))
    }
    #expect((used != nil) == expected)
    #expect(try await essai.registre.lire { try $0.compte(id)?.motDePasse } == (expected ? "scrypt$" : nil))
  }

  @Test("a link serves once; a newer one, or a closed door, makes it worth nothing")
  func once() async throws {
    let essai = try await RegistreDEssai()
    let id = try await claire(essai)
    let newer: [UInt8] = Array(repeating: 3, count: 32)
    let end = neuf.adding(seconds: 3600)
    func use(_ empreinte: [UInt8], _ kept: String) async throws -> Bool {
      try await essai.registre.ecrire { try $0.employer(lien: empreinte, motDePasse: kept, instant: neuf) != nil }
    }
    try await essai.registre.ecrire { try $0.reinitialiser(id, empreinte: lien, fin: end) }
    try await essai.registre.ecrire { try $0.reinitialiser(id, empreinte: newer, fin: end) }
    #expect(try await !use(lien, "a"))
    #expect(try await use(newer, "b"))
    #expect(try await !use(newer, "c"))
    #expect(try await essai.registre.lire { try $0.compte(id)?.motDePasse } == "b")
    try await essai.registre.ecrire { try $0.reinitialiser(id, empreinte: lien, fin: end) }
    try await essai.registre.ecrire { try $0.bloquer(id) }
    #expect(try await !use(lien, "d"))
  }
}

@Suite("Accounts")
struct ComptesTests {
  private let neuf = Instant(Jour(2026, 3, 2), heure: 9)

  @Test("an identifier is folded to small letters, and taken once")
  func folded() async throws {
    let essai = try await RegistreDEssai()
    let cree = try await essai.registre.ecrire {
      try $0.creer(identifiant: "Claire.MARTIN", nom: "Claire", profil: .central, instant: neuf)
    }
    #expect(cree.identifiant == "claire.martin")
    await #expect(throws: FauteDeCompte.identifiantPris("claire.martin")) {
      try await essai.registre.ecrire {
        try $0.creer(identifiant: "claire.martin", nom: "Autre", profil: .exploitant, instant: neuf)
      }
    }
    #expect(try await essai.registre.lire { try $0.nombreDeComptes() } == 1)
  }

  @Test(
    "an identifier has 3 to 64 letters, digits and signs, without accents or spaces",
    arguments: [
      ("ab", false), ("abc", true), (String(repeating: "a", count: 64), true),
      (String(repeating: "a", count: 65), false), ("a b", false), ("zoé", false), ("a'--", false),
      ("e3101@etude.example", true),
    ])
  func form(_ texte: String, _ expected: Bool) { #expect((Utilisateur.identifiant(texte) != nil) == expected) }

  @Test("one person holds several postes or études, and gets exactly their scope back")
  func several() async throws {
    let essai = try await RegistreDEssai()
    let postes = Set(try ["031012", "031020"].map { try #require(Codique($0)) })
    let etudes = Set(try ["E3101", "E3102"].map { try #require(CodeEtude($0)) })
    try await essai.registre.ecrire {
      _ = try $0.creer(identifiant: "postes", nom: "P", profil: .comptable(postes), instant: neuf)
      _ = try $0.creer(identifiant: "etudes", nom: "E", profil: .etude(etudes), instant: neuf)
    }
    let scopes = try await essai.registre.lire { try $0.comptes().map(\.utilisateur.perimetre) }
    #expect(scopes == [.etudes(etudes), .postes(postes)])
  }

  @Test("the base has an exploitant once one is made, and none when the only one is blocked")
  func exploitant() async throws {
    let essai = try await RegistreDEssai()
    func has() async throws -> Bool { try await essai.registre.lire { try $0.aUnExploitant() } }
    #expect(try await !has())
    let id = try await essai.registre.ecrire {
      _ = try $0.creer(identifiant: "bureau", nom: "CL1A", profil: .central, instant: neuf)
      return try $0.creer(identifiant: "claire", nom: "Claire", profil: .exploitant, instant: neuf).id
    }
    #expect(try await has())
    try await essai.registre.ecrire { try $0.bloquer(id) }
    #expect(try await !has())
  }

  @Test("codes that no actor of the directory has are named")
  func unknown() throws {
    var annuaire = Annuaire()
    let known = try #require(Codique("031012"))
    annuaire.postes["031012"] = Poste(codique: known, libelle: "SGC", ouvert: true)
    #expect(annuaire.inconnus(.comptable([known, try #require(Codique("031099"))])) == ["031099"])
    #expect(annuaire.inconnus(.etude([try #require(CodeEtude("E3101"))])) == ["E3101"])
    #expect(annuaire.inconnus(.exploitant) == [])
  }
}
