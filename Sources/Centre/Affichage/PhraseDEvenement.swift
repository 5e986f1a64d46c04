import Convention
import Interface

/// One French sentence for each event of a dossier's history.
public struct PhraseDEvenement {
  let libelles: Libelles

  public init(libelles: Libelles) { self.libelles = libelles }

  public func texte(_ evenement: Evenement) -> String {
    switch evenement {
    case .dossierTransmis(let fait): transmis(fait)
    case .dossierMisEnAttente(let fait):
      fait.raison == .etude
        ? "En attente : plusieurs études peuvent le reprendre" : "En attente : plusieurs codes postaux possibles"
    case .dossierRemis(let fait): remis(fait)
    case .demandeEcartee(let fait): "Demande rejetée après attente (\(fait.code)) : \(fait.raison)"
    case .dossierRouvert(let fait): "Rouvert" + (fait.etude.map { " ; l’étude \($0) le reprend" } ?? "")
    case .phaseTerminee(let fait): terminee(fait)
    case .receptionReputee(let fait):
      "Réception réputée au \(fait.jour.texte), faute d’accusé ; terme le \(fait.terme.texte)"
    case .relanceEmise(let fait): "Relance de l’étude \(fait.relance.etude) : \(fait.relance.objet.phrase)"
    case .actualisationRecue(let fait): actualisation(fait)
    case .messageConserve(let fait):
      "Message n° \(fait.message.entete.numero) de l’étude \(fait.message.entete.etude), gardé sans effet"
    case .accuseRecu, .dossierRefuse, .actionEngagee, .constatEtabli, .renseignementDonne, .encaissementConstate,
      .prolongationDemandee, .autorisationDemandee, .acteSignale, .retardJustifie, .retourEtabli, .avancementSignale,
      .messageRectifie:
      message(evenement)
    }
  }

  private func transmis(_ fait: DossierTransmis) -> String {
    let demande = fait.demande
    return
      "Demande du poste \(demande.poste) pour \(demande.montant.texte) (\(accorde(demande.titres.count, "titre", "titres")))"
  }

  private func remis(_ fait: DossierRemis) -> String {
    let place = fait.corrige ? " ; code postal restauré \(fait.codePostal)" : ""
    return "Remis à l’étude \(fait.etude)\(place)"
  }

  private func terminee(_ fait: PhaseTerminee) -> String {
    let motif = PhaseTerminee.Motif(rawValue: fait.motif)?.libelle ?? fait.motif
    let follow = fait.reprise ? " ; le comptable reprend les poursuites" : ""
    return "Fin : \(motif), reste dû \(fait.resteDu.texte)\(follow)"
  }

  private func actualisation(_ fait: ActualisationRecue) -> String {
    let item = fait.actualisation
    let amount = item.montant.map { " de \($0.texte)" } ?? ""
    let label = libelles.texte("code_evenement", item.code) ?? item.code
    return
      "Comptable, événement \(item.numero) : \(label)\(amount) ; reste dû \(fait.resteDu.texte)\(excess(fait.excedent))"
  }

  private func excess(_ excedent: Montant?) -> String {
    excedent.map { " ; \($0.texte) au-delà du reste dû (804)" } ?? ""
  }
}

extension PhraseDEvenement {
  /// What an étude tells.
  private func message(_ evenement: Evenement) -> String {
    switch evenement {
    case .accuseRecu(let fait): "Reçu par l’étude ; terme le \(fait.terme.texte)"
    case .dossierRefuse(let fait): "Refusé par l’étude \(fait.entete.etude)" + suite("motif_refus", fait.refus.motif)
    case .actionEngagee(let fait):
      "Action de l’étude" + suite("code_action", fait.action.code)
        + (libelles.texte("resultat_action", fait.action.resultat).map { " (\($0))" } ?? "")
    case .constatEtabli(let fait): "Constat" + suite("code_constat", fait.constat.code)
    case .renseignementDonne(let fait): "Renseignement" + suite("type_renseignement", fait.renseignement.type)
    case .encaissementConstate(let fait): encaissement(fait)
    case .prolongationDemandee(let fait):
      "L’étude demande un délai jusqu’au \(fait.demande.finDemandee.texte)"
        + suite("motif_prolongation", fait.demande.motif)
    case .autorisationDemandee(let fait):
      "L’étude demande une autorisation" + suite("objet_autorisation", fait.demande.objet)
    case .acteSignale(let fait): "Acte" + suite("code_acte", fait.acte.code) + " (\(fait.acte.referenceDocument))"
    case .retardJustifie(let fait): "Retard justifié" + suite("motif_retard", fait.justification.motif)
    case .retourEtabli(let fait): "Formulaire de suspension ou d’interruption \(fait.retour.referenceDocument)"
    case .avancementSignale(let fait): "Compte rendu" + suite("etape_poursuites", fait.avancement.etape)
    case .messageRectifie(let fait):
      "Rectifié : l’étude reprend son message n° \(fait.rectification.message), qui ne compte plus "
        + "(\(fait.rectification.motif))"
    default: evenement.genre.rawValue
    }
  }

  private func suite(_ liste: String, _ code: String?) -> String {
    libelles.texte(liste, code).map { " : \($0)" } ?? ""
  }

  private func encaissement(_ fait: EncaissementConstate) -> String {
    let item = fait.encaissement
    let kind = item.annule.map { "Annulation de l’encaissement \($0)" } ?? "Encaissement \(item.numero)"
    return "\(kind) : \(item.creance.texte) ; reste dû \(fait.resteDu.texte)\(excess(fait.excedent))"
  }
}
