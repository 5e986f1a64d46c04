import Adresses
import Convention
import Interface
import Registre

/// What the centre knows, asked by the rules of a file being received; then what the accepted groups change.
///
/// Lives for one transaction: it reads what that transaction has already written, so that a demand higher in the file is
/// known, and a reception resumed after a stop finds the same answers.
final class MondeDuCentre: Monde {
  let registre: Ecriture
  let repartition: Repartition
  let fichier: FichierRecu
  var acquis: Acquis
  private(set) var routage: (ligne: Int, Routage)?

  init(_ registre: Ecriture, _ repartition: Repartition, _ fichier: FichierRecu, avant: Lecture, memoire: Int) {
    self.registre = registre
    acquis = Acquis(registre, of: fichier.id, avant: avant, memoire: memoire)
    self.repartition = repartition
    self.fichier = fichier
  }

  func juger(_ regle: Regle, _ record: Enregistrement, dans groupe: Groupe) throws -> ReponseDuMonde {
    switch regle.nom {
    case .uniqueDansFichier: try unique(record, sameFile: true)
    case .uniqueHistorique: try unique(record, sameFile: false)
    case .uniqueMessage: try uniqueMessage(record, groupe)
    case .demandeConnue: answer(try estConnue(record))
    case .demandeNonRejetee: answer(try fiche(record) != nil)
    case .cibleConnue: try cible(regle, record)
    case .encaissementConnu: try encaissementConnu(regle, record)
    case .etudeAttributaire: try attributaire(record)
    case .actePermisEnPhase: try actePermis(record)
    case .posteConnu: answer(poste(record) != nil)
    case .posteOuvert: answer(estSaisie || poste(record)?.echange == true)
    case .adresseRoutable, .etudeTrouvee, .contratActif, .etudeDesigneeCompetente:
      try attribution(regle, record, groupe)
    case .datePasApres, .dateApres, .montantPositif, .montantInferieur, .sommeChamps, .enfantRequis, .compteEnfants,
      .sommeEnfants, .enfantsUniques:
      .sansObjet
    }
  }

  func answer(_ holds: Bool) -> ReponseDuMonde { holds ? .respectee : .enfreinte() }

  /// Demands typed or imported come without a file exchange (annexe II.1.2, R138).
  var estSaisie: Bool { fichier.suite?.application == Demande.applicationSaisie }

  var etude: CodeEtude? { fichier.suite.flatMap { CodeEtude($0.etude) } }

  /// The demand that a record is about: its own key in an étude's file, the header's suite elsewhere.
  func cle(_ record: Enregistrement) -> CleDemande? {
    if fichier.suite?.genre == "ET" { return Traduction.cle(record) }
    guard let suite = fichier.suite, let numero = record.texte("numero_demande") else { return nil }
    return CleDemande(application: suite.application, exploitation: suite.exploitation, numero: numero)
  }

  /// The accepted dossier that a record is about, in its present state.
  func fiche(_ record: Enregistrement) throws -> Fiche? {
    try cle(record).flatMap { try acquis.fiche($0) }
  }

  private func poste(_ record: Enregistrement) -> Poste? {
    record.texte("codique_poste").flatMap { repartition.annuaire.postes[$0] }
  }
}

extension MondeDuCentre {
  /// 304: accepted, or at least present higher in this file, where 305 then says that it was rejected.
  private func estConnue(_ record: Enregistrement) throws -> Bool {
    guard let cle = cle(record) else { return false }
    if try acquis.demande(cle) != nil { return true }
    return try fichier.suite?.genre == "AL"
      && registre.lecture.demandeRejetee(cle, in: fichier.id, before: record.ligne)
  }

  /// 302 and 303, 307 and 306: taken by an accepted group of this file, or of an earlier one.
  private func unique(_ record: Enregistrement, sameFile: Bool) throws -> ReponseDuMonde {
    if record.codeType == "64" {
      guard let etude, let numero = record.texte("numero_encaissement") else { return .sansObjet }
      let owner = try acquis.encaissementConnu(etude: etude, numero: numero)
      return answer(owner.map { ($0 == fichier.id) != sameFile } ?? true)
    }
    guard let cle = cle(record) else { return .sansObjet }
    let owner = try acquis.demande(cle)?.fichier
    return answer(owner.map { ($0 == fichier.id) != sameFile } ?? true)
  }

  /// 306: the number of an update within its demand, of a message within its étude — the open group included.
  private func uniqueMessage(_ record: Enregistrement, _ groupe: Groupe) throws -> ReponseDuMonde {
    if record.codeType == "50" {
      guard let fiche = try fiche(record), let numero = record.entier("numero_evenement") else { return .sansObjet }
      return answer(try !acquis.actualisationConnue(dossier: fiche.id, numero: numero))
    }
    guard let etude, let numero = record.entier("numero_message") else { return .sansObjet }
    let inGroup = groupe.indices.map { groupe[$0] }.contains {
      $0.ligne < record.ligne && $0.rejet == nil && $0.entier("numero_message") == numero
    }
    return answer(try !inGroup && !acquis.messageConnu(etude: etude, numero: numero))
  }

  /// 321: the titre or redevable exists in the accepted demand; the leftmost that does not is named.
  private func cible(_ regle: Regle, _ record: Enregistrement) throws -> ReponseDuMonde {
    guard let type = record.type, let demande = try fiche(record)?.dossier.demande else { return .sansObjet }
    for champ in regle.champs {
      guard let rang = record.entier(champ) else { continue }
      let exists =
        type.champs[champ].nom == "rang_titre"
        ? demande.titres.contains { $0.rang == rang } : demande.redevables.contains { $0.rang == rang }
      if !exists { return .enfreinte(champ: champ) }
    }
    return .respectee
  }

  /// 321: a payment of the same étude, not cancelled, whose fields listed by the rule have the same value.
  private func encaissementConnu(_ regle: Regle, _ record: Enregistrement) throws -> ReponseDuMonde {
    guard let type = record.type, let champ = regle.champ, let numero = record.texte(champ), let etude,
      let fiche = try fiche(record)
    else { return .sansObjet }
    guard let original = fiche.dossier.encaissement(numero, of: etude)?.encaissement else { return .enfreinte() }
    let same = regle.egaux.allSatisfy { index in
      switch type.champs[index].nom {
      case "montant_recu": record.montant(index) == original.recu
      case "montant_creance": record.montant(index) == original.creance
      case "montant_frais_ht": record.montant(index) == original.fraisHT
      case "montant_tva": record.montant(index) == original.tva
      case "moyen_paiement": record.texte(index) == original.moyen
      case "ordre_paiement": record.texte(index) == original.ordre
      default: true
      }
    }
    return answer(same)
  }

  /// 407: the étude holds the dossier, or has held it.
  private func attributaire(_ record: Enregistrement) throws -> ReponseDuMonde {
    guard let etude, let fiche = try fiche(record) else { return .sansObjet }
    return answer(fiche.dossier.etudes.contains(etude))
  }

  /// 334: acts exist in the judicial phase only (art. 3, R014).
  private func actePermis(_ record: Enregistrement) throws -> ReponseDuMonde {
    guard let fiche = try fiche(record) else { return .sansObjet }
    return answer(fiche.dossier.demande.phase == .judiciaire)
  }
}

extension MondeDuCentre {
  /// 403 to 406, on the address of the principal redevable.
  private func attribution(_ regle: Regle, _ record: Enregistrement, _ groupe: Groupe) throws -> ReponseDuMonde {
    guard let routage = routage(of: groupe) else { return .sansObjet }
    let designee = record.texte("etude_designee")
    switch (regle.nom, routage.issue) {
    case (.adresseRoutable, .introuvable): return .enfreinte()
    case (.adresseRoutable, _), (_, .introuvable), (_, .ambigue): return .respectee
    case (.etudeTrouvee, .certaine(let code)):
      return answer(!repartition.candidates(for: code, designee: nil).isEmpty)
    case (.contratActif, .certaine(let code)):
      return try contratActif(
        record, groupe, repartition.candidates(for: code, designee: designee.flatMap(CodeEtude.init)))
    case (.etudeDesigneeCompetente, .certaine(let code)):
      guard let designee else { return .sansObjet }
      return answer(repartition.candidates(for: code, designee: nil).contains { $0.code.texte == designee })
    default: return .sansObjet
    }
  }

  /// 405: one of the competent études may take a demand of that day, by the way it came.
  private func contratActif(_ record: Enregistrement, _ groupe: Groupe, _ etudes: [Etude]) throws -> ReponseDuMonde {
    guard !etudes.isEmpty, let demande = record.jour("date_demande") else { return .sansObjet }
    let emission = groupe.entete.jour("date_emission") ?? demande
    let voie = Voie(fichier, poste: record.texte("codique_poste").flatMap { Codique($0) })
    let bound = etudes.compactMap { etude in
      etude.contrat(with: voie.poste, on: demande).flatMap { contrat in
        contrat.accepts(demandeDu: demande, emiseLe: emission) ? (code: etude.code, contrat: contrat) : nil
      }
    }
    let refusals = bound.compactMap { code, contrat in
      Repartition.refus(under: contrat, emiseLe: emission, par: voie).map { (code, $0) }
    }
    if refusals.count == bound.count, let (etude, refus) = refusals.first { try signaler(refus, etude, record) }
    return answer(refusals.count < bound.count)
  }

  /// The code says that no contract takes the demand; the incident says which article shuts its way (R088–R089, R138–R139).
  private func signaler(_ refus: Refus, _ etude: CodeEtude, _ record: Enregistrement) throws {
    try registre.signaler(
      Incident(
        jour: fichier.jour, instant: fichier.instant, genre: "refus", cause: "canal:\(fichier.id):\(record.ligne)",
        texte: "Demande \(record.texte("numero_demande") ?? ""), fichier \(fichier.nom), ligne \(record.ligne) : "
          + "rejetée (405), étude \(etude). \(refus)"))
  }

  /// The address of a group of demand, restored once.
  func routage(of groupe: Groupe) -> Routage? {
    guard let first = groupe.racine?.ligne else { return nil }
    if let routage, routage.ligne == first { return routage.1 }
    let principal = groupe.enfants().map { groupe[$0] }.first {
      $0.codeType == "20" && $0.entier("rang_redevable") == 1
    }
    guard let principal else { return nil }
    let adresse = Traduction.adresse(principal)
    let found = Routage(repartition.restaurer(adresse), recu: adresse.codePostal)
    routage = (first, found)
    return found
  }
}
