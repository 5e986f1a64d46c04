extension Correspondance {
  /// The headings that accountants and their software write, in French; the first of each field is that of the model.
  ///
  /// A phase that no column gives is the phase comminatoire, a debtor without a stated quality the main one.
  public static let usuelle = Correspondance(
    colonnes: Dictionary(
      intitulesUsuels.flatMap { champ, intitules in intitules.map { ($0, champ) } }
    ) { first, _ in first },
    valeursParDefaut: ["phase": "C", "qualite_redevable": "01"])

  /// Field, then its usual headings. Two fields never share a heading: a test holds it.
  static let intitulesUsuels: [(champ: String, intitules: [String])] = demande + redevable + titre

  private static let demande: [(champ: String, intitules: [String])] = [
    (
      "numero_demande",
      ["Numéro de demande", "N° demande", "N° de demande", "Demande", "Numéro demande", "Référence demande"]
    ),
    ("date_demande", ["Date de demande", "Date de la demande"]),
    ("phase", ["Phase"]),
    ("categorie_creance", ["Catégorie de créance", "Catégorie"]),
    ("codique_poste", ["Codique", "Codique du poste", "Poste comptable", "Code poste", "Codique poste"]),
    ("libelle_poste", ["Libellé du poste", "Nom du poste"]),
    ("reference_rappel", ["Références à rappeler", "Référence à rappeler"]),
    ("reference_dgfip", ["Référence DGFiP", "Référence interne"]),
    ("date_prescription", ["Date de prescription", "Prescription"]),
    ("etude_designee", ["Étude souhaitée", "Étude désignée", "Étude"]),
    ("demande_precedente", ["Demande précédente"]),
    ("numero_etat_poursuites", ["Numéro de l'état de poursuites", "N° état de poursuites"]),
    ("date_etat_poursuites", ["Date de l'état de poursuites"]),
    ("mesure_demandee", ["Mesure demandée"]),
    ("type_autorisation", ["Type d'autorisation"]),
    ("date_autorisation", ["Date d'autorisation"]),
    ("ouverture_forcee", ["Ouverture forcée"]),
    ("reference_ouverture", ["Référence d'ouverture forcée"]),
    ("date_ouverture", ["Date d'ouverture forcée"]),
    ("nom_comptable", ["Nom du comptable", "Comptable"]),
    ("telephone_poste", ["Téléphone du poste"]),
    ("courriel_poste", ["Courriel du poste", "Courriel générique"]),
  ]

  private static let redevable: [(champ: String, intitules: [String])] = [
    ("civilite", ["Civilité", "Titre de civilité"]),
    (
      "nom",
      [
        "Nom", "Nom du redevable", "Redevable", "Nom ou raison sociale", "Raison sociale", "Débiteur",
        "Nom du débiteur",
      ]
    ),
    ("prenom", ["Prénom", "Prénoms", "Prénom du redevable"]),
    ("date_naissance", ["Date de naissance", "Né le", "Naissance"]),
    ("qualite_redevable", ["Qualité du redevable", "Qualité"]),
    ("categorie_tiers", ["Catégorie de tiers"]),
    ("nature_juridique", ["Nature juridique"]),
    ("type_identifiant", ["Type d'identifiant"]),
    ("identifiant", ["Identifiant", "SIRET du redevable", "SIREN du redevable"]),
    ("reference_tiers", ["Référence du tiers", "Référence tiers", "N° tiers"]),
    ("adresse_ligne1", ["Destinataire", "Adresse ligne 1"]),
    ("adresse_ligne2", ["Appartement", "Complément d'adresse", "Adresse ligne 2", "Étage"]),
    ("adresse_ligne3", ["Bâtiment", "Résidence", "Adresse ligne 3", "Complément d'adresse 2"]),
    ("adresse_ligne4", ["Adresse", "Numéro et voie", "Voie", "Rue", "Adresse ligne 4", "N° et voie"]),
    ("adresse_ligne5", ["Lieu-dit", "Boîte postale", "Adresse ligne 5"]),
    ("code_postal", ["Code postal", "CP"]),
    ("localite", ["Ville", "Commune", "Localité", "Bureau distributeur"]),
    ("code_insee", ["Code INSEE", "INSEE", "Code commune"]),
    ("code_pays", ["Code pays", "Pays"]),
    ("telephone", ["Téléphone", "Tél", "Téléphone du redevable", "Portable"]),
    ("telephone2", ["Téléphone 2", "Second téléphone"]),
    ("courriel", ["Courriel", "Mél", "E-mail", "Adresse électronique", "Courriel du redevable"]),
  ]

  private static let titre: [(champ: String, intitules: [String])] = [
    ("type_collectivite", ["Type de collectivité", "Nature de la collectivité"]),
    ("code_collectivite", ["Code collectivité", "Code de la collectivité", "CodCol"]),
    ("code_budget", ["Code budget", "Budget", "CodBud"]),
    ("siret_collectivite", ["SIRET de la collectivité", "SIRET", "SIRET du créancier"]),
    ("finess", ["FINESS"]),
    (
      "libelle_collectivite",
      ["Collectivité", "Libellé de la collectivité", "Créancier", "Nom de la collectivité"]
    ),
    ("exercice", ["Exercice", "Année"]),
    ("numero_bordereau", ["N° bordereau", "Bordereau", "Numéro de bordereau"]),
    ("numero_titre", ["N° titre", "Numéro de titre", "N° du titre", "Titre", "Numéro du titre", "N° pièce"]),
    ("numero_article", ["N° article", "Article", "Numéro d'article"]),
    ("type_piece", ["Type de pièce", "Type de titre"]),
    ("date_emission_titre", ["Date d'émission", "Date du titre", "Date d'émission du titre", "Émis le"]),
    ("date_prise_en_charge", ["Date de prise en charge", "Prise en charge"]),
    ("date_mise_en_demeure", ["Date de mise en demeure", "Date de relance", "Mise en demeure"]),
    ("nature_creance", ["Nature", "Nature de la créance", "Nature de créance"]),
    ("code_produit_local", ["Code produit", "Code produit local"]),
    ("objet", ["Objet", "Objet du titre", "Libellé", "Motif"]),
    (
      "montant_initial",
      ["Montant", "Montant initial", "Montant du titre", "Montant TTC", "Montant en euros"]
    ),
    ("montant_frais", ["Frais", "Frais de poursuite", "Montant des frais"]),
    ("montant_paye", ["Déjà payé", "Payé", "Acomptes", "Montant payé"]),
    ("reste_du", ["Reste dû", "Reste à recouvrer", "Solde", "Reste à payer", "RAR"]),
    ("date_prescription_titre", ["Date de prescription du titre"]),
    ("reference_titre", ["Référence du titre", "Référence titre"]),
  ]
}
