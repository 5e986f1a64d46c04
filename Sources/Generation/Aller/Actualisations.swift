import Convention

/// Makes updates on demands that are accepted: of this file, or of earlier ones.
///
/// Amounts never exceed what is left of a titre, so that no update brings the warning 804.
struct Actualisations {
  /// A demand of this file that may still change.
  struct Demande {
    let numero: String
    let phase: Phase
    let lieu: Lieu
    let restes: [Montant]
    var evenements: [Int64] = []
    /// One reduction at most: what is left is then no longer known here.
    var isReduced = false
    var isSuspended = false
    var isOver = false
  }

  private let plan: PlanAller
  /// The latest demands; the memory is bounded.
  private var memoire: [Demande] = []
  private var place = 0
  private static let greatestMemory = 512

  init(_ plan: PlanAller) { self.plan = plan }

  mutating func remember(_ demande: DemandeFictive) {
    let kept = Demande(
      numero: demande.numero, phase: demande.phase, lieu: demande.lieu, restes: demande.titres.map(\.resteDu))
    guard memoire.count == Actualisations.greatestMemory else { return memoire.append(kept) }
    memoire[place] = kept
    place = (place + 1) % memoire.count
  }

  /// An update on one of the latest demands; nil when the one drawn has ended.
  mutating func next(_ alea: inout Alea) -> Ligne? {
    guard !memoire.isEmpty else { return nil }
    let index = alea.below(memoire.count)
    guard !memoire[index].isOver else { return nil }
    return Fait(plan: plan).update(&memoire[index], &alea)
  }

  func update(_ anterieure: DemandeAnterieure, _ alea: inout Alea) -> Ligne {
    Fait(plan: plan).update(anterieure, &alea)
  }
}

/// What happens to one demand, on the day of the plan.
private struct Fait {
  let plan: PlanAller

  /// An update on a demand of an earlier file, of which only the number is known: no amount.
  func update(_ anterieure: DemandeAnterieure, _ alea: inout Alea) -> Ligne {
    var ligne = event(anterieure.numero, "08", Int64(plan.sequence) * 100)
    switch alea.below(5) {
    case 0: suspend(&ligne, "07")
    case 1: ligne["motif"] = .texte("RÉCLAMATION DU REDEVABLE")
    case 2: suspend(&ligne, "10")
    case 3 where anterieure.phase == .comminatoire: extend(&ligne, &alea)
    default: recall(&ligne)
    }
    return ligne
  }

  private func event(_ numero: String, _ code: String, _ rang: Int64) -> Ligne {
    Ligne(
      "50",
      [
        ("numero_demande", .texte(numero)), ("numero_evenement", .entier(rang)), ("code_evenement", .texte(code)),
        ("date_evenement", .jour(plan.jour)),
      ])
  }

  func update(_ demande: inout Actualisations.Demande, _ alea: inout Alea) -> Ligne {
    let rang = Int64(plan.sequence) * 100 + Int64(demande.evenements.count) + 1
    var ligne = event(demande.numero, "08", rang)
    let previous = demande.evenements.last
    demande.evenements.append(rang)
    switch alea.below(20) {
    case 0..<7 where !demande.isReduced: reduce(&ligne, &demande, &alea)
    case 7..<9 where !demande.isReduced: pay(&ligne, &demande)
    case 9..<11: end(&ligne, &demande, &alea)
    case 11 where demande.phase == .comminatoire: extend(&ligne, &alea)
    case 12: correct(&ligne, demande, &alea)
    case 13 where previous != nil:
      ligne["code_evenement"] = .texte("20")
      ligne["evenement_annule"] = previous.map { .entier($0) }
      demande.isOver = true
    case 14..<16 where demande.isSuspended: ligne["code_evenement"] = .texte("09")
    default:
      suspend(&ligne, alea.pick(["07", "08", "10", "18", "19"]))
      demande.isSuspended = true
    }
    return ligne
  }

  private func reduce(_ ligne: inout Ligne, _ demande: inout Actualisations.Demande, _ alea: inout Alea) {
    let titre = alea.below(demande.restes.count)
    let montant = max(1, demande.restes[titre].cents / Int64(alea.between(2...4)))
    ligne["code_evenement"] = .texte(alea.pick(["02", "04", "06", "06"]))
    ligne["montant"] = .montant(Montant(cents: montant))
    if alea.chance(700) { ligne["rang_titre"] = .entier(Int64(titre + 1)) }
    ligne["reference"] = .texte("CHQ \(alea.digits(7))")
    demande.isReduced = true
  }

  private func pay(_ ligne: inout Ligne, _ demande: inout Actualisations.Demande) {
    ligne["code_evenement"] = .texte("05")
    ligne["montant"] = .montant(demande.restes.reduce(.zero, +))
    demande.isOver = true
  }

  private func end(_ ligne: inout Ligne, _ demande: inout Actualisations.Demande, _ alea: inout Alea) {
    let code = alea.pick(["01", "03", "12"])
    ligne["code_evenement"] = .texte(code)
    ligne["motif"] = .texte(["01": "TITRE ANNULÉ", "03": "REMISE GRACIEUSE"][code] ?? "RAPPEL DU DOSSIER")
    demande.isOver = true
  }

  private func suspend(_ ligne: inout Ligne, _ code: String) {
    ligne["code_evenement"] = .texte(code)
    if code == "07" { ligne["date_fin"] = .jour(plan.jour.adding(days: 45)) }
    ligne["motif"] = .texte("SUR DEMANDE DU COMPTABLE")
  }

  private func recall(_ ligne: inout Ligne) {
    ligne["code_evenement"] = .texte("12")
    ligne["motif"] = .texte("RAPPEL DU DOSSIER")
  }

  private func extend(_ ligne: inout Ligne, _ alea: inout Alea) {
    ligne["code_evenement"] = .texte("13")
    ligne["date_fin"] = .jour(plan.jour.adding(days: alea.between(80...140)))
  }

  private func correct(_ ligne: inout Ligne, _ demande: Actualisations.Demande, _ alea: inout Alea) {
    ligne["code_evenement"] = .texte("15")
    ligne["rang_redevable"] = .entier(1)
    ligne["adresse_ligne4"] = .texte("\(1 + alea.below(90)) \(alea.pick(Voies.noms))")
    ligne["code_postal"] = .texte(demande.lieu.code.texte)
    ligne["localite"] = .texte(demande.lieu.nom)
  }
}
