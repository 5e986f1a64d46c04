import Convention
import Testing

@Suite("Art. 9, 10 et 13 — objectifs, seuil et périodicités")
struct ClausesTests {
  private static let jour = Jour(2025, 3, 3)

  private static func seuil(_ euros: Int64, _ reference: String, le: Jour, du: Jour? = nil) -> SeuilOuvertureForcee {
    SeuilOuvertureForcee(.euros(euros), lettre: Ecrit(reference, du: le), du: du)
  }

  @Test("R034: no threshold before the director's letter, and the one it gives from its day on")
  func threshold() throws {
    var vie = try VieDeContrat.signee()
    let jour = ClausesTests.jour
    #expect(vie.histoire.contrat(on: jour).seuil(on: jour) == nil)
    vie.follow(
      try vie.histoire.communiquer(ClausesTests.seuil(500, "L-1", le: jour), approbations: [.directeur], on: jour))
    let contrat = vie.histoire.contrat(on: jour)
    #expect(contrat.seuil(on: jour)?.montant == .euros(500))
    #expect(contrat.seuil(on: jour.adding(days: -1)) == nil)
  }

  @Test("R034: of several letters, the one in force on the day counts; on a same day, the last that came")
  func letters() throws {
    var vie = try VieDeContrat.signee()
    let jour = ClausesTests.jour
    for seuil in [
      ClausesTests.seuil(500, "L-1", le: jour), ClausesTests.seuil(800, "L-2", le: jour, du: Jour(2025, 7, 1)),
      ClausesTests.seuil(300, "L-3", le: jour, du: Jour(2025, 5, 1)),
      ClausesTests.seuil(350, "L-4", le: jour, du: Jour(2025, 5, 1)),
    ] {
      vie.follow(try vie.histoire.communiquer(seuil, approbations: [.directeur], on: jour))
    }
    let contrat = vie.histoire.contrat(on: jour)
    #expect(contrat.seuil(on: Jour(2025, 4, 30))?.lettre.reference == "L-1")
    #expect(contrat.seuil(on: Jour(2025, 5, 1))?.lettre.reference == "L-4")
    #expect(contrat.seuil(on: Jour(2025, 6, 30))?.montant == .euros(350))
    #expect(contrat.seuil(on: Jour(2025, 7, 1))?.montant == .euros(800))
  }

  @Test("R034: a threshold without the reference of its letter, before its date or below zero is refused")
  func unwritten() throws {
    let vie = try VieDeContrat.signee()
    let jour = ClausesTests.jour
    for seuil in [
      ClausesTests.seuil(500, "", le: jour), ClausesTests.seuil(500, "L-1", le: jour, du: jour.adding(days: -1)),
      SeuilOuvertureForcee(Montant(cents: -1), lettre: Ecrit("L-1", du: jour)),
    ] {
      #expect(throws: Refus(.seuilSansEcrit, under: Article(10, alinea: 3))) {
        try vie.histoire.communiquer(seuil, approbations: [.directeur], on: jour)
      }
    }
    #expect(throws: Refus(.dateAVenir, under: Article(1, alinea: 3))) {
      try vie.histoire.communiquer(
        ClausesTests.seuil(500, "L-1", le: jour.adding(days: 1)), approbations: [.directeur], on: jour)
    }
  }

  @Test("R070: without a director, TPG and DSF both approve an objective and a threshold")
  func joint() throws {
    let vie = try VieDeContrat.signee(autorite: .conjointe)
    let jour = ClausesTests.jour
    let objectif = Objectif(.init(.general), taux: Taux(centiemes: 4000), du: jour)
    let seuil = ClausesTests.seuil(500, "L-1", le: jour)
    for alone in [QualiteDeSignataire.tresorierPayeurGeneral, .directeurServicesFiscaux, .directeur] {
      #expect(throws: Refus(.approbationManquante, under: Article(20))) {
        try vie.histoire.fixer(objectif, approbations: [alone], le: jour, on: jour)
      }
      #expect(throws: Refus(.approbationManquante, under: Article(20))) {
        try vie.histoire.communiquer(seuil, approbations: [alone], on: jour)
      }
    }
    let both = AutoriteDuDepartement.conjointe.membres
    _ = try vie.histoire.fixer(objectif, approbations: both, le: jour, on: jour)
    _ = try vie.histoire.communiquer(seuil, approbations: both, on: jour)
  }

  @Test("R028, R175: targets by nature, collectivité, poste and in general, each from its day; a later one replaces it")
  func objectives() throws {
    var vie = try VieDeContrat.signee(ContratDepartemental(du: VieDeContrat.du, objectifs: ["CAN": 3500]))
    let jour = ClausesTests.jour
    for objectif in [
      Objectif(.init(.nature, "CAN"), taux: Taux(centiemes: 4000), du: Jour(2026, 1, 1)),
      Objectif(.init(.collectivite, "C1"), taux: Taux(centiemes: 2000), du: jour),
      Objectif(.init(.poste, "031001"), taux: Taux(centiemes: 3000), du: jour),
      Objectif(.init(.general), taux: Taux(centiemes: 3300), du: jour),
    ] {
      vie.follow(try vie.histoire.fixer(objectif, approbations: [.directeur], le: jour, on: jour))
    }
    let contrat = vie.histoire.contrat(on: jour)
    #expect(contrat.objectifs(on: jour.adding(days: -1)).map(\.taux.centiemes) == [3500])
    #expect(contrat.objectifs(on: Jour(2025, 12, 31)).map(\.cible.axe) == [.general, .nature, .collectivite, .poste])
    #expect(contrat.objectifs(on: Jour(2025, 12, 31)).map(\.taux.centiemes) == [3300, 3500, 2000, 3000])
    #expect(contrat.objectifs(on: Jour(2026, 1, 1)).map(\.taux.centiemes) == [3300, 4000, 2000, 3000])
  }

  @Test(
    "R028: a target is from 0 to 100 %, with a code except in general",
    arguments: [
      (Objectif.Cible(.general), 0, true), (.init(.general), 10_000, true), (.init(.general), 10_001, false),
      (.init(.general), -1, false), (.init(.general, "X"), 5000, false), (.init(.nature), 5000, false),
      (.init(.nature, "CAN"), 5000, true),
    ])
  func bounds(_ cible: Objectif.Cible, _ centiemes: Int, _ accepted: Bool) throws {
    let vie = try VieDeContrat.signee()
    let jour = ClausesTests.jour
    let objectif = Objectif(cible, taux: Taux(centiemes: centiemes), du: jour)
    if accepted {
      _ = try vie.histoire.fixer(objectif, approbations: [.directeur], le: jour, on: jour)
    } else {
      #expect(throws: Refus(.objectifHorsBornes, under: Article(9, alinea: 1))) {
        try vie.histoire.fixer(objectif, approbations: [.directeur], le: jour, on: jour)
      }
    }
    let draft = ContratDepartemental(du: VieDeContrat.du, clauses: .init(objectifs: [objectif]))
    #expect(((try? VieDeContrat(draft)) != nil) == accepted)
  }

  @Test(
    "R053, R033: a period of 1 to 12 months; a longer one is refused",
    arguments: [(0, false), (1, true), (12, true), (13, false)])
  func periods(_ months: Int, _ accepted: Bool) throws {
    let vie = try VieDeContrat.signee()
    for document in Periodicite.Document.allCases {
      let periodicite = Periodicite(document, months: months, du: ClausesTests.jour)
      let acte = try? vie.histoire.fixer(periodicite, on: ClausesTests.jour)
      #expect((acte != nil) == accepted)
    }
    guard !accepted else { return }
    #expect(throws: Refus(.periodiciteHorsBornes, under: Article(13, alinea: 1))) {
      try vie.histoire.fixer(
        Periodicite(.etatRecapitulatif, months: months, du: ClausesTests.jour), on: ClausesTests.jour)
    }
  }

  @Test("R053: without a clause the état récapitulatif is yearly; the compte rendu has no period")
  func periodByDefault() {
    let contrat = ContratDepartemental(du: VieDeContrat.du)
    #expect(contrat.periodicite(.etatRecapitulatif, on: ClausesTests.jour)?.months == 12)
    #expect(contrat.periodicite(.compteRendu, on: ClausesTests.jour) == nil)
  }

  @Test("droit, 0 a: the phase runs from the reception by the étude, unless the contract says from the demand")
  func start() {
    var contrat = ContratDepartemental(du: VieDeContrat.du)
    let (demande, reception) = (Jour(2026, 3, 2), Jour(2026, 3, 5))
    #expect(contrat.departDuDelai == .receptionParEtude)
    #expect(contrat.departDuDelai.jourZero(demandeDu: demande, recueLe: reception) == reception)
    contrat.clauses.departDuDelai = .dateDeLaDemande
    #expect(contrat.departDuDelai.jourZero(demandeDu: demande, recueLe: reception) == demande)
  }
}
