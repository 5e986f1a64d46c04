import Convention

/// A command given to a contract and what came of it.
struct PasDeContrat: Pas {
  let avant: HistoireDeContrat
  let commande: String
  let jour: Jour
  let actes: [HistoireDeContrat.Acte]
  let refus: Refus?
  let apres: HistoireDeContrat
  let histoire: [HistoireDeContrat.Acte]

  var recit: String {
    let answer = refus.map { "refusé : \($0)" } ?? "\(actes.count) acte\(actes.count > 1 ? "s" : "")"
    return "\(jour.texte), \(commande) → \(answer) — \(apres.etat(on: jour).libelle)"
  }
}

/// A contract of which anything is asked, for some years: signatures, renewals, ends, targets, thresholds, paper.
struct VieDeContrat: Vie {
  static let longueur = 24
  typealias Actes = [HistoireDeContrat.Acte]

  var alea: Alea
  var jour: Jour
  private(set) var contrat: HistoireDeContrat
  private(set) var histoire: Actes

  init(graine: UInt64) {
    var alea = Alea(graine: graine, flux: 2)
    let du = ActeursInventes.premierJour(&alea)
    let draft = ContratDepartemental(du: du, objectifs: alea.chance(500) ? ["CAN": 3500] : [:])
    histoire = ActeursInventes.written(
      try? HistoireDeContrat.conclure(
        draft, etude: ActeursInventes.etudes[0], departement: ActeursInventes.departement,
        autorite: alea.pick(AutoriteDuDepartement.allCases), autres: []))
    contrat = ActeursInventes.written(HistoireDeContrat(histoire))
    jour = du.adding(days: -alea.below(40))
    self.alea = alea
    if alea.chance(700) { sign() }
  }

  private mutating func sign() {
    for qualite in contrat.autorite.signataires { follow((try? contrat.signer(qualite, le: jour, on: jour)) ?? []) }
    follow((try? contrat.engager(le: jour, on: jour)) ?? [])
  }

  private mutating func follow(_ actes: Actes) {
    contrat.follow(actes)
    histoire += actes
  }

  mutating func avancer() -> PasDeContrat {
    let avant = contrat
    guard alea.chance(750) else { return soirs(avant) }
    let (nom, command) = commande()
    do throws(Refus) {
      let actes = try command(contrat)
      follow(actes)
      return pas(avant, nom, actes, nil)
    } catch { return pas(avant, nom, [], error) }
  }

  private func pas(_ avant: HistoireDeContrat, _ nom: String, _ actes: Actes, _ refus: Refus?) -> PasDeContrat {
    PasDeContrat(
      avant: avant, commande: nom, jour: jour, actes: actes, refus: refus, apres: contrat, histoire: histoire)
  }

  /// The first evening that finds something before a day, or that day; near the announced one, so that terms are met.
  private mutating func soirs(_ avant: HistoireDeContrat) -> PasDeContrat {
    let near = contrat.prochainSoir?.adding(days: alea.between(-2...2)) ?? jour
    let next = alea.chance(300) ? max(near, jour) : jour.adding(days: alea.pick([0, 1, 6, 29, 200]))
    // Far ahead, only the evenings around those that may find something.
    if next.days(since: jour) > 40 { jour = max(jour, min(next, near).adding(days: -5)) }
    while jour < next, contrat.decideSoir(jour).isEmpty { jour = jour.adding(days: 1) }
    let actes = contrat.decideSoir(jour)
    follow(actes)
    defer { jour = jour.adding(days: 1) }
    return pas(avant, "centre : soirée", actes, nil)
  }
}
