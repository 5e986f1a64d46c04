import Convention
import Generation

extension EtudeSimulee {
  /// Does one thing, if it still makes sense that day; gives the records that tell it.
  mutating func faire(
    _ tache: TacheDEtude, _ cle: String, _ jour: Jour, _ messages: inout Messages, _ population: inout Population,
    _ postes: inout [(cle: String, jour: Jour, tache: TacheDePoste)]
  ) -> [Ligne] {
    guard var dossier = dossiers[cle] else { return [] }
    defer { dossiers[cle] = dossier }
    if case .annuler(let rang) = tache { return annuler(rang, cle, &dossier, &messages, &population) }
    if case .retourner = tache { return retourner(cle, &dossier, &messages, &population) }
    guard !dossier.isOver else { return [] }
    if tache.estDePoursuite {
      return poursuivre(tache, cle, jour, &dossier, &messages, &population, &postes)
    }
    if case .encaisser(let part, let revient) = tache {
      return encaisser(part, revient, cle, jour, &dossier, &messages, &population)
    }
    guard let acte = acte(tache, cle, jour, &dossier, &population) else { return [] }
    let lignes = messages.lignes(acte, &dossier.tenu, &dossier.paiements)
    if case .ecrire = tache { envoyer(cle, jour, &population, &postes) }
    return lignes
  }

  /// The act to write; nil when its time has passed.
  private func acte(
    _ tache: TacheDEtude, _ cle: String, _ jour: Jour, _ dossier: inout DossierSuivi, _ population: inout Population
  ) -> ActeDEtude? {
    var alea = alea(cle, "\(jour.iso)")
    switch tache {
    case .accuser:
      dossier.reception = jour
      return .accuse
    case .refuser(let motif):
      dossier.estRendu = true
      dossier.estRefuse = true
      return .refus(motif: motif)
    case .ecrire(let code): return .action(code: code, resultat: nil)
    case .agir(let code, let resultat): return .action(code: code, resultat: resultat)
    case .constater(let constat): return constat
    case .renseigner: return .renseignement(type: alea.pick(["EMP", "BQE", "TEL", "LOC"]))
    case .trouverAdresse(let dansLeRessort):
      let voie = "\(1 + alea.below(90)) \(alea.pick(Voies.noms))"
      return .nouvelleAdresse(
        nouveauLieu(dansLeRessort: dansLeRessort, &alea), voie: voie, dansLeRessort: dansLeRessort)
    case .demanderProlongation(let motif):
      guard let reception = dossier.reception else { return nil }
      let fin = reception.adding(days: plan.contrat.dureeComminatoireDays(remisLe: dossier.tenu.remise) + 30)
      return fin > jour ? .prolongation(jusqu: fin, motif: motif) : nil
    case .justifier(let relance, let motif):
      if relance == "40", !dossier.paiements.isEmpty { return nil }
      return .justification(relance: relance, motif: motif)
    case .rendre(let motif):
      // Suspended by the accountant, a dossier is not handed back without its form (art. 12, R051).
      guard !dossier.attendFormulaire else { return nil }
      dossier.estRendu = true
      return .fin(motif: motif)
    case .encaisser, .annuler, .commander, .poursuivre, .retourner, .rendreCompte, .rectifier, .tenter: return nil
    }
  }

  /// The debtor is reached, or is not: what follows falls to the étude or to the accountant.
  mutating func envoyer(
    _ cle: String, _ jour: Jour, _ population: inout Population,
    _ postes: inout [(cle: String, jour: Jour, tache: TacheDePoste)]
  ) {
    for reaction in population.ecrire(cle) {
      switch reaction {
      case .etude(let days, let tache): agenda.note((cle, tache), jour.adding(days: days))
      case .poste(let days, let tache): postes.append((cle, jour.adding(days: days), tache))
      }
    }
  }

  /// Ranks of payments fit one digit, and 9 is the cancellation's.
  private static let greatestRank = 8

  private mutating func encaisser(
    _ part: Int, _ revient: Bool, _ cle: String, _ jour: Jour, _ dossier: inout DossierSuivi,
    _ messages: inout Messages, _ population: inout Population
  ) -> [Ligne] {
    let rang = (dossier.paiements.keys.max() ?? 0) + 1
    guard rang <= EtudeSimulee.greatestRank else { return [] }
    let montant = population.payer(cle, part: part, plafond: dossier.tenu.reste)
    guard montant > .zero else { return [] }
    var alea = alea(cle, "versement/\(rang)")
    var lignes = messages.lignes(
      .versement(rang: rang, montant: montant, isSplit: alea.chance(500)), &dossier.tenu, &dossier.paiements)
    dossier.messageDePaiement = lignes.first?.numeroDeMessage
    population.livre.etudes.add(montant)
    population.livre.resultats[plan.code, default: .init()].recouvre += montant.cents
    if dossier.poursuite != nil { population.livre.judiciaire.encaissements.add(montant) }
    if let paiement = dossier.paiements[rang] {
      population.livre.fraisDesEtudes += paiement.recu.cents - paiement.creance.cents
    }
    if revient { agenda.note((cle, .annuler(rang: rang)), jour.adding(days: alea.between(3...8))) }
    if !revient, dossier.recoitTousLesDeniers {
      lignes += ecrire(.acte(code: "51D"), &dossier, &messages, &population)
    }
    return lignes
  }

  private mutating func annuler(
    _ rang: Int, _ cle: String, _ dossier: inout DossierSuivi, _ messages: inout Messages,
    _ population: inout Population
  ) -> [Ligne] {
    guard let paiement = dossier.paiements[rang] else { return [] }
    let lignes = messages.lignes(.impaye(rang: rang), &dossier.tenu, &dossier.paiements)
    dossier.tenu.give(back: paiement.parts)
    population.rendre(cle, paiement.creance)
    population.livre.impayesDesEtudes.add(paiement.creance)
    population.livre.resultats[plan.code, default: .init()].recouvre -= paiement.creance.cents
    if dossier.poursuite != nil { population.livre.judiciaire.impayes.add(paiement.creance) }
    population.livre.fraisDesEtudes -= paiement.recu.cents - paiement.creance.cents
    return lignes
  }
}
