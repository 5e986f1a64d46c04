import Convention
import Generation

extension EtudeSimulee {
  /// What it means to do with a new dossier, drawn once from the seed and its own ways.
  mutating func prevoir(_ cle: String, _ jour: Jour) {
    guard plan.diligence != .muette, let tenu = dossiers[cle]?.tenu else { return }
    var alea = alea(cle, "plan")
    guard !alea.chance(plan.diligence.refusParMille) else {
      agenda.note((cle, .refuser(motif: alea.pick(["01", "02", "03"]))), jour.adding(days: alea.between(1...3)))
      return
    }
    let accuse = plan.diligence.accuse(&alea)
    let lettre = accuse + plan.diligence.lettre(&alea)
    note(cle, .accuser, jour, accuse)
    switch tenu.phase {
    case .comminatoire: comminer(cle, jour, accuse, lettre, &alea)
    case .judiciaire: planifier(poursuite: cle, jour, lettre, &alea)
    }
    approach(cle, jour, lettre, &alea)
    justify(cle, jour, accuse, lettre, &alea)
  }

  private mutating func note(_ cle: String, _ tache: TacheDEtude, _ jour: Jour, _ delai: Int) {
    agenda.note((cle, tache), jour.adding(days: delai))
  }

  /// Two letters (annexe qualité I.1, R146–R148); more time asked before the end of the phase (art. 9, al. 3).
  private mutating func comminer(_ cle: String, _ jour: Jour, _ accuse: Int, _ lettre: Int, _ alea: inout Alea) {
    note(cle, .ecrire(code: "01"), jour, lettre)
    let duree = accuse + plan.contrat.dureeComminatoireDays(remisLe: jour)
    if alea.chance(plan.diligence == .tardive ? 700 : 960) {
      note(cle, .ecrire(code: "02"), jour, max(lettre + 20, duree - alea.between(12...25)))
    }
    if alea.chance(120) {
      note(cle, .demanderProlongation(motif: alea.pick(["01", "02", "03"])), jour, duree - alea.between(6...20))
    }
    // Drawn apart: what is drawn after it stays what it was.
    var other = self.alea(cle, "interdit")
    if other.chance(4) { note(cle, .tenter(.accordAmiable), jour, lettre + other.between(1...20)) }
  }

  /// Calls, messages, visits.
  private mutating func approach(_ cle: String, _ jour: Jour, _ lettre: Int, _ alea: inout Alea) {
    if alea.chance(450) {
      note(cle, .agir(code: "20", resultat: alea.pick(["01", "02", "03", "04"])), jour, lettre + alea.between(4...30))
    }
    if alea.chance(150) {
      note(cle, .agir(code: alea.pick(["10", "11", "12"]), resultat: nil), jour, lettre + alea.between(7...25))
    }
    if alea.chance(100) {
      note(cle, .agir(code: "30", resultat: alea.pick(["02", "07"])), jour, lettre + alea.between(10...40))
    }
  }

  /// It knows from its own calendar which reminders it has earned (annexe qualité I.2), and may say why (R160).
  private mutating func justify(_ cle: String, _ jour: Jour, _ accuse: Int, _ lettre: Int, _ alea: inout Alea) {
    let rate = plan.diligence.justifieParMille
    let earned = [("08", accuse > 8 ? accuse + 1 : nil), ("15", lettre > 15 ? lettre + 1 : nil), ("40", 42)]
    for (relance, delai) in earned {
      guard alea.chance(rate), let delai else { continue }
      let motif = relance == "40" ? alea.pick(["03", "04"]) : alea.pick(["01", "02", "03"])
      note(cle, .justifier(relance: relance, motif: motif), jour, delai + alea.below(3))
    }
  }
}
