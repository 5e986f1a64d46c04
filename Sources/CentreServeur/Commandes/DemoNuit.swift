import Convention
import Registre

/// What happened in a day, counted from what the base keeps.
struct DemoNuit: Sendable {
  /// What an étude did.
  struct Travail: Sendable {
    var accuses = 0
    var refus = 0
    var actions = 0
    var constats = 0
    var autres = 0
    var fins = 0
    var encaissements = 0
    var annulations = 0
    /// Received by the étude, cancellations deducted.
    var recu = Montant.zero
    /// Of it, what goes to the accountants.
    var creance = Montant.zero
  }
  /// An address as it came, and the code found.
  struct Adresse: Sendable {
    let recue: String
    let code: String
  }

  let jour: Jour
  var fichiers: [FichierRecu] = []
  /// By code; a demand rejected as a whole, or a line alone.
  var demandesRejetees: [String: Int] = [:]
  var lignesRejetees: [String: Int] = [:]
  var remises: [String: Int] = [:]
  var relais = 0
  var restaurees = 0
  var exemples: [Adresse] = []
  var ambigues = 0
  var actualisations = 0
  var travaux: [String: Travail] = [:]
  var fins: [String: Int] = [:]
  var emis: [FichierEmis] = []
  var incidents: [Incident] = []
  /// A dossier on which money came.
  var dossierPaye: String?
  /// A dossier refused by an étude, then handed to another.
  private var refuses: Set<Int64> = []

  var acceptees: Int { fichiers.map(\.bilan.acceptees).reduce(0, +) }
  var rejetees: Int { fichiers.map(\.bilan.rejetees).reduce(0, +) }
  var attente: Int { fichiers.map(\.bilan.attente).reduce(0, +) }
  var montant: Montant { fichiers.map(\.bilan.montant).reduce(.zero, +) }
  var recu: Montant { travaux.values.map(\.recu).reduce(.zero, +) }
  var creance: Montant { travaux.values.map(\.creance).reduce(.zero, +) }

  private init(_ jour: Jour) { self.jour = jour }

  static func read(_ jour: Jour, _ registre: Registre) async throws -> DemoNuit {
    try await registre.lire { lecture in
      var nuit = DemoNuit(jour)
      nuit.fichiers = try lecture.fichiers(recusLe: jour)
      for fichier in nuit.fichiers {
        for rejet in try lecture.rejets(of: fichier.id) { nuit.count(rejet) }
      }
      for (application, exploitation) in try lecture.exploitations(jour) {
        try lecture.evenements(
          jour, application: application, exploitation: exploitation, genres: Evenement.Genre.allCases
        ) { try nuit.count($0, lecture) }
      }
      nuit.emis = try lecture.fichiersEmis(jour).filter { $0.empreinte != nil }
      nuit.incidents = try lecture.incidents(from: jour, to: jour)
      return nuit
    }
  }

  private mutating func count(_ rejet: RejetConserve) {
    if rejet.niveau == "D", ["10", "20", "30"].contains(rejet.type) {
      demandesRejetees[rejet.code, default: 0] += 1
    } else {
      lignesRejetees[rejet.code, default: 0] += 1
    }
  }

  private mutating func count(_ rendu: EvenementRendu, _ lecture: Lecture) throws {
    switch rendu.date.evenement {
    case .dossierRemis(let fait): try count(fait, rendu, lecture)
    case .dossierMisEnAttente(let fait): if fait.raison == .adresse { ambigues += 1 }
    case .actualisationRecue: actualisations += 1
    case .accuseRecu(let fait): travaux[fait.entete.etude.texte, default: Travail()].accuses += 1
    case .dossierRefuse(let fait):
      travaux[fait.entete.etude.texte, default: Travail()].refus += 1
      refuses.insert(rendu.dossier)
    case .actionEngagee(let fait): travaux[fait.entete.etude.texte, default: Travail()].actions += 1
    case .constatEtabli(let fait): travaux[fait.entete.etude.texte, default: Travail()].constats += 1
    case .renseignementDonne(let fait): travaux[fait.entete.etude.texte, default: Travail()].autres += 1
    case .prolongationDemandee(let fait): travaux[fait.entete.etude.texte, default: Travail()].autres += 1
    case .autorisationDemandee(let fait): travaux[fait.entete.etude.texte, default: Travail()].autres += 1
    case .acteSignale(let fait): travaux[fait.entete.etude.texte, default: Travail()].autres += 1
    case .retardJustifie(let fait): travaux[fait.entete.etude.texte, default: Travail()].autres += 1
    case .messageConserve(let fait): travaux[fait.message.entete.etude.texte, default: Travail()].autres += 1
    case .encaissementConstate(let fait): count(fait, rendu)
    case .phaseTerminee(let fait):
      fins[fait.motif, default: 0] += 1
      if let entete = fait.entete { travaux[entete.etude.texte, default: Travail()].fins += 1 }
    case .dossierTransmis, .demandeEcartee, .receptionReputee, .relanceEmise, .dossierRouvert: break
    }
  }

  private mutating func count(_ fait: DossierRemis, _ rendu: EvenementRendu, _ lecture: Lecture) throws {
    remises[fait.etude.texte, default: 0] += 1
    if refuses.contains(rendu.dossier) { relais += 1 }
    guard fait.corrige, !refuses.contains(rendu.dossier) else { return }
    restaurees += 1
    guard exemples.count < 3, let adresse = try lecture.fiche(rendu.dossier)?.dossier.demande.principal?.adresse else {
      return
    }
    let received = [adresse.codePostal, adresse.localite].compactMap { $0 }.filter { !$0.isEmpty }
    exemples.append(Adresse(recue: received.joined(separator: " "), code: fait.codePostal.texte))
  }

  private mutating func count(_ fait: EncaissementConstate, _ rendu: EvenementRendu) {
    var travail = travaux[fait.entete.etude.texte, default: Travail()]
    let item = fait.encaissement
    if item.sens == "-" {
      travail.annulations += 1
      travail.recu = travail.recu - item.recu
      travail.creance = travail.creance - item.creance
    } else {
      travail.encaissements += 1
      travail.recu = travail.recu + item.recu
      travail.creance = travail.creance + item.creance
      dossierPaye = rendu.cle.numero
    }
    travaux[fait.entete.etude.texte] = travail
  }
}
