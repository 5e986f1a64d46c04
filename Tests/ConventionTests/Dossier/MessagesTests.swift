import Convention
import Testing

@Suite("Art. 3 et 7 — messages de l'étude")
struct MessagesTests {
  private let jour = Jour(2026, 3, 10)

  @Test(
    "art. 3 ▸1 (R010): letters, messages, calls and visits are recorded, each in its family",
    arguments: [
      ("01", Action.Famille.courrier), ("02", .courrier), ("03", .courrier), ("10", .message),
      ("11", .message), ("12", .message), ("20", .appel), ("30", .visite),
    ])
  func actions(_ code: String, _ famille: Action.Famille) throws {
    var vie = try Vie.recue()
    #expect(try vie.receive(.lettre(code, jour), fait: jour).genres == [.actionEngagee])
    #expect(vie.dossier.actions.nombres == [famille: 1])
  }

  @Test("the summary counts every action, the first and last days, and the last result that is not blank")
  func summary() throws {
    var vie = try Vie.recue()
    for (code, quantieme, resultat) in [("20", 12, "02"), ("01", 4, "01"), ("30", 20, nil)] {
      let fait = Jour(2026, 3, quantieme)
      let action = Action(code: code, horodatage: Instant(fait, heure: 9).horodatage, resultat: resultat)
      try vie.receive(.action(action), fait: fait)
    }
    #expect(vie.dossier.actions.total == 3)
    #expect(vie.dossier.actions.premiere == Jour(2026, 3, 4))
    #expect(vie.dossier.actions.derniere == Jour(2026, 3, 20))
    #expect(vie.dossier.actions.dernierResultat == "01")
    #expect(vie.dossier.actions.premiereLettre == Jour(2026, 3, 4))
  }

  @Test("art. 3 ▸2 (R011, R045): insolvency needs the reference and the date of what proved it earlier")
  func insolvency() throws {
    var vie = try Vie.recue()
    let before = vie.dossier
    let refus = Refus(.insolvabiliteSansJustificatif, under: Article(3))
    for (reference, date) in [(nil, nil), ("PV-12", nil), (nil, jour), ("PV-12", jour.adding(days: 1))]
      as [(String?, Jour?)]
    {
      let constat = Constat(code: "INS", referenceJustificatif: reference, dateJustificatif: date)
      #expect(throws: refus) { try vie.receive(.constat(constat), fait: jour) }
    }
    #expect(vie.dossier == before)
    for date in [jour.adding(days: -1), jour] {
      let constat = Constat(code: "INS", referenceJustificatif: "PV-12", dateJustificatif: date)
      #expect(try vie.receive(.constat(constat), fait: jour).genres == [.constatEtabli])
    }
    #expect(vie.dossier.constats.count == 2)
  }

  @Test(
    "art. 3 ▸3 and ▸4 (R012, R013, R046): the other findings need no justification",
    arguments: Constat.Code.allCases.filter { $0 != .insolvabilite })
  func findings(_ code: Constat.Code) throws {
    var vie = try Vie.recue()
    let constat = Constat(code: code.rawValue, motifPnd: "01", adresse: .corrigee("3 RUE NEUVE"))
    #expect(try vie.receive(.constat(constat), fait: jour).genres == [.constatEtabli])
    #expect(vie.dossier.constats.last?.constat.code == code.rawValue)
    #expect(vie.dossier.estOuvert)
  }

  @Test("art. 3 ▸4 (R013): useful information is kept and changes nothing")
  func information() throws {
    var vie = try Vie.recue()
    let before = vie.dossier
    let item = Renseignement(type: "EMP", nomTiers: "ENTREPRISE")
    #expect(try vie.receive(.renseignement(item), fait: jour).genres == [.renseignementDonne])
    #expect(vie.dossier == before)
  }

  @Test("art. 3, last alinéa (R014): no procès-verbal in the phase comminatoire, even after its end")
  func acts() throws {
    let acte = Message.Contenu.acte(
      Acte(code: "52", etatPoursuites: "EP-1", referenceDocument: "DOC-1"))
    var amicable = try Vie.recue()
    let before = amicable.dossier
    let refus = Refus(.actePhaseComminatoire, under: Article(3))
    #expect(throws: refus) { try amicable.receive(acte, fait: jour) }
    #expect(amicable.dossier == before)
    amicable.update(.code("12", le: jour))
    #expect(throws: refus) { try amicable.receive(acte, fait: jour) }
    var judicial = try Vie.recue(.exemple(phase: .judiciaire))
    #expect(try judicial.receive(acte, fait: jour).genres == [.acteSignale])
    #expect(judicial.dossier.poursuites.actes.count == 1)
  }

  @Test("art. 10: a request for an agreement is passed on and waits for the comptable's answer")
  func authorisation() throws {
    var vie = try Vie.recue(.exemple(phase: .judiciaire))
    let item = DemandeAutorisation(objet: "O", montant: .euros(100))
    #expect(try vie.receive(.autorisation(item), fait: jour).genres == [.autorisationDemandee])
    #expect(vie.dossier.estOuvert)
  }

  @Test("an étude that never held the dossier is refused, whatever it says")
  func stranger() throws {
    var vie = try Vie.recue()
    let before = vie.dossier
    #expect(throws: Refus(.etudeNonAttributaire, under: Article(.annexeEchanges, "II.1.1.1 a"))) {
      try vie.receive(.lettre("01", jour), de: Exemple.autreEtude, fait: jour)
    }
    #expect(vie.dossier == before)
  }
}

@Suite("Fin d'intervention et messages après la fin")
struct ApresLaFinTests {
  private let jour = Jour(2026, 3, 10)

  @Test(
    "the étude hands the dossier back with its own motive; what is due is what the centre counts",
    arguments: ["05", "06", "07", "09", "90"])
  func handsBack(_ motif: String) throws {
    var vie = try Vie.recue()
    let fin = try vie.receive(.rendu(motif), fait: jour, recu: Jour(2026, 3, 12)).fin
    #expect(fin?.motif == motif)
    #expect(fin?.date == jour)
    #expect(fin?.resteDu == .euros(100))
    #expect(fin?.reprise == true)
    #expect(fin?.etude == Exemple.etude)
  }

  @Test("art. 11, al. 1 (R044): a dossier may be handed back without any other account")
  func minimal() throws {
    var vie = Vie()
    #expect(try vie.receive(.rendu("06"), fait: jour).genres == [.phaseTerminee])
  }

  @Test("handed back with nothing due, nothing is resumed")
  func nothingDue() throws {
    var vie = try Vie.recue(.exemple([.exemple(1, .zero)]))
    #expect(try vie.receive(.rendu("09"), fait: jour).fin?.reprise == false)
  }

  @Test("the papers and the comment of the end come from the étude")
  func papers() throws {
    var vie = try Vie.recue()
    let rendu = FinIntervention(
      motif: "90", resteDu: .zero, referenceDocument: "DOC-1", empreinteDocument: "abc",
      commentaire: "voir courrier")
    let fin = try vie.receive(.fin(rendu), fait: jour).fin
    #expect(fin?.referenceDocument == "DOC-1")
    #expect(fin?.empreinteDocument == "abc")
    #expect(fin?.commentaire == "voir courrier")
  }

  @Test("a dossier handed back does not come back when the comptable undoes an event or extends")
  func stays() throws {
    var vie = try Vie.recue()
    vie.update(.code("02", 1, le: jour, montant: .euros(30)))
    try vie.receive(.rendu("06"), fait: jour)
    #expect(vie.update(.code("20", 2, le: jour, annule: 1)).genres == [.actualisationRecue])
    #expect(vie.update(.code("13", 3, le: jour, fin: Jour(2026, 7, 1))).genres == [.actualisationRecue])
    #expect(vie.dossier.estClos)
  }

  @Test("after the end, every message but money is kept without effect")
  func kept() throws {
    var vie = try Vie.recue(.exemple(phase: .judiciaire))
    vie.update(.code("12", le: jour))
    let before = vie.dossier
    let late = Jour(2026, 3, 20)
    let messages: [Message.Contenu] = [
      .accuse(.exemple(late)), .refusEtude, .lettre("02", late), .constat(Constat(code: "DIS")),
      .renseignement(Renseignement(type: "EMP")),
      .prolongation(DemandeProlongation(finDemandee: Jour(2026, 6, 1), motif: "01")),
      .autorisation(DemandeAutorisation(objet: "V")),
      .acte(Acte(code: "52", etatPoursuites: "EP-1", referenceDocument: "DOC-1")),
      .justification(JustificationRetard(relance: "08", motif: "01")), .rendu("05"),
    ]
    for contenu in messages {
      #expect(try vie.receive(contenu, fait: late).genres == [.messageConserve])
    }
    #expect(vie.dossier == before)
  }
}
