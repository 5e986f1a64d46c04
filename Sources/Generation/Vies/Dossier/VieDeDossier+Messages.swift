import Convention

extension VieDeDossier {
  /// A message, mostly of the étude that holds the dossier.
  mutating func message() -> CommandeDeDossier {
    let holder = dossier.remise?.etude ?? ActeursInventes.etudes[0]
    let etude = alea.chance(880) ? holder : alea.pick(ActeursInventes.etudes)
    let numero = (numeros[etude] ?? 0) + 1
    numeros[etude] = numero
    let fait = jour.adding(days: -alea.pick([0, 0, 0, 1, 3, 12]))
    let entete = EnteteMessage(etude: etude, numero: numero, fait: fait, bilan: true)
    let contenu = contenu(entete)
    return .message(Message(entete: entete, contenu: contenu), recu: jour, relais: relais(after: etude), seuil: seuil)
  }

  /// A judicial dossier mostly hears of its enforcement; the other, sometimes, what it must refuse.
  private mutating func contenu(_ entete: EnteteMessage) -> Message.Contenu {
    let isJudicial = dossier.demande.phase == .judiciaire
    if alea.chance(isJudicial ? (estCalme ? 750 : 480) : 70) { return poursuite(entete) }
    let drawn = alea.below(100)
    // A refusal and an end are the rest's end: a quiet life pays instead.
    switch estCalme && (18..<22).contains(drawn) || estCalme && (56..<59).contains(drawn) ? 99 : drawn {
    case 0..<18: return accuse()
    case 18..<22: return .refus(RefusEtude(horodatage: horodatage, motif: "05"))
    case 22..<34: return action()
    case 34..<42: return constat()
    case 42..<46: return .renseignement(Renseignement(type: "EMP", texte: "employeur"))
    case 46..<53:
      let days = alea.between(-1...70)
      return .prolongation(DemandeProlongation(finDemandee: entete.fait.adding(days: days), motif: "01"))
    case 53..<56:
      return .justification(
        JustificationRetard(relance: alea.pick(Relance.Rang.allCases).rawValue, motif: "01"))
    case 56..<59: return fin()
    case 59..<71: return annulation(entete)
    default: return .encaissement(encaissement(entete))
    }
  }

  private var horodatage: String { Instant(jour, heure: 9).horodatage }

  private mutating func accuse() -> Message.Contenu {
    let day = jour.adding(days: alea.between(-3...3))
    return .accuse(Accuse(horodatage: horodatage, jour: day, reference: alea.chance(500) ? "ETU-1" : nil))
  }

  private mutating func action() -> Message.Contenu {
    .action(
      Action(
        code: alea.pick(["01", "01", "02", "10", "20", "30"]), horodatage: horodatage,
        resultat: alea.chance(300) ? "OK" : nil, executant: alea.chance(900) ? "E" : "C"))
  }

  private mutating func constat() -> Message.Contenu {
    let isProved = alea.chance(700)
    return .constat(
      Constat(
        code: alea.pick(Constat.Code.allCases).rawValue, referenceJustificatif: isProved ? "PV-1" : nil,
        dateJustificatif: isProved ? jour : nil))
  }

  /// With any reason of the format's list, even those that only the centre can know.
  private mutating func fin() -> Message.Contenu {
    .fin(FinIntervention(motif: alea.pick(PhaseTerminee.Motif.allCases).rawValue, resteDu: dossier.resteDu))
  }

  /// The centre proposes only an étude that has not refused.
  private mutating func relais(after etude: CodeEtude) -> Relais {
    let others = ActeursInventes.etudes.filter { $0 != etude && !dossier.refusee.contains($0) }
    switch alea.below(3) {
    case 0 where !others.isEmpty: return .remise(remise(to: alea.pick(others)))
    case 1 where others.count > 1: return .designation
    default: return .aucun
    }
  }
}
