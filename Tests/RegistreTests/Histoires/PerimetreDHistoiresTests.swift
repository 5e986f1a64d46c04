import Convention
import MoteurDEssai
import Testing

@testable import Registre

@Suite("Each one sees its histories and no other (R098–R100, R185)")
struct PerimetreDHistoiresTests {
  private struct Cas: Hashable {
    let numero: Int
    let postes: [String]
    let etude: String?
    let departement: String?
    var cle: String { "F-\(numero < 10 ? "0" : "")\(numero)" }
  }

  private static let jour = RegistreDEssai.jour

  /// Twelve invoices: of two postes or none, of two études or none, of two départements or none.
  private func factures() async throws -> (RegistreDEssai, [Cas]) {
    let essai = try await RegistreDEssai()
    var cases: [Cas] = []
    for index in 0..<12 {
      let item = Cas(
        numero: index, postes: [["031012"], ["031020"], []][index % 3], etude: ["E3101", "E2A01", nil, nil][index % 4],
        departement: ["31", "2A", nil][(index / 2) % 3])
      try await essai.ouvrir(
        FactureDEssai.self,
        .emise(
          .init(
            cle: item.cle, poste: item.postes.first.flatMap { Codique($0) },
            etude: item.etude.flatMap { CodeEtude($0) }, departement: item.departement.flatMap { Departement($0) },
            montant: Montant(cents: Int64(index)), echeance: Self.jour.adding(days: index / 2))))
      cases.append(item)
    }
    return (essai, cases)
  }

  private func scopes() throws -> [(Perimetre, (Cas) -> Bool)] {
    let codiques = try ["031012", "02A010"].map { try #require(Codique($0)) }
    let etude = try #require(CodeEtude("E3101"))
    return [
      (.postes([codiques[0]]), { $0.postes.contains("031012") }),
      (.postes(Set(codiques)), { $0.postes.contains("031012") || $0.postes.contains("02A010") }),
      (.postes([]), { _ in false }), (.etudes([etude]), { $0.etude == "E3101" }), (.etudes([]), { _ in false }),
      (.departement(try #require(Departement("31"))), { $0.departement == "31" }), (.national, { _ in false }),
      (.exploitant, { _ in true }),
    ]
  }

  @Test(
    "lists, figures, a key and a number give exactly the part of the scope; what is nobody's, the exploitant alone sees"
  )
  func queries() async throws {
    let (essai, cases) = try await factures()
    for (scope, holds) in try scopes() {
      let mine = cases.filter(holds)
      let (list, figures) = try await essai.registre.lire { lecture in
        (
          try lecture.histoires(.facture, scope, limit: 100).map(\.cle), try lecture.nombresDHistoires(.facture, scope)
        )
      }
      #expect(list.sorted() == mine.map(\.cle).sorted(), "\(scope)")
      #expect(figures["A_PAYER", default: 0] == (scope == .national ? 12 : mine.count), "\(scope)")
      for item in cases {
        let (byKey, byNumber, isSeen) = try await essai.registre.lire { lecture in
          (
            try lecture.histoire(FactureDEssai.self, cle: item.cle, scope)?.id,
            try lecture.recit(FactureDEssai.self, id: Int64(item.numero + 1), scope)?.fiche.cle,
            try lecture.contient(.histoire(Int64(item.numero + 1)), scope)
          )
        }
        #expect(byKey == (holds(item) ? Int64(item.numero + 1) : nil))
        #expect(byNumber == (holds(item) ? item.cle : nil) && isSeen == holds(item))
      }
    }
  }

  @Test("an incident of several postes is seen by each, and no longer by one that it has left")
  func several() async throws {
    let essai = try await RegistreDEssai()
    let postes = try ["031012", "031020", "02A010"].map { try #require(Codique($0)) }
    let fiche = try await essai.ouvrir(
      IncidentDEssai.self, .declare(numero: 1, postes: Array(postes.prefix(2)), etude: nil))
    func seen() async throws -> [Bool] {
      try await essai.registre.lire { lecture in
        try postes.map { try !lecture.histoires(.incident, .postes([$0]), limit: 10).isEmpty }
      }
    }
    #expect(try await seen() == [true, true, false])
    try await essai.ajouter(.etendu(Array(postes.suffix(2))), to: fiche)
    #expect(try await seen() == [false, true, true])
    let byFilter = try await essai.registre.lire { lecture in
      try postes.map { try lecture.histoires(.incident, .exploitant, .init(poste: $0), limit: 10).count }
    }
    #expect(byFilter == [0, 1, 1])
    let twice = try await essai.registre.lire { lecture in
      try lecture.histoires(.incident, .postes(Set(postes)), limit: 10).count
    }
    #expect(twice == 1)
  }

  @Test(
    "a kind's list holds no other kind, and filters narrow the scope: the day itself counts, the day before does not")
  func filters() async throws {
    let (essai, cases) = try await factures()
    try await essai.ouvrir(IncidentDEssai.self, .declare(numero: 1, postes: [], etude: CodeEtude("E3101")))
    let etude = try #require(CodeEtude("E3101"))
    let filters: [(FiltreDHistoires, (Cas) -> Bool)] = [
      (.init(), { _ in true }), (.init(etat: "A_PAYER"), { _ in true }), (.init(etat: "PAYEE"), { _ in false }),
      (.init(poste: Codique("031020")), { $0.postes == ["031020"] }), (.init(etude: etude), { $0.etude == "E3101" }),
      (.init(departement: Departement("2A")), { $0.departement == "2A" }),
      (.init(echeanceAuPlus: Self.jour.adding(days: 2)), { $0.numero < 6 }),
      (.init(echeanceAuPlus: Self.jour.adding(days: -1)), { _ in false }),
      (.init(etat: "A_PAYER", poste: Codique("031012"), echeanceAuPlus: Self.jour), { $0.numero == 0 }),
    ]
    for (filter, holds) in filters {
      let (all, mine) = try await essai.registre.lire {
        (
          try $0.histoires(.facture, .exploitant, filter, limit: 100).map(\.cle),
          try $0.histoires(.facture, .etudes([etude]), filter, limit: 100).map(\.cle)
        )
      }
      #expect(all.sorted() == cases.filter(holds).map(\.cle).sorted(), "\(filter)")
      #expect(mine.sorted() == cases.filter { holds($0) && $0.etude == "E3101" }.map(\.cle).sorted(), "\(filter)")
    }
  }

  @Test("pages follow each other by date then key, what waits for no date last; a line says all that its summary says")
  func pages() async throws {
    let (essai, cases) = try await factures()
    let paid = try await essai.registre.lire { try $0.histoire(FactureDEssai.self, cle: "F-00", .exploitant) }
    try await essai.ajouter(.payee(le: Self.jour), to: try #require(paid))
    let (whole, pages) = try await essai.registre.lire { lecture in
      (
        try lecture.histoires(.facture, .exploitant, limit: 100),
        try stride(from: 0, to: 15, by: 5).flatMap {
          try lecture.histoires(.facture, .exploitant, limit: 5, offset: $0)
        }
      )
    }
    #expect(pages == whole && whole.map(\.cle) == cases.dropFirst().map(\.cle) + ["F-00"])
    let last = try #require(whole.last)
    #expect(last.etat == "PAYEE" && last.echeance == nil && last.rang == 2 && last.libelle == "Facture F-00")
    let first = whole[0]
    #expect(first.etude == CodeEtude("E2A01") && first.poste == Codique("031020") && first.montant?.cents == 1)
    #expect(first.departement == Departement("31") && first.echeance == Self.jour && first.ouverte == Self.jour)
    let figures = try await essai.registre.lire { try $0.nombresDHistoires(.facture, .exploitant) }
    #expect(figures == ["A_PAYER": 11, "PAYEE": 1])
  }

  @Test("a history is read by the index of its key then of its facts, a poste's list by what concerns it")
  func plans() async throws {
    let (essai, _) = try await factures()
    let poste = Perimetre.postes([try #require(Codique("031012"))])
    let plans = try await essai.engine.read { connection in
      let espion = Espion(connection)
      _ = try Lecture(espion).histoire(FactureDEssai.self, cle: "F-01", poste)
      _ = try Lecture(espion).recit(FactureDEssai.self, id: 1, poste)
      _ = try Lecture(espion).histoires(.facture, poste, limit: 50)
      _ = try Lecture(espion).histoires(.facture, .exploitant, .init(etat: "A_PAYER"), limit: 50)
      return try espion.plans()
    }
    #expect(
      plans.count == 4 && plans[0].contains("journal_dossier") && plans[1].contains("journal_dossier"), "\(plans)")
    #expect(["histoire_par_poste", "histoire_poste_pkey"].contains { plans[2].contains($0) }, "\(plans[2])")
    #expect(plans[3].contains("histoire_etat"), "\(plans[3])")
  }
}
