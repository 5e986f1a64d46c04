import Convention

extension VieDIncident {
  typealias Decision = (IncidentDeService) throws(Refus) -> [IncidentDeService.Acte]

  mutating func commande(_ instant: Instant) -> (String, Decision) {
    let texte = VieDIncident.texte
    switch alea.below(100) {
    case 0..<9:
      let start = base.adding(seconds: alea.between(-600...8000))
      return ("début de coupure", { incident throws(Refus) in try incident.decideCommencer(start) })
    case 9..<10: return ("abandon", { incident throws(Refus) in try incident.decideAbandonner(instant) })
    case 10..<19:
      return (
        "action menée", { incident throws(Refus) in try incident.decideAgir(.init(texte: texte, instant: instant)) }
      )
    case 19..<25:
      let pour = instant.jour.adding(days: alea.between(-1...5))
      return (
        "action prévue",
        { incident throws(Refus) in try incident.decidePrevoirAction(.init(texte: texte, pour: pour, instant: instant))
        }
      )
    case 25..<35: return ("rétablissement", { incident throws(Refus) in try incident.decideRetablir(instant) })
    case 35..<45:
      let cause = cause()
      return ("qualification", { incident throws(Refus) in try incident.decideQualifier(cause, instant: instant) })
    case 45..<55: return ("clôture", { incident throws(Refus) in try incident.decideClore(instant) })
    default:
      let avis = avis(instant)
      return ("avis", { incident throws(Refus) in try incident.decideAviser(avis) })
    }
  }

  private mutating func poste() -> Codique {
    alea.pick([ActeursInventes.poste, ActeursInventes.autrePoste, ActeursInventes.etranger])
  }

  private static let preuve = ActeursInventes.written(
    try? PreuveDEnvoi(reference: "<avis-1@centre.example>", empreinte: String(repeating: "ab", count: 32)))

  /// Before the window as well as after it.
  private mutating func avis(_ instant: Instant) -> Avis {
    let to = alea.pick([Avis.Destinataire.poste(poste()), .cl1a, .direction(ActeursInventes.departement)])
    return Avis(
      to, instant: alea.chance(400) ? base.adding(seconds: -alea.below(86_400)) : instant, preuve: VieDIncident.preuve)
  }

  private mutating func cause() -> Cause {
    let empreinte = ActeursInventes.written(EmpreinteSHA256(String(repeating: "a", count: 64)))
    return alea.pick([
      .centre(constat: VieDIncident.texte), .tiers(constat: VieDIncident.texte),
      .usage(poste: ActeursInventes.poste, formation: alea.chance(500) ? base.jour.adding(days: -3) : nil),
      .donneesErronees(de: .dgfip, entree: empreinte, sortie: empreinte),
      .etude(code: ActeursInventes.etudes[0], relances: 1),
    ])
  }
}
