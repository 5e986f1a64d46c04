import Centre
import Convention
import Registre

/// The page of a demand being typed, with what stops it from being sent.
struct VueDuBrouillon {
  private let brouillon: Brouillon
  private let requete: Requete
  private let visiteur: Visiteur
  private let fautes: [ExamenDuBrouillon.Faute]
  private let champs: ChampsDeDemande

  init(
    _ brouillon: Brouillon, _ requete: Requete, _ visiteur: Visiteur, fautes: [ExamenDuBrouillon.Faute] = []
  ) {
    self.brouillon = brouillon
    self.requete = requete
    self.visiteur = visiteur
    self.fautes = fautes
    champs = ChampsDeDemande(requete)
  }

  var reponse: Reponse {
    let page = Page(
      brouillon.titre, requete: requete, visiteur: visiteur, rubrique: "/demandes", annonce: annonce,
      fil: [("Saisir une demande", "/demandes")], contenu: { contenu(&$0) })
    return .page(page, statut: fautes.isEmpty ? 200 : 422)
  }

  private func contenu(_ h: inout HTML) {
    h.paragraphe("Poste \(brouillon.poste.texte). Chaque bouton enregistre d’abord ce qui est saisi.")
    h.formulaire("/demandes/\(brouillon.id)", jeton: visiteur.jeton) { h in
      h.cache("cle", brouillon.cle)
      for champ in champsRemplis { h.vue(champ) }
      h.titre(2, "Redevables")
      redevables(&h)
      h.titre(2, "Titres")
      titres(&h)
      h.element("div", [.classe("actions")]) { h in
        h.bouton("Transmettre la demande", nom: "action", valeur: "transmettre")
        h.bouton("Enregistrer le brouillon", classe: "second", nom: "action", valeur: "enregistrer")
        h.bouton("Supprimer le brouillon", classe: "danger", nom: "action", valeur: "supprimer")
      }
    }
  }

  private var champsRemplis: [Champ] {
    let mine = fautes.filter { $0.partie == .demande }.compactMap { faute in faute.champ.map { ($0, faute.phrase) } }
    let typed = Formulaire(brouillon.contenu.demande.map { ($0.key, $0.value) })
    return champs.demande.remplis(typed, Dictionary(mine) { first, _ in first })
  }

  private func redevables(_ h: inout HTML) {
    let rows = brouillon.contenu.redevables.enumerated().map {
      Rangee(
        rang: $0.offset + 1, partie: .redevable($0.offset + 1), titre: $0.element["nom"] ?? "sans nom",
        detail: "\($0.element["code_postal"] ?? "") \($0.element["localite"] ?? "")")
    }
    if !rows.isEmpty { h.vue(Tableau("Redevables de la demande", colonnes("Commune"), rows)) }
    if rows.count < Self.limiteDeRedevables {
      h.bouton("Ajouter un redevable", classe: "second", nom: "action", valeur: "redevable")
    }
  }

  private func titres(_ h: inout HTML) {
    let rows = brouillon.contenu.titres.enumerated().map {
      Rangee(
        rang: $0.offset + 1, partie: .titre($0.offset + 1),
        titre: "Titre \($0.element["numero_titre"] ?? "sans numéro")",
        detail: ExamenDuBrouillon.reste($0.element)?.texte ?? "illisible")
    }
    if !rows.isEmpty {
      h.vue(Tableau("Titres de la demande", colonnes("Reste dû", classe: "nombre"), rows))
      let restes = brouillon.contenu.titres.compactMap(ExamenDuBrouillon.reste)
      h.paragraphe("Somme des titres : \(restes.reduce(.zero) { $0 + $1 }.texte).")
    }
    if rows.count < Self.limiteDeTitres {
      h.bouton("Ajouter un titre", classe: "second", nom: "action", valeur: "titre")
    } else {
      h.paragraphe("Au-delà de \(Self.limiteDeTitres) titres, importez un tableur.")
    }
  }
}

extension VueDuBrouillon {
  /// Those of the format for debtors; fewer titres than the format, so that the page stays light.
  static let limiteDeRedevables = 99
  static let limiteDeTitres = 99

  private struct Rangee {
    let rang: Int
    let partie: DemandeSaisie.Partie
    let titre: String
    let detail: String
  }

  private func colonnes(_ detail: String, classe: String? = nil) -> [Tableau<Rangee>.Colonne] {
    var columns: [Tableau<Rangee>.Colonne] = [
      .init("Rang", classe: "nombre") { rangee, h in h.texte("\(rangee.rang)") },
      .init("À modifier") { rangee, h in
        h.element("a", [.href(url(rangee.partie)), .id(id(rangee.partie))], rangee.titre)
      },
      .init(detail, classe: classe, texte: { $0.detail }),
    ]
    if fautes.contains(where: { $0.partie != .demande }) {
      columns.append(
        .init("À corriger") { rangee, h in
          h.texte(fautes.filter { $0.partie == rangee.partie }.map(phrase).joined(separator: " "))
        })
    }
    return columns
  }

  private var annonce: Annonce? {
    guard !fautes.isEmpty else { return Annonces.faite(requete) }
    return Annonce(
      .refus, "La demande n’est pas transmise ; le brouillon est enregistré.",
      fautes: fautes.map { faute in (cible(faute), place(faute) + phrase(faute)) })
  }

  /// Where a fault is corrected: its field, its part, or the page.
  private func cible(_ faute: ExamenDuBrouillon.Faute) -> String {
    guard faute.partie == .demande else { return id(faute.partie) }
    guard let champ = faute.champ, champs.demande.contains(where: { $0.nom == champ }) else { return "contenu" }
    return "champ-\(champ)"
  }

  private func place(_ faute: ExamenDuBrouillon.Faute) -> String {
    switch faute.partie {
    case .demande: ""
    case .redevable(let rang): "Redevable \(rang) — "
    case .titre(let rang): "Titre \(rang) — "
    }
  }

  private func phrase(_ faute: ExamenDuBrouillon.Faute) -> String {
    let examen = ExamenDuBrouillon(champs, nil)
    let shown = examen.champs(faute.partie).first { $0.nom == faute.champ }?.libelle
    return shown.map { "\($0) : \(faute.phrase)" } ?? faute.phrase
  }

  private func id(_ partie: DemandeSaisie.Partie) -> String {
    switch partie {
    case .demande: "contenu"
    case .redevable(let rang): "redevable-\(rang)"
    case .titre(let rang): "titre-\(rang)"
    }
  }

  private func url(_ partie: DemandeSaisie.Partie) -> String {
    let base = "/demandes/\(brouillon.id)"
    let suffix = fautes.isEmpty ? "" : "?verifier=oui"
    return switch partie {
    case .demande: base
    case .redevable(let rang): "\(base)/redevables/\(rang)\(suffix)"
    case .titre(let rang): "\(base)/titres/\(rang)\(suffix)"
    }
  }
}
