import Testing

@testable import Convention

@Suite("Art. 10 — actes et procès-verbaux du recouvrement judiciaire")
struct ActesTests {
  private let jour = Jour(2026, 3, 10)

  @Test("art. 12 ▸2 (R050): an act that cites another état de poursuites is refused and changes nothing")
  func otherState() throws {
    var vie = try Vie.judiciaire()
    let before = vie.dossier
    #expect(throws: Refus(.sansEtatDePoursuites, under: Article(12))) {
      try vie.receive(.acte(.exemple(.commandement, etat: "EP-2")), fait: jour)
    }
    #expect(vie.dossier == before)
    #expect(try vie.act(.commandement, le: jour).genres == [.acteSignale])
  }

  @Test(
    "art. 10, al. 8 (R041–R043): no procès-verbal of a vain search, of a new address or of a suspension",
    arguments: ["091", "092", "093"])
  func inexistant(_ code: String) throws {
    var vie = try Vie.judiciaire()
    let acte = Acte(code: code, etatPoursuites: "EP-1", referenceDocument: "PV-1")
    #expect(throws: Refus(.procesVerbalInexistant, under: Article(10, alinea: 8))) {
      try vie.receive(.acte(acte), fait: jour)
    }
  }

  @Test("art. 10, al. 5 (R037): a carence without its reason, or without a signature nor why, is refused")
  func carenceForm() throws {
    var vie = try Vie.judiciaire()
    let before = vie.dossier
    #expect(throws: Refus(.carenceSansMotif, under: Article(10, alinea: 5))) {
      try vie.receive(.acte(.exemple(.carence, motif: nil)), fait: jour)
    }
    for signature in [nil, "N"] {
      #expect(throws: Refus(.carenceSansSignature, under: Article(10, alinea: 5))) {
        try vie.receive(.acte(.exemple(.carence, signature: signature)), fait: jour)
      }
    }
    #expect(vie.dossier == before)
    try vie.receive(.acte(.exemple(.carence, signature: "N", nonSignature: "02")), fait: jour)
    #expect(vie.dossier.poursuites.acte(.carence) != nil)
  }

  @Test(
    "art. 10, al. 5 (R038): goods of 200 for a sale of 250 give a carence, 250 for 250 do not",
    arguments: [(200, 250, true), (249, 250, true), (250, 250, false), (251, 250, false)])
  func carenceValue(_ valeur: Int64, _ cout: Int64, _ admise: Bool) throws {
    #expect(Carence.isProposed(valeur: .euros(valeur), cout: .euros(cout)) == admise)
    var vie = try Vie.judiciaire()
    let acte = Message.Contenu.acte(.exemple(.carence, motif: "3", valeur: .euros(valeur), cout: .euros(cout)))
    if admise {
      #expect(try vie.receive(acte, fait: jour).genres == [.acteSignale])
    } else {
      #expect(throws: Refus(.carenceInjustifiee, under: Article(10, alinea: 5))) { try vie.receive(acte, fait: jour) }
    }
  }

  @Test("art. 10, al. 5 (R037): a carence interrupts the prescription, four years start again from it")
  func prescription() throws {
    var vie = try Vie.judiciaire(prescription: Jour(2026, 6, 30))
    #expect(vie.dossier.prescription.dernierJour == Jour(2026, 6, 30))
    #expect(vie.dossier.prescription.alerte == Jour(2026, 4, 1))
    try vie.act(.carence, le: Jour(2026, 3, 31))
    #expect(vie.dossier.prescription.dernierJour == Jour(2030, 3, 31))
    #expect(vie.dossier.echeances(on: jour).last?.nature == .prescription)
  }

  @Test("a carence after the prescription does not bring the action back; on its last day it does (R037)")
  func tooLate() {
    #expect(Prescription(initiale: Jour(2026, 3, 9), interruptions: [jour]).dernierJour == Jour(2026, 3, 9))
    #expect(Prescription(initiale: jour, interruptions: [jour]).dernierJour == Jour(2030, 3, 10))
    let leap = Prescription(initiale: nil, interruptions: [Jour(2024, 2, 29)])
    #expect(leap.dernierJour == Jour(2028, 2, 29))
    #expect(Prescription(initiale: nil, interruptions: []).dernierJour == nil)
  }
}

@Suite("Art. 10, al. 4 — réception de deniers")
struct ReceptionDeDeniersTests {
  private let jour = Jour(2026, 3, 10)
  private let refus = Refus(.deniersPartiels, under: Article(10, alinea: 4))

  @Test("R036: the whole debt paid in the étude's hands gives the procès-verbal, though the dossier is then ended")
  func whole() throws {
    var vie = try Vie.judiciaire()
    #expect(throws: refus) { try vie.act(.receptionDeDeniers, le: jour) }
    try vie.receive(.paiement("P1", .euros(299, 99)), fait: jour)
    #expect(throws: refus) { try vie.act(.receptionDeDeniers, le: jour) }
    try vie.receive(.paiement("P2", Montant(cents: 1)), fait: jour)
    #expect(vie.dossier.fin?.motif == "01")
    #expect(try vie.act(.receptionDeDeniers, le: jour).genres == [.acteSignale])
  }

  @Test("R036: a part paid to the comptable, or a cheque to the Trésor, gives none")
  func elsewhere() throws {
    var comptable = try Vie.judiciaire()
    comptable.update(.code("06", le: jour, montant: .euros(100)))
    try comptable.receive(.paiement("P1", .euros(200)), fait: jour)
    #expect(comptable.dossier.resteDu == .zero)
    #expect(throws: refus) { try comptable.act(.receptionDeDeniers, le: jour) }
    var cheque = try Vie.judiciaire()
    try cheque.receive(.encaissement(.exemple("P1", .euros(300), ordre: "T", moyen: "02")), fait: jour)
    #expect(throws: refus) { try cheque.act(.receptionDeDeniers, le: jour) }
  }

  @Test("R036: a payment that failed no longer counts")
  func cancelled() throws {
    var vie = try Vie.judiciaire()
    try vie.receive(.paiement("P1", .euros(300)), fait: jour)
    try vie.receive(.annulation("P2", de: "P1", .euros(300)), fait: jour)
    #expect(throws: refus) { try vie.act(.receptionDeDeniers, le: jour) }
  }
}
