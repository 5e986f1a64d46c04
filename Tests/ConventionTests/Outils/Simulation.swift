@testable import Convention

/// A dossier to which anything happens, day after day, from a seed.
struct Simulation {
  private(set) var vie: Vie
  private var alea: Alea
  private(set) var jour = Exemple.remise
  private var numeroEvenement: Int64 = 0
  private var numeroEncaissement = 0
  private let initiaux: [Montant]

  init(seed: UInt64) {
    var alea = Alea(seed: seed)
    initiaux = (1...alea.int(1...4)).map { _ in Montant(cents: Int64(alea.int(1...20_000))) }
    let titres = initiaux.enumerated().map { rang, montant in
      Titre.exemple(rang + 1, montant, emission: Jour(2024, 1, 1).adding(days: alea.int(0...400)))
    }
    let isJudicial = alea.chance(30)
    let demande = Demande.exemple(
      titres, phase: isJudicial ? .judiciaire : .comminatoire, poursuites: isJudicial ? .exemple() : nil,
      redevables: [.exemple(telephones: alea.chance(50) ? ["0561000000"] : [])])
    if alea.chance(15) {
      vie = Vie(transmise: demande)
      vie.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))])
    } else {
      vie = Vie(demande)
    }
    self.alea = alea
  }

  var initial: Montant { initiaux.reduce(.zero, +) }

  /// One command; a refusal changes nothing.
  mutating func step() {
    switch alea.int(1...10) {
    case 1...3: vie.update(actualisation())
    case 4...7:
      _ = try? vie.receive(contenu(), de: etude(), fait: fait(), recu: jour, relais: relais(), seuil: .euros(100))
    case 8: decide()
    default: pass()
    }
  }

  private mutating func pass() {
    for _ in 0..<alea.pick([1, 1, 2, 7, 30]) {
      vie.close(jour)
      jour = jour.adding(days: 1)
    }
  }

  private mutating func fait() -> Jour { jour.adding(days: -alea.int(0...3)) }
  private mutating func etude() -> CodeEtude { alea.chance(80) ? Exemple.etude : Exemple.autreEtude }
  private mutating func montant() -> Montant { Montant(cents: Int64(alea.int(1...25_000))) }

  private mutating func actualisation() -> Actualisation {
    numeroEvenement += 1
    let code = alea.pick(Actualisation.effets.keys.sorted() + ["20", "20", "20", "02", "06", "13"])
    return .code(
      code, numeroEvenement, le: fait(), montant: montant(),
      titre: alea.chance(30) ? alea.int(1...initiaux.count) : nil, fin: jour.adding(days: alea.int(-5...60)),
      message: Int64(alea.int(1...max(1, Int(vie.numero)))), annule: Int64(alea.int(1...Int(numeroEvenement) + 1)),
      adresse: .corrigee("3 RUE NEUVE"),
      redevable: alea.int(1...2))
  }

  private mutating func contenu() -> Message.Contenu {
    switch alea.int(1...14) {
    case 1...2: .accuse(.exemple(jour.adding(days: alea.int(-3...3))))
    case 3: .refusEtude
    case 4: .lettre(alea.pick(["01", "02", "10", "20", "30"]), jour)
    case 5: .constat(Constat(code: alea.pick(["INS", "PND", "NAH"])))
    case 6: .prolongation(DemandeProlongation(finDemandee: jour.adding(days: alea.int(-1...60)), motif: "01"))
    case 7: poursuite()
    case 8: .justification(JustificationRetard(relance: alea.pick(["08", "15", "40"]), motif: "01"))
    case 9: .rendu(alea.pick(["05", "06", "90"]))
    case 10...11: annulation()
    default: paiement()
    }
  }

  private mutating func poursuite() -> Message.Contenu {
    switch alea.int(1...6) {
    case 1:
      .autorisation(DemandeAutorisation(objet: alea.pick(["V", "O", "M"]), mesure: "SAT", referenceDocument: "D"))
    case 2: .retour(RetourCirconstancie(etatPoursuites: "EP-1", referenceDocument: "D"))
    case 3: .avancement(Avancement(etape: "02"))
    case 4: .rectification(Rectification(message: Int64(alea.int(1...max(1, Int(vie.numero)))), motif: "erreur"))
    default: .acte(.exemple(alea.pick(Acte.Code.allCases), ouvertureForcee: alea.chance(20)))
    }
  }

  private mutating func numero() -> String {
    numeroEncaissement += 1
    return "P\(numeroEncaissement)"
  }

  private mutating func paiement() -> Message.Contenu {
    let creance = montant()
    guard alea.chance(30) else { return .paiement(numero(), creance) }
    let part = Imputation(rangTitre: alea.int(1...initiaux.count), montant: creance)
    return .encaissement(.exemple(numero(), creance, ventilation: [part]))
  }

  private mutating func annulation() -> Message.Contenu {
    let cite = "P\(alea.int(1...max(1, numeroEncaissement)))"
    let creance = vie.dossier.encaissements.first { $0.encaissement.numero == cite }?.encaissement.creance
    return .annulation(numero(), de: cite, creance ?? .euros(1))
  }

  private mutating func relais() -> Relais {
    switch alea.int(1...3) {
    case 1: .remise(.exemple(a: Exemple.autreEtude, le: jour))
    case 2: .designation
    default: .aucun
    }
  }

  /// The exploitant looks at what waits.
  private mutating func decide() {
    let etude = Etude(
      code: etude(), nom: "", contrats: [ContratDepartemental(du: Jour(2025, 1, 1))], ressort: [Exemple.codePostal])
    let events =
      alea.chance(80)
      ? try? vie.dossier.designer(.exemple(a: etude.code, le: jour), to: etude)
      : try? vie.dossier.ecarter(code: "404", raison: "aucune étude")
    vie.follow(events ?? [])
  }

  /// Undoes every update and cancels every payment that still count.
  mutating func undoAll() {
    for item in vie.dossier.actualisations.actives where item.effet != .annulation {
      numeroEvenement += 1
      vie.update(.code("20", numeroEvenement, le: jour, annule: item.numero))
    }
    for fait in vie.dossier.encaissements {
      let item = fait.encaissement
      _ = try? vie.receive(.annulation(numero(), de: item.numero, item.creance), de: fait.entete.etude, fait: jour)
    }
  }
}
