import Centre
import Convention

extension Demarche {
  /// What an étude tells of a dossier (art. 3 and 7).
  static let etude = [accuser, agir, constater, encaisser, annulerEncaissement, prolonger, justifier, refuser, rendre]

  static let accuser = Demarche(
    code: "accuse", titre: "Accuser réception",
    aide: "La phase comminatoire court à compter de cet accusé (article 9, alinéa 1).", metier: .etude,
    permis: { $0.estOuvert && $0.remise?.reception?.accuse != true },
    champs: { _ in [Champ("reference_etude", "Votre référence", longueur: 20), .commentaire] },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "60",
          [
            "date_fait": .jour(contexte.jour), "statut_accuse": .texte("A"),
            "horodatage_reception": .instant(contexte.instant), "reference_etude": lecture.texte("reference_etude"),
            "commentaire": lecture.texte("commentaire"),
          ])
      ]
    })

  private static let refuser = Demarche(
    code: "refus", titre: "Refuser le dossier",
    aide: "Une autre étude compétente le reçoit, s’il y en a une (article 1, alinéa 1).", metier: .etude,
    permis: { $0.estOuvert && $0.remise?.reception?.accuse != true },
    champs: { contexte in
      [Champ("motif_refus", "Motif", contexte.options("motif_refus"), requis: true), .commentaire]
    },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "60",
          [
            "date_fait": .jour(contexte.jour), "statut_accuse": .texte("R"),
            "horodatage_reception": .instant(contexte.instant),
            "motif_refus": lecture.code("motif_refus", requis: "Choisissez le motif."),
            "commentaire": lecture.texte("commentaire"),
          ])
      ]
    })

  private static let agir = Demarche(
    code: "action", titre: "Noter une action",
    aide: "Courrier, message, appel ou visite (article 3).", metier: .etude, permis: { $0.estOuvert },
    champs: { contexte in
      [
        Champ("code_action", "Action", contexte.options("code_action"), requis: true),
        .dateDuFait(contexte, "Jour de l’action"),
        Champ("resultat_action", "Résultat", contexte.options("resultat_action")),
        Champ("reference_document", "Référence du document", longueur: 35), .commentaire,
      ]
    },
    lignes: { contexte, lecture in
      let jour = lecture.jourLu("date_fait")
      return [
        Saisie.Ligne(
          "61",
          [
            "date_fait": jour.map { .jour($0) },
            "code_action": lecture.code("code_action", requis: "Choisissez l’action."),
            "horodatage_action": contexte.instant(jour), "resultat_action": lecture.code("resultat_action"),
            "executant": .texte("E"), "reference_document": lecture.texte("reference_document"),
            "commentaire": lecture.texte("commentaire"),
          ])
      ]
    })

  private static let constater = Demarche(
    code: "constat", titre: "Établir un constat",
    aide: "Insolvabilité, pli non distribuable, disparition, nouvelle adresse, décès (article 3).", metier: .etude,
    permis: { $0.estOuvert },
    referenceDuDocument: "reference_justificatif",
    champs: { contexte in
      [
        Champ("code_constat", "Constat", contexte.options("code_constat"), requis: true),
        .dateDuFait(contexte, "Jour du constat"),
        Champ("type_justificatif", "Justificatif de l’insolvabilité", contexte.options("type_justificatif")),
        Champ("reference_justificatif", "Sa référence", longueur: 35),
        Champ("date_justificatif", "Sa date", .jour, longueur: 10),
        Champ("motif_pnd", "Motif du pli non distribuable", contexte.options("motif_pnd")),
        Champ("source_information", "Source de la nouvelle adresse", contexte.options("source_information")),
      ] + Champ.adresse
    },
    lignes: { _, lecture in
      let champs: [String: Valeur?] = [
        "date_fait": lecture.jour("date_fait"),
        "code_constat": lecture.code("code_constat", requis: "Choisissez le constat."),
        "type_justificatif": lecture.code("type_justificatif"),
        "reference_justificatif": lecture.texte("reference_justificatif"),
        "date_justificatif": lecture.jour("date_justificatif", requis: false),
        "motif_pnd": lecture.code("motif_pnd"), "source_information": lecture.code("source_information"),
      ]
      return [Saisie.Ligne("62", champs.merging(lecture.adresse()) { first, _ in first })]
    })

  private static let prolonger = Demarche(
    code: "prolongation", titre: "Demander une prolongation",
    aide: "Le comptable seul peut l’accorder (article 9, alinéa 3).", metier: .etude,
    permis: { $0.estOuvert && !$0.attendProlongation },
    champs: { contexte in
      [
        Champ("date_fin_demandee", "Nouvelle fin souhaitée", .jour, requis: true, longueur: 10),
        Champ("motif_prolongation", "Motif", contexte.options("motif_prolongation"), requis: true), .commentaire,
      ]
    },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "66",
          [
            "date_fait": .jour(contexte.jour), "date_fin_demandee": lecture.jour("date_fin_demandee"),
            "motif_prolongation": lecture.code("motif_prolongation", requis: "Choisissez le motif."),
            "commentaire": lecture.texte("commentaire"),
          ])
      ]
    })

  private static let justifier = Demarche(
    code: "justification", titre: "Justifier un retard",
    aide: "Toute relance appelle une justification (point I.2 de l’annexe qualité).", metier: .etude,
    permis: { $0.estOuvert && !$0.relancesInjustifiees.isEmpty },
    champs: { contexte in
      let relances = Set(contexte.dossier.relancesInjustifiees.map(\.rang.rawValue))
      let autres = Set(contexte.libelles.valeurs("relance_concernee").map(\.code)).subtracting(relances)
      return [
        Champ("relance_concernee", "Relance", contexte.options("relance_concernee", sauf: autres), requis: true),
        Champ("motif_retard", "Motif", contexte.options("motif_retard"), requis: true), .commentaire,
      ]
    },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "69",
          [
            "date_fait": .jour(contexte.jour),
            "relance_concernee": lecture.code("relance_concernee", requis: "Choisissez la relance."),
            "motif_retard": lecture.code("motif_retard", requis: "Choisissez le motif."),
            "commentaire": lecture.texte("commentaire"),
          ])
      ]
    })

  private static let rendre = Demarche(
    code: "fin", titre: "Rendre le dossier", aide: "L’étude met fin à son intervention (article 11).", metier: .etude,
    permis: { $0.estOuvert },
    referenceDuDocument: "reference_document",
    champs: { contexte in
      [
        Champ("motif_fin", "Motif", contexte.options("motif_fin", sauf: ["02", "03", "04", "08"]), requis: true),
        .dateDuFait(contexte, "Jour de la fin"),
        Champ("reference_document", "Référence du document", longueur: 35), .commentaire,
      ]
    },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "70",
          [
            "date_fait": lecture.jour("date_fait"),
            "motif_fin": lecture.code("motif_fin", requis: "Choisissez le motif."),
            "reste_du": .montant(contexte.dossier.resteDu), "reference_document": lecture.texte("reference_document"),
            "commentaire": lecture.texte("commentaire"),
          ])
      ]
    })
}
