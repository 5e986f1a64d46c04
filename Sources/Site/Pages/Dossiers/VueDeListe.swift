import Convention
import Registre

/// A ready-made view of a list of dossiers: what waits, for whom.
enum VueDeListe: String, CaseIterable {
  case tous
  case enCours = "en-cours"
  case accuser = "a-accuser"
  case lettres
  case appeler = "a-appeler"
  case retards, terme, prolongations, attente
  case rejetes, clos
  case repris
  case accords
  case prescription
  case comptesRendus = "comptes-rendus"
  case formulaires

  var libelle: String {
    switch self {
    case .tous: "Tous"
    case .enCours: "En cours"
    case .accuser: "À accuser"
    case .lettres: "Lettre manquante"
    case .appeler: "À appeler"
    case .retards: "Retards à justifier"
    case .terme: "Terme dans \(FiltreDeListe.joursAvantTerme) jours"
    case .prolongations: "Prolongation demandée"
    case .attente: "En attente d’étude"
    case .rejetes: "Rejetés"
    case .clos: "Clos"
    case .repris: "À reprendre"
    case .accords: "Accord demandé"
    case .prescription: "Prescription proche"
    case .comptesRendus: "Compte rendu en retard"
    case .formulaires: "Formulaire attendu"
    }
  }

  /// The views that mean something to a profession.
  static func vues(_ metier: Profil.Metier) -> [VueDeListe] {
    switch metier {
    case .etude:
      [.tous, .enCours, .accuser, .lettres, .appeler, .retards, .terme, .prolongations] + judiciaires + [.clos]
    case .comptable:
      [.tous, .enCours, .prolongations] + judiciaires + [
        .accuser, .retards, .terme, .repris, .attente, .rejetes, .clos,
      ]
    case .exploitant:
      [.tous, .enCours, .attente, .accuser, .lettres, .appeler, .retards, .terme, .prolongations]
        + judiciaires + [.rejetes, .clos]
    case .direction, .central: [.tous, .enCours, .accuser, .lettres, .retards, .terme] + judiciaires + [.clos]
    }
  }

  /// What waits of a judicial recovery (art. 10 and 12).
  private static let judiciaires: [VueDeListe] = [.accords, .prescription, .comptesRendus, .formulaires]

  func filtre(on jour: Jour) -> FiltreDossiers {
    var filtre = FiltreDossiers()
    switch self {
    case .tous: break
    case .enCours: filtre.etat = "REMIS"
    case .accuser: filtre.sansAccuse = true
    case .lettres: filtre.lettreManquanteLe = jour
    case .appeler: filtre.aAppelerLe = jour
    case .retards: filtre.retardInjustifie = true
    case .terme:
      filtre.etat = "REMIS"
      filtre.termeAvant = jour.adding(days: FiltreDeListe.joursAvantTerme)
    case .prolongations: filtre.prolongation = true
    case .attente: filtre.etat = "ATTENTE"
    case .rejetes: filtre.etat = "ECARTE"
    case .clos: filtre.etat = "CLOS"
    case .repris: filtre.reprisDepuis = jour.adding(days: -FiltreDeListe.joursDeReprise)
    case .accords: filtre.accordDemande = true
    case .prescription: filtre.prescriptionProcheLe = jour
    case .comptesRendus: filtre.compteRenduEnRetardLe = jour
    case .formulaires: filtre.formulaireAttendu = true
    }
    return filtre
  }
}
