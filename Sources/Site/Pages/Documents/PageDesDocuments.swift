import Centre
import Convention
import Foundation
import Registre

/// The documents of a dossier: handed in later than what they prove, and given back as they came (R081).
enum PageDesDocuments {
  static let routes = [
    Route(.get, "/dossiers/:id/documents", .dossier, pour: [.etude, .comptable]) { requete, visiteur in
      try await montrer(requete, visiteur)
    },
    Route(.post, "/dossiers/:id/documents", .dossier, pour: [.etude, .comptable]) { requete, visiteur in
      try await deposer(requete, visiteur)
    },
    Route(.get, "/documents/:id", .document, pour: .deDossiers) { requete, visiteur in
      try await telecharger(requete, visiteur)
    },
  ]

  /// An étude for any dossier that it holds or held last; a comptable for one on which his agreement was asked.
  static func permis(_ dossier: Dossier, _ visiteur: Visiteur) -> Bool {
    switch visiteur.utilisateur.profil {
    case .etude(let codes): dossier.attributaire.map(codes.contains) ?? false
    case .comptable(let codiques):
      !dossier.autorisations.isEmpty && (Codique(dossier.demande.poste).map(codiques.contains) ?? false)
    case .exploitant, .direction, .central: false
    }
  }

  private static func montrer(
    _ requete: Requete, _ visiteur: Visiteur, faute: String? = nil, refus: String? = nil
  ) async throws -> Reponse {
    let page = try await PageDeDossier.lire(requete, visiteur)
    let url = "/dossiers/\(page.id)"
    let fautes = faute.map { [("champ-\(DocumentJoint.champ)", $0)] } ?? []
    let annonce = faute == nil && refus == nil ? nil : Annonce(.refus, refus ?? "Rien n’est reçu.", fautes: fautes)
    return .page(
      Page(
        "Remettre un document", requete: requete, visiteur: visiteur, rubrique: "/dossiers", annonce: annonce,
        fil: [("Dossiers", "/dossiers"), ("Dossier \(page.dossier.demande.cle.numero)", url)]
      ) { h in
        if permis(page.dossier, visiteur) {
          h.formulaire("\(url)/documents", jeton: visiteur.jeton, fichiers: true) { h in
            h.vue(DocumentJoint.champ(requete, faute: faute, requis: true))
            h.element("div", [.classe("actions")]) { h in
              h.bouton("Remettre le document")
              h.lien("Renoncer", url)
            }
          }
        } else {
          h.vue(Annonce(.alerte, "L’état du dossier ne le permet pas, ou ne le permet plus."))
        }
        h.vue(TableDesDocuments(documents: page.documents))
      }, statut: annonce == nil ? 200 : 422)
  }

  private static func deposer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let id = try requete.numero()
    guard let fiche = try await requete.registre.consulter({ try $0.fiche(id, visiteur.perimetre) }) else {
      throw FauteDePage.introuvable
    }
    guard permis(fiche.dossier, visiteur) else {
      return try await montrer(requete, visiteur, refus: "Rien n’est reçu.")
    }
    guard let joint = DocumentJoint(requete.formulaire) else {
      return try await montrer(requete, visiteur, faute: "Choisissez un document.")
    }
    do {
      _ = try await joint.deposer(requete, visiteur, fiche)
      return .redirection("/dossiers/\(id)?fait=document")
    } catch let refus as DocumentRefuse {
      return try await montrer(requete, visiteur, faute: "\(refus)")
    }
  }

  private static func telecharger(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    guard let found = try await DocumentJoint.depot(requete).lire(try requete.numero(), visiteur.perimetre) else {
      throw FauteDePage.introuvable
    }
    return .document(Array(found.octets), nom: found.document.nom, id: found.document.id, type: found.document.type)
  }
}

extension Reponse {
  /// A document to keep, under the name that it came with: plain for old browsers, whole for the others (RFC 6266). Never shown in
  /// the site itself.
  static func document(_ octets: [UInt8], nom: String, id: Int64, type: String) -> Reponse {
    Reponse(
      enTetes: [
        ("Content-Type", type),
        ("Content-Disposition", "attachment; filename=\"document-\(id).pdf\"; filename*=UTF-8''\(nom.dansURL)"),
      ], corps: .octets(octets))
  }
}
