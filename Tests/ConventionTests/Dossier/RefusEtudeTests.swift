import Convention
import Testing

@Suite("Refus d'un dossier par son étude")
struct RefusEtudeTests {
  private let jour = Jour(2026, 3, 3)

  @Test("another étude is competent: the dossier goes to it and its own clock starts")
  func relay() throws {
    var vie = try Vie.recue()
    try vie.receive(.lettre("01", jour), fait: jour)
    let events = try vie.receive(
      .refusEtude, fait: jour,
      relais: .remise(.exemple(a: Exemple.autreEtude, le: Jour(2026, 3, 4), delaiDays: 60)))
    #expect(events.genres == [.dossierRefuse, .dossierRemis])
    #expect(vie.dossier.remise?.etude == Exemple.autreEtude)
    #expect(vie.dossier.remise?.reception == nil)
    #expect(vie.dossier.terme == nil)
    #expect(vie.dossier.actions.total == 0)
    #expect(vie.dossier.etudes == [Exemple.etude, Exemple.autreEtude])
    try vie.receive(.accuse(.exemple(Jour(2026, 3, 5))), de: Exemple.autreEtude, fait: Jour(2026, 3, 5))
    #expect(vie.dossier.terme == Jour(2026, 5, 4))
  }

  @Test("the étude that refused writes without effect; its payments still count")
  func former() throws {
    var vie = Vie()
    try vie.receive(.refusEtude, fait: jour, relais: .remise(.exemple(a: Exemple.autreEtude, le: jour)))
    #expect(try vie.receive(.lettre("01", jour), fait: jour).genres == [.messageConserve])
    #expect(try vie.receive(.accuse(.exemple(jour)), fait: jour).genres == [.messageConserve])
    #expect(vie.dossier.remise?.reception == nil)
    let events = try vie.receive(.paiement("P1", .euros(100)), fait: jour)
    #expect(events.fin?.motif == "01")
    #expect(events.fin?.etude == Exemple.autreEtude)
  }

  @Test("several are competent: the dossier waits for a human, and no clock runs")
  func designation() throws {
    var vie = Vie()
    let events = try vie.receive(.refusEtude, fait: jour, relais: .designation)
    #expect(events.genres == [.dossierRefuse, .dossierMisEnAttente])
    #expect(vie.dossier.etat == .enAttente(.etude))
    #expect(vie.close(from: jour, through: Jour(2026, 6, 30)).isEmpty)
  }

  @Test("none is competent: the phase ends with motive 08 and the comptable resumes")
  func none() throws {
    var vie = Vie()
    let events = try vie.receive(.refusEtude, fait: jour, recu: Jour(2026, 3, 5), relais: .aucun)
    let fin = try #require(events.fin)
    #expect(events.genres == [.dossierRefuse, .phaseTerminee])
    #expect(fin.motif == "08")
    #expect(fin.date == jour)
    #expect(fin.resteDu == .euros(100))
    #expect(fin.reprise)
    #expect(fin.etude == Exemple.etude)
  }
}

@Suite("Art. 1 et annexe qualité I.4 — désignation d'une étude par l'exploitant")
struct DesignationTests {
  private let jour = Jour(2026, 3, 4)

  private func etude(
    _ code: CodeEtude = Exemple.autreEtude, contrat: ContratDepartemental? = nil,
    ressort: Set<CodePostal> = [Exemple.codePostal]
  ) -> Etude {
    Etude(
      code: code, nom: "SELARL CARRIERE", contrats: [contrat ?? ContratDepartemental(du: Jour(2025, 1, 1))],
      ressort: ressort)
  }

  private func waiting() throws -> Vie {
    var vie = Vie()
    try vie.receive(.refusEtude, fait: Jour(2026, 3, 3), relais: .designation)
    return vie
  }

  @Test("a competent étude under contract receives the dossier (R002, R169)")
  func accepted() throws {
    var vie = try waiting()
    vie.follow(try vie.dossier.designer(.exemple(a: Exemple.autreEtude, le: jour), to: etude()))
    #expect(vie.dossier.holds(Exemple.autreEtude))
    #expect(!vie.dossier.holds(Exemple.etude))
  }

  @Test("the étude that refused, out of its area, without a contract in force or a signature: refused")
  func refused() throws {
    let dossier = try waiting().dossier
    let signed = ContratDepartemental(du: Jour(2025, 1, 1), signatures: Signatures())
    let cases: [(CodeEtude, Etude, Refus.Motif)] = [
      (Exemple.etude, etude(Exemple.etude), .etudeDejaAttributaire),
      (Exemple.autreEtude, etude(ressort: []), .horsRessort),
      (Exemple.autreEtude, etude(contrat: ContratDepartemental(du: Jour(2026, 3, 5))), .contratInactif),
      (Exemple.autreEtude, etude(contrat: signed), .contratIncomplet),
    ]
    for (code, etude, motif) in cases {
      let refus = #expect(throws: Refus.self) {
        try dossier.designer(.exemple(a: code, le: jour), to: etude)
      }
      #expect(refus?.motif == motif)
    }
  }

  @Test("a dossier that does not wait is neither designated nor given up")
  func notWaiting() throws {
    let dossier = try Vie.recue().dossier
    let refus = Refus(.dossierPasEnAttente, under: Article(.annexeQualite, "I.4"))
    #expect(throws: refus) { try dossier.designer(.exemple(a: Exemple.autreEtude, le: jour), to: etude()) }
    #expect(throws: refus) { try dossier.ecarter(code: "403", raison: "adresse introuvable") }
  }

  @Test("given up, the demand is rejected and no evening finds anything")
  func givenUp() throws {
    var vie = Vie(transmise: .exemple())
    vie.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))])
    vie.follow(try vie.dossier.ecarter(code: "403", raison: "adresse introuvable"))
    #expect(vie.dossier.etat == .ecarte(code: "403"))
    #expect(vie.close(Jour(2026, 6, 30)).isEmpty)
  }
}
