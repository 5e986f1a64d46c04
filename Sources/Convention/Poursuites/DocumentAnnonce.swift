/// A document that an étude's message announces by its fingerprint: it is handed in apart and compared with it (R081).
public struct DocumentAnnonce: Hashable, Sendable {
  /// The message that announces it.
  public let entete: EnteteMessage
  /// What it proves, in French, without anyone's name.
  public let objet: String
  /// The étude's own reference for it.
  public let reference: String?
  /// SHA-256, in lower-case hexadecimal.
  public let empreinte: String

  init?(_ entete: EnteteMessage?, _ objet: String, _ reference: String?, _ empreinte: String?) {
    guard let entete, let empreinte else { return nil }
    self.entete = entete
    self.objet = objet
    self.reference = reference
    self.empreinte = empreinte.lowercased()
  }
}

extension Evenement {
  /// The document that it announces, if any.
  public var documentAnnonce: DocumentAnnonce? {
    switch self {
    case .acteSignale(let fait):
      DocumentAnnonce(fait.entete, "acte \(fait.acte.code)", fait.acte.referenceDocument, fait.acte.empreinteDocument)
    case .autorisationDemandee(let fait):
      DocumentAnnonce(
        fait.entete, "demande d’accord", fait.demande.referenceDocument, fait.demande.empreinteDocument)
    case .retourEtabli(let fait):
      DocumentAnnonce(
        fait.entete, "formulaire de suspension", fait.retour.referenceDocument, fait.retour.empreinteDocument)
    case .constatEtabli(let fait):
      DocumentAnnonce(
        fait.entete, "justificatif du constat \(fait.constat.code)", fait.constat.referenceJustificatif,
        fait.constat.empreinteDocument)
    case .phaseTerminee(let fait):
      DocumentAnnonce(fait.entete, "fin d’intervention", fait.referenceDocument, fait.empreinteDocument)
    case .dossierTransmis, .dossierMisEnAttente, .dossierRemis, .demandeEcartee, .accuseRecu, .dossierRefuse,
      .receptionReputee, .actionEngagee, .renseignementDonne, .encaissementConstate, .prolongationDemandee,
      .retardJustifie, .actualisationRecue, .messageConserve, .relanceEmise, .dossierRouvert, .avancementSignale,
      .messageRectifie:
      nil
    }
  }
}

extension Sequence<Evenement> {
  /// The documents that a history announces, in its order; what was taken back announces nothing any more.
  public var documentsAnnonces: [DocumentAnnonce] {
    var announced: [DocumentAnnonce] = []
    for evenement in self {
      if let document = evenement.documentAnnonce { announced.append(document) }
      guard case .messageRectifie(let fait) = evenement else { continue }
      announced.removeAll {
        $0.entete.etude == fait.entete.etude && $0.entete.numero == fait.rectification.message
      }
    }
    return announced
  }
}
