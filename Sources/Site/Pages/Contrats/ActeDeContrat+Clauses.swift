import Centre
import Convention

extension ActeDeContrat {
  static let clauses = [objectif, seuil, periodicite, ouverture, tableur, papier, dematerialise]

  private static let objectif = ActeDeContrat(
    code: "objectif", titre: "Fixer un objectif",
    aide:
      "Un taux de recouvrement, sur l’ensemble, par nature de créance, par collectivité ou par poste (article 9, alinéa 1).",
    metiers: .autorite, permis: { _ in true },
    champs: { contexte in
      [
        Champ("axe", "Mesure", .liste(Objectif.Axe.allCases.map { .init($0.rawValue, $0.libelle) }), requis: true),
        Champ(
          "code", "Code",
          aide: "Nature de créance, collectivité (type et code : 01-600) ou codique ; rien pour l’ensemble.",
          longueur: 20),
        Champ("taux", "Taux", aide: "En pour cent : 35,5.", requis: true, longueur: 8),
        contexte.champDuJour("du", "À partir du"), contexte.champDuJour("le", "Décidé le"),
      ] + contexte.champsDApprobation
    },
    lire: { contexte, lecture in
      let (axe, du, le) = (lecture.mot("axe", Objectif.Axe.self), lecture.jourLu("du"), lecture.jourLu("le"))
      let (code, taux) = (lecture.formulaire["code"], Taux(saisi: lecture.formulaire["taux"]))
      if taux == nil { lecture.noter("taux", "Ce taux ne se lit pas : écrivez-le ainsi, 35,5.") }
      let approbations = contexte.approbations(lecture)
      guard let axe, let du, let le, let taux else { return nil }
      let objectif = Objectif(Objectif.Cible(axe, code), taux: taux, du: du)
      return { try await $0.fixer($1, objectif, approbations: approbations, le: le) }
    })

  private static let seuil = ActeDeContrat(
    code: "seuil", titre: "Communiquer le seuil d’ouverture forcée",
    aide: "Le montant que la lettre du directeur communique à l’étude (article 10, alinéa 3).", metiers: .autorite,
    permis: { _ in true },
    champs: { contexte in
      [
        Champ("montant", "Montant", .montant, requis: true),
        Contexte.champDeReference("lettre", "Référence de la lettre"),
        contexte.champDuJour("lettre_du", "Date de la lettre"), contexte.champDuJour("du", "À partir du"),
      ] + contexte.champsDApprobation
    },
    lire: { contexte, lecture in
      let (montant, lettre) = (lecture.montantLu("montant"), lecture.ecrit("lettre", du: "lettre_du"))
      let (du, approbations) = (lecture.jourLu("du"), contexte.approbations(lecture))
      guard let montant, let lettre, let du else { return nil }
      let seuil = SeuilOuvertureForcee(montant, lettre: lettre, du: du)
      return { try await $0.communiquer($1, seuil, approbations: approbations) }
    })

  private static let periodicite = ActeDeContrat(
    code: "periodicite", titre: "Fixer une périodicité",
    aide: "En mois, un an au plus (article 10, alinéa 2 ; article 13, alinéa 1).", metiers: .autorite,
    permis: { _ in true },
    champs: { contexte in
      [
        Champ(
          "document", "Document", .liste(Periodicite.Document.allCases.map { .init($0.rawValue, $0.libelle) }),
          requis: true), Champ("mois", "Nombre de mois", requis: true, longueur: 2),
        contexte.champDuJour("du", "Première période à partir du"),
      ]
    },
    lire: { _, lecture in
      let (document, du) = (lecture.mot("document", Periodicite.Document.self), lecture.jourLu("du"))
      let months = Int(lecture.formulaire["mois"])
      if months == nil { lecture.noter("mois", "Un nombre est attendu.") }
      guard let document, let du, let months else { return nil }
      let periodicite = Periodicite(document, months: months, du: du)
      return { try await $0.fixer($1, periodicite) }
    })

  private static let ouverture = ActeDeContrat(
    code: "ouverture", titre: "Ouvrir une application aux fichiers",
    aide:
      "À partir d’un jour à venir ; dès qu’une application est nommée, les fichiers des autres sont rejetés (annexe des "
      + "échanges, point II.1.2).",
    metiers: .autorite, permis: { $0.contrat.isComplete },
    champs: { contexte in
      [
        Champ("application", "Application", aide: "Par exemple HELIOS.", requis: true, longueur: 10),
        contexte.champDuJour("du", "À partir du"),
      ]
    },
    lire: { _, lecture in
      let (application, du) = (lecture.reference("application"), lecture.jourLu("du"))
      guard let application, let du else { return nil }
      return { try await $0.ouvrir($1, OuvertureDApplication(application, du: du)) }
    })

  private static let tableur = ActeDeContrat(
    code: "tableur", titre: "Convenir de l’import par tableur",
    aide: "Sans cette clause, un tableur est refusé (annexe des échanges, point II.1.2).", metiers: .autorite,
    permis: { _ in true },
    champs: { _ in [Champ("admis", "L’import par tableur est admis", .case_)] },
    lire: { _, lecture in
      let admis = lecture.formulaire["admis"] == "oui"
      return { try await $0.convenirDuTableur($1, admis: admis) }
    })

  private static let papier = ActeDeContrat(
    code: "papier", titre: "Revenir aux échanges sur papier",
    aide:
      "À partir d’un jour à venir, avec un poste ou avec tous ; leurs demandes dématérialisées pour l’étude sont alors "
      + "rejetées (cahier des charges, point 3, alinéa 5).",
    metiers: .autorite, permis: { $0.contrat.isComplete && !$0.surPapier.contains { $0.poste == nil } },
    champs: { contexte in
      [
        Champ(
          "motif", "Motif", .liste(MotifDePapier.allCases.map { .init($0.rawValue, $0.libelle) }), requis: true),
        Champ("poste", "Poste", aide: "Son codique ; rien pour tous les postes.", longueur: 7),
        contexte.champDuJour("du", "À partir du"),
      ]
    },
    lire: { _, lecture in
      let (motif, poste) = (lecture.mot("motif", MotifDePapier.self), lecture.formulaire.rempli("poste"))
      let (du, codique) = (lecture.jourLu("du"), poste.flatMap { Codique($0) })
      if poste != nil, codique == nil { lecture.noter("poste", "Un codique a 6 ou 7 chiffres : 031012.") }
      guard let motif, let du, lecture.fautes.isEmpty else { return nil }
      return { try await $0.passerAuPapier($1, motif, poste: codique, du: du) }
    })

  private static let dematerialise = ActeDeContrat(
    code: "dematerialise", titre: "Reprendre les échanges dématérialisés",
    aide: "À partir d’un jour à venir (cahier des charges, point 4, alinéa 1).", metiers: .autorite,
    permis: { $0.contrat.isComplete && !$0.surPapier.isEmpty },
    champs: { contexte in
      [
        Champ(
          "poste", "Sur papier",
          .liste(contexte.vu.surPapier.map { .init($0.poste?.texte ?? "", PhraseDActeDeContrat.postes($0.poste)) })),
        contexte.champDuJour("du", "À partir du"),
      ]
    },
    lire: { _, lecture in
      guard let du = lecture.jourLu("du") else { return nil }
      let poste = lecture.formulaire.rempli("poste").flatMap { Codique($0) }
      return { try await $0.revenirAuDematerialise($1, poste: poste, du: du) }
    })
}

extension ContratVu {
  /// Returns to paper that have been decided, and no way back yet.
  fileprivate var surPapier: [PeriodeSurPapier] { contrat.clauses.papier.filter { $0.au == nil } }
}
