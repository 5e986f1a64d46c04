// Names of the fields that the program fills in each record that it writes, `date_fin_phase` of the 85 left out: it stays
// blank, the term runs from the étude's receipt.

extension Remplissage {
  static let fields: [String: [String: Set<String>]] = [
    "retour-recouvrement": [
      "00": [
        "numero_ligne", "application_source", "exploitation", "departement_informatique", "centre_serveur",
        "etude", "numero_sequence", "date_emission", "horodatage_emission", "environnement",
      ],
      "80": [
        "numero_ligne", "numero_demande", "etude", "reference_etude", "codique_poste", "phase",
        "numero_encaissement", "date_encaissement", "sens", "moyen_paiement", "ordre_paiement",
        "montant_recu", "montant_creance", "montant_frais_ht", "montant_tva", "mode_reversement",
        "date_limite_reversement", "date_remise", "reference_lot", "encaissement_annule", "reste_du",
      ],
      "81": [
        "numero_ligne", "numero_demande", "etude", "numero_encaissement", "rang_titre", "code_collectivite",
        "code_budget", "exercice", "numero_bordereau", "numero_titre", "numero_article", "montant",
      ],
      "99": [
        "numero_ligne"
      ],
    ],
    "retour-informations": [
      "00": [
        "numero_ligne", "application_source", "exploitation", "departement_informatique", "centre_serveur",
        "etude", "numero_sequence", "date_emission", "horodatage_emission", "environnement",
      ],
      "05": [
        "numero_ligne", "genre_origine", "version_origine", "sequence_origine", "date_emission_origine",
        "empreinte_origine", "horodatage_reception", "statut_fichier", "code_anomalie",
        "nombre_enregistrements", "demandes_acceptees", "demandes_rejetees", "demandes_en_attente",
        "actualisations_acceptees", "enregistrements_rejetes", "montant_accepte", "anomalies_signalees",
      ],
      "85": [
        "numero_ligne", "numero_demande", "etude", "statut_dossier", "horodatage_remise",
        "code_postal_retenu", "code_insee_retenu", "code_postal_corrige", "code_avertissement", "nom_etude",
        "telephone_etude", "courriel_etude", "adresse_etude", "code_postal_etude", "localite_etude",
      ],
      "86": [
        "numero_ligne", "numero_demande", "etude", "statut_accuse", "horodatage_reception", "motif_refus",
        "reference_etude", "date_fin_phase",
      ],
      "87": [
        "numero_ligne", "numero_demande", "etude", "nombre_courriers", "nombre_messages", "nombre_appels",
        "nombre_visites", "date_premiere_action", "date_derniere_action", "dernier_resultat",
      ],
      "88": [
        "numero_ligne", "numero_demande", "etude", "code_constat", "date_constat", "rang_redevable",
        "type_justificatif", "reference_justificatif", "date_justificatif", "motif_pnd",
        "source_information", "adresse_ligne1", "adresse_ligne2", "adresse_ligne3", "adresse_ligne4",
        "adresse_ligne5", "code_postal", "localite", "code_insee", "code_pays",
      ],
      "89": [
        "numero_ligne", "numero_demande", "etude", "type_renseignement", "date_renseignement",
        "rang_redevable", "source_information", "nom_tiers", "reference_tiers", "adresse_ligne1",
        "adresse_ligne2", "adresse_ligne3", "adresse_ligne4", "adresse_ligne5", "code_postal", "localite",
        "code_insee", "code_pays", "texte_libre",
      ],
      "90": [
        "numero_ligne", "numero_demande", "etude", "numero_message", "date_demande", "date_fin_actuelle",
        "date_fin_demandee", "motif_prolongation", "commentaire",
      ],
      "91": [
        "numero_ligne", "numero_demande", "etude", "numero_message", "date_demande", "objet_autorisation",
        "mesure_proposee", "montant", "reference_document", "empreinte_document", "motif",
      ],
      "92": [
        "numero_ligne", "numero_demande", "etude", "code_acte", "date_acte", "numero_etat_poursuites",
        "rang_redevable", "motif_carence", "signature_debiteur", "motif_non_signature", "valeur_estimee",
        "cout_vente_estime", "reference_document", "empreinte_document",
      ],
      "94": [
        "numero_ligne", "numero_demande", "etude", "motif_fin", "date_fin_phase", "reste_du",
        "reprise_poursuites", "numero_evenement", "reference_document", "empreinte_document", "commentaire",
      ],
      "95": [
        "numero_ligne", "numero_demande", "etude", "genre_origine", "sequence_origine", "ligne_origine",
        "type_origine", "niveau_rejet", "code_anomalie", "champ", "valeur", "libelle",
      ],
      "99": [
        "numero_ligne"
      ],
    ],
    "imputation": [
      "00": [
        "numero_ligne", "application_source", "exploitation", "departement_informatique", "centre_serveur",
        "etude", "numero_sequence", "date_emission", "horodatage_emission", "environnement",
        "codique_poste",
      ],
      "40": [
        "numero_ligne", "reference_lot", "siret_centre", "identifiant_bout_en_bout", "motif_virement",
        "date_virement", "montant_total", "nombre_dossiers", "code_collectivite", "code_budget",
        "iban_beneficiaire",
      ],
      "41": [
        "numero_ligne", "numero_demande", "reference_lot", "etude", "reference_etude", "nom_debiteur",
        "reference_rappel", "nombre_encaissements", "date_dernier_encaissement", "montant", "solde",
      ],
      "42": [
        "numero_ligne", "numero_demande", "reference_lot", "rang_titre", "code_collectivite", "code_budget",
        "exercice", "numero_bordereau", "numero_titre", "numero_article", "montant",
      ],
      "99": [
        "numero_ligne"
      ],
    ],
  ]
}
