import Centre
import Convention
import Registre

/// What the page « Aide et contact » shows to a comptable.
struct VueDuContact: Vue, Sendable {
  let declaration: DeclarationDeMoyens?
  let sollicitations: [LigneDHistoire]
  let formations: [LigneDHistoire]
  let requete: Requete
  let visiteur: Visiteur
  let fautes: [String: String]

  func ecrire(_ h: inout HTML) {
    contact(&h)
    demander(&h)
    h.titre(2, "Vos demandes")
    h.vue(ListeDeSollicitations(lignes: sollicitations, nombre: sollicitations.count))
    guide(&h)
    former(&h)
    eprouver(&h)
  }

  /// The référent designated, else the one of the configuration.
  private func contact(_ h: inout HTML) {
    let (known, reglage) = (declaration?.contact(on: requete.jour), requete.site.reglage)
    let lines = [
      (known?.referent ?? reglage.referent).map { ("Référent", $0) }, known.map { ("Téléphone", $0.telephone) },
      (known?.courriel ?? reglage.courriel).map { ("Courriel", $0) },
    ].compactMap { $0 }
    h.titre(2, "Votre interlocuteur")
    if lines.isEmpty { h.paragraphe("Le centre n’a pas encore désigné son référent.") } else { h.definitions(lines) }
    h.element("p") { $0.lien("Dysfonctionnements qui concernent vos postes", "/dysfonctionnements") }
  }

  private var poste: [Champ] {
    guard visiteur.postes.count > 1 else { return [] }
    return [
      Champ(
        "poste", "Poste", .liste(visiteur.postes.map(\.texte).sorted().map { Champ.Option($0, $0) }), requis: true)
    ]
  }

  /// Those of the request, with what was typed.
  var champs: [Champ] {
    let objets = Sollicitation.Objet.allCases.map { Champ.Option($0.rawValue, $0.libelle) }
    return
      (poste + [
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
    h.paragraphe(version.map { "Version \($0.version) du \($0.jour.texte)." } ?? "Sans version publiée encore.")
    h.element("p") { h in
      h.lien("Lire ou imprimer le guide", "/aide/guide")
      h.texte(", ")
      h.lien("le télécharger", "/aide/guide/telecharger")
    }
  }

  private func former(_ h: inout HTML) {
    h.titre(2, "Formations de vos postes")
    if formations.isEmpty { h.paragraphe("Aucune formation encore.") }
    if !formations.isEmpty {
      h.vue(
        Tableau(
          accorde(formations.count, "formation", "formations"),
          [
            .init("Formation", texte: { $0.libelle }),
            .init("État") { ligne, h in h.vue(Etiquette.etat(ligne.etat)) },
          ], formations))
    }
    h.formulaire("/aide-et-contact/formation", jeton: visiteur.jeton) { h in
      h.cache("cle", Jeton().texte)
      for champ in poste { h.vue(champ) }
      h.bouton("Demander le renouvellement de la formation", classe: "second")
    }
    h.paragraphe("Une fois par an, après une formation initiale (annexe qualité III).", classe: "aide")
  }

  private func eprouver(_ h: inout HTML) {
    h.titre(2, "Épreuve de votre accès")
    h.paragraphe(
      "Le centre vous envoie un code à l’adresse générique du poste : recopié ici, il prouve l’adresse et la connexion (point 4, alinéa 2 du cahier des charges)."
    )
    h.formulaire("/aide-et-contact/epreuve", jeton: visiteur.jeton, classe: "etroit") { h in
      for champ in poste { h.vue(champ) }
      h.vue(Champ("code", "Code reçu", requis: true, longueur: 8))
      h.bouton("Confirmer", classe: "second")
    }
  }
}
