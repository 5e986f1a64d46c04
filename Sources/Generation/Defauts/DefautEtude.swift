/// The defects of an étude's file: each slips one faulty message beside a good one.
public enum DefautEtude: String, Defaut {
  case ligneAmputee = "ligne-amputee"
  case typeInconnu = "type-inconnu"
  case justificatifAbsent = "justificatif-absent"
  case instantInvalide = "instant-invalide"
  case actionInconnue = "action-inconnue"
  case numeroReserve = "numero-reserve"
  case demandeInconnue = "demande-inconnue"
  case messageEnDouble = "message-en-double"
  case encaissementEnDouble = "encaissement-en-double"
  case dateFuture = "date-future"
  case termeIncoherent = "terme-incoherent"
  case titreInconnu = "titre-inconnu"
  case annulationInconnue = "annulation-inconnue"
  case montantFaux = "montant-faux"
  case ventilationFausse = "ventilation-fausse"
  case acteHorsPhase = "acte-hors-phase"

  public var texte: String {
    switch self {
    case .ligneAmputee: "ligne coupée : rejetée, 101"
    case .typeInconnu: "ligne d’un type inconnu : rejetée, 104"
    case .justificatifAbsent: "insolvabilité sans justificatif : rejetée, 201"
    case .instantInvalide: "instant sans décalage horaire : rejeté, 205"
    case .actionInconnue: "action hors liste : rejetée, 206"
    case .numeroReserve: "numéro de message réservé au site : rejeté, 207"
    case .demandeInconnue: "demande jamais transmise : rejeté, 304"
    case .messageEnDouble: "numéro de message déjà employé : rejeté, 306"
    case .encaissementEnDouble: "numéro d’encaissement répété dans le fichier : rejeté, 307"
    case .dateFuture: "fait daté d’après le fichier : rejeté, 310"
    case .termeIncoherent: "prolongation demandée pour un jour passé : rejetée, 313"
    case .titreInconnu: "ventilation sur un titre qui n’existe pas : encaissement rejeté, 321"
    case .annulationInconnue: "annulation d’un encaissement inconnu : rejetée, 321"
    case .montantFaux: "somme reçue différente de ses parts : encaissement rejeté, 331"
    case .ventilationFausse: "ventilation différente de la somme : encaissement rejeté, 332"
    case .acteHorsPhase: "acte sur un dossier comminatoire : rejeté, 334"
    }
  }
}
