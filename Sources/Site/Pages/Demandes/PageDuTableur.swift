import Centre
import Convention
import Foundation
import Interface
import Registre

/// Demands that a comptable sends by spreadsheet, with what is wrong row by row (annexe II.1.2, R139).
enum PageDuTableur {
  static let routes = [
    Route(.get, "/tableur", pour: [.comptable]) { requete, visiteur in montrer(requete, visiteur) },
    Route(.post, "/tableur", pour: [.comptable]) { requete, visiteur in try await importer(requete, visiteur) },
    Route(.get, "/tableur/modele", pour: [.comptable]) { requete, _ in try modele(requete) },
  ]

  private static func montrer(_ requete: Requete, _ visiteur: Visiteur, faute: String? = nil) -> Reponse {
    .page(
      Page(
        "Importer un tableur", requete: requete, visiteur: visiteur, rubrique: "/tableur",
        annonce: faute.map { Annonce(.refus, "Rien n’est importé.", fautes: [("champ-fichier", $0)]) }
      ) { h in
        h.paragraphe(
          "Une ligne vaut un titre ; les lignes de même numéro font une demande. Une ligne fausse n’écarte que sa demande."
        )
        h.element("p") { $0.lien("Télécharger le modèle à remplir (XLSX)", "/tableur/modele") }
        h.formulaire("/tableur", jeton: visiteur.jeton, fichiers: true) { h in
          h.cache("cle", Jeton().texte)
          h.vue(visiteur.champDuPoste(requete.formulaire["poste"]))
          h.vue(
            Champ(
              "fichier", "Tableur", .fichier(accepte: ".xlsx,.csv"), aide: "XLSX ou CSV, 9 Mo au plus.", erreur: faute,
              requis: true, premier: faute != nil))
          h.bouton("Importer")
        }
      }, statut: faute == nil ? 200 : 422)
  }

  private static func modele(_ requete: Requete) throws -> Reponse {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("modele-\(UUID().uuidString).xlsx")
    try ModeleDeTableur.write(fichier: url.path, instant: requete.instant)
    return .telechargement(
      .fichier(url, ephemere: true), nom: "demandes.xlsx",
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }

  private static func importer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let poste = try visiteur.poste(requete.formulaire)
    let cle = requete.formulaire["cle"]
    guard !cle.isEmpty, cle.utf8.count <= 64 else { throw FauteDePage.formulaireIllisible }
    guard let fichier = requete.formulaire.fichiers.first(where: { $0.champ == "fichier" }) else {
      return montrer(requete, visiteur, faute: "Choisissez un fichier.")
    }
    let centre = requete.centre
    do {
      let resultat = try await requete.seul { () -> ImportTableur.Resultat? in
        // Sent twice: it was done, and the numbers of its demands are taken.
        if try await centre.registre.consulter({ try $0.saisie(cle) }) != nil { return nil }
        let resultat = try await ImportTableur(centre).importer(
          octets: fichier.octets, nom: fichier.nomCourt, poste: poste)
        if let id = resultat.fichier?.id {
          try await centre.registre.ecrire { try $0.noter(saisie: cle, fichier: id) }
        }
        return resultat
      }
      guard let resultat else { return .redirection("/dossiers?fait=demande") }
      return ResultatDImport(resultat).reponse(requete, visiteur)
    } catch let faute as FauteTabulaire {
      return montrer(requete, visiteur, faute: faute.message)
    } catch let faute as FauteDeTableur {
      return montrer(requete, visiteur, faute: faute.message)
    } catch let refus as Refus {
      return montrer(requete, visiteur, faute: "\(refus)")
    }
  }
}

extension Visiteur {
  /// The poste on whose behalf a form is sent: a choice only for who holds several.
  func champDuPoste(_ choisi: String) -> Champ {
    Champ(
      "poste", "Poste", .liste(postes.map(\.texte).sorted().map { Champ.Option($0, $0) }), valeur: choisi, requis: true)
  }

  /// One of his own; another's is nothing.
  func poste(_ formulaire: Formulaire) throws(FauteDePage) -> Codique {
    guard let poste = Codique(formulaire["poste"]), postes.contains(poste) else { throw .introuvable }
    return poste
  }
}
