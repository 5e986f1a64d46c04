/// The convention says no: a stable reason and its article, shown in French.
///
/// It holds nothing about the redevable, so that it may be logged.
public struct Refus: Error, Hashable, Sendable, CustomStringConvertible {
  /// Reasons; the raw value is stable and never reused.
  public enum Motif: String, Sendable, CaseIterable {
    case insolvabiliteSansJustificatif = "R-01"
    case actePhaseComminatoire = "R-02"
    case etudeNonAttributaire = "R-03"
    case dossierClos = "R-04"
    case contratInactif = "R-05"
    case contratIncomplet = "R-06"
    case horsRessort = "R-07"
    case prolongationParAutrui = "R-08"
    case termeDemandeNonPosterieur = "R-09"
    case dossierPasEnAttente = "R-10"
    case etudeDejaAttributaire = "R-11"
    case amendesSurPapier = "R-12"
    case retourPapier = "R-13"
    case posteNonOuvert = "R-14"
    case importNonPrevu = "R-15"
    case executantCentre = "R-16"
    case encaissementInconnu = "R-18"
    case sansAttestation = "R-19"
  }

  public let motif: Motif
  public let article: Article

  public init(_ motif: Motif, under article: Article) {
    self.motif = motif
    self.article = article
  }

  public var description: String { "\(motif.phrase) (\(article))." }
}

extension Refus.Motif {
  /// What a clerk reads, without the final full stop.
  public var phrase: String {
    switch self {
    case .insolvabiliteSansJustificatif:
      "L’insolvabilité se signale avec la référence et la date d’un constat de carence antérieur"
    case .actePhaseComminatoire: "Aucun procès-verbal ne s’établit en phase comminatoire"
    case .etudeNonAttributaire: "Cette étude n’est pas attributaire du dossier"
    case .dossierClos: "Le dossier est clos"
    case .contratInactif: "Le contrat départemental de l’étude n’est pas en vigueur ce jour-là"
    case .contratIncomplet: "Il manque au contrat départemental une de ses signatures"
    case .horsRessort: "Le redevable demeure hors du ressort de l’étude"
    case .prolongationParAutrui: "Seul le comptable qui a fait la demande prolonge la phase"
    case .termeDemandeNonPosterieur: "Le terme demandé doit être postérieur au jour de la demande"
    case .dossierPasEnAttente: "Le dossier n’attend pas qu’une étude soit désignée"
    case .etudeDejaAttributaire: "Cette étude a déjà refusé le dossier ou le tient déjà"
    case .amendesSurPapier: "Les amendes se transmettent seulement par voie dématérialisée"
    case .retourPapier: "À demande dématérialisée, retour dématérialisé"
    case .posteNonOuvert: "Le poste comptable n’est pas ouvert à ce mode d’échange"
    case .importNonPrevu: "Le contrat départemental ne prévoit pas la transmission par tableur"
    case .executantCentre: "Le centre serveur ne modifie que ses propres actions"
    case .encaissementInconnu: "L’encaissement cité n’existe pas ou a déjà été annulé"
    case .sansAttestation: "La remise s’atteste par la liste en ligne, par courriel, ou par les deux"
    }
  }
}
