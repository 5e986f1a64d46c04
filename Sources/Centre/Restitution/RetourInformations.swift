import Convention
import Interface
import Registre

/// The records of a « retour d'informations » (format README, « Ce qui produit les retours »; R110, R130–R137).
struct RetourInformations {
  let lecture: Lecture
  let annuaire: Annuaire
  let jour: Jour
  let application: String
  let exploitation: String
  let table: TableFormat

  /// 05 by order of reception, 85 to 94 by type then order, 95 by file then line.
  func articles(_ emit: (LigneEmise) throws -> Void) throws {
    let files = try lecture.fichiers(recusLe: jour).filter(concerns)
    for fichier in files { try emit(Accuses.fichier(fichier)) }
    try evenements([.dossierMisEnAttente, .dossierRemis, .dossierRouvert]) { try emit(try remise($0)) }
    try evenements([.accuseRecu, .dossierRefuse]) { if let article = accuse($0) { try emit(article) } }
    try actions(emit)
    let others: [(Evenement.Genre, (EvenementRendu) -> LigneEmise?)] = [
      (.constatEtabli, Faits.constat), (.renseignementDonne, Faits.renseignement),
      (.prolongationDemandee, Faits.prolongation), (.autorisationDemandee, Faits.autorisation),
      (.acteSignale, Faits.acte), (.phaseTerminee, Faits.fin), (.avancementSignale, Faits.avancement),
      (.retourEtabli, Faits.retour), (.messageRectifie, Faits.rectification),
    ]
    for (genre, article) in others {
      try evenements([genre]) { if let found = article($0) { try emit(found) } }
    }
    try rejets(files, emit)
  }

  private func concerns(_ fichier: FichierRecu) -> Bool {
    fichier.destinataire == .exploitation(application: application, exploitation: exploitation)
      && fichier.suite?.environnement != "T" && fichier.isAnswered
  }

  private func evenements(_ genres: [Evenement.Genre], _ body: (EvenementRendu) throws -> Void) throws {
    try lecture.evenements(jour, application: application, exploitation: exploitation, genres: genres, body)
  }

  private func remise(_ rendu: EvenementRendu) throws -> LigneEmise {
    switch rendu.date.evenement {
    case .dossierRemis(let fait):
      return Remises.article(
        rendu, fait.etude, fait.instant, fait.codePostal, fait.insee, fait.corrige,
        fait.avertissement, annuaire)
    case .dossierRouvert(let fait):
      let remise = try lecture.fiche(rendu.dossier, until: jour)?.dossier.remise
      guard let remise, fait.etude != nil else { return Remises.attente(rendu, avertissement: nil) }
      return Remises.article(
        rendu, remise.etude, fait.instant, remise.codePostal, remise.insee, remise.corrige,
        remise.avertissement, annuaire)
    case .dossierMisEnAttente(let fait): return Remises.attente(rendu, avertissement: fait.avertissement)
    default: return Remises.attente(rendu, avertissement: nil)
    }
  }

  private func accuse(_ rendu: EvenementRendu) -> LigneEmise? {
    switch rendu.date.evenement {
    case .accuseRecu(let fait): Faits.accuse(rendu, fait)
    case .dossierRefuse(let fait): Faits.refus(rendu, fait)
    default: nil
    }
  }

  /// 87: one per dossier and étude, where its first action of the day is; it counts all of them since the hand-over.
  private func actions(_ emit: (LigneEmise) throws -> Void) throws {
    struct Tenue: Hashable {
      let dossier: Int64
      let etude: CodeEtude
    }
    var told: Set<Tenue> = []
    try evenements([.actionEngagee]) { rendu in
      guard case .actionEngagee(let fait) = rendu.date.evenement, fait.entete.bilan,
        told.insert(Tenue(dossier: rendu.dossier, etude: fait.entete.etude)).inserted,
        let resume = try resume(rendu, of: fait.entete.etude)
      else { return }
      try emit(Faits.actions(rendu, fait, resume))
    }
  }

  /// The étude's actions since its hand-over, that evening; up to the next hand-over if it has refused meanwhile.
  private func resume(_ rendu: EvenementRendu, of etude: CodeEtude) throws -> ResumeActions? {
    guard let fiche = try lecture.fiche(rendu.dossier, until: jour) else { return nil }
    guard fiche.dossier.remise?.etude != etude else { return fiche.dossier.actions }
    let history = try lecture.histoire(of: fiche)
    let end = history.firstIndex { item in
      guard case .dossierRemis = item.evenement else { return false }
      return item.position > rendu.date.position
    }
    return Dossier(history[..<(end ?? history.endIndex)].map(\.evenement))?.actions
  }

  private func rejets(_ files: [FichierRecu], _ emit: (LigneEmise) throws -> Void) throws {
    var found = try files.flatMap { fichier in
      try lecture.rejets(of: fichier.id).map { (fichier.id, $0.place.ligne, Accuses.rejet($0, fichier, table)) }
    }
    try evenements([.demandeEcartee]) { rendu in
      guard case .demandeEcartee(let fait) = rendu.date.evenement,
        let fichier = try lecture.fichier(rendu.source.fichier)
      else { return }
      found.append((fichier.id, rendu.source.ligne, Accuses.ecartee(rendu, fait, fichier, table)))
    }
    for (_, _, article) in found.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) { try emit(article) }
  }
}

extension FichierRecu {
  /// Files made by the centre itself (spreadsheets, replays) are acknowledged to nobody.
  var isAnswered: Bool { canal != "tableur" && canal != "rejeu" }
}
