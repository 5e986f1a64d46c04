import Registre

/// A whole page: what surrounds every content of the site.
public struct Page: Vue, Sendable {
  let titre: String
  let visiteur: Visiteur?
  /// The part of the menu where it is: the address of its entry.
  let rubrique: String?
  let annonce: Annonce?
  /// The way back: title and address of the pages above.
  let fil: [(titre: String, url: String)]
  let demonstration: Bandeau?
  /// Outages that concern the visitor, announced or open (annexe qualité II.2, R179).
  let avis: [String]
  let contenu: @Sendable (inout HTML) -> Void

  /// What the demonstration shows above every page: its day, and the button that moves it forward.
  public struct Bandeau: Sendable {
    let jour: String
  }

  public init(
    _ titre: String, requete: Requete, visiteur: Visiteur? = nil, rubrique: String? = nil, annonce: Annonce? = nil,
    fil: [(titre: String, url: String)] = [], contenu: @escaping @Sendable (inout HTML) -> Void
  ) {
    self.titre = titre
    self.visiteur = visiteur
    self.rubrique = rubrique
    self.annonce = annonce
    self.fil = fil
    avis = requete.avis
    demonstration = requete.site.avancer == nil ? nil : Bandeau(jour: requete.jour.texte)
    self.contenu = contenu
  }

  public func ecrire(_ h: inout HTML) {
    h.doctype()
    h.element("html", [Attribut("lang", "fr")]) { h in
      h.element("head") { h in head(&h) }
      h.element("body") { h in
        h.lien("Aller au contenu", "#contenu", classe: "evitement")
        if let demonstration { bandeau(demonstration, &h) }
        entete(&h)
        interruptions(&h)
        h.element("main", [.id("contenu"), Attribut("tabindex", "-1")]) { h in
          filDAriane(&h)
          h.titre(1, titre)
          if let annonce { h.vue(annonce) }
          contenu(&h)
        }
        pied(&h)
      }
    }
  }

  private func head(_ h: inout HTML) {
    h.vide("meta", [Attribut("charset", "utf-8")])
    h.element("title", "\(titre) — Centre serveur")
    h.vide("meta", [.nom("viewport"), Attribut("content", "width=device-width, initial-scale=1")])
    h.vide("link", [Attribut("rel", "stylesheet"), .href(Ressources.style.url)])
    h.vide("link", [Attribut("rel", "icon"), .href(Ressources.icone.url), .type("image/svg+xml")])
  }

  private func entete(_ h: inout HTML) {
    h.element("header", [.classe("entete")]) { h in
      h.element("div", [.classe("marque")]) { h in
        h.lien("Centre serveur", "/", classe: "nom")
        h.paragraphe("Recouvrement confié aux commissaires de justice")
      }
      if let visiteur { identite(visiteur, &h) }
    }
    guard let visiteur else { return }
    h.element("nav", [.classe("menu"), Attribut("aria-label", "Menu principal")]) { h in
      h.element("ul") { h in
        for entree in Menu.entrees(visiteur.metier) {
          h.element("li") { h in
            h.element(
              "a", [.href(entree.url), entree.url == rubrique ? Attribut("aria-current", "page") : nil], entree.titre)
          }
        }
      }
    }
  }

  private func identite(_ visiteur: Visiteur, _ h: inout HTML) {
    h.element("div", [.classe("identite")]) { h in
      h.lien(visiteur.utilisateur.nom, "/compte")
      h.element("span", [.classe("profil")], visiteur.utilisateur.profil.libelle)
      h.formulaire("/deconnexion", jeton: visiteur.jeton) { $0.bouton("Se déconnecter", classe: "discret") }
    }
  }

  private func bandeau(_ bandeau: Bandeau, _ h: inout HTML) {
    h.element("div", [.classe("demonstration"), Attribut("role", "region"), Attribut("aria-label", "Démonstration")]) {
      h in
      h.paragraphe("Démonstration : département inventé, nous sommes le \(bandeau.jour).")
      if let visiteur {
        h.formulaire("/demonstration/avancer", jeton: visiteur.jeton) { $0.bouton("Avancer d’un jour") }
      }
    }
  }

  private func interruptions(_ h: inout HTML) {
    guard !avis.isEmpty else { return }
    h.element(
      "div", [.classe("interruptions"), Attribut("role", "region"), Attribut("aria-label", "Interruptions du service")]
    ) { h in
      for texte in avis { h.paragraphe(texte) }
      h.element("p") { $0.lien("Voir les dysfonctionnements", "/dysfonctionnements") }
    }
  }

  private func filDAriane(_ h: inout HTML) {
    guard !fil.isEmpty else { return }
    h.element("nav", [.classe("fil"), Attribut("aria-label", "Fil d’Ariane")]) { h in
      h.element("ol") { h in
        for etape in fil { h.element("li") { $0.lien(etape.titre, etape.url) } }
        h.element("li", [Attribut("aria-current", "page")], titre)
      }
    }
  }

  private func pied(_ h: inout HTML) {
    h.element("footer", [.classe("pied")]) { h in
      h.paragraphe(
        "Convention nationale du 15 décembre 2010 entre la DGFiP et les huissiers de justice, commissaires de justice depuis 2022."
      )
      h.element("p") { h in
        h.lien("Aide et accessibilité", "/aide")
        guard visiteur != nil else { return }
        h.texte(" · ")
        h.lien("Règles et articles", "/regles")
        h.texte(" · ")
        h.lien("Barème", "/bareme")
      }
    }
  }
}

extension Profil {
  /// Shown beside the name of whoever is signed in.
  public var libelle: String {
    switch self {
    case .exploitant: "Exploitant du centre"
    case .comptable(let codiques): "Comptable — \(Profil.liste("poste", codiques.map(\.texte)))"
    case .etude(let codes): "Commissaire de justice — \(Profil.liste("étude", codes.map(\.texte)))"
    case .direction(let departement): "Direction départementale — \(departement.texte)"
    case .central: "Bureau CL1A"
    }
  }

  private static func liste(_ nom: String, _ codes: [String]) -> String {
    let sorted = codes.sorted()
    guard sorted.count > 3 else { return "\(nom)\(sorted.count > 1 ? "s" : "") \(sorted.joined(separator: ", "))" }
    return "\(sorted.count) \(nom)s"
  }
}
