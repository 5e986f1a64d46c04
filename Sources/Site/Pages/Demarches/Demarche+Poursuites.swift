import Centre
import Convention

extension Demarche {
  /// What an étude tells of a judicial recovery, or takes back (art. 10 and 12).
  static let poursuites = [acte, autorisation, formulaireDeSuspension, compteRendu, rectifier]

  private static func estJudiciaire(_ dossier: Dossier) -> Bool { dossier.demande.phase == .judiciaire }

  private static let acte = Demarche(
    code: "acte", titre: "Signaler un acte",
    aide: "Acte ou procès-verbal, rattaché à l’état de poursuites du dossier (articles 10 et 12).", metier: .etude,
    permis: { estJudiciaire($0) && ($0.estOuvert || $0.estClos) },
    referenceDuDocument: "reference_document",
    champs: { contexte in
      [
        Champ("code_acte", "Acte", contexte.options("code_acte"), requis: true),
        .dateDuFait(contexte, "Jour de l’acte"),
        Champ("reference_document", "Référence du document", requis: true, longueur: 35),
        Champ(
          "montant_vise", "Créance visée", .montant,
          valeur: contexte.dossier.resteDu > .zero ? contexte.dossier.resteDu.nombre : "",
          aide: "Rien : la créance de la demande.", longueur: 20),
        Champ(
          "ouverture_forcee", "Portes ouvertes de force",
          .liste([Champ.Option("N", "non"), Champ.Option("O", "oui")]),
          aide: "Oui seulement au-dessus du seuil écrit du directeur, ou avec la permission du comptable."),
        Champ("motif_carence", "Carence : motif", contexte.options("motif_carence")),
        Champ("valeur_estimee", "Carence : valeur estimée des biens", .montant, longueur: 20),
        Champ("cout_vente_estime", "Carence : coût estimé de la vente", .montant, longueur: 20),
        Champ("signature_debiteur", "Carence : signature du débiteur", contexte.options("signature_debiteur")),
        Champ("motif_non_signature", "Carence : pourquoi non signé", contexte.options("motif_non_signature")),
      ]
    },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "68",
          [
            "date_fait": lecture.jour("date_fait"),
            "code_acte": lecture.code("code_acte", requis: "Choisissez l’acte."),
            "numero_etat_poursuites": contexte.etat,
            "reference_document": lecture.texte("reference_document", requis: "Donnez la référence du document."),
            "montant_vise": lecture.montant("montant_vise", requis: false),
            "ouverture_forcee": .indicateur(lecture.formulaire["ouverture_forcee"] == "O"),
            "motif_carence": lecture.code("motif_carence"),
            "valeur_estimee": lecture.montant("valeur_estimee", requis: false),
            "cout_vente_estime": lecture.montant("cout_vente_estime", requis: false),
            "signature_debiteur": lecture.code("signature_debiteur"),
            "motif_non_signature": lecture.code("motif_non_signature"),
          ])
      ]
    })

  private static let autorisation = Demarche(
    code: "autorisation", titre: "Demander l’accord du comptable",
    aide: "Avant une vente, une ouverture forcée ou une autre mesure (article 10, alinéas 3, 6 et 7).", metier: .etude,
    permis: { estJudiciaire($0) && $0.estOuvert },
    referenceDuDocument: "reference_document",
    champs: { contexte in
      [
        Champ("objet_autorisation", "Objet", contexte.options("objet_autorisation"), requis: true),
        Champ(
          "reference_document", "Référence du document",
          aide: "Pour une vente : la copie du procès-verbal de saisie.", longueur: 35),
        Champ("montant", "Montant en cause", .montant, aide: "Pour une ouverture forcée.", longueur: 20),
        Champ("mesure_proposee", "Autre mesure proposée", contexte.options("mesure_execution")),
        Champ("motif", "Motif", longueur: 80),
      ]
    },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "67",
          [
            "date_fait": .jour(contexte.jour),
            "objet_autorisation": lecture.code("objet_autorisation", requis: "Choisissez l’objet."),
            "reference_document": lecture.texte("reference_document"),
            "montant": lecture.montant("montant", requis: false), "mesure_proposee": lecture.code("mesure_proposee"),
            "motif": lecture.texte("motif"),
          ])
      ]
    })

  private static let formulaireDeSuspension = Demarche(
    code: "suspension", titre: "Rendre compte de la suspension",
    aide: "Le formulaire d’une suspension ou d’une interruption demandée par le comptable, sans procès-verbal "
      + "(article 10, alinéa 8, et article 12).", metier: .etude, permis: { $0.attendFormulaire },
    referenceDuDocument: "reference_document",
    champs: { contexte in
      [
        .dateDuFait(contexte, "Jour du formulaire"),
        Champ("reference_document", "Référence du formulaire", requis: true, longueur: 35), .commentaire,
      ]
    },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "71",
          [
            "date_fait": lecture.jour("date_fait"), "numero_etat_poursuites": contexte.etat,
            "reference_document": lecture.texte("reference_document", requis: "Donnez la référence du formulaire."),
            "commentaire": lecture.texte("commentaire"),
          ])
      ]
    })

  private static let compteRendu = Demarche(
    code: "compte-rendu", titre: "Rendre compte de l’avancement",
    aide: "À la période que fixe le contrat départemental (article 10, alinéa 2).", metier: .etude,
    permis: { estJudiciaire($0) && $0.estOuvert },
    champs: { contexte in
      [Champ("etape", "Étape", contexte.options("etape_poursuites"), requis: true), .commentaire]
    },
    lignes: { contexte, lecture in
      [
        Saisie.Ligne(
          "72",
          [
            "date_fait": .jour(contexte.jour), "etape": lecture.code("etape", requis: "Choisissez l’étape."),
            "commentaire": lecture.texte("commentaire"),
          ])
      ]
    })

  private static let rectifier = Demarche(
    code: "rectification", titre: "Rectifier une erreur",
    aide: "Le message repris ne compte plus ; le comptable le voit, comme la rectification (article 7, alinéa 1). "
      + "Notez ensuite le fait exact.", metier: .etude, permis: { $0.estOuvert && !$0.rectifiables.isEmpty },
    champs: { contexte in
      [
        Champ(
          "message_rectifie", "Message",
          .liste(
            [Champ.Option("", "— choisir —")]
              + contexte.dossier.rectifiables.map { Champ.Option("\($0.numero)", "n° \($0.numero), \($0.fait.texte)") }),
          aide: "Les numéros sont dans l’historique du dossier.", requis: true),
        Champ("motif", "Motif", requis: true, longueur: 80),
      ]
    },
    lignes: { contexte, lecture in
      if lecture.formulaire.rempli("message_rectifie") == nil {
        lecture.noter("message_rectifie", "Choisissez le message.")
      }
      return [
        Saisie.Ligne(
          "73",
          [
            "date_fait": .jour(contexte.jour), "message_rectifie": lecture.entier("message_rectifie"),
            "motif": lecture.texte("motif", requis: "Donnez le motif."),
          ])
      ]
    })
}

extension Demarche {
  /// The comptable's answer to a request (art. 10, al. 3, 6 and 7).
  static let repondre = Demarche(
    code: "reponse", titre: "Répondre à une demande d’accord",
    aide: "L’étude attend cette réponse pour continuer (article 10, alinéas 3, 6 et 7).", metier: .comptable,
    permis: { $0.autorisations.contains(where: \.attendReponse) },
    champs: { contexte in
      let waiting = contexte.dossier.autorisations.filter(\.attendReponse)
      return [
        Champ(
          "numero_message_etude", "Demande",
          .liste(
            waiting.map { item in
              let objet = contexte.libelles.texte("objet_autorisation", item.demandee.demande.objet) ?? ""
              return Champ.Option("\(item.demandee.entete.numero)", "\(item.demandee.entete.fait.texte) : \(objet)")
            }), requis: true),
        Champ(
          "code_evenement", "Réponse",
          .liste([
            Champ.Option("", "— choisir —"), Champ.Option("16", "accordée"), Champ.Option("17", "refusée"),
          ]), requis: true),
        Champ("motif", "Motif du refus", longueur: 80),
      ]
    },
    lignes: { contexte, lecture in
      if lecture.formulaire["code_evenement"] == "17", lecture.formulaire.rempli("motif") == nil {
        lecture.noter("motif", "Donnez le motif du refus.")
      }
      return [
        Saisie.Ligne(
          "50",
          [
            "code_evenement": lecture.code("code_evenement", requis: "Choisissez la réponse."),
            "date_evenement": .jour(contexte.jour), "numero_message_etude": lecture.entier("numero_message_etude"),
            "motif": lecture.texte("motif"),
          ])
      ]
    })
}

extension Demarche.Contexte {
  /// The état de poursuites of the dossier.
  fileprivate var etat: Valeur { .texte(dossier.demande.poursuites?.numero ?? dossier.demande.etatPoursuites) }
}
