import Centre
import Convention
import Foundation
import Registre

/// A PDF file that came with a form.
struct DocumentJoint: Sendable {
  static let champ = "document"

  let nom: String
  let octets: Data

  /// nil when no file was chosen.
  init?(_ formulaire: Formulaire) {
    guard let fichier = formulaire.fichiers.first(where: { $0.champ == DocumentJoint.champ }) else { return nil }
    nom = fichier.nomCourt
    octets = Data(fichier.octets)
  }

  /// How a document is kept on this site.
  static func depot(_ requete: Requete) -> DepotDeDocuments {
    DepotDeDocuments(requete.centre, maximum: requete.site.reglage.documentMaximum)
  }

  /// Its fingerprint, once it is known for a document that may be kept; nothing is kept by this.
  func empreinte(_ requete: Requete) throws(DocumentRefuse) -> String {
    try DocumentJoint.depot(requete).empreinte(octets)
  }

  /// Keeps it with a dossier, once.
  func deposer(_ requete: Requete, _ visiteur: Visiteur, _ fiche: Fiche) async throws -> DocumentDepose {
    let centre = requete.centre
    let jour = try await centre.registre.lire { [today = centre.horloge.jour] in try $0.jourDeTravail(today) }
    let trace = Trace(auteur: visiteur.auteur(of: fiche.dossier), instant: centre.horloge.instant, jour: jour)
    return try await DocumentJoint.depot(requete)
      .deposerUneFois(octets, nom: nom, dossier: fiche.id, par: trace, visiteur.perimetre)
  }

  static func champ(_ requete: Requete, faute: String? = nil, requis: Bool = false) -> Champ {
    Champ(
      champ, "Document (PDF)", .fichier(accepte: ".pdf,application/pdf"),
      aide: "\(requete.site.reglage.documentMaximum / 1_000_000) Mo au plus, sans mot de passe."
        + (requis
          ? "" : " Son nom sert de référence si vous n’en tapez pas ; après un refus, choisissez-le de nouveau."),
      erreur: faute, requis: requis, premier: faute != nil)
  }
}

extension Visiteur {
  /// Who acts on a dossier, as the journal keeps it: `etude:E3101/anne`, `poste:031012/jean`.
  func auteur(of dossier: Dossier) -> String {
    switch metier {
    case .etude: "etude:\(dossier.attributaire?.texte ?? "")/\(utilisateur.identifiant)"
    case .comptable: "poste:\(dossier.demande.poste)/\(utilisateur.identifiant)"
    case .exploitant, .direction, .central: auteur
    }
  }
}
