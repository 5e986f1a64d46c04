extension PointOuvert {
  var fiche: Fiche {
    switch self {
    case .departDuDelai:
      Fiche(
        libelle: "Départ des soixante-quinze jours", articles: [Article(9, alinea: 1)],
        texteA: Texte("article 9, alinéa 1", "le délai court de la réception du dossier par l’étude"),
        texteB: Texte("formulaire, page 1/2", "le délai court de la demande du comptable"),
        lecture:
          "La réception par l’étude : l’article l’emporte sur le formulaire ; un contrat peut choisir la demande.",
        type: "DepartDuDelai")
    case .departDesRelances:
      Fiche(
        libelle: "Départ des relances de l’étude",
        articles: [Article(.annexeQualite, "I.1"), Article(.annexeQualite, "I.2")],
        texteA: Texte("annexe qualité, I.2", "huit, quinze et quarante jours comptés de la transmission"),
        texteB: Texte("annexe qualité, I.1", "première lettre trois jours après la réception par l’étude"),
        lecture:
          "Deux jours distincts sont tenus : la remise par le centre pour les relances, la réception pour la lettre."
      )
    case .quiRecoit:
      Fiche(
        libelle: "Qui reçoit le paiement", articles: [Article(2), Article(14, alinea: 1)],
        texteA: Texte("formulaire, page 1/2", "le redevable paie entre les mains de l’huissier"),
        texteB: Texte("talon", "espèces au guichet de la trésorerie, chèque à l’ordre du Trésor public"),
        lecture: "Les deux voies existent : chaque encaissement dit à l’ordre de qui il est fait.")
    case .sommesDuTalon:
      Fiche(
        libelle: "Somme du talon", articles: [Article(14), Article(15)],
        texteA: Texte("talon, titre", "sommes encaissées"),
        texteB: Texte("talon, cadre", "somme à reverser"),
        lecture: "Deux montants sont tenus : ce qui est encaissé, et ce qui va à la créance une fois les frais retirés."
      )
    case .fichiersDeRetour:
      Fiche(
        libelle: "Fichiers de retour",
        articles: [Article(.annexeEchanges, "II.1.1"), Article(.annexeEchanges, "II.1.1.1 c")],
        texteA: Texte("annexe II, II.1.1", "un retour recouvrement et un retour d’informations"),
        texteB: Texte(
          "annexe II, II.1.1.1 c", "un bilan dans un fichier, et l’étude nommée dans le seul retour recouvrement"),
        lecture: "Deux fichiers par jour et par exploitation ; l’étude est obligatoire dans le retour recouvrement.")
    case .dureeReduite:
      Fiche(
        libelle: "Durée après des objectifs manqués", articles: [Article(9, alinea: 2)],
        texteA: Texte("article 9, alinéa 2", "soixante jours dans le contrat reconduit"),
        texteB: Texte("formulaire, note (1)", "sauf disposition différente du contrat départemental"),
        lecture: "La durée est une donnée du contrat ; un dossier garde celle du jour de sa remise.",
        type: "ContratDepartemental")
    case .delaisDeReversement:
      Fiche(
        libelle: "Quinze jours, trois ou six semaines", articles: [Article(14, alinea: 1), Article(14, alinea: 2)],
        texteA: Texte("article 14, alinéa 1", "quinze jours pour un chèque à l’ordre du Trésor"),
        texteB: Texte("article 14, alinéa 2", "trois semaines en espèces, six pour virements et chèques à l’huissier"),
        lecture: "Le délai dépend ensemble du moyen et du bénéficiaire du paiement.", type: "LimiteDeReversement")
    case .droitProportionnel:
      Fiche(
        libelle: "Qui doit le droit proportionnel", articles: [Article(16, alinea: 3), Article(.decret1996, "8")],
        texteA: Texte("article 16, alinéa 3", "il donne lieu à paiement, parmi ce qui se facture au directeur"),
        texteB: Texte("décret 96-1080, article 8", "il est à la charge du débiteur"),
        lecture: "Le débiteur le doit, en sus de sa dette ; seul le droit de l’article 8 du décret est calculé.",
        type: "RedevableDuDroit")
    case .insolvabiliteSansProcesVerbal:
      Fiche(
        libelle: "Insolvabilité sans procès-verbal", articles: [Article(3), Article(11)],
        texteA: Texte("article 3", "aucun procès-verbal n’est établi en phase comminatoire"),
        texteB: Texte("article 11", "l’étude remet les justificatifs de l’insolvabilité"),
        lecture: "Le justificatif est la référence d’un constat de carence antérieur, jamais un nouveau procès-verbal.")
    }
  }
}
