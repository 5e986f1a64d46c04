import Convention
import Testing

@Suite("Art. 1, 9 et 18 à 21 — contrat départemental")
struct ContratTests {
  private static let signe = Jour(2025, 1, 1)
  private static let complet = Signatures(prefet: signe, directeur: signe, huissier: signe)

  @Test("art. 1, al. 3 (R004): préfet, director and huissier sign; without one of them it opens no exchange")
  func signatures() {
    var contrat = ContratDepartemental(du: ContratTests.signe, signatures: ContratTests.complet)
    #expect(contrat.isComplete)
    #expect(contrat.isActive(on: Jour(2026, 3, 2)))
    for missing in [\Signatures.prefet, \.directeur, \.huissier] {
      var signatures = ContratTests.complet
      signatures[keyPath: missing] = nil
      contrat.signatures = signatures
      #expect(!contrat.isComplete)
      #expect(!contrat.isActive(on: Jour(2026, 3, 2)))
      #expect(!contrat.accepts(demandeDu: Jour(2026, 3, 2), emiseLe: Jour(2026, 3, 2)))
    }
  }

  @Test("art. 1, note 1 (R005): without a director, the TPG and the DSF sign together, never one alone")
  func jointSignatures() {
    let jour = ContratTests.signe
    let both = Signatures(
      prefet: jour, tresorierPayeurGeneral: jour, directeurServicesFiscaux: jour, huissier: jour)
    #expect(both.isComplete)
    var alone = both
    alone.directeurServicesFiscaux = nil
    #expect(!alone.isComplete)
    alone = both
    alone.tresorierPayeurGeneral = nil
    #expect(!alone.isComplete)
  }

  @Test("a contract declared without its signatures counts as already complete")
  func declared() {
    #expect(ContratDepartemental(du: ContratTests.signe).isComplete)
    #expect(!ContratDepartemental(du: ContratTests.signe, signatures: Signatures()).isComplete)
  }

  @Test(
    "art. 19 (R069): the eve of the same day three years later, 28 February where there is no 29th",
    arguments: [
      (Jour(2028, 2, 29), Jour(2031, 2, 28)), (Jour(2028, 2, 28), Jour(2031, 2, 27)),
      (Jour(2028, 3, 1), Jour(2031, 2, 28)), (Jour(2025, 3, 1), Jour(2028, 2, 29)),
      (Jour(2025, 1, 1), Jour(2027, 12, 31)),
    ])
  func terme(_ du: Jour, _ au: Jour) { #expect(ContratDepartemental.terme(from: du) == au) }

  @Test("art. 19 (R069): three years from 15/12/2010 end on 14/12/2013, without silent renewal")
  func threeYears() {
    let contrat = ContratDepartemental(du: Jour(2010, 12, 15))
    #expect(contrat.lastDay == Jour(2013, 12, 14))
    #expect(!contrat.isActive(on: Jour(2010, 12, 14)))
    #expect(contrat.isActive(on: Jour(2010, 12, 15)))
    #expect(contrat.isActive(on: Jour(2013, 12, 14)))
    #expect(!contrat.isActive(on: Jour(2013, 12, 15)))
  }

  @Test("art. 18 (R068): denounced on 31/08/2012, it holds until 28/02/2013 and takes nothing after")
  func denunciation() {
    let contrat = ContratDepartemental(du: Jour(2011, 1, 1), denonceLe: Jour(2012, 8, 31))
    #expect(contrat.lastDay == Jour(2013, 2, 28))
    #expect(contrat.accepts(demandeDu: Jour(2013, 2, 28), emiseLe: Jour(2013, 2, 28)))
    #expect(!contrat.accepts(demandeDu: Jour(2013, 3, 1), emiseLe: Jour(2013, 3, 1)))
    #expect(!contrat.accepts(demandeDu: Jour(2013, 2, 28), emiseLe: Jour(2013, 3, 1)))
  }

  @Test("art. 21, al. 2 (R072): terminated on 31/12/2026, it ends two months later, on 28/02/2027")
  func termination() {
    let contrat = ContratDepartemental(du: Jour(2025, 1, 1), resilieLe: Jour(2026, 12, 31))
    #expect(contrat.lastDay == Jour(2027, 2, 28))
    #expect(contrat.isActive(on: Jour(2027, 2, 28)))
    #expect(!contrat.isActive(on: Jour(2027, 3, 1)))
  }

  @Test("the first of term, denunciation and termination ends the contract")
  func earliest() {
    let du = Jour(2025, 1, 1)
    let late = ContratDepartemental(du: du, denonceLe: Jour(2027, 12, 1))
    #expect(late.lastDay == Jour(2027, 12, 31))
    let both = ContratDepartemental(du: du, denonceLe: Jour(2026, 1, 31), resilieLe: Jour(2026, 2, 1))
    #expect(both.lastDay == Jour(2026, 4, 1))
  }

  @Test(
    "cahier 2, al. 3 (R080), reject 405: active on the day of the demand, not ended when the file is issued",
    arguments: [
      (Jour(2024, 12, 31), Jour(2025, 1, 2), false), (Jour(2025, 1, 1), Jour(2025, 1, 1), true),
      (Jour(2027, 12, 31), Jour(2027, 12, 31), true), (Jour(2027, 12, 31), Jour(2028, 1, 1), false),
      (Jour(2028, 1, 1), Jour(2028, 1, 1), false),
    ])
  func accepts(_ demandeDu: Jour, _ emiseLe: Jour, _ accepted: Bool) {
    let contrat = ContratDepartemental(du: Jour(2025, 1, 1), au: Jour(2027, 12, 31))
    #expect(contrat.accepts(demandeDu: demandeDu, emiseLe: emiseLe) == accepted)
  }

  @Test("R003: a demand of 14/12/2010 belongs to the former convention, one of the day after to this one")
  func formerConvention() {
    let contrat = ContratDepartemental(du: Jour(2010, 1, 1))
    #expect(!contrat.accepts(demandeDu: Jour(2010, 12, 14), emiseLe: Jour(2010, 12, 20)))
    #expect(contrat.accepts(demandeDu: Jour(2010, 12, 15), emiseLe: Jour(2010, 12, 20)))
  }

  @Test("a contract that starts tomorrow refuses today's file (R080)")
  func tomorrow() {
    let contrat = ContratDepartemental(du: Jour(2026, 3, 3))
    #expect(!contrat.accepts(demandeDu: Jour(2026, 3, 2), emiseLe: Jour(2026, 3, 2)))
    #expect(contrat.accepts(demandeDu: Jour(2026, 3, 3), emiseLe: Jour(2026, 3, 3)))
  }

  @Test("art. 9 and 10: 75 days and 50 days unless the contract says otherwise")
  func delays() {
    let contrat = ContratDepartemental(du: Jour(2025, 1, 1))
    #expect(contrat.delaiDays(.comminatoire) == 75)
    #expect(contrat.delaiDays(.judiciaire) == 50)
    let other = ContratDepartemental(
      du: Jour(2025, 1, 1), dureeComminatoireDays: 90, dureeJudiciaireDays: 40)
    #expect(other.delaiDays(.comminatoire) == 90)
    #expect(other.delaiDays(.judiciaire) == 40)
  }

  @Test(
    "droit, 3.4: the last days of 75 and 50 calendar days from the reception, without postponement",
    arguments: [
      (Jour(2010, 12, 15), Jour(2011, 2, 28), Jour(2011, 2, 3)),
      (Jour(2011, 1, 3), Jour(2011, 3, 19), Jour(2011, 2, 22)),
      (Jour(2026, 1, 5), Jour(2026, 3, 21), Jour(2026, 2, 24)),
      (Jour(2026, 10, 16), Jour(2026, 12, 30), Jour(2026, 12, 5)),
    ])
  func vectors(_ reception: Jour, _ comminatoire: Jour, _ judiciaire: Jour) {
    let contrat = ContratDepartemental(du: Jour(2010, 12, 15))
    #expect(reception.adding(days: contrat.delaiDays(.comminatoire)) == comminatoire)
    #expect(reception.adding(days: contrat.delaiDays(.judiciaire)) == judiciaire)
  }

  @Test("art. 9, al. 2 (R030): renewed at 60 days, new dossiers have 60 and open ones keep their 75")
  func reduced() throws {
    let first = ContratDepartemental(du: Jour(2023, 3, 2))
    let open = try Vie.recue(delaiDays: first.delaiDays(.comminatoire))
    let renewed = ContratDepartemental(
      du: Jour(2026, 3, 2),
      dureeComminatoireDays: Bareme.delaiComminatoireReduitDays.value(on: Jour(2026, 3, 2)))
    let recent = try Vie.recue(delaiDays: renewed.delaiDays(.comminatoire))
    #expect(recent.dossier.terme == Jour(2026, 5, 1))
    #expect(open.dossier.terme == Jour(2026, 5, 16))
  }

  @Test("art. 9, al. 1 (R028): objectives by nature of claim are kept with the contract")
  func objectives() {
    let contrat = ContratDepartemental(du: Jour(2025, 1, 1), objectifs: ["CAN": 3500])
    #expect(contrat.objectifs["CAN"] == 3500)
  }
}
