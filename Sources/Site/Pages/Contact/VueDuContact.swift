import Centre
import Convention
import Registre

/// What the page « Aide et contact » shows to a comptable.
struct VueDuContact: Vue, Sendable {
  /// Its forms. Each names the poste in a field of its own: no two fields of a page have the same name.
  enum Envoi: Sendable {
    case demande, formation, epreuve

    var champDuPoste: String {
      switch self {
      case .demande: "poste"
      case .formation: "poste_formation"
      case .epreuve: "poste_epreuve"
      }
    }
  }

  let declaration: DeclarationDeMoyens?
  /// The last asked first.
  let sollicitations: ExtraitDHistoires
  let formations: ExtraitDHistoires
  let requete: Requete
  let visiteur: Visiteur
  let fautes: [String: String]

  func ecrire(_ h: inout HTML) {
    contact(&h)
    demander(&h)
    h.titre(2, "Vos demandes")
    h.vue(ListeDeSollicitations(sollicitations))
    h.vue(sollicitations.pagination { "/aide-et-contact?page=\($0)" })
    guide(&h)
    former(&h)
    eprouver(&h)
  }

  private func contact(_ h: inout HTML) {
    h.titre(2, "Votre interlocuteur")
    h.vue(InterlocuteurDuCentre(declaration, requete.site.reglage, on: requete.jour))
    h.element("p") { $0.lien("Dysfonctionnements qui concernent vos postes", "/dysfonctionnements") }
  }

  /// Which poste, as it was chosen; nothing to choose when there is one.
  private func poste(_ envoi: Envoi) -> [Champ] {
    guard visiteur.postes.count > 1 else { return [] }
    let (nom, options) = (envoi.champDuPoste, visiteur.postes.map(\.texte).sorted().map { Champ.Option($0, $0) })
    return [Champ(nom, "Poste", .liste(options), valeur: requete.formulaire[nom], requis: true)]
  }

  /// Those of the request, with what was typed.
  var champs: [Champ] {
    let objets = Sollicitation.Objet.auChoix.map { Champ.Option($0.rawValue, $0.libelle) }
    return
      (poste(.demande) + [
        Champ("objet", "Objet", .liste([Champ.Option("", "Choisir…")] + objets), requis: true),
        Champ("demande", "Numéro de la demande", aide: "S’il s’agit d’un dossier.", longueur: 40),
        Champ.libre("texte", "Votre demande ou observation", aide: AideEtContact.avertissement),
      ]).remplis(requete.formulaire, fautes)
  }

  private func demander(_ h: inout HTML) {
    h.titre(2, "Demander, observer")
    h.paragraphe(
      "Le centre suit un dossier avec vous, conseille sur le recouvrement et aide à l’outil, sans frais. Une observation sur le respect de la convention figure au rapport fait au bureau CL1A et à votre direction."
    )
    h.formulaire("/aide-et-contact/demande", jeton: visiteur.jeton) { h in
      h.cache("cle", Jeton().texte)
      for champ in champs { h.vue(champ) }
      h.bouton("Envoyer")
    }
  }

  private func guide(_ h: inout HTML) {
    h.titre(2, "Guide")
    let version = declaration?.guides.guide(on: requete.jour)
    h.paragraphe(version.map { "Version \($0.version) du \($0.jour.texte)." } ?? "Aucune version publiée.")
    h.element("p") { h in
      h.lien("Lire ou imprimer le guide", "/aide/guide")
      h.texte(", ")
      h.lien("le télécharger", "/aide/guide/telecharger")
    }
  }

  private func former(_ h: inout HTML) {
    h.titre(2, "Formations de vos postes")
    tableDesFormations(&h)
    h.formulaire("/aide-et-contact/formation", jeton: visiteur.jeton) { h in
      h.cache("cle", Jeton().texte)
      for champ in poste(.formation) { h.vue(champ) }
      h.bouton("Demander le renouvellement de la formation", classe: "second")
    }
    h.paragraphe("Une fois par an, après une formation initiale (annexe qualité III).", classe: "aide")
  }

  private func tableDesFormations(_ h: inout HTML) {
    guard !formations.lignes.isEmpty else { return h.paragraphe("Aucune formation encore.") }
    h.vue(
      Tableau(
        accorde(formations.nombre, "formation", "formations"),
        [
          .init("Formation", texte: { $0.libelle }),
          .init("État") { ligne, h in
            let mot = Formation.Mot(rawValue: ligne.etat)
            h.vue(Etiquette(mot?.libelle ?? ligne.etat, mot?.ton))
          },
        ], formations.lignes))
    h.vue(formations.pagination { "/aide-et-contact?formations=\($0)" })
  }

  private func eprouver(_ h: inout HTML) {
    h.titre(2, "Épreuve de votre accès")
    h.paragraphe(
      "Le centre vous envoie un code à l’adresse générique du poste : recopié ici, il prouve l’adresse et la connexion (point 4, alinéa 2 du cahier des charges)."
    )
    h.formulaire("/aide-et-contact/epreuve", jeton: visiteur.jeton, classe: "etroit") { h in
      for champ in poste(.epreuve) { h.vue(champ) }
      h.vue(Champ("code", "Code reçu", valeur: requete.formulaire["code"], requis: true, longueur: 8))
      h.bouton("Confirmer", classe: "second")
    }
  }
}
