import Convention
import Interface
import Registre

/// What stops a whole file (format README): tried in the order 001, 002, 003, 004, 005, 009, 006, 007, 008.
struct VerdictDeFichier {
  let statut: String
  let code: String

  /// nil when nothing stops the file.
  init?(_ fichier: FichierRecu, _ examen: Examen, _ annuaire: Annuaire, _ lecture: Lecture) throws {
    if let refus = examen.refus {
      self.init(statut: "R", code: refus.code.texte)
    } else if !VerdictDeFichier.emetteurConnu(fichier, annuaire) {
      self.init(statut: "R", code: "005")
    } else if examen.estIncomplet {
      self.init(statut: "I", code: "009")
    } else if let found = try VerdictDeFichier.sequence(fichier, lecture) {
      self = found
    } else {
      return nil
    }
  }

  private init(statut: String, code: String) {
    self.statut = statut
    self.code = code
  }

  func apply(to fichier: inout FichierRecu) {
    fichier.statut = statut
    fichier.code = code
    fichier.etat = .integre
  }

  /// 005: application, exploitation, computer department, centre and étude of the header are known to each other.
  private static func emetteurConnu(_ fichier: FichierRecu, _ annuaire: Annuaire) -> Bool {
    guard let suite = fichier.suite else { return false }
    if fichier.canal == "tableur" || fichier.canal == "rejeu" { return true }
    guard fichier.entete["centre_serveur"] == annuaire.centre, annuaire.centre != nil else { return false }
    let etudeKnown = suite.etude.isEmpty || CodeEtude(suite.etude).map { annuaire.etudes[$0] != nil } ?? false
    return etudeKnown && applicationKnown(fichier, suite, annuaire) && partnerAgrees(fichier, suite, annuaire)
  }

  private static func applicationKnown(
    _ fichier: FichierRecu, _ suite: FichierRecu.Suite, _ annuaire: Annuaire
  ) -> Bool {
    if suite.application.isEmpty && suite.exploitation.isEmpty { return suite.genre == "ET" }
    guard let application = annuaire.applications[suite.application] else { return false }
    let department = fichier.entete["departement_informatique"]
    return application.exploitations.contains(suite.exploitation)
      && (department.map(application.departementsInformatiques.contains) ?? true)
  }

  /// The folder of an étude or of an exploitation brings no other's file.
  private static func partnerAgrees(
    _ fichier: FichierRecu, _ suite: FichierRecu.Suite, _ annuaire: Annuaire
  ) -> Bool {
    switch fichier.partenaire.flatMap({ annuaire.destinataire(partenaire: $0) }) {
    case nil: true
    case .etude(let code): suite.etude == code
    case .exploitation(let application, let exploitation):
      suite.application == application && suite.exploitation == exploitation
    }
  }

  private static func sequence(_ fichier: FichierRecu, _ lecture: Lecture) throws -> VerdictDeFichier? {
    guard let suite = fichier.suite, let sequence = fichier.sequence else { return nil }
    if let known = try lecture.fichier(suite, sequence: sequence) {
      return known.empreinte == fichier.empreinte
        ? VerdictDeFichier(statut: "D", code: "006") : VerdictDeFichier(statut: "R", code: "007")
    }
    let onePerDay = suite.genre == "AL" && suite.etude.isEmpty && suite.application != Demande.applicationSaisie
    if onePerDay, let emission = fichier.dateEmission,
      try lecture.secondDuJour(suite, sequence: sequence, emission: emission)
    {
      return VerdictDeFichier(statut: "R", code: "008")
    }
    return nil
  }
}
