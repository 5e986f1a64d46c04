import Convention
import Testing

@Suite("Who may do what, and by which way")
struct DroitsTests {
  @Test("R001, R003: signed on 15/12/2010; a demand of the day before belongs to the convention of 2005")
  func reference() {
    let text = ConventionNationale.enVigueur
    #expect(text.signee == Jour(2010, 12, 15))
    #expect(text.remplace == Jour(2005, 11, 30))
    #expect(text.governs(Jour(2010, 12, 15)))
    #expect(!text.governs(Jour(2010, 12, 14)))
  }

  @Test("R021: fines on paper are refused; by file or keyboard they are not", arguments: Canal.allCases)
  func fines(_ canal: Canal) {
    let refused = Refus(.amendesSurPapier, under: Article(5, alinea: 3))
    if canal == .papier {
      #expect(throws: refused) {
        try CahierDesCharges(.amendes).requireChannel(canal, phase: .comminatoire)
      }
    } else {
      #expect(throws: Never.self) {
        try CahierDesCharges(.amendes).requireChannel(canal, phase: .comminatoire)
      }
    }
    #expect(throws: Never.self) {
      try CahierDesCharges(.collectivites).requireChannel(canal, phase: .comminatoire)
    }
  }

  @Test("R048: a demand by file is not answered on paper; a demand on paper may be")
  func returns() {
    #expect(throws: Refus(.retourPapier, under: Article(11, alinea: 4))) {
      try Canal.fichier.requireReturn(by: .papier)
    }
    #expect(throws: Never.self) { try Canal.fichier.requireReturn(by: .saisie) }
    #expect(throws: Never.self) { try Canal.papier.requireReturn(by: .papier) }
  }

  @Test("R031: only the comptable who made the demand grants an extension; refused, nothing changes")
  func extensions() throws {
    let dossier = try Vie.recue().dossier
    let grant = Actualisation(
      numero: 1, code: "13", effet: .terme, date: Jour(2026, 3, 10), fin: Jour(2026, 6, 30))
    let (other, own) = (try #require(Codique("031099")), try #require(Codique(dossier.demande.poste)))
    let instant = Instant(Jour(2026, 3, 10), heure: 9)
    #expect(throws: Refus(.prolongationParAutrui, under: Article(9, alinea: 3))) {
      try dossier.decide(grant, par: other, jour: Jour(2026, 3, 10), instant: instant)
    }
    #expect(try !dossier.decide(grant, par: own, jour: Jour(2026, 3, 10), instant: instant).isEmpty)
  }

  @Test("R161: the centre edits its own actions, never an étude's")
  func actions() {
    let own = Action(code: "20", horodatage: "20260304094000+0100", executant: "C")
    let etude = Action(code: "20", horodatage: "20260304094000+0100", executant: "E")
    #expect(throws: Never.self) { try own.requireEditableByCentre() }
    #expect(throws: Refus(.executantCentre, under: Article(.annexeQualite, "I.2"))) {
      try etude.requireEditableByCentre()
    }
  }
}
