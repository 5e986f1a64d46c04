import Testing

@testable import Convention
@testable import Generation

@Suite("Chaque invariant d’un dossier mord")
struct MorsuresDeDossierTests {
  private typealias F = Forge
  private static let judiciaire = F.histoire(F.demande(.judiciaire))
  private static let paye = F.dossier(F.histoire(F.demande(), [F.paiement()]))

  /// A wrong step for each invariant, by the beginning of its name.
  private static var fausses: [(nom: String, pas: PasDeDossier)] { dettes + fins + accords + honoraires + dates }

  private static var dettes: [(String, PasDeDossier)] {
    let negative = F.histoire(F.demande(cents: -1))
    return [
      ("une commande refusée", F.pas([], refus: F.refus, apres: paye)),
      ("le reste dû n’est jamais", F.pas([], avant: negative)),
      ("la créance se conserve", F.pas([], apres: paye)),
      ("dû = demandé", F.pas([F.paiement()], histoire: F.histoire())),
      ("un encaissement dit", F.pas([F.paiement(reste: 1)])),
      ("les imputations", F.pas([F.paiement(parts: [9_999])])),
      ("l’histoire rejouée", F.pas([], apres: paye)),
    ]
  }

  private static var fins: [(String, PasDeDossier)] {
    let ended = F.histoire(F.demande(), [F.fin("05")])
    let refused = Evenement.dossierRefuse(
      DossierRefuse(entete: F.entete, refus: RefusEtude(horodatage: "", motif: "05")))
    let kept = Evenement.messageConserve(
      MessageConserve(message: Message(entete: F.entete, contenu: .avancement(Avancement(etape: "01")))))
    let given = F.histoire(F.demande(), [.demandeEcartee(DemandeEcartee(code: "404", raison: "aucune étude"))])
    return [
      ("fins et réouvertures", F.pas([F.fin("05")], avant: ended)),
      ("une fin dit", F.pas([F.fin("01", reste: 0)])),
      ("un dossier ouvert doit", F.pas([F.paiement()])),
      ("une clôture par le centre", F.pas([F.fin("01")])),
      ("l’étude attributaire", F.pas([refused])),
      ("un message conservé", F.pas([kept], apres: paye)),
      ("une demande écartée", F.pas([.dossierRemis(F.remise)], avant: given)),
    ]
  }

  private static var accords: [(String, PasDeDossier)] {
    let veh = F.histoire(F.demande(.judiciaire, mesure: "VEH"))
    let message = CommandeDeDossier.message(
      Message(entete: F.entete, contenu: .avancement(Avancement(etape: "01"))), recu: F.jour, relais: .aucun,
      seuil: Montant(cents: 10_000))
    return [
      ("aucun acte ni procès-verbal", F.pas([F.acte("051")])),
      ("le procès-verbal de réception", F.pas([F.acte("51D")], avant: judiciaire)),
      ("aucun acte de vente", F.pas([F.acte("012")], avant: judiciaire)),
      ("aucune autre mesure", F.pas([F.acte("051")], avant: veh)),
      ("aucune ouverture forcée", F.pas([F.acte("051", forcee: true)], avant: judiciaire, demande: message)),
      ("la prescription ne recule", F.pas([], avant: judiciaire + [F.acte("052")], apres: F.dossier(judiciaire))),
    ]
  }

  private static var honoraires: [(String, PasDeDossier)] {
    let twice = F.histoire(F.demande(), [F.paiement("P1", 3_000), F.paiement("P1", 3_000)])
    let fee = HonoraireAmiable(surBase: Montant(cents: 9_000), le: F.jour, .metropole).honoraire
    let back = F.histoire(F.demande(), [F.paiement("P1", 9_000, frais: fee)])
    return [
      ("les honoraires des acomptes", F.pas([F.paiement("P2", 3_000, annule: "P1")], avant: twice)),
      ("prélevé, en attente", F.pas([F.paiement("P2", -5_000)], avant: back)),
    ]
  }

  private static var dates: [(String, PasDeDossier)] {
    let relance = Evenement.relanceEmise(
      RelanceEmise(relance: Relance(rang: .accuse, objet: .accuseAttendu, etude: F.etude)))
    let early = Evenement.receptionReputee(ReceptionReputee(jour: F.jour.adding(days: -1), terme: F.jour))
    return [
      ("la soirée annoncée", F.pas([relance])),
      ("une relance de chaque rang", F.pas([relance], avant: F.histoire(F.demande(), [relance]))),
      ("la réception n’est jamais", F.pas([early])),
    ]
  }

  /// Those that judge what the rules themselves compute: their own tests, below.
  private static let calculs = ["toute ventilation", "chaque date a son explication", "un dossier dit"]

  @Test("a deliberately wrong step is a fault of its invariant, and every invariant has one")
  func bites() {
    let fausses = MorsuresDeDossierTests.fausses
    for invariant in VieDeDossier.invariants {
      let matching = fausses.filter { invariant.nom.hasPrefix($0.nom) }
      guard !MorsuresDeDossierTests.calculs.contains(where: { invariant.nom.hasPrefix($0) }) else { continue }
      #expect(matching.count == 1, "\(invariant.nom)")
      for (_, pas) in matching {
        guard case .faute(let phrase) = invariant.constater(pas) else {
          Issue.record("\(invariant.nom) : rien n’est trouvé")
          continue
        }
        #expect(!phrase.isEmpty)
      }
    }
    #expect(fausses.count + MorsuresDeDossierTests.calculs.count == VieDeDossier.invariants.count)
  }

  @Test("parts that lose a cent or take more than the debt are a fault")
  func parts() {
    func part(_ principal: Int64, _ excedent: Int64) -> Verdict {
      VieDeDossier.ventilation(
        PartageDePaiement(
          principal: Montant(cents: principal), honoraire: .zero, excedent: Montant(cents: excedent), enAttente: .zero),
        of: Montant(cents: 100), .brutVentile, resteDu: Montant(cents: 90))
    }
    #expect(part(90, 10) == .tenu)
    #expect(part(90, 9) != .tenu)
    #expect(part(91, 9) != .tenu)
    #expect(part(101, -1) != .tenu)
  }

  @Test("a date without explanation and too many sentences are a fault")
  func words() {
    let echeance = Echeance(.terme, F.jour, Article(9, alinea: 1))
    let explication = Explication(
      "Terme", regle: "Dossier.terme", articles: [Article(9)], exigences: ["R027"], resultat: F.jour.texte)
    #expect(VieDeDossier.explique([echeance], [explication]) == .tenu)
    #expect(VieDeDossier.explique([echeance], []) != .tenu)
    let blank = Explication("Terme", regle: "Dossier.terme", articles: [], exigences: [], resultat: F.jour.texte)
    #expect(VieDeDossier.explique([echeance], [blank]) != .tenu)
    #expect(VieDeDossier.phrases(["Un.", "Deux."]) == .tenu)
    #expect(VieDeDossier.phrases([]) != .tenu && VieDeDossier.phrases(["Un"]) != .tenu)
  }
}
