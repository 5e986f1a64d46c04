import Convention
import Generation

extension EtudeSimulee {
  /// Does one thing of the recovery in court; nothing if the dossier no longer lets it.
  mutating func poursuivre(
    _ tache: TacheDEtude, _ cle: String, _ jour: Jour, _ dossier: inout DossierSuivi, _ messages: inout Messages,
    _ population: inout Population, _ postes: inout [(cle: String, jour: Jour, tache: TacheDePoste)]
  ) -> [Ligne] {
    if case .tenter(let interdit) = tache {
      return tenter(interdit, jour, &dossier, &messages, &population)
    }
    guard dossier.poursuite != nil, dossier.estEnCours(jour), !dossier.isSuspended(on: jour) else { return [] }
    switch tache {
    case .commander:
      let lignes = commander(&dossier, &messages, &population)
      envoyer(cle, jour, &population, &postes)
      return lignes
    case .rectifier: return rectifier(&dossier, &messages, &population)
    case .rendreCompte:
      let etape = dossier.poursuite?.demandes.isEmpty == false ? "04" : dossier.poursuite?.aSaisi == true ? "03" : "02"
      return ecrire(.avancement(etape: etape), &dossier, &messages, &population)
    case .poursuivre(.ouvrir) where plan.contrat.ouvre(creance: dossier.tenu.reste, on: jour):
      agenda.note((cle, .poursuivre(.vendre)), jour.adding(days: 3))
      return ouvrirAuSeuil(&dossier, &messages, &population)
    case .poursuivre(let acte):
      guard dossier.poursuite?.permet(acte) == true else { return [] }
      return ecrire(acte, &dossier, &messages, &population)
    default: return []
    }
  }

  /// Writes it, and enters it in the books as what the centre must accept.
  func ecrire(
    _ acte: ActeDePoursuite, _ dossier: inout DossierSuivi, _ messages: inout Messages, _ population: inout Population
  ) -> [Ligne] {
    let lignes = messages.lignes(.poursuite(acte), &dossier.tenu, &dossier.paiements)
    for ligne in lignes {
      population.livre.judiciaire.noter(ligne, estRapporte: dossier.estRapporte)
      if let numero = ligne.numeroDeMessage { dossier.poursuite?.noter(acte, numero) }
    }
    return lignes
  }

  /// Art. 10, al. 3 (R034): above the director's threshold, doors are forced without the accountant's permission.
  private func ouvrirAuSeuil(
    _ dossier: inout DossierSuivi, _ messages: inout Messages, _ population: inout Population
  ) -> [Ligne] {
    if dossier.poursuite?.ouverturePermise == false { population.livre.judiciaire.ouverturesAuSeuil += 1 }
    return ecrire(.acte(code: "051", portesForcees: true), &dossier, &messages, &population)
  }

  private func commander(
    _ dossier: inout DossierSuivi, _ messages: inout Messages, _ population: inout Population
  ) -> [Ligne] {
    let lignes = ecrire(.acte(code: "042"), &dossier, &messages, &population)
    dossier.poursuite?.commandement = lignes.first?.numeroDeMessage
    return lignes
  }

  /// Both remain at the centre, the one that no longer counts and the one that does.
  private func rectifier(
    _ dossier: inout DossierSuivi, _ messages: inout Messages, _ population: inout Population
  ) -> [Ligne] {
    guard let wrong = dossier.poursuite?.commandement else { return [] }
    return ecrire(.rectification(message: wrong), &dossier, &messages, &population)
      + commander(&dossier, &messages, &population)
  }

  /// Art. 12 ▸3 (R051): even once the dossier has been recalled. Version 1 of the format has no place for the form.
  func retourner(
    _ cle: String, _ dossier: inout DossierSuivi, _ messages: inout Messages, _ population: inout Population
  ) -> [Ligne] {
    guard plan.version > 1, dossier.attendFormulaire, !dossier.estRefuse else { return [] }
    return ecrire(.retour, &dossier, &messages, &population)
  }

  /// Under a threshold, forcing doors may be allowed.
  private func estPermis(_ interdit: ActeInterdit) -> Bool { interdit == .portesForcees && plan.contrat.aUnSeuil }

  private func tenter(
    _ interdit: ActeInterdit, _ jour: Jour, _ dossier: inout DossierSuivi, _ messages: inout Messages,
    _ population: inout Population
  ) -> [Ligne] {
    guard plan.version >= interdit.version, dossier.estEnCours(jour), !estPermis(interdit),
      let acte = interdit.acte(dossier, paiement: dossier.messageDePaiement)
    else { return [] }
    switch interdit.reponse {
    case .rejet: population.livre.rejetsVoulus += 1
    case .refus(let code): population.livre.judiciaire.refus[code, default: 0] += 1
    }
    return messages.lignes(acte, &dossier.tenu, &dossier.paiements)
  }
}

// What the étude plans, first and after the accountant's word.
extension EtudeSimulee {
  /// The order to pay, the seizure at least eight days later, what follows it; now and then something wrong.
  mutating func planifier(poursuite cle: String, _ jour: Jour, _ lettre: Int, _ alea: inout Alea) {
    guard let poursuite = dossiers[cle]?.poursuite else { return }
    let saisie = lettre + alea.between(9...16)
    agenda.note((cle, .commander), jour.adding(days: lettre))
    for (delai, tache) in poursuite.suite(plan.version, &alea) {
      agenda.note((cle, tache), jour.adding(days: saisie + delai))
    }
    if alea.chance(180) {
      agenda.note((cle, .tenter(alea.pick(ActeInterdit.auHasard))), jour.adding(days: lettre + alea.between(1...25)))
    }
    guard plan.version > 1 else { return }
    if alea.chance(80) { agenda.note((cle, .rectifier), jour.adding(days: lettre + alea.between(2...6))) }
    agenda.note((cle, .rendreCompte), jour.adding(days: EtudeSimulee.compteRenduDays))
  }

  /// Art. 10, al. 2 (R033): the rhythm that the contract gives to the reports.
  private static let compteRenduDays = 30

  /// The accountant's word on a dossier in court: a form to give, an answer to act upon.
  mutating func suivre(_ code: String, _ message: Int64?, _ cle: String, _ jour: Jour) {
    guard let poursuite = dossiers[cle]?.poursuite else { return }
    switch code {
    case "10", "12":
      var alea = alea(cle, "formulaire/\(poursuite.arrets.count)")
      agenda.note((cle, .retourner), jour.adding(days: alea.between(2...5)))
      if code == "10", alea.chance(120) { agenda.note((cle, .tenter(.finSansFormulaire)), jour.adding(days: 1)) }
    case "16", "17":
      guard let message, let demande = poursuite.demandes[message] else { return }
      accueillir(demande, message, accordee: code == "16", cle, jour)
    default: return
    }
  }

  private mutating func accueillir(
    _ demande: ActeDePoursuite, _ message: Int64, accordee: Bool, _ cle: String, _ jour: Jour
  ) {
    dossiers[cle]?.poursuite?.demandes.removeValue(forKey: message)
    if accordee {
      switch demande {
      case .vendre: dossiers[cle]?.poursuite?.venteAccordee = true
      case .ouvrir: dossiers[cle]?.poursuite?.ouverturePermise = true
      case .changer(let mesure): dossiers[cle]?.poursuite?.mesuresAccordees.insert(mesure)
      case .acte, .carence, .retour, .avancement, .rectification: break
      }
    }
    var alea = alea(cle, "reponse/\(message)")
    for (delai, tache) in PoursuiteSuivie.suite(demande, accordee: accordee, &alea) {
      agenda.note((cle, tache), jour.adding(days: delai))
    }
  }
}

extension Ligne {
  var numeroDeMessage: Int64? {
    if case .entier(let numero) = self["numero_message"] { numero } else { nil }
  }
}
