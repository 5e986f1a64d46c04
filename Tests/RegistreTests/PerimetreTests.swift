import Convention
import Testing

@testable import Registre

@Suite("Each one sees its dossiers and no other (R098–R100, R185)")
struct PerimetreTests {
  private struct Ligne: Hashable {
    let numero: String
    let poste: String
    let etude: String?
    let departement: String?
  }

  private static let places = [("E3101", "31770", "31"), ("E2A01", "20000", "2A"), ("E9701", "97400", "974")]

  /// Thirty-six dossiers: each poste with each étude, some waiting for one; the same numbers in two exploitations.
  private func registre() async throws -> (RegistreDEssai, [Ligne]) {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    var lines: [Ligne] = []
    for index in 0..<36 {
      let poste = ["031012", "031020", "02A010"][index % 3]
      let place = PerimetreTests.places[(index / 3) % 3]
      let etude = index % 4 == 3 ? nil : place.0
      let numero = "D\(index / 2)"
      try await essai.creer(
        numero, poste: poste, etude: etude, codePostal: place.1, exploitation: index % 2 == 0 ? "031" : "032")
      lines.append(Ligne(numero: numero, poste: poste, etude: etude, departement: etude == nil ? nil : place.2))
    }
    return (essai, lines)
  }

  private func scopes() throws -> [(Perimetre, (Ligne) -> Bool)] {
    let codiques = try ["031012", "02A010"].map { try #require(Codique($0)) }
    let etude = try #require(CodeEtude("E3101"))
    let departement = try #require(Departement(commune: "31770"))
    return [
      (.postes([codiques[0]]), { $0.poste == "031012" }), (.postes(Set(codiques)), { $0.poste != "031020" }),
      (.postes([]), { _ in false }), (.etudes([etude]), { $0.etude == "E3101" }), (.etudes([]), { _ in false }),
      (.departement(departement), { $0.departement == "31" }), (.national, { _ in false }),
      (.exploitant, { _ in true }),
    ]
  }

  @Test("every query that takes a scope gives exactly its part: lists, totals, states, one number")
  func queries() async throws {
    let (essai, lines) = try await registre()
    for (scope, holds) in try scopes() {
      let mine = lines.filter(holds)
      let (list, totals, states) = try await essai.registre.lire { lecture in
        (
          try lecture.dossiers(scope, limit: 1_000).map { "\($0.cle.numero) \($0.poste) \($0.etude ?? "-")" },
          try lecture.totaux(scope), try lecture.nombresParEtat(scope)
        )
      }
      #expect(list.sorted() == mine.map { "\($0.numero) \($0.poste) \($0.etude ?? "-")" }.sorted(), "\(scope)")
      #expect(totals.nombre == mine.count && totals.montant.cents == Int64(mine.count) * 100_00)
      #expect(states["REMIS", default: 0] == mine.filter { $0.etude != nil }.count)
      #expect(states["ATTENTE", default: 0] == mine.filter { $0.etude == nil }.count)
      for numero in Set(lines.map(\.numero)) {
        let found = try await essai.registre.lire {
          try $0.dossiers(numero: numero, scope).map(\.dossier.demande.poste)
        }
        #expect(found.sorted() == mine.filter { $0.numero == numero }.map(\.poste).sorted())
      }
    }
  }

  @Test("filters narrow a scope and never widen it")
  func filters() async throws {
    let (essai, _) = try await registre()
    let scope = Perimetre.postes([try #require(Codique("031012"))])
    let filters = [
      FiltreDossiers(etude: "E3101"), FiltreDossiers(poste: "031020"), FiltreDossiers(exploitation: "032"),
      FiltreDossiers(nom: "quen"), FiltreDossiers(sansAccuse: true), FiltreDossiers(etat: "ATTENTE"),
      FiltreDossiers(remisLe: RegistreDEssai.jour), FiltreDossiers(fichier: 1),
    ]
    for filter in filters {
      let (mine, all) = try await essai.registre.lire {
        (try $0.dossiers(scope, filter, limit: 1_000), try $0.dossiers(.exploitant, filter, limit: 1_000))
      }
      #expect(Set(mine) == Set(all.filter { $0.poste == "031012" }))
    }
  }

  @Test("pages follow each other without loss or double")
  func pages() async throws {
    let (essai, _) = try await registre()
    let (whole, pages) = try await essai.registre.lire { lecture in
      (
        try lecture.dossiers(.exploitant, limit: 100).map(\.id),
        try stride(from: 0, to: 40, by: 7).flatMap { try lecture.dossiers(.exploitant, limit: 7, offset: $0).map(\.id) }
      )
    }
    #expect(whole.count == 36 && pages == whole)
  }

  @Test("rejects wait in the scope of their poste: one poste sees its own, études and departments none")
  func quarantine() async throws {
    let essai = try await RegistreDEssai()
    try await essai.registre.ecrire { registre in
      _ = try registre.inscrire(RegistreDEssai.recu(1))
      for (line, poste) in [(2, "031012"), (3, "031020"), (4, nil)] {
        let place = RejetConserve.Place(octet: Int64(line * 513), longueur: 512, ligne: line)
        try registre.ecarter(
          RejetConserve(
            fichier: 1, place: place, groupe: place, type: "10", application: "HELIOS", exploitation: "031",
            numeroDemande: "D\(line)", poste: poste, niveau: "D", code: "403", champ: nil, valeur: nil))
      }
    }
    let expected: [(Perimetre, [Int])] = [
      (.postes([try #require(Codique("031012"))]), [2]), (.postes([]), []), (.exploitant, [2, 3, 4]), (.national, []),
      (.etudes([try #require(CodeEtude("E3101"))]), []),
      (.departement(try #require(Departement(commune: "31770"))), []),
    ]
    for (scope, lines) in expected {
      let (found, counts) = try await essai.registre.lire { lecture in
        (
          try lecture.quarantaine(scope, limit: 10).map(\.place.ligne),
          try lecture.quarantaineParCode(scope).map(\.nombre)
        )
      }
      #expect(found == lines)
      #expect(counts.reduce(0, +) == lines.count)
    }
  }
}
