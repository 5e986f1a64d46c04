import Convention
import MoteurDEssai
import Testing

@testable import Registre

@Suite("Lists of dossiers: pages, counts, and what they cost")
struct ListesTests {
  /// Twenty-three dossiers of one name and amount, every fifth one waiting for an étude: nothing but ties and absent days.
  private func essai() async throws -> RegistreDEssai {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    for index in 0..<23 {
      try await essai.creer("D\(index)", etude: index % 5 == 4 ? nil : (index % 2 == 0 ? "E3101" : "E3102"))
    }
    return essai
  }

  @Test(
    "in every order, pages of seven show each dossier once, and the export gives the same in one pass",
    arguments: TriDossiers.Cle.allCases, [false, true])
  func pages(cle: TriDossiers.Cle, descendant: Bool) async throws {
    let essai = try await essai()
    let tri = TriDossiers(cle, descendant: descendant)
    let (pages, whole) = try await essai.registre.lire { lecture in
      var whole: [Int64] = []
      try lecture.dossiers(.exploitant, FiltreDossiers(), tri: tri) { whole.append($0.id) }
      return (
        try stride(from: 0, to: 28, by: 7).flatMap {
          try lecture.dossiers(.exploitant, tri: tri, limit: 7, offset: $0).map(\.id)
        }, whole
      )
    }
    #expect(pages.sorted() == Array(1...23))
    #expect(pages == whole)
  }

  @Test(
    "a count stops at its limit: 19 handed over among 23, asked up to 18, 19 and 20; the figures know all and what is owed"
  )
  func counts() async throws {
    let essai = try await essai()
    let known = FiltreDossiers(etat: "REMIS")
    var counted = known
    counted.phase = .comminatoire
    // 23 less the four of ranks 4, 9, 14, 19.
    let extents = try await essai.registre.lire { [counted] lecture in
      try [18, 19, 20].map { try lecture.etendue(.exploitant, counted, jusqua: $0) }
    }
    #expect(extents.map(\.nombre) == [18, 19, 19] && extents.map(\.isOpen) == [true, false, false])
    let whole = try await essai.registre.lire { lecture in
      (try lecture.etendue(.exploitant, known, jusqua: 1), try lecture.totaux(.exploitant, known))
    }
    #expect(whole.0.nombre == 19 && !whole.0.isOpen && whole.0.reste == whole.1.reste && whole.1.nombre == 19)
  }

  @Test("many filters counted at once give what each gives alone, within the scope")
  func together() async throws {
    let essai = try await essai()
    let later = RegistreDEssai.jour.adding(days: 40)
    let filters = [
      FiltreDossiers(), FiltreDossiers(etat: "REMIS"), FiltreDossiers(sansAccuse: true), FiltreDossiers(etude: "E3102"),
      FiltreDossiers(lettreManquanteLe: later), FiltreDossiers(retardInjustifie: true),
      FiltreDossiers(termeAvant: later),
    ]
    for scope in [Perimetre.exploitant, .etudes([try #require(CodeEtude("E3101"))]), .national] {
      let (together, alone) = try await essai.registre.lire { lecture in
        (
          try lecture.nombres(scope, filters),
          try filters.map { try lecture.dossiers(scope, $0, limit: 100).count }
        )
      }
      #expect(together == alone, "\(scope)")
    }
  }

  @Test("the national scope sees sums of every département and no dossier")
  func national() async throws {
    let essai = try await essai()
    let (figures, list, count) = try await essai.registre.lire { lecture in
      (
        try lecture.chiffres(.national), try lecture.dossiers(.national, limit: 100),
        try lecture.etendue(.national, jusqua: 100).nombre
      )
    }
    #expect(figures.map(\.nombre).reduce(0, +) == 23 && list.isEmpty && count == 0)
    #expect(figures.map(\.montant.cents).reduce(0, +) == 23 * 100_00)
  }

  @Test("an étude sees a dossier as long as no other has it: then it is gone from its list, its search and its pages")
  func handedOn() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    let id = try await essai.creer("D1", etude: "E3101")
    let (first, second) = (try #require(CodeEtude("E3101")), try #require(CodeEtude("E3102")))
    #expect(try await sees(.etudes([first]), id, essai))
    #expect(try await !sees(.etudes([second]), id, essai))
    let instant = Instant(RegistreDEssai.jour, heure: 21)
    let handedOn = DossierRemis(
      etude: second, instant: instant, codePostal: try #require(CodePostal("31000")), delaiDays: 75)
    try await essai.registre.ecrire { registre in
      var fiche = try #require(try registre.lecture.fiche(id))
      try registre.ajouter(
        [.dossierRemis(handedOn)], to: &fiche,
        trace: Trace(
          auteur: "centre", instant: instant, jour: RegistreDEssai.jour, fichier: 1, ligne: 2, octet: 0, longueur: 0,
          lignes: 3))
    }
    #expect(try await !sees(.etudes([first]), id, essai))
    #expect(try await sees(.etudes([second]), id, essai))
  }

  /// The same answer from the list, the search and the page.
  private func sees(_ scope: Perimetre, _ id: Int64, _ essai: RegistreDEssai) async throws -> Bool {
    let answers = try await essai.registre.lire { lecture in
      [
        try lecture.dossiers(scope, limit: 10).map(\.id) == [id],
        try lecture.rechercher("quentin", scope, limit: 10).map(\.id) == [id],
        try lecture.dossier(id, scope)?.histoire.isEmpty == false, try lecture.fiche(id, scope) != nil,
      ]
    }
    #expect(Set(answers).count == 1, "\(answers)")
    return answers.allSatisfy { $0 }
  }

  @Test("the list of a poste or an étude is read in the order of an index, and its figures without opening a dossier")
  func plans() async throws {
    let essai = try await essai()
    let scopes: [(Perimetre, String, String)] = [
      (.postes([try #require(Codique("031012"))]), "dossier_poste", "SEARCH d"),
      (.etudes([try #require(CodeEtude("E3101"))]), "dossier_etude", "SEARCH d USING INDEX chiffre_etude"),
      (.exploitant, "dossier_nom", "SCAN d"),
    ]
    for (scope, index, figures) in scopes {
      let plans = try await essai.engine.read { connection in
        let espion = Espion(connection)
        _ = try Lecture(espion).dossiers(scope, limit: 50)
        _ = try Lecture(espion).etendue(scope, jusqua: 1_000)
        return try espion.plans()
      }
      #expect(plans.count == 2)
      let isSorted = ["B-TREE", "Sort"].contains { plans[0].contains($0) }
      #expect(plans[0].contains(index) && !isSorted, "\(plans[0])")
      #expect(plans[1].contains(MoteurDEssai.estPostgreSQL ? "on chiffre d" : figures), "\(plans[1])")
    }
  }
}
