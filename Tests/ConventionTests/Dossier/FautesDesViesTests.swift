import Testing

@testable import Convention

/// What the lives of `regles eprouver` found, each as a case that a clerk may follow.
@Suite("Fautes trouvées par les vies inventées")
struct FautesDesViesTests {
  private let jour = Jour(2026, 3, 10)

  @Test("a debt that comes back reopens a dossier whose recall was undone while nothing was due (R026, R047)")
  func recallUndoneWhilePaid() throws {
    var vie = try Vie.recue()
    vie.update(.code("12", 1, le: jour))
    #expect(vie.dossier.fin?.motif == PhaseTerminee.Motif.rappel.rawValue)
    try vie.receive(.paiement("P1", .euros(100)), fait: jour)
    vie.update(.code("20", 2, le: jour, annule: 1))
    #expect(vie.dossier.estClos && vie.dossier.resteDu == .zero)
    try vie.receive(.annulation("P2", de: "P1", .euros(100)), fait: jour)
    #expect(vie.dossier.estOuvert && vie.dossier.resteDu == .euros(100))
  }

  @Test("a recall that still counts keeps the dossier ended when the debt comes back (R026)")
  func recallThatHolds() throws {
    var vie = try Vie.recue()
    vie.update(.code("12", 1, le: jour))
    try vie.receive(.paiement("P1", .euros(100)), fait: jour)
    try vie.receive(.annulation("P2", de: "P1", .euros(100)), fait: jour)
    #expect(vie.dossier.estClos && vie.dossier.resteDu == .euros(100))
  }

  @Test("a dossier that its étude hands back as paid stays ended when the address is corrected (R047)")
  func handedBackAsPaid() throws {
    var vie = try Vie.recue()
    try vie.receive(.rendu("01"), fait: jour)
    #expect(vie.dossier.estClos && vie.dossier.resteDu == .euros(100))
    vie.update(.code("15", 1, le: jour, adresse: .corrigee("3 RUE NEUVE")))
    #expect(vie.dossier.estClos)
  }

  @Test("doors are not forced under an act that no rule names either (R034)")
  func openingUnderAnyAct() throws {
    var vie = try Vie.judiciaire()
    let before = vie.dossier
    let acte = Acte(code: "006", etatPoursuites: "EP-1", referenceDocument: "PV-1", ouvertureForcee: true)
    #expect(throws: Refus(.ouvertureSansPermission, under: Article(10, alinea: 3))) {
      try vie.receive(.acte(acte), fait: jour, seuil: .euros(300))
    }
    #expect(vie.dossier == before)
    try vie.receive(.acte(acte), fait: jour, seuil: .euros(299))
    #expect(vie.dossier.poursuites.actes.count == 1)
  }

  @Test("a carence never brings the prescription nearer than the date of the demand (R037)")
  func prescriptionNeverShortened() throws {
    var vie = try Vie.judiciaire(prescription: Jour(2031, 1, 1))
    try vie.act(.carence, le: jour)
    #expect(vie.dossier.prescription.dernierJour == Jour(2031, 1, 1))
    try vie.act(.carence, le: Jour(2027, 6, 1))
    #expect(vie.dossier.prescription.dernierJour == Jour(2031, 6, 1))
  }

  @Test("the carence of an étude that then refuses the dossier still interrupts the prescription (R037)")
  func carenceOfTheFormerEtude() throws {
    var vie = try Vie.judiciaire(prescription: Jour(2027, 1, 1))
    try vie.act(.carence, le: jour)
    try vie.receive(.refusEtude, fait: jour, relais: .remise(.exemple(a: Exemple.autreEtude, le: jour)))
    #expect(vie.dossier.prescription.dernierJour == Jour(2030, 3, 10))
    #expect(vie.dossier.poursuites.actes.isEmpty)
  }

  @Test("the form of a suspension that an étude gave is not asked of the next one (R051)")
  func formOfTheFormerEtude() throws {
    var vie = try Vie.judiciaire()
    vie.update(.code("10", 1, le: jour))
    try vie.receive(.retour(RetourCirconstancie(etatPoursuites: "EP-1", referenceDocument: "F-1")), fait: jour)
    try vie.receive(.refusEtude, fait: jour, relais: .remise(.exemple(a: Exemple.autreEtude, le: jour)))
    #expect(!vie.dossier.attendFormulaire)
    vie.update(.code("10", 2, le: jour))
    #expect(vie.dossier.attendFormulaire)
  }

  @Test("an answer given before a request does not grant it, were their numbers the same (R039)")
  func answerBeforeTheRequest() throws {
    var vie = try Vie.judiciaire()
    try vie.act(.saisieVente, le: jour)
    vie.update(.code("16", 1, le: jour, message: vie.numero + 1))
    try vie.ask(DemandeAutorisation(objet: "V", referenceDocument: "PV-1"), le: jour, reponse: nil)
    #expect(vie.dossier.autorisations.map(\.reponse) == [.attendue])
    #expect(throws: Refus(.venteSansAutorisation, under: Article(10, alinea: 6))) {
      try vie.act(.dateDeVente, le: jour)
    }
    vie.update(.code("16", 2, le: jour, message: vie.numero - 1))
    #expect(vie.dossier.autorisations.map(\.reponse) == [.accordee(le: jour)])
  }

  @Test("the end of delays granted is explained, and the eve of the term for the second letter (R026, R148)")
  func explanations() throws {
    var vie = try Vie.recue()
    let veille = try #require(vie.dossier.terme).adding(days: -1)
    let lettre = vie.dossier.explicationsDesDates(on: jour).first { $0.regle == "Echeance" }
    #expect(lettre?.resultat == veille.texte)
    vie.update(.code("07", 1, le: jour, fin: Jour(2026, 4, 30)))
    let fin = vie.dossier.explicationsDesDates(on: jour).first { $0.regle == "Actualisations.suspensions" }
    #expect(fin?.resultat == "30/04/2026" && fin?.articles == [Article(8)])
    // With a suspension that has no end, the end of the delays is of no account.
    vie.update(.code("10", 2, le: jour))
    #expect(!vie.dossier.explicationsDesDates(on: jour).contains { $0.regle == "Actualisations.suspensions" })
  }

  @Test("on the evening of a reminder, the dates to come no longer announce it (R157)")
  func reminderSent() throws {
    var vie = try Vie.recue()
    let quinzaine = Exemple.remise.adding(days: 15)
    vie.close(from: Exemple.remise, through: quinzaine.adding(days: -1))
    #expect(vie.dossier.echeances(on: quinzaine).contains { $0.nature == .relance && $0.jour == quinzaine })
    #expect(vie.close(quinzaine).relances.map(\.rang) == [.quinzaine])
    let next = vie.dossier.echeances(on: quinzaine).first { $0.nature == .relance }
    #expect(next?.jour == Exemple.remise.adding(days: 40))
  }
}
