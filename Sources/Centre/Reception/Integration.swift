import Convention
import Interface
import Registre

/// What an accepted group changes: a dossier opened, or events on one; and what a rejected one leaves in quarantine.
struct Integration {
  let registre: Ecriture
  let monde: MondeDuCentre
  let table: TableFormat
  let instant: Instant
  let jour: Jour

  var fichier: FichierRecu { monde.fichier }

  /// Follows the verdict on one group; `bilan` counts it.
  func suivre(_ groupe: Groupe, _ bilan: inout Bilan) throws {
    if groupe.estAccepte {
      if let refus = refusDuCahier(groupe) { return try ecarter(groupe, refus, &bilan) }
      try integrer(groupe, &bilan)
    }
    for index in groupe.rejets {
      try registre.ecarter(rejet(groupe[index], of: groupe))
      bilan.rejets += 1
    }
    if !groupe.estAccepte, groupe.racine?.codeType == "10" { bilan.rejetees += 1 }
  }

  private func integrer(_ groupe: Groupe, _ bilan: inout Bilan) throws {
    guard let root = groupe.racine, let suite = fichier.suite else { return }
    switch (suite.genre, root.codeType) {
    case ("AL", "10"): try demander(groupe, root, &bilan)
    case ("AL", "50"): try actualiser(root, &bilan)
    case ("ET", _): try signifier(groupe, root, &bilan)
    default: return
    }
  }

  /// R116: a demand, its étude if one is certain, or a human's turn.
  private func demander(_ groupe: Groupe, _ root: Enregistrement, _ bilan: inout Bilan) throws {
    guard let suite = fichier.suite, let routage = monde.routage(of: groupe),
      let demande = Traduction.demande(groupe, application: suite.application, exploitation: suite.exploitation)
    else { return }
    let warning = groupe.indices.flatMap { groupe[$0].avertissements }.map(\.code.texte).min()
    let next = try attribution(
      of: demande, routage, avertissement: [warning, routage.avertissement].compactMap { $0 }.min())
    let fiche = try registre.creer(
      [.dossierTransmis(DossierTransmis(demande: demande)), next], trace: trace(root, of: groupe))
    monde.acquis.ouvrir(fiche)
    if case .remis = fiche.dossier.etat {} else { bilan.attente += 1 }
    bilan.acceptees += 1
    bilan.montant = bilan.montant + demande.montant
  }

  private func attribution(of demande: Demande, _ routage: Routage, avertissement: String?) throws -> Evenement {
    let emission = fichier.dateEmission ?? jour
    guard case .certaine(let code) = routage.issue,
      let etude = try monde.repartition.etude(
        for: code, designee: demande.etudeDesignee.flatMap { CodeEtude($0) }, demandeDu: demande.date,
        emiseLe: emission, par: .init(fichier, poste: Codique(demande.poste)), registre),
      let contrat = etude.contrat(with: Codique(demande.poste), on: demande.date)
    else {
      return .dossierMisEnAttente(DossierMisEnAttente(raison: .adresse, avertissement: avertissement))
    }
    return .dossierRemis(
      DossierRemis(
        to: etude, under: contrat, demande.phase, on: jour, instant: instant, codePostal: code, insee: routage.insee,
        corrige: routage.corrige, avertissement: avertissement))
  }

  private func actualiser(_ root: Enregistrement, _ bilan: inout Bilan) throws {
    guard var fiche = try monde.fiche(root), let update = Traduction.actualisation(root, table) else { return }
    let events = fiche.dossier.decide(update, jour: jour, instant: instant)
    try add(events, to: &fiche, root, &bilan)
  }

  private func signifier(_ groupe: Groupe, _ root: Enregistrement, _ bilan: inout Bilan) throws {
    guard var fiche = try monde.fiche(root), let etude = monde.etude,
      let message = Traduction.message(groupe, etude: etude, bilan: fichier.entete["transmettre_bilan"] != "N")
    else { return }
    let relais = try relais(for: message, fiche.dossier)
    let events: [Evenement]
    do {
      events = try fiche.dossier.decide(
        message, jour: jour, instant: instant, relais: relais, seuil: seuil(of: etude, fiche.dossier))
    } catch {
      // Who types is answered at once; a file goes on, and nothing of it is lost.
      if fichier.canal == Saisie.canal { throw error }
      events = [.messageConserve(MessageConserve(message: message))]
      try signaler(error, fiche, root)
    }
    try add(events, to: &fiche, root, &bilan)
  }

  /// What the convention forbids and the file's table lets through is kept without effect, and told to the exploitant.
  private func signaler(_ refus: Refus, _ fiche: Fiche, _ root: Enregistrement) throws {
    try registre.signaler(
      Incident(
        jour: jour, instant: instant, genre: "refus", cause: "refus:\(fichier.id):\(root.ligne)",
        texte: "Demande \(fiche.dossier.demande.cle.numero), fichier \(fichier.nom), ligne \(root.ligne) : "
          + "message gardé sans effet. \(refus)"))
  }

  /// The director's written threshold for forced openings that day (art. 10, al. 3, R034).
  private func seuil(of etude: CodeEtude, _ dossier: Dossier) -> Montant? {
    monde.repartition.annuaire.etudes[etude]?.contrat(with: Codique(dossier.demande.poste), on: jour)?.seuil(on: jour)?
      .montant
  }

  /// Where a refused dossier goes next: the only other competent étude, a human's choice, or nowhere.
  private func relais(for message: Message, _ dossier: Dossier) throws -> Relais {
    guard case .refus = message.contenu, let remise = dossier.remise else { return .aucun }
    let poste = Codique(dossier.demande.poste)
    let refused = dossier.refusee.union([message.entete.etude])
    let others = monde.repartition.candidates(for: remise.codePostal, designee: nil, sauf: refused)
      .compactMap { etude in etude.contrat(with: poste, on: jour).map { (etude: etude, contrat: $0) } }
      .filter { $0.contrat.isActive(on: jour) && !$0.contrat.isOnPaper(with: poste, on: jour) }
    guard let other = others.first else { return .aucun }
    guard others.count == 1 else { return .designation }
    return .remise(
      DossierRemis(
        to: other.etude, under: other.contrat, dossier.demande.phase, on: jour, instant: instant,
        codePostal: remise.codePostal,
        insee: remise.insee, corrige: remise.corrige, avertissement: remise.avertissement))
  }

  private func add(_ events: [Evenement], to fiche: inout Fiche, _ root: Enregistrement, _ bilan: inout Bilan) throws {
    try registre.ajouter(events, to: &fiche, trace: trace(root))
    monde.acquis.noter(events, fiche)
    bilan.messages[root.codeType, default: 0] += 1
    guard events.contains(where: \.isExcessive) else { return }
    bilan.signal("804")
    try registre.signaler(
      Incident(
        jour: jour, instant: instant, genre: "excedent", cause: "excedent:\(fichier.id):\(root.ligne)",
        texte: "Demande \(fiche.dossier.demande.cle.numero) : une somme dépasse le reste dû (804), "
          + "fichier \(fichier.nom), ligne \(root.ligne)."))
  }

  /// The bytes of a record, or of the whole group that it opens.
  private func trace(_ root: Enregistrement, of groupe: Groupe? = nil) -> Trace {
    let length = groupe.map { $0.positionSuivante - root.position } ?? Int64(root.longueur)
    return Trace(
      auteur: auteur, instant: instant, jour: jour, fichier: fichier.id, ligne: root.ligne, octet: root.position,
      longueur: length, lignes: groupe.map { $0.ligneSuivante - root.ligne } ?? 1)
  }

  private var auteur: String {
    // Typed on the site: the channel names the actor and the user.
    if fichier.canal == Saisie.canal, let partenaire = fichier.partenaire { return partenaire }
    guard let suite = fichier.suite else { return "centre" }
    return suite.genre == "ET" ? "etude:\(suite.etude)" : "exploitation:\(suite.application)/\(suite.exploitation)"
  }

  private func rejet(_ record: Enregistrement, of groupe: Groupe) -> RejetConserve {
    let root = groupe[0]
    let rejet = record.rejet
    return RejetConserve(
      fichier: fichier.id,
      place: .init(octet: record.position, longueur: Int64(record.longueur), ligne: record.ligne),
      groupe: .init(
        octet: root.position, longueur: groupe.positionSuivante - root.position, ligne: root.ligne),
      type: record.codeType, application: monde.cle(record)?.application ?? fichier.suite?.application,
      exploitation: monde.cle(record)?.exploitation ?? fichier.suite?.exploitation,
      numeroDemande: record.texte("numero_demande"), poste: root.texte("codique_poste"),
      niveau: rejet?.niveau.lettre ?? "E", code: rejet?.code.texte ?? "",
      champ: rejet?.champ.flatMap { record.type?.champs[$0].nom },
      valeur: rejet?.champ.flatMap { record.valeurBrute($0) })
  }
}

extension Evenement {
  /// Something exceeds the debt (804).
  fileprivate var isExcessive: Bool {
    switch self {
    case .encaissementConstate(let fait): fait.excedent != nil
    case .actualisationRecue(let fait): fait.excedent != nil
    default: false
    }
  }
}
