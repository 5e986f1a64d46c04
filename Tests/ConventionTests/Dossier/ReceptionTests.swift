import Convention
import Testing

@Suite("Art. 9 — réception et jour 0")
struct ReceptionTests {
  private let remise = Exemple.remise

  @Test(
    "day 0 is the day written in the first acknowledgement, brought between the hand-over and its receipt",
    arguments: [
      // Written, received by the centre, day 0; handed over on 2 March.
      (Jour(2026, 2, 20), Jour(2026, 3, 5), Jour(2026, 3, 2)),
      (Jour(2026, 3, 1), Jour(2026, 3, 5), Jour(2026, 3, 2)),
      (Jour(2026, 3, 2), Jour(2026, 3, 5), Jour(2026, 3, 2)),
      (Jour(2026, 3, 4), Jour(2026, 3, 5), Jour(2026, 3, 4)),
      (Jour(2026, 3, 5), Jour(2026, 3, 5), Jour(2026, 3, 5)),
      (Jour(2026, 3, 6), Jour(2026, 3, 5), Jour(2026, 3, 5)),
    ])
  func dayZero(_ ecrit: Jour, _ recu: Jour, _ jourZero: Jour) throws {
    var vie = Vie()
    let events = try vie.receive(.accuse(.exemple(ecrit)), fait: ecrit, recu: recu)
    #expect(vie.dossier.remise?.reception?.jour == jourZero)
    #expect(vie.dossier.remise?.reception?.reputee == false)
    #expect(events.genres == [.accuseRecu])
    #expect(events.accuse?.terme == jourZero.adding(days: 75))
    #expect(vie.dossier.remise?.reference == "ETU-1")
  }

  @Test("a second acknowledgement does not move day 0")
  func second() throws {
    var vie = Vie()
    try vie.acknowledge(Jour(2026, 3, 3))
    let events = try vie.receive(.accuse(.exemple(Jour(2026, 3, 5))), fait: Jour(2026, 3, 5))
    #expect(events.accuse?.reception == nil)
    #expect(events.accuse?.terme == Jour(2026, 5, 17))
    #expect(vie.dossier.remise?.reception?.jour == Jour(2026, 3, 3))
  }

  @Test("R156: without acknowledgement, reception is deemed on the evening of the eighth day, not before")
  func deemed() {
    var vie = Vie()
    #expect(vie.close(from: remise, through: Jour(2026, 3, 9)).isEmpty)
    #expect(vie.dossier.remise?.reception == nil)
    #expect(vie.dossier.terme == nil)
    let events = vie.close(Jour(2026, 3, 10))
    #expect(events.genres == [.receptionReputee, .relanceEmise])
    #expect(vie.dossier.remise?.reception?.jour == remise)
    #expect(vie.dossier.remise?.reception?.reputee == true)
    #expect(vie.dossier.terme == Jour(2026, 5, 16))
  }

  @Test("an acknowledgement received on the eighth day itself counts")
  func eighthDay() throws {
    var vie = Vie()
    vie.close(from: remise, through: Jour(2026, 3, 9))
    try vie.acknowledge(Jour(2026, 3, 10))
    #expect(vie.close(Jour(2026, 3, 10)).isEmpty)
    #expect(vie.dossier.remise?.reception?.jour == Jour(2026, 3, 10))
  }

  @Test("a late acknowledgement gets the deemed term back and changes nothing to it")
  func late() throws {
    var vie = Vie()
    vie.close(from: remise, through: Jour(2026, 3, 10))
    let events = try vie.receive(.accuse(.exemple(Jour(2026, 3, 12))), fait: Jour(2026, 3, 12))
    #expect(events.genres == [.accuseRecu])
    #expect(events.accuse?.reception == nil)
    #expect(events.accuse?.terme == Jour(2026, 5, 16))
    #expect(vie.dossier.remise?.reception?.reputee == true)
    #expect(vie.dossier.remise?.reception?.accuse == true)
    #expect(vie.dossier.terme == Jour(2026, 5, 16))
  }

  @Test("a late acknowledgement comes to the same when the evening of the eighth day was missed")
  func lateAfterMissedEvening() throws {
    var vie = Vie()
    let events = try vie.receive(.accuse(.exemple(Jour(2026, 3, 3))), fait: Jour(2026, 3, 11))
    #expect(events.genres == [.receptionReputee, .accuseRecu])
    #expect(vie.dossier.remise?.reception?.jour == remise)
    #expect(vie.dossier.terme == Jour(2026, 5, 16))
  }

  @Test("a date already fixed by the comptable is the term that the acknowledgement gets back")
  func fixedBefore() throws {
    var vie = Vie()
    vie.update(.code("13", le: Jour(2026, 3, 3), fin: Jour(2026, 6, 30)))
    let events = try vie.receive(.accuse(.exemple(Jour(2026, 3, 4))), fait: Jour(2026, 3, 4))
    #expect(events.accuse?.terme == Jour(2026, 6, 30))
  }
}
