import Convention
import Foundation
import Registre
import Testing

@testable import Centre

@Suite("Contrats : chaque acte change le contrat que la réception lit (R002–R005, R028–R034, R068–R072)")
struct ContratsDuCentreTests {
  private static let jour = Jour(2026, 3, 2)
  private static let cle = "31-E3101-20250101"
  private static let etude = CodeEtude("E3101")

  /// A centre whose contracts run from 2025 to 2027, their histories opened by an import.
  private func essai(_ change: (inout ContratDepartemental) -> Void = { _ in }) async throws -> CentreDEssai {
    let annuaire = try Annuaire.essai { annuaire in
      annuaire.changer("E3101") {
        $0.contrats = [ContratDepartemental(du: Jour(2025, 1, 1), au: Jour(2027, 12, 31))]
        change(&$0.contrats[0])
      }
    }
    let essai = try await CentreDEssai(annuaire: annuaire)
    #expect(try await contrats(essai).importer(annuaire) == [])
    return essai
  }

  private func contrats(_ essai: CentreDEssai, _ jour: Jour = jour) throws -> ContratsDuCentre {
    ContratsDuCentre(try essai.centre(jour))
  }

  private func projete(_ essai: CentreDEssai) async throws -> ContratDepartemental {
    let annuaire = try await essai.registre.lire { try $0.annuaire() }
    let etude = try #require(Self.etude)
    return try #require(annuaire.etudes[etude]).contrats[0]
  }

  private func rang(_ essai: CentreDEssai) async throws -> Int {
    try #require(try await contrats(essai).voir(Self.cle, .exploitant)).fiche.rang
  }

  @Test("an import opens the history of each contract, in force at once, and leaves the contract as it was declared")
  func opened() async throws {
    let essai = try await essai()
    let vu = try #require(try await contrats(essai).voir("E3101", .exploitant))
    #expect(vu.fiche.cle == Self.cle && vu.etat == .enVigueur)
    #expect(vu.actes.map { PhraseDActeDeContrat.texte($0.acte) }.last == "En vigueur à partir du 01/01/2025")
    #expect(try await projete(essai) == ContratDepartemental(du: Jour(2025, 1, 1), au: Jour(2027, 12, 31)))
  }

  @Test(
    "two départements: two histories, two contracts kept; the étude's code alone does not choose between them (R004)")
  func twoDepartements() async throws {
    let annuaire = try Annuaire.essai { annuaire in
      annuaire.changer("E3101") { etude in
        etude.contrats = ["31", "32"].map { departement in
          var contrat = ContratDepartemental(du: Jour(2025, 1, 1), au: Jour(2027, 12, 31))
          contrat.clauses.departement = Departement(departement)
          return contrat
        }
      }
    }
    let essai = try await CentreDEssai(annuaire: annuaire)
    #expect(try await contrats(essai).importer(annuaire) == [])
    #expect(try await contrats(essai).importer(annuaire) == [])
    let keys = ["31-E3101-20250101", "32-E3101-20250101"]
    await #expect(throws: FauteDeContrat.aChoisir(keys)) { try await contrats(essai).voir("E3101", .exploitant) }
    let gers = Perimetre.departement(try #require(Departement("32")))
    #expect(try await contrats(essai).voir("E3101", gers)?.fiche.cle == keys[1])
    try await contrats(essai).denoncer(.init(keys[1]), par: [.huissier], notifieeLe: Self.jour)
    let etude = try #require(Self.etude)
    let kept = try await essai.registre.lire { try $0.annuaire() }.etudes[etude]?.contrats ?? []
    #expect(kept.map(\.denonceLe) == [nil, Self.jour])
  }

  @Test("concluded, signed by all and engaged, a contract opens exchanges, and not before (R003–R004, R069, R077)")
  func concluded() async throws {
    let essai = try await essai { $0.au = Jour(2026, 3, 2) }
    let (work, etude) = (try contrats(essai), try #require(Self.etude))
    let departement = try #require(Departement("31"))
    func conclure(_ du: Jour) async throws -> String {
      try await work.conclure(.init(etude, departement, .directeur, du: du), par: "direction:31/luc").cle
    }
    for (du, motif) in [
      (Jour(2026, 3, 2), Refus.Motif.contratDejaConclu), (Jour(2010, 12, 14), .anterieurALaConvention),
    ] {
      let refus = await #expect(throws: Refus.self) { try await conclure(du) }
      #expect(refus?.motif == motif)
    }
    let demain = Self.jour.adding(days: 1)
    let cle = try await conclure(demain)
    #expect(cle == "31-E3101-20260303")
    func open() async throws -> Bool? {
      let found = try await essai.registre.lire { try $0.annuaire() }.etudes[etude]
      return found?.contrat(with: Codique("031012"), on: demain)?.isActive(on: demain)
    }
    #expect(try await open() == false)
    for qualite in [QualiteDeSignataire.prefet, .directeur, .huissier] {
      try await work.signer(.init(cle), qualite, le: Self.jour)
    }
    #expect(try await open() == false)
    try await work.engager(.init(cle), le: Self.jour)
    #expect(try await open() == true)
    // An étude that is not in the directory signs nothing.
    let inconnue = try #require(CodeEtude("E9999"))
    await #expect(throws: FauteDeContrat.etudeInconnue(inconnue)) {
      try await work.conclure(.init(inconnue, departement, .directeur, du: demain))
    }
  }

  @Test("R138–R139: an application is opened once, the spreadsheet agreed on or taken back; the same again is refused")
  func channels() async throws {
    let essai = try await essai { $0.importTableur = false }
    let (work, geste) = (try contrats(essai), ContratsDuCentre.Geste(Self.cle))
    try await work.ouvrir(geste, .init("HELIOS", du: Self.jour))
    try await work.convenirDuTableur(geste, admis: true)
    let kept = try await projete(essai)
    #expect(kept.clauses.ouvertures == [.init("HELIOS", du: Self.jour)] && kept.importTableur)
    for wrong in ["HELIOS", "", "helios", "UNNOMTROPLONG"] {
      await #expect(throws: Refus(.applicationDejaOuverte, under: Article(.annexeEchanges, "II.1.2"))) {
        try await work.ouvrir(geste, .init(wrong, du: Self.jour))
      }
    }
    await #expect(throws: Refus(.modeRetroactif, under: Article(.cahierDesCharges, "3", alinea: 5))) {
      try await work.ouvrir(geste, .init("AUTRE", du: Self.jour.adding(days: -1)))
    }
    await #expect(throws: Refus(.tableurDejaConvenu, under: Article(.annexeEchanges, "II.1.2"))) {
      try await work.convenirDuTableur(geste, admis: true)
    }
    try await work.convenirDuTableur(geste, admis: false)
    #expect(try await projete(essai).importTableur == false)
  }

  @Test("imported again: the same says nothing; another contract does not prevail, and the command to use is named")
  func importedAgain() async throws {
    let essai = try await essai()
    var annuaire = try await essai.registre.lire { try $0.annuaire() }
    #expect(try await contrats(essai).importer(annuaire) == [])
    annuaire.changer("E3101") { $0.contrats[0].denonceLe = Jour(2026, 2, 1) }
    let phrases = try await contrats(essai).importer(annuaire)
    #expect(phrases.count == 1 && phrases[0].contains("contrats denoncer") && phrases[0].contains(Self.cle))
    #expect(try await projete(essai).denonceLe == nil)
    #expect(try await rang(essai) == 2)
  }

  @Test("a contract declared after the last one has ended opens a history of its own")
  func next() async throws {
    let essai = try await essai()
    var annuaire = try await essai.registre.lire { try $0.annuaire() }
    annuaire.changer("E3101") { $0.contrats = [ContratDepartemental(du: Jour(2028, 1, 1))] }
    #expect(try await contrats(essai).importer(annuaire) == [])
    #expect(try await contrats(essai).lister(.exploitant, FiltreDHistoires(etude: Self.etude)).count == 2)
    // In March 2026 the first still binds the étude.
    #expect(try await projete(essai).du == Jour(2025, 1, 1))
  }

  @Test("each act rewrites the contract in the same transaction, and says who did it")
  func acts() async throws {
    let essai = try await essai {
      $0.signatures = Signatures()
      $0.clauses.engagement = .attendu
    }
    let (contrats, jour) = (try contrats(essai), Self.jour)
    let geste = ContratsDuCentre.Geste(Self.cle, par: "exploitant:claire")
    for qualite in AutoriteDuDepartement.directeur.signataires {
      try await contrats.signer(geste, qualite, le: jour)
    }
    #expect(try await !projete(essai).isComplete)
    try await contrats.engager(geste, le: jour)
    #expect(try await projete(essai).isActive(on: jour))
    try await contrats.fixer(
      geste, Objectif(.init(.general), taux: Taux(centiemes: 4000), du: jour), approbations: [.directeur], le: jour)
    try await contrats.communiquer(
      geste, SeuilOuvertureForcee(Montant(cents: 1_500_00), lettre: Ecrit("L-1", du: jour)), approbations: [.directeur])
    try await contrats.fixer(geste, Periodicite(.compteRendu, months: 3, du: jour))
    try await contrats.renouveler(
      geste, .ordinaire, decision: Ecrit("D-1", du: jour), approbations: [.directeur])
    let contrat = try await projete(essai)
    #expect(contrat.au == Jour(2030, 12, 31) && contrat.seuil(on: jour)?.montant == Montant(cents: 1_500_00))
    #expect(contrat.objectifs(on: jour).map(\.taux.centiemes) == [4000])
    #expect(contrat.periodicite(.compteRendu, on: jour)?.months == 3)
    try await contrats.denoncer(geste, par: [.huissier], notifieeLe: jour)
    #expect(try await projete(essai).lastDay == Jour(2026, 9, 2))
    try await contrats.resilier(
      geste, .convention, preuve: Ecrit("PV-1", du: jour), notifieeLe: jour, approbations: [.directeur])
    #expect(try await projete(essai).lastDay == Jour(2026, 5, 2))
    let vu = try #require(try await contrats.voir(Self.cle, .exploitant))
    #expect(vu.etat == .enPreavis && vu.actes.last?.auteur == "exploitant:claire")
  }

  @Test("what the convention refuses changes nothing; so does a contract out of one's scope")
  func refused() async throws {
    let essai = try await essai()
    let (before, contrats) = (try await projete(essai), try contrats(essai))
    await #expect(throws: Refus(.approbationManquante, under: Article(20))) {
      try await contrats.renouveler(
        .init(Self.cle), .ordinaire, decision: Ecrit("D-1", du: Self.jour), approbations: [.prefet])
    }
    await #expect(throws: Refus(.reconductionTacite, under: Article(19))) {
      try await contrats.renouveler(
        .init(Self.cle), .ordinaire, decision: Ecrit(" ", du: Self.jour), approbations: [.directeur])
    }
    let autre = Perimetre.departement(try #require(Departement("32")))
    await #expect(throws: FauteDeContrat.inconnu) {
      try await contrats.denoncer(.init(Self.cle, autre), par: [.huissier], notifieeLe: Self.jour)
    }
    #expect(try await projete(essai) == before)
    #expect(try await rang(essai) == 2)
    #expect(try await contrats.voir(Self.cle, autre) == nil)
  }

  @Test("the same form twice is one act; a form shown before another's act is refused")
  func twice() async throws {
    let essai = try await essai()
    let (contrats, jour) = (try contrats(essai), Self.jour)
    let geste = ContratsDuCentre.Geste(Self.cle, par: "etude:E3101/anne", rang: 2)
    for _ in 1...2 { try await contrats.denoncer(geste, par: [.huissier], notifieeLe: jour) }
    #expect(try await rang(essai) == 3)
    await #expect(throws: FauteDeContrat.perime) {
      try await contrats.fixer(
        .init(Self.cle, par: "etude:E3101/anne", rang: 2), Periodicite(.compteRendu, months: 3, du: jour))
    }
    await #expect(throws: FauteDeContrat.perime) {
      try await contrats.denoncer(
        .init(Self.cle, par: "direction:31/jean", rang: 2), par: [.huissier], notifieeLe: jour)
    }
    #expect(try await rang(essai) == 3)
  }

  @Test("R029–R030: a decision on missed objectives keeps its report; refused, it leaves no document")
  func decided() async throws {
    let essai = try await essai { $0.objectifs = ["EAU": 9000] }
    let jour = Self.jour
    var aller = try Fabrique.aller(jour, 1)
    aller.demande("D1")
    try await essai.recevoir("f", try aller.octets(), jour)
    let (contrats, depot) = (try contrats(essai), DepotDeDocuments(try essai.centre(jour)))
    let rapport = ContratsDuCentre.RapportRemis(
      Ecrit("RAP-1", du: jour), nom: "rapport.pdf", octets: Data("%PDF-1.4\n1 0 obj\n%%EOF\n".utf8))
    await #expect(throws: Refus(.approbationManquante, under: Article(20))) {
      try await contrats.decider(
        .init(Self.cle), .renouvellementReduit, rapport: rapport, approbations: [], le: jour, dans: depot)
    }
    #expect(try await essai.rows("document") == 0)
    try await contrats.decider(
      .init(Self.cle), .renouvellementReduit, rapport: rapport, approbations: [.directeur], le: jour, dans: depot)
    #expect(try await essai.rows("document") == 1)
    try await contrats.renouveler(
      .init(Self.cle), .reduite, decision: Ecrit("D-1", du: jour), approbations: [.directeur])
    // Until the new period begins, a new dossier has 75 days still.
    #expect(try await projete(essai).dureeComminatoireDays == 75)
    let vu = try #require(try await contrats.voir(Self.cle, .exploitant))
    #expect(vu.histoire.contrat(on: Jour(2028, 1, 1)).dureeComminatoireDays == 60)
    #expect(vu.bilan.manques.map(\.cible.code) == ["EAU"])
  }
}
