import Convention
import Testing

@Suite("Pourquoi un dossier est là où il est")
struct PourquoiTests {
  private let jour = Jour(2026, 3, 10)

  private func phrases(_ vie: Vie, on jour: Jour? = nil) -> [String] {
    vie.dossier.pourquoi(on: jour ?? self.jour).phrases
  }

  @Test("handed over, not yet acknowledged")
  func handedOver() {
    let pourquoi = Vie().dossier.pourquoi(on: Jour(2026, 3, 3))
    #expect(pourquoi.tour == .etude)
    #expect(pourquoi.prochaine?.jour == Jour(2026, 3, 10))
    #expect(
      pourquoi.phrases == [
        "Le dossier a été remis le 02/03/2026 à l’étude E3101, qui doit en accuser réception.",
        "Sans accusé au soir du 10/03/2026, l’étude est relancée et la réception est réputée au jour de la remise "
          + "(point I.2 de l’annexe qualité).",
        "Le paiement du solde, un refus ou une fin d’intervention de l’étude, une suspension ou un rappel du "
          + "comptable l’arrêterait (article 8 de la convention).",
      ])
  }

  @Test("received: the clock, the next date and its article")
  func received() throws {
    let vie = try Vie.recue()
    #expect(vie.dossier.pourquoi(on: Jour(2026, 3, 3)).tour == .etude)
    #expect(
      phrases(vie, on: Jour(2026, 3, 3)).prefix(2) == [
        "L’étude E3101 doit agir : le dossier est reçu depuis le 02/03/2026.",
        "La phase comminatoire court jusqu’au 16/05/2026 inclus (article 9, alinéa 1, de la convention) ; prochaine "
          + "date : première lettre de relance au redevable, le 05/03/2026 (point I.1 de l’annexe qualité).",
      ])
  }

  @Test("a deemed reception is shown as such")
  func deemed() {
    var vie = Vie()
    vie.close(Jour(2026, 3, 10))
    #expect(phrases(vie, on: Jour(2026, 3, 11))[0].contains("réputé reçu depuis le 02/03/2026"))
  }

  @Test("the day after its term, the dossier is said to end that evening")
  func termPassed() throws {
    let vie = try Vie.recue()
    #expect(phrases(vie, on: Jour(2026, 5, 16))[1].hasSuffix("(article 9, alinéa 1, de la convention)."))
    #expect(phrases(vie, on: Jour(2026, 5, 17))[1].hasSuffix("le terme est passé, la fin se constate ce soir."))
  }

  @Test("suspended, with and without an end")
  func suspended() throws {
    var vie = try Vie.recue()
    vie.update(.code("07", 1, le: Jour(2026, 3, 5), fin: Jour(2026, 4, 1)))
    #expect(vie.dossier.pourquoi(on: jour).tour == .comptable)
    #expect(
      phrases(vie) == [
        "Le comptable a suspendu le dossier (article 8 de la convention).",
        "La suspension se lève d’elle-même le lendemain du 01/04/2026 ; le terme reste fixé au 16/05/2026 (article 9, "
          + "alinéa 1, de la convention), sans fin ni relance d’ici là.",
        "Un paiement du solde, un rappel ou une annulation y mettrait fin.",
      ])
    vie.update(.code("08", 2, le: Jour(2026, 3, 6)))
    #expect(phrases(vie)[1].hasPrefix("La suspension dure jusqu’à ce que le comptable la lève"))
  }

  @Test("waiting for a human, with its cause")
  func waiting() throws {
    var address = Vie(transmise: .exemple())
    address.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))])
    #expect(address.dossier.pourquoi(on: jour).tour == .exploitant)
    #expect(phrases(address)[0].hasPrefix("L’adresse du redevable admet plusieurs codes postaux"))
    var refused = Vie()
    try refused.receive(.refusEtude, fait: Jour(2026, 3, 3), relais: .designation)
    #expect(phrases(refused)[0].hasPrefix("L’étude a refusé le dossier et plusieurs autres sont compétentes"))
  }

  @Test("ended: the motive, who goes on, what would reopen it")
  func ended() throws {
    var late = try Vie.recue()
    late.close(Jour(2026, 5, 17))
    #expect(late.dossier.pourquoi(on: Jour(2026, 5, 18)).tour == .comptable)
    #expect(
      phrases(late, on: Jour(2026, 5, 18)) == [
        "Le dossier est clos depuis le 16/05/2026 : le terme est échu.",
        "Le comptable reprend les poursuites (article 11, alinéa 3, de la convention).",
        "Une prolongation accordée par le comptable le rouvrirait (article 9, alinéa 3, de la convention).",
      ])
    var paid = try Vie.recue()
    try paid.receive(.paiement("P1", .euros(100)), fait: jour)
    #expect(paid.dossier.pourquoi(on: jour).tour == .personne)
    #expect(phrases(paid)[1] == "Plus rien n’est attendu de l’étude (article 11 de la convention).")
  }

  @Test("given up: the reject code and its cause", arguments: [("403", "introuvable"), ("404", "aucune étude")])
  func givenUp(_ code: String, _ cause: String) throws {
    var vie = Vie(transmise: .exemple())
    vie.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))])
    vie.follow(try vie.dossier.ecarter(code: code, raison: "constat"))
    #expect(phrases(vie)[0].contains("code \(code)"))
    #expect(phrases(vie)[0].contains(cause))
    #expect(vie.dossier.pourquoi(on: jour).tour == .comptable)
  }

  @Test("each motive of end has its words", arguments: PhaseTerminee.Motif.allCases)
  func motives(_ motif: PhaseTerminee.Motif) {
    var vie = Vie()
    vie.follow([
      .phaseTerminee(
        PhaseTerminee(
          motif: motif.rawValue, date: jour, resteDu: .zero, reprise: false, etude: Exemple.etude))
    ])
    #expect(phrases(vie).count == 3)
    #expect(phrases(vie)[0].hasSuffix("\(motif.libelle)."))
  }

  @Test("an unknown motive is shown as another motive, without a fault")
  func unknownMotive() {
    var vie = Vie()
    vie.follow([
      .phaseTerminee(
        PhaseTerminee(motif: "ZZ", date: jour, resteDu: .zero, reprise: false, etude: nil))
    ])
    #expect(phrases(vie)[0].hasSuffix("\(PhaseTerminee.Motif.autre.libelle)."))
  }
}
