import Testing

@testable import Convention
@testable import Generation

@Suite("Chaque invariant d’un contrat, d’un incident ou d’une facture mord")
struct MorsuresTests {
  private static let jour = Jour(2026, 3, 10)

  /// Every invariant that has a wrong step finds it; `calculs` are tested by themselves.
  private func check<Etape: Pas>(
    _ invariants: [Invariant<Etape>], _ fausses: [(nom: String, pas: Etape)], calculs: [String] = []
  ) {
    for invariant in invariants where !calculs.contains(where: { invariant.nom.hasPrefix($0) }) {
      let matching = fausses.filter { invariant.nom.hasPrefix($0.nom) }
      #expect(matching.count == 1, "\(invariant.nom)")
      for (_, pas) in matching {
        let isFault = if case .faute = invariant.constater(pas) { true } else { false }
        #expect(isFault, "\(invariant.nom) : rien n’est trouvé")
      }
    }
    #expect(fausses.count + calculs.count == invariants.count)
  }

  // MARK: Contracts

  /// Signed by all, engaged, from 01/01/2026 on.
  private static var contrat: [HistoireDeContrat.Acte] {
    let first = ActeursInventes.written(
      try? HistoireDeContrat.conclure(
        ContratDepartemental(du: Jour(2026, 1, 1)), etude: ActeursInventes.etudes[0],
        departement: ActeursInventes.departement, autorite: .directeur, autres: []))
    let day = Jour(2025, 12, 1)
    return first + AutoriteDuDepartement.directeur.signataires.map { .signe(qualite: $0, le: day) }
      + [.engagementPris(le: day)]
  }

  private static func pas(
    _ actes: [HistoireDeContrat.Acte] = [], avant: [HistoireDeContrat.Acte] = contrat, refus: Refus? = nil,
    histoire: [HistoireDeContrat.Acte]? = nil
  ) -> PasDeContrat {
    PasDeContrat(
      avant: ActeursInventes.written(HistoireDeContrat(avant)), commande: "centre : soirée", jour: jour, actes: actes,
      refus: refus, apres: ActeursInventes.written(HistoireDeContrat(avant + actes)),
      histoire: histoire ?? avant + actes)
  }

  @Test("a wrong contract is a fault of its invariant")
  func contracts() {
    let ended = HistoireDeContrat.Acte.expire(FinDeContrat(le: Jour(2026, 2, 1), cause: .terme))
    let gap = HistoireDeContrat.Acte.renouvele(
      HistoireDeContrat.Reconduction(
        decision: Ecrit("D", du: MorsuresTests.jour), approbations: [.directeur],
        periode: .init(
          du: Jour(2029, 1, 2), au: Jour(2032, 1, 1), dureeComminatoireDays: 75, decideeLe: MorsuresTests.jour)))
    let paper = HistoireDeContrat.Acte.passageAuPapier(motif: .actionsInsuffisantes, poste: nil, du: MorsuresTests.jour)
    let begun = HistoireDeContrat.Acte.prisEffet(le: Jour(2026, 1, 1))
    check(
      VieDeContrat.invariants,
      [
        ("une commande refusée", MorsuresTests.pas([paper], refus: Forge.refus)),
        ("l’histoire rejouée", MorsuresTests.pas([paper], histoire: MorsuresTests.contrat)),
        ("en vigueur seulement", MorsuresTests.pas([ended])),
        ("les périodes se suivent", MorsuresTests.pas([gap])),
        ("jamais deux périodes", MorsuresTests.pas([paper, paper])),
        ("aucun acte après la fin", MorsuresTests.pas([paper], avant: MorsuresTests.contrat + [ended])),
        ("la soirée annoncée", MorsuresTests.pas([ended], avant: MorsuresTests.contrat + [begun])),
      ], calculs: ["le dernier jour"])
    let silent = Explication("", regle: "", articles: [Article(19)], exigences: [], resultat: "01/01/2026")
    #expect(VieDeContrat.explique(Jour(2026, 1, 1), silent) == .tenu)
    #expect(VieDeContrat.explique(MorsuresTests.jour, silent) != .tenu)
  }

  // MARK: Incidents

  private static let instant = Instant(jour, heure: 10)

  private static func incident(planned: Bool = false, limites: Instant = instant) -> [IncidentDeService.Acte] {
    let concernes = ActeursInventes.written(
      try? Concernes(
        postes: [ActeursInventes.poste, ActeursInventes.autrePoste], departements: [ActeursInventes.departement]))
    guard planned else {
      return [
        .detecte(
          .init(
            numero: "I-1", nature: .qualite, instant: instant, depuis: instant, description: VieDIncident.texte,
            concernes: concernes, limites: LimitesDAvis(detection: limites)))
      ]
    }
    let fenetre = ActeursInventes.written(try? Fenetre(de: instant, a: instant.adding(seconds: 3600)))
    return ActeursInventes.written(
      try? IncidentDeService.decidePrevoir(
        numero: "I-1", instant: instant.adding(seconds: -60), fenetre: fenetre, motif: VieDIncident.texte,
        concernes: concernes))
  }

  private static func pas(
    _ actes: [IncidentDeService.Acte], avant: [IncidentDeService.Acte] = incident(), refus: Refus? = nil,
    histoire: [IncidentDeService.Acte]? = nil
  ) -> PasDIncident {
    PasDIncident(
      avant: ActeursInventes.written(IncidentDeService(avant)), commande: "essai", instant: instant, actes: actes,
      refus: refus, apres: ActeursInventes.written(IncidentDeService(avant + actes)),
      histoire: histoire ?? avant + actes)
  }

  @Test("a wrong incident is a fault of its invariant")
  func incidents() {
    let (now, later) = (MorsuresTests.instant, MorsuresTests.instant.adding(seconds: 60))
    let wrong = IncidentDeService.Acte.qualifie(
      .init(cause: .centre(constat: VieDIncident.texte), imputabilite: .nonImputable, instant: later))
    let late = MorsuresTests.incident(limites: later)
    check(
      VieDIncident.invariants,
      [
        ("une commande refusée", MorsuresTests.pas([.retabli(instant: later)], refus: Forge.refus)),
        ("l’histoire rejouée", MorsuresTests.pas([.retabli(instant: later)], histoire: MorsuresTests.incident())),
        ("le début et le retour", MorsuresTests.pas([.clos(instant: later)])),
        (
          "une coupure prévue",
          MorsuresTests.pas([.commence(instant: now)], avant: MorsuresTests.incident(planned: true))
        ),
        ("clos : rétabli", MorsuresTests.pas([.retabli(instant: later), .clos(instant: later)])),
        ("l’imputabilité", MorsuresTests.pas([wrong])),
        ("l’avis au bureau CL1A", MorsuresTests.pas([], avant: late)),
      ])
  }

  // MARK: Invoices

  private static func facture(_ numero: String = "F-1", total: Int64 = 2_000) -> [Facture.Acte] {
    let ligne = LigneDeFacture(
      cle: .init("D-1", .acte, acte: "052", le: jour), phase: .judiciaire, etatPoursuites: "EP-1", libelle: "carence",
      ht: Montant(cents: 2_000), transport: .zero, tva: .zero)
    let projet = ProjetDeFacture(
      numero: numero, etude: ActeursInventes.etudes[0], departement: ActeursInventes.departement,
      payeur: .directeur(departement: ActeursInventes.departement), du: jour, au: jour, le: jour, lignes: [ligne],
      total: Honoraire(ht: Montant(cents: total), tva: .zero))
    return [.emise(projet: projet, contratDu: jour)]
  }

  private static func pas(
    _ apres: [[Facture.Acte]], refus: Refus? = nil, histoires: [[Facture.Acte]]? = nil,
    droits: (acomptes: Montant, ensemble: Montant)? = nil
  ) -> PasDeFacture {
    PasDeFacture(
      avant: [], commande: "essai", jour: jour, rang: nil, actes: [], refus: refus,
      apres: apres.compactMap { Facture($0) }, histoires: histoires ?? apres,
      liquidation: DroitsLiquides(lignes: [], droits: droits, explications: []))
  }

  @Test("a wrong invoice is a fault of its invariant")
  func invoices() {
    let (jour, facture) = (MorsuresTests.jour, MorsuresTests.facture())
    let received = facture + [.recue(le: jour, limite: jour.adding(days: 30))]
    check(
      VieDeFacture.invariants,
      [
        ("une commande refusée", MorsuresTests.pas([facture], refus: Forge.refus)),
        ("l’histoire rejouée", MorsuresTests.pas([facture], histoires: [received])),
        ("le droit proportionnel", MorsuresTests.pas([], droits: (Montant(cents: 1), Montant(cents: 2)))),
        ("le total d’une facture", MorsuresTests.pas([MorsuresTests.facture(total: 1_999)])),
        ("payée quand plus rien", MorsuresTests.pas([received + [.payee(le: jour, montant: Montant(cents: 2_001))]])),
        ("une ligne n’est facturée", MorsuresTests.pas([facture, MorsuresTests.facture("F-2")])),
        ("trente jours", MorsuresTests.pas([facture + [.recue(le: jour, limite: jour.adding(days: 29))]])),
      ], calculs: ["aucun intérêt"])
    #expect(VieDeFacture.croissance(.zero, .zero, isLate: false) == .tenu)
    #expect(VieDeFacture.croissance(Montant(cents: 1), Montant(cents: 1), isLate: false) != .tenu)
    #expect(VieDeFacture.croissance(Montant(cents: 2), Montant(cents: 1), isLate: true) != .tenu)
  }
}
