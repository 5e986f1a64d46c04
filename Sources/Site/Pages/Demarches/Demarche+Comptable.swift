import Centre
import Convention

extension Demarche {
  /// What a comptable tells of a demand already sent (art. 8, R026; annexe II.1.1 b).
  static let comptable = [accorder, refuserProlongation, repondre, actualiser, corrigerAdresse, annulerEvenement]

  /// Codes that have a form of their own.
  private static let ailleurs: Set<String> = ["13", "14", "15", "16", "17", "20"]

  private static let actualiser = Demarche(
    code: "actualisation", titre: "Signaler un événement",
    aide: "Paiement, délais, contestation, annulation… : l’étude en est avertie aussitôt (article 8).",
    metier: .comptable,
    permis: { !$0.estEcarte },
    champs: { contexte in
      [
        Champ("code_evenement", "Événement", contexte.options("code_evenement", sauf: ailleurs), requis: true),
        .dateDuFait(contexte, "Jour de l’événement", nom: "date_evenement"),
        Champ("montant", "Montant", .montant, aide: "Pour un paiement, une annulation ou une remise.", longueur: 20),
        Champ("rang_titre", "Titre concerné", contexte.titres),
        Champ("date_fin", "Fin des délais accordés", .jour, longueur: 10), Champ("motif", "Motif", longueur: 80),
        Champ("reference", "Référence", longueur: 35),
      ]
    },
    lignes: { _, lecture in
      [
        evenement(
          lecture.code("code_evenement", requis: "Choisissez l’événement."), lecture.jour("date_evenement"),
          [
            "montant": lecture.montant("montant", requis: false), "rang_titre": lecture.entier("rang_titre"),
            "date_fin": lecture.jour("date_fin", requis: false), "motif": lecture.texte("motif"),
            "reference": lecture.texte("reference"),
          ])
      ]
    })

  private static let accorder = Demarche(
    code: "accordee", titre: "Accorder une prolongation",
    aide: "Le comptable fixe la nouvelle fin de la phase (article 9, alinéa 3).", metier: .comptable,
    permis: { $0.estOuvert || $0.fin?.motif == PhaseTerminee.Motif.termeEchu.rawValue },
    champs: { contexte in
      [
        Champ(
          "date_fin", "Nouvelle fin", .jour,
          valeur: contexte.dossier.attendProlongation
            ? contexte.dossier.prolongations.last?.demande.finDemandee.texte ?? "" : "",
          aide: contexte.dossier.attendProlongation ? "La date demandée par l’étude est proposée." : nil, requis: true,
          longueur: 10)
      ]
    },
    lignes: { contexte, lecture in
      [
        evenement(
          .texte("13"), .jour(contexte.jour),
          ["date_fin": lecture.jour("date_fin"), "numero_message_etude": demande(contexte)])
      ]
    })

  private static let refuserProlongation = Demarche(
    code: "refusee", titre: "Refuser la prolongation", aide: "La date en vigueur reste (article 9, alinéa 3).",
    metier: .comptable, permis: { $0.attendProlongation },
    champs: { _ in [Champ("motif", "Motif", requis: true, longueur: 80)] },
    lignes: { contexte, lecture in
      [
        evenement(
          .texte("14"), .jour(contexte.jour),
          ["motif": lecture.texte("motif", requis: "Donnez le motif."), "numero_message_etude": demande(contexte)])
      ]
    })

  private static let corrigerAdresse = Demarche(
    code: "adresse", titre: "Corriger l’adresse",
    aide: "L’ancienne adresse reste dans le dossier (article 8).", metier: .comptable, permis: { $0.estOuvert },
    champs: { contexte in
      [
        Champ(
          "rang_redevable", "Redevable",
          .liste(contexte.dossier.demande.redevables.map { Champ.Option("\($0.rang)", $0.nomComplet) }), valeur: "1")
      ] + Champ.adresse
    },
    lignes: { contexte, lecture in
      let champs: [String: Valeur?] = ["rang_redevable": lecture.entier("rang_redevable")]
      return [
        evenement(.texte("15"), .jour(contexte.jour), champs.merging(lecture.adresse()) { first, _ in first })
      ]
    })

  private static let annulerEvenement = Demarche(
    code: "retrait", titre: "Annuler un événement", aide: "L’événement cité ne compte plus (article 8).",
    metier: .comptable, permis: { !$0.actualisations.actives.isEmpty && !$0.estEcarte },
    champs: { contexte in
      [
        Champ(
          "evenement_annule", "Événement",
          .liste(
            [Champ.Option("", "— choisir —")]
              + contexte.dossier.actualisations.actives.filter { $0.effet != .annulation }.map {
                Champ.Option(
                  "\($0.numero)",
                  "\($0.date.texte) — \(contexte.libelles.texte("code_evenement", $0.code) ?? $0.code)")
              }), requis: true), Champ("motif", "Motif", longueur: 80),
      ]
    },
    lignes: { contexte, lecture in
      if lecture.formulaire.rempli("evenement_annule") == nil {
        lecture.noter("evenement_annule", "Choisissez l’événement.")
      }
      return [
        evenement(
          .texte("20"), .jour(contexte.jour),
          ["evenement_annule": lecture.entier("evenement_annule"), "motif": lecture.texte("motif")])
      ]
    })

  private static func evenement(_ code: Valeur?, _ date: Valeur?, _ champs: [String: Valeur?]) -> Saisie.Ligne {
    Saisie.Ligne("50", champs.merging(["code_evenement": code, "date_evenement": date]) { first, _ in first })
  }

  /// The étude's message that is answered, when one waits.
  private static func demande(_ contexte: Contexte) -> Valeur? {
    guard contexte.dossier.attendProlongation else { return nil }
    return contexte.dossier.prolongations.last.map { .entier($0.entete.numero) }
  }
}
