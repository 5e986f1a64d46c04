import Convention
import Registre
import Testing

@testable import Centre

@Suite("D’où viennent les dates et les montants d’un dossier")
struct ExplicationsDeDossierTests {
  private static let jour = Jour(2026, 3, 2)

  private func annuaire() throws -> (Annuaire, CodeEtude) {
    let code = try #require(CodeEtude("E3101"))
    var annuaire = Annuaire()
    annuaire.etudes[code] = Etude(
      code: code, nom: "SCP E3101", contrats: [ContratDepartemental(du: Jour(2025, 1, 1))], ressort: [])
    return (annuaire, code)
  }

  private func dossier(_ phase: Phase, a etude: CodeEtude) throws -> Dossier {
    let titre = Titre(
      rang: 1, typeCollectivite: "COM", codeCollectivite: "101", codeBudget: "00", collectivite: "COMMUNE",
      exercice: "2025", numero: "1", emission: Jour(2025, 6, 1), nature: "CAN", initial: Montant(cents: 100_00),
      resteDu: Montant(cents: 100_00))
    let redevable = Redevable(rang: 1, qualite: "01", nom: "LEFEVRE", adresse: Adresse(lignes: ["12 RUE DU MOULIN"]))
    let demande = Demande(
      cle: CleDemande(application: "HELIOS", exploitation: "031", numero: "D-1"), phase: phase, categorie: "CEP",
      date: Jour(2026, 2, 27), poste: "031012", montant: Montant(cents: 100_00), etatPoursuites: "EP-1",
      redevables: [redevable], titres: [titre])
    let postal = try #require(CodePostal("31770"))
    let remis = DossierRemis(
      etude: etude, instant: Instant(ExplicationsDeDossierTests.jour, heure: 8), codePostal: postal, delaiDays: 75)
    var dossier = try #require(
      Dossier([.dossierTransmis(DossierTransmis(demande: demande)), .dossierRemis(remis)]))
    let payment = Encaissement(
      numero: "P1", moyen: "03", ordre: "E", recu: Montant(cents: 40_00), creance: Montant(cents: 40_00))
    let accuse = Accuse(horodatage: "20260302090000+0100", jour: ExplicationsDeDossierTests.jour)
    try tell(.accuse(accuse), 1, le: ExplicationsDeDossierTests.jour, de: etude, to: &dossier)
    try tell(.encaissement(payment), 2, le: Jour(2026, 3, 10), de: etude, to: &dossier)
    return dossier
  }

  private func tell(
    _ contenu: Message.Contenu, _ numero: Int64, le jour: Jour, de etude: CodeEtude, to dossier: inout Dossier
  ) throws {
    let entete = EnteteMessage(etude: etude, numero: numero, fait: jour, bilan: true)
    let events = try dossier.decide(
      Message(entete: entete, contenu: contenu), jour: jour, instant: Instant(jour, heure: 12), relais: .aucun,
      seuil: nil)
    for event in events { dossier.apply(event) }
  }

  @Test("an amicable dossier has dates, amounts, fees, contract and sums; a judicial one a liquidation and no fee")
  func groups() throws {
    let (annuaire, code) = try annuaire()
    for (phase, present, absent) in [
      (Phase.comminatoire, "Frais de la phase comminatoire", "Liquidation du recouvrement judiciaire"),
      (.judiciaire, "Liquidation du recouvrement judiciaire", "Frais de la phase comminatoire"),
    ] {
      let found = ExplicationsDeDossier(try dossier(phase, a: code), annuaire, on: Jour(2026, 3, 11)).groupes
      let titles = found.map(\.titre)
      #expect(
        ["Dates", "Montants", present, "Contrat départemental", "Sommes reçues par l’étude"].allSatisfy(titles.contains)
      )
      #expect(!titles.contains(absent))
      #expect(found.allSatisfy { !$0.explications.isEmpty || !$0.reserves.isEmpty })
    }
  }

  @Test("each explanation has its rule, its article and its result, and names nobody")
  func complete() throws {
    let (annuaire, code) = try annuaire()
    for groupe in ExplicationsDeDossier(try dossier(.comminatoire, a: code), annuaire, on: Jour(2026, 3, 11)).groupes {
      for item in groupe.explications {
        #expect(!item.regle.isEmpty && !item.articles.isEmpty && !item.resultat.isEmpty, "\(item.titre)")
        for word in ["LEFEVRE", "MOULIN"] { #expect(!"\(item)".contains(word), "\(item.titre)") }
      }
    }
  }

  @Test("without an étude known, dates and amounts are explained all the same")
  func unknown() throws {
    let (_, code) = try annuaire()
    let found = ExplicationsDeDossier(try dossier(.comminatoire, a: code), Annuaire(), on: Jour(2026, 3, 11)).groupes
    #expect(
      found.map(\.titre).prefix(2) == ["Dates", "Montants"] && !found.contains { $0.titre == "Contrat départemental" })
  }
}
