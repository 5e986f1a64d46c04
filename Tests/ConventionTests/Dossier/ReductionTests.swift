import Convention
import Testing

@Suite("Art. 8 — réductions du reste dû, titre par titre")
struct ReductionTests {
  private let jour = Jour(2026, 3, 10)
  /// Rank 1 of 2025, rank 2 of 2024, ranks 3 and 4 of the same day of 2023: the order is 3, 4, 2, 1.
  private let demande = Demande.exemple([
    .exemple(1, .euros(10), emission: Jour(2025, 6, 1)), .exemple(2, .euros(20), emission: Jour(2024, 6, 1)),
    .exemple(4, .euros(40), emission: Jour(2023, 6, 1)), .exemple(3, .euros(30), emission: Jour(2023, 6, 1)),
  ])

  @Test("the oldest titre first, by issue date then rank")
  func order() {
    #expect(Vie(demande).dossier.restes.map(\.rang) == [3, 4, 2, 1])
  }

  @Test(
    "without a titre, from the oldest to the newest",
    arguments: [
      (29_99, [1, 40_00, 20_00, 10_00]), (30_00, [0, 40_00, 20_00, 10_00]),
      (30_01, [0, 39_99, 20_00, 10_00]), (95_00, [0, 0, 0, 5_00]), (100_00, [0, 0, 0, 0]),
    ] as [(Int64, [Int64])])
  func spread(_ cents: Int64, _ dus: [Int64]) throws {
    var vie = try Vie.recue(demande)
    let events = vie.update(.code("02", le: jour, montant: Montant(cents: cents)))
    #expect(vie.dossier.dus == dus)
    #expect(events.actualisation?.excedent == nil)
    #expect(events.actualisation?.resteDu == Montant(cents: 100_00 - cents))
  }

  @Test("on a titre, that one alone, which stops at zero; what exceeds it is said (804)")
  func onATitre() throws {
    var vie = try Vie.recue(demande)
    let exact = vie.update(.code("06", 1, le: jour, montant: .euros(20), titre: 2))
    #expect(vie.dossier.dus == [30_00, 40_00, 0, 10_00])
    #expect(exact.actualisation?.excedent == nil)
    let above = vie.update(.code("06", 2, le: jour, montant: .euros(10, 1), titre: 1))
    #expect(vie.dossier.dus == [30_00, 40_00, 0, 0])
    #expect(above.actualisation?.excedent == Montant(cents: 1))
    #expect(vie.dossier.excedent == Montant(cents: 1))
    #expect(vie.dossier.estOuvert)
  }

  @Test("above all that is due, the debt stops at zero, the excess is said and the dossier ends as paid")
  func aboveAll() throws {
    var vie = try Vie.recue(demande)
    let events = vie.update(.code("04", le: jour, montant: .euros(130)))
    #expect(vie.dossier.dus == [0, 0, 0, 0])
    #expect(events.actualisation?.excedent == .euros(30))
    #expect(events.fin?.motif == "01")
  }

  @Test("a reduction on a dossier that owes nothing more is all excess and reopens nothing")
  func afterTheEnd() throws {
    var vie = try Vie.recue(demande)
    vie.update(.code("01", 1, le: jour))
    let events = vie.update(.code("02", 2, le: jour, montant: .euros(5)))
    #expect(events.genres == [.actualisationRecue])
    #expect(events.actualisation?.excedent == .euros(5))
  }
}
