import Convention

extension VieDeContrat {
  typealias Decision = (HistoireDeContrat) throws(Refus) -> Actes

  private mutating func fait() -> Jour { jour.adding(days: -alea.pick([-1, 0, 0, 0, 3, 40])) }
  private mutating func autour() -> Jour { jour.adding(days: alea.between(-3...60)) }
  private mutating func poste() -> Codique? { alea.pick([nil, ActeursInventes.poste, ActeursInventes.autrePoste]) }
  private mutating func ecrit() -> Ecrit { Ecrit(alea.chance(900) ? "REF" : "", du: fait()) }

  private mutating func approbations() -> [QualiteDeSignataire] {
    alea.chance(750) ? contrat.autorite.membres : [alea.pick(QualiteDeSignataire.allCases)]
  }

  mutating func commande() -> (String, Decision) {
    let (on, jour) = (self.jour, fait())
    switch alea.below(16) {
    case 0...1:
      let qualite = alea.pick(QualiteDeSignataire.allCases)
      return ("signature", { contrat throws(Refus) in try contrat.signer(qualite, le: jour, on: on) })
    case 2: return ("engagement", { contrat throws(Refus) in try contrat.engager(le: jour, on: on) })
    case 3...4: return ("reconduction", reconduction(on))
    case 5:
      let fait = HistoireDeContrat.Denonciation(par: approbations(), notifieeLe: jour)
      return ("dénonciation", { contrat throws(Refus) in try contrat.denoncer(fait, on: on) })
    case 6: return ("résiliation", resiliation(jour, on))
    case 7...8: return ("décision sur les objectifs", jugement(jour, on))
    case 9: return ("objectif", objectif(jour, on))
    case 10: return ("seuil d’ouverture", seuil(on))
    case 11:
      let item = Periodicite(alea.pick(Periodicite.Document.allCases), months: alea.below(14), du: autour())
      return ("périodicité", { contrat throws(Refus) in try contrat.fixer(item, on: on) })
    case 12:
      let (motif, poste, du) = (alea.pick(MotifDePapier.allCases), poste(), autour())
      return (
        "passage au papier",
        { contrat throws(Refus) in try contrat.passerAuPapier(motif, poste: poste, du: du, on: on) }
      )
    case 13:
      let ouverture = OuvertureDApplication(alea.pick(["HELIOS", "AUTRE", ""]), du: autour())
      return ("ouverture d’une application", { contrat throws(Refus) in try contrat.ouvrir(ouverture, on: on) })
    case 14:
      let admis = alea.chance(500)
      return ("tableur", { contrat throws(Refus) in try contrat.convenirDuTableur(admis: admis, on: on) })
    default:
      let (poste, du) = (poste(), autour())
      return (
        "retour au dématérialisé",
        { contrat throws(Refus) in try contrat.revenirAuDematerialise(poste: poste, du: du, on: on) }
      )
    }
  }

  private mutating func reconduction(_ on: Jour) -> Decision {
    let (duree, ecrit, par) = (alea.pick(HistoireDeContrat.DureeReconduite.allCases), ecrit(), approbations())
    return { contrat throws(Refus) in try contrat.renouveler(duree, decision: ecrit, approbations: par, on: on) }
  }

  private mutating func resiliation(_ jour: Jour, _ on: Jour) -> Decision {
    let motif = alea.chance(900) ? alea.pick(HistoireDeContrat.MotifDeResiliation.allCases) : nil
    let (preuve, par) = (ecrit(), approbations())
    return { contrat throws(Refus) in
      try contrat.resilier(motif, preuve: preuve, notifieeLe: jour, approbations: par, on: on)
    }
  }

  /// A target of 35 % of the canteens, of which so many euros out of 100 came in.
  private mutating func jugement(_ jour: Jour, _ on: Jour) -> Decision {
    let choix = alea.pick(HistoireDeContrat.DecisionSurObjectifs.Choix.allCases)
    let cible = Objectif.Cible(.nature, "CAN")
    let recouvre = Montant(cents: Int64(alea.between(3000...3600)))
    let bilan = BilanDesObjectifs(
      [Resultat(cible, demande: Montant(cents: 10_000), recouvre: recouvre, nombre: 4)],
      objectifs: [Objectif(cible, taux: Convention.Taux(centiemes: 3500), du: jour)], on: jour)
    let sha256 = String(repeating: "0a", count: alea.chance(900) ? 32 : 31)
    let (rapport, par) = (RapportSurObjectifs(ecrit(), sha256: sha256), approbations())
    return { contrat throws(Refus) in
      try contrat.decider(choix, bilan: bilan, rapport: rapport, approbations: par, le: jour, on: on)
    }
  }

  private mutating func objectif(_ jour: Jour, _ on: Jour) -> Decision {
    let cible = Objectif.Cible(alea.pick(Objectif.Axe.allCases), alea.pick(["", "CAN"]))
    let objectif = Objectif(cible, taux: Convention.Taux(centiemes: alea.between(-100...10_100)), du: autour())
    let par = approbations()
    return { contrat throws(Refus) in try contrat.fixer(objectif, approbations: par, le: jour, on: on) }
  }

  private mutating func seuil(_ on: Jour) -> Decision {
    let montant = Montant(cents: Int64(alea.between(-1...100_000)))
    let seuil = SeuilOuvertureForcee(montant, lettre: ecrit(), du: autour())
    let par = approbations()
    return { contrat throws(Refus) in try contrat.communiquer(seuil, approbations: par, on: on) }
  }
}
