import Convention
import Testing

@Suite("Art. 8 — suspension et reprise")
struct SuspensionTests {
  private let terme = Jour(2026, 5, 16)

  @Test(
    "a suspension (07, 08, 10, 18, 19) leaves the term where it is, and the dossier does not end while it lasts",
    arguments: ["07", "08", "10", "18", "19"])
  func suspends(_ code: String) throws {
    var vie = try Vie.recue()
    vie.update(.code(code, le: Jour(2026, 3, 10), fin: code == "07" ? Jour(2026, 12, 31) : nil))
    #expect(vie.dossier.terme == terme)
    #expect(vie.dossier.estSuspendu(on: Jour(2026, 3, 10)))
    #expect(vie.close(from: Jour(2026, 3, 10), through: Jour(2026, 6, 1)).isEmpty)
    #expect(vie.dossier.estOuvert)
  }

  @Test("delays granted (07) lift by themselves on the day after their end; a passed term then ends the dossier")
  func liftsByItself() throws {
    var vie = try Vie.recue()
    vie.update(.code("07", le: Jour(2026, 3, 10), fin: Jour(2026, 6, 1)))
    #expect(vie.dossier.estSuspendu(on: Jour(2026, 6, 1)))
    #expect(!vie.dossier.estSuspendu(on: Jour(2026, 6, 2)))
    #expect(vie.close(Jour(2026, 6, 1)).isEmpty)
    let fin = vie.close(Jour(2026, 6, 2)).fin
    #expect(fin?.motif == "02")
    #expect(fin?.date == terme)
  }

  @Test("the other suspensions ignore an end date: only the comptable lifts them")
  func noEnd() throws {
    var vie = try Vie.recue()
    vie.update(.code("08", le: Jour(2026, 3, 10), fin: Jour(2026, 4, 1)))
    #expect(vie.dossier.estSuspendu(on: Jour(2026, 12, 31)))
  }

  @Test(
    "a resumption (09, 11) lifts all that run, and a term passed ends the dossier that same day",
    arguments: ["09", "11"])
  func resumption(_ code: String) throws {
    var vie = try Vie.recue()
    vie.update(.code("07", 1, le: Jour(2026, 3, 10), fin: Jour(2026, 12, 31)))
    vie.update(.code("08", 2, le: Jour(2026, 3, 11)))
    vie.update(.code("19", 3, le: Jour(2026, 3, 12)))
    vie.close(Jour(2026, 5, 31))
    vie.update(.code(code, 4, le: Jour(2026, 6, 1)))
    #expect(!vie.dossier.estSuspendu(on: Jour(2026, 6, 1)))
    #expect(vie.close(Jour(2026, 6, 1)).fin?.date == terme)
  }

  @Test("resumed before the term, the dossier goes on to its term")
  func resumedInTime() throws {
    var vie = try Vie.recue()
    vie.update(.code("10", 1, le: Jour(2026, 3, 10)))
    vie.update(.code("11", 2, le: Jour(2026, 4, 1)))
    #expect(vie.close(Jour(2026, 5, 16)).fin == nil)
    #expect(vie.close(Jour(2026, 5, 17)).fin?.date == terme)
  }

  @Test("a suspension after a resumption suspends again")
  func again() throws {
    var vie = try Vie.recue()
    vie.update(.code("10", 1, le: Jour(2026, 3, 10)))
    vie.update(.code("11", 2, le: Jour(2026, 4, 1)))
    vie.update(.code("18", 3, le: Jour(2026, 4, 2)))
    #expect(vie.dossier.estSuspendu(on: Jour(2026, 4, 3)))
  }

  @Test("two suspensions at once: the end of one leaves the other")
  func overlapping() throws {
    var vie = try Vie.recue()
    vie.update(.code("07", 1, le: Jour(2026, 3, 10), fin: Jour(2026, 4, 1)))
    vie.update(.code("08", 2, le: Jour(2026, 3, 11)))
    #expect(vie.dossier.estSuspendu(on: Jour(2026, 4, 2)))
    vie.update(.code("20", 3, le: Jour(2026, 4, 3), annule: 2))
    #expect(!vie.dossier.estSuspendu(on: Jour(2026, 4, 3)))
  }

  @Test("suspended while the eight days run out, the reception is deemed all the same and no reminder leaves")
  func deemedWhileSuspended() {
    var vie = Vie()
    vie.update(.code("10", le: Jour(2026, 3, 3)))
    let events = vie.close(from: Jour(2026, 3, 3), through: Jour(2026, 3, 20))
    #expect(events.genres == [.receptionReputee])
    #expect(vie.dossier.terme == terme)
  }

  @Test("a suspended dossier still takes payments, and the last cent ends it")
  func payment() throws {
    var vie = try Vie.recue()
    vie.update(.code("08", le: Jour(2026, 3, 10)))
    let fin = try vie.receive(.paiement("P1", .euros(100)), fait: Jour(2026, 3, 12)).fin
    #expect(fin?.motif == "01")
  }
}
