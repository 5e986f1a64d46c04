import Centre
import Registre

/// What an import gave: what was sent, then what is wrong, by row of the sheet.
struct ResultatDImport {
  /// What stops a demand, before the reception or at it.
  private struct Erreur {
    let lignes: String
    let demande: String
    let colonne: String
    let cause: String
    let valeur: String
  }

  /// Shown at once: the page stays light.
  static let limite = 200

  private let resultat: ImportTableur.Resultat
  private let erreurs: [Erreur]

  init(_ resultat: ImportTableur.Resultat) {
    self.resultat = resultat
    erreurs =
      resultat.erreurs.map {
        Erreur(
          lignes: "\($0.ligne)", demande: $0.numeroDemande ?? "—", colonne: $0.intitule ?? $0.colonne ?? "—",
          cause: $0.message, valeur: $0.valeur ?? "—")
      }
      + resultat.rejets.map { item in
        Erreur(
          lignes: item.lignes.map(String.init).joined(separator: ", "), demande: item.rejet.numeroDemande ?? "—",
          colonne: item.rejet.champ ?? "—", cause: "\(item.rejet.code) \(item.message)",
          valeur: item.rejet.valeur ?? "—")
      }
  }

  func reponse(_ requete: Requete, _ visiteur: Visiteur) -> Reponse {
    let page = Page(
      "Import du tableur", requete: requete, visiteur: visiteur, rubrique: "/tableur", annonce: annonce,
      fil: [("Importer un tableur", "/tableur")], contenu: { contenu(&$0) })
    return .page(page, statut: erreurs.isEmpty ? 200 : 422)
  }

  private var annonce: Annonce {
    let bilan = resultat.fichier?.bilan ?? Bilan()
    let waiting = bilan.attente > 0 ? ", dont \(bilan.attente) en attente d’une adresse" : ""
    let text =
      "\(accorde(resultat.lignesLues, "ligne lue", "lignes lues")) ; "
      + "\(accorde(bilan.acceptees, "demande transmise", "demandes transmises")) pour \(bilan.montant.texte)\(waiting)."
    guard !erreurs.isEmpty else { return Annonce(.fait, text) }
    return Annonce(bilan.acceptees > 0 ? .alerte : .refus, text)
  }

  private func contenu(_ h: inout HTML) {
    if !resultat.colonnesIgnorees.isEmpty {
      h.paragraphe("Colonnes ignorées : \(resultat.colonnesIgnorees.joined(separator: ", ")).")
    }
    if !erreurs.isEmpty {
      h.paragraphe(
        "Corrigez ces lignes, puis importez-les de nouveau : les demandes déjà transmises ne sont pas prises deux fois."
      )
      let shown = Array(erreurs.prefix(Self.limite))
      h.vue(
        Tableau(
          erreurs.count > shown.count ? "Les \(Self.limite) premières erreurs" : "Lignes refusées", colonnes, shown))
    }
    h.element("p") { $0.lien("Voir les dossiers", "/dossiers") }
  }

  private var colonnes: [Tableau<Erreur>.Colonne] {
    [
      .init("Ligne", classe: "nombre", texte: { $0.lignes }), .init("Demande", texte: { $0.demande }),
      .init("Colonne", texte: { $0.colonne }), .init("Cause", texte: { $0.cause }),
      .init("Valeur", texte: { $0.valeur }),
    ]
  }
}
