import Convention
import Foundation
import Generation
import Testing

@testable import Simulation

@Suite("Simulation — acteurs")
struct ActeursTests {
  @Test("on Saturday études work and accountants do not; on Sundays and holidays nobody does")
  func offices() {
    let (friday, saturday, sunday) = (Jour(2026, 11, 20), Jour(2026, 11, 21), Jour(2026, 11, 22))
    #expect(Calendrier.posteOuvert(friday) && Calendrier.etudeOuverte(friday))
    #expect(!Calendrier.posteOuvert(saturday) && Calendrier.etudeOuverte(saturday))
    #expect(!Calendrier.posteOuvert(sunday) && !Calendrier.etudeOuverte(sunday))
    let armistice = Jour(2026, 11, 11)
    #expect(!Calendrier.posteOuvert(armistice) && !Calendrier.etudeOuverte(armistice))
  }

  @Test("what a closed office could not do comes before what the next day brings")
  func postponed() {
    var agenda = Agenda<String>()
    let day = Jour(2026, 11, 22)
    agenda.note("lundi", day.adding(days: 1))
    agenda.note("dimanche", day)
    agenda.postpone(day)
    #expect(agenda.take(day).isEmpty)
    #expect(agenda.take(day.adding(days: 1)) == ["dimanche", "lundi"])
    #expect(agenda.take(day.adding(days: 1)).isEmpty)
  }

  @Test("the same seed gives the same debtor, and a thousand debtors are of every sort")
  func sorts() {
    func sort(_ graine: UInt64) -> Sort {
      var alea = Alea(graine: graine)
      return Sort(&alea)
    }
    let drawn = (1...1_000).map { sort($0) }
    #expect(drawn == (1...1_000).map { sort($0) })
    for wanted: (Sort) -> Bool in [
      { if case .paie(en: 1, _) = $0 { true } else { false } },
      { if case .paie(en: 2..., _) = $0 { true } else { false } },
      { if case .parti = $0 { true } else { false } }, { if case .sansProvision = $0 { true } else { false } },
      { $0 == .demandeDesDelais }, { $0 == .conteste }, { $0 == .insolvable }, { $0 == .decede },
      { $0 == .surendette }, { $0 == .sourd },
    ] {
      #expect(drawn.contains(where: wanted))
    }
  }

  @Test("who pays in three times pays a third, half of what is left, then all: three payments and nothing due")
  func instalments() {
    var alea = Alea(graine: 3)
    let parts = Sort.paie(en: 3, lieu: .etude).reactions(&alea).map { reaction -> Int? in
      if case .etude(_, .encaisser(let part, false)) = reaction { part } else { nil }
    }
    #expect(parts == [3, 2, 1])
  }

  @Test("a prompt étude acknowledges the next day and writes within three days; a silent one plans nothing")
  func diligence() {
    for graine in UInt64(1)...200 {
      var alea = Alea(graine: graine)
      #expect(Diligence.prompte.accuse(&alea) == 1)
      #expect((0...3).contains(Diligence.prompte.lettre(&alea)))
    }
    #expect(Diligence.muette.justifieParMille == 0)
  }

  @Test("a late étude is sometimes beyond the eighth day, never before the third")
  func late() {
    let days = (UInt64(1)...200).map { graine in
      var alea = Alea(graine: graine)
      return Diligence.tardive.accuse(&alea)
    }
    #expect(days.contains { $0 > 8 } && days.contains { $0 <= 8 } && days.allSatisfy { $0 >= 3 })
  }
}

@Suite("Simulation — dossier d’une étude")
struct DossierSuiviTests {
  /// 100,00 € on titre 1, 50,00 € on titre 2.
  private func dossier() -> DossierSuivi {
    var tenu = DossierTenu(
      application: "HELIOS", exploitation: "031", numero: "D1", phase: .comminatoire, remise: Jour(2026, 3, 2),
      etatPoursuites: nil)
    tenu.add(.init(rang: 2, emission: Jour(2025, 5, 1), reste: Montant(cents: 50_00)))
    tenu.add(.init(rang: 1, emission: Jour(2025, 1, 1), reste: Montant(cents: 100_00)))
    return DossierSuivi(tenu)
  }

  @Test("a payment at the counter lowers what is due, and its cancellation puts it back to the cent")
  func reduction() {
    var dossier = dossier()
    dossier.apprendre(1, "06", montant: Montant(cents: 120_00), rang: nil, annule: nil)
    #expect(dossier.tenu.reste == Montant(cents: 30_00))
    #expect(!dossier.isOver)
    dossier.apprendre(2, "20", montant: nil, rang: nil, annule: 1)
    #expect(dossier.tenu.reste == Montant(cents: 150_00))
    // Cancelled twice, it comes back once.
    dossier.apprendre(3, "20", montant: nil, rang: nil, annule: 1)
    #expect(dossier.tenu.reste == Montant(cents: 150_00))
  }

  @Test("a recall ends the dossier, its cancellation opens it again; a suspension does neither")
  func arrets() {
    var dossier = dossier()
    dossier.apprendre(1, "10", montant: nil, rang: nil, annule: nil)
    #expect(!dossier.isOver)
    dossier.apprendre(2, "12", montant: nil, rang: nil, annule: nil)
    #expect(dossier.isOver)
    dossier.apprendre(3, "20", montant: nil, rang: nil, annule: 2)
    #expect(!dossier.isOver)
  }

  @Test("the same titre handed over twice is due once")
  func twice() {
    var dossier = dossier()
    dossier.tenu.add(.init(rang: 1, emission: Jour(2025, 1, 1), reste: Montant(cents: 100_00)))
    #expect(dossier.tenu.reste == Montant(cents: 150_00))
  }
}
