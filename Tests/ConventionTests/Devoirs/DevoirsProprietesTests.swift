import Foundation
import Testing

@testable import Convention

@Suite("Propriétés des devoirs du centre, graines fixes")
struct DevoirsProprietesTests {
  private typealias E = DevoirsExemple

  @Test(
    "no sequence of commands closes an incident that is not restored, qualified and told; a refusal changes nothing")
  func incidents() throws {
    var (closedFaults, closedOutages, refusals) = (0, 0, 0)
    for seed in UInt64(1)...120 {
      var alea = Alea(seed: seed)
      var incident = alea.chance(50) ? E.panne() : E.coupure()
      var facts: [IncidentDeService.Acte] = [first(incident)]
      for _ in 0..<200 {
        let before = incident
        if let actes = try? command(incident, &alea) {
          facts += actes
          incident.follow(actes)
          #expect(incident != before, "graine \(seed)")
        } else {
          refusals += 1
          #expect(incident == before)
        }
        check(incident, seed)
      }
      switch (incident.etat, incident.origine) {
      case (.clos, .detecte): closedFaults += 1
      case (.clos, .prevu): closedOutages += 1
      case (.prevu, _), (.ouvert, _), (.retabli, _), (.abandonne, _): break
      }
      let bytes = try JSONEncoder().encode(facts)
      #expect(IncidentDeService(try JSONDecoder().decode([IncidentDeService.Acte].self, from: bytes)) == incident)
    }
    // The seeds do exercise all three.
    #expect(closedFaults > 20)
    #expect(closedOutages > 20)
    #expect(refusals > 1000)
  }

  private func first(_ incident: IncidentDeService) -> IncidentDeService.Acte {
    switch incident.origine {
    case .prevu(let prevu): .prevu(prevu)
    case .detecte(let detecte): .detecte(detecte)
    }
  }

  private func check(_ incident: IncidentDeService, _ seed: UInt64) {
    let late = E.utc(Jour(2026, 12, 31), 0)
    switch incident.etat {
    case .clos(let instant):
      #expect(incident.qualification != nil && incident.retour.map { $0 <= instant } == true, "graine \(seed)")
      #expect(incident.nonAvises(at: instant).isEmpty, "graine \(seed)")
      #expect(incident.devoirs(at: late).isEmpty && incident.resume.echeance == nil, "graine \(seed)")
    case .prevu, .abandonne:
      #expect(incident.debut == nil && incident.retour == nil, "graine \(seed)")
    case .ouvert: #expect(incident.debut != nil && incident.retour == nil, "graine \(seed)")
    case .retabli: #expect(!incident.devoirs(at: late).isEmpty, "graine \(seed)")
    }
  }

  private func command(_ incident: IncidentDeService, _ alea: inout Alea) throws(Refus) -> [IncidentDeService.Acte] {
    let base = alea.chance(50) ? E.detection : E.fenetre.de
    let instant = base.adding(seconds: alea.int(-3600...3 * 86_400))
    let postes = [E.poste, E.autrePoste, E.etranger]
    switch alea.int(1...10) {
    case 1: return try incident.decideCommencer(E.fenetre.de.adding(seconds: alea.int(-600...8000)))
    case 2 where alea.chance(5): return try incident.decideAbandonner(instant)
    case 3: return try incident.decideAgir(.init(texte: E.texte(), instant: instant))
    case 4: return try incident.decidePrevoirAction(.init(texte: E.texte(), pour: instant.jour, instant: instant))
    case 5: return try incident.decideRetablir(instant)
    case 6: return try incident.decideQualifier(cause(&alea), instant: instant)
    case 7: return try incident.decideClore(instant)
    default:
      let to = alea.pick(postes.map { Avis.Destinataire.poste($0) } + [.cl1a, .direction(E.hauteGaronne)])
      return try incident.decideAviser(E.avis(to, instant))
    }
  }

  private func cause(_ alea: inout Alea) -> Cause {
    alea.pick([
      .centre(constat: E.texte()), .tiers(constat: E.texte()), .usage(poste: E.poste, formation: nil),
      .donneesErronees(de: .dgfip, entree: E.empreinte("a"), sortie: E.empreinte("a")),
    ])
  }

  @Test(
    "availability lies between 0 and 100 %, never lower without the exempt causes, whatever the order of the outages")
  func availability() throws {
    let mars = Fenetre(moisDe: Jour(2026, 3, 1))
    for seed in UInt64(1)...300 {
      var alea = Alea(seed: seed)
      var coupures: [Coupure] = []
      for _ in 0..<alea.int(0...12) {
        let start = mars.de.adding(seconds: alea.int(-86_400...32 * 86_400))
        let length = alea.pick([1, 59, 60, 3600, 86_400, 20 * 86_400])
        coupures.append(
          Coupure(try Fenetre(de: start, a: start.adding(seconds: length)), alea.pick(Coupure.Compte.allCases)))
      }
      let disponibilite = Disponibilite(mars, coupures)
      #expect(
        disponibilite.brute >= .nul && disponibilite.horsExonerations <= Taux(centiemes: 10_000), "graine \(seed)")
      #expect(disponibilite.horsExonerations >= disponibilite.brute, "graine \(seed)")
      #expect(disponibilite.minutesArret + disponibilite.minutesAnnoncees <= disponibilite.minutes, "graine \(seed)")
      #expect(Disponibilite(mars, coupures.shuffled(using: &alea)) == disponibilite, "graine \(seed)")
    }
  }

  @Test("whatever the order of the requests, no two granted renewals of a poste lie within twelve months")
  func renewals() {
    for seed in UInt64(1)...200 {
      var alea = Alea(seed: seed)
      var granted: [Jour] = []
      for _ in 0..<30 {
        let demande = Jour(2024, 1, 1).adding(days: alea.int(0...1500))
        if RenouvellementDeFormation(demande: demande, precedentes: granted).estAdmis { granted.append(demande) }
      }
      let days = granted.sorted()
      #expect(zip(days, days.dropFirst()).allSatisfy { $1 >= $0.adding(months: 12) }, "graine \(seed)")
    }
  }

  @Test("the facts of trainings, requests and declarations are read back from the journal as they were")
  func codable() throws {
    let formation: [Formation.Acte] = [
      .tenue(jour: Jour(2026, 3, 2), presences: [.init(poste: E.poste, participants: 2)], halfDays: 1),
      .annulee(jour: Jour(2026, 3, 2), motif: E.texte()),
    ]
    #expect(try roundTrip(formation) == formation)
    let sollicitation = Sollicitation.decidePoser(
      numero: "S-1", poste: E.poste, auteur: 7, objet: .suiviDeDossier, texte: E.texte(),
      demande: CleDemande(application: "HELIOS", exploitation: "031", numero: "D-1"), instant: E.detection)
    #expect(try roundTrip(sollicitation) == sollicitation)
    let declaration = DeclarationDeMoyens.decideDeposer(
      centre: "CS1", FicheDeMoyens(jour: Jour(2026, 1, 1), [.services: E.texte()]))
    #expect(try roundTrip(declaration) == declaration)
  }

  private func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test("the reasons and the numbers of the duties have their own code, sentence and source")
  func lists() {
    let motifs = Refus.Motif.devoirs
    #expect(motifs.map(\.code) == (80...99).filter { $0 != 92 }.map { "R-\($0)" })
    #expect(Set(motifs.map(\.phrase)).count == motifs.count)
    #expect(motifs.allSatisfy { !$0.phrase.hasSuffix(".") })
    #expect(Bareme.devoirs.allSatisfy { $0.allSatisfy { !$0.source.isEmpty } })
    #expect(Bareme.devoirs.map { $0[0].texte.prefix { $0.isNumber } } == ["48", "30", "1", "1", "12", "1", "2000"])
  }
}
