import Centre
import Convention
import Foundation

extension ActeDeContrat {
  static let fins = [decider, renouveler, denoncer, resilier]

  private static let decider = ActeDeContrat(
    code: "decider", titre: "Décider sur les objectifs",
    aide: "Après des objectifs manqués : résilier, ou renouveler avec une phase réduite ; le rapport se joint, en PDF "
      + "(article 9, alinéa 2).",
    metiers: .autorite, fichiers: true, permis: { $0.contrat.isComplete },
    champs: { contexte in
      [
        Champ(
          "choix", "Décision",
          .liste(HistoireDeContrat.DecisionSurObjectifs.Choix.allCases.map { .init($0.rawValue, $0.libelle) }),
          requis: true), contexte.champDuJour("le", "Décidé le"),
        Contexte.champDeReference("rapport", "Référence du rapport"),
        contexte.champDuJour("rapport_du", "Date du rapport"),
        Champ("fichier", "Rapport", .fichier(accepte: ".pdf,application/pdf"), requis: true),
      ] + contexte.champsDApprobation
    },
    lire: { contexte, lecture in
      let choix = lecture.mot("choix", HistoireDeContrat.DecisionSurObjectifs.Choix.self)
      let (le, ecrit) = (lecture.jourLu("le"), lecture.ecrit("rapport", du: "rapport_du"))
      let fichier = lecture.formulaire.fichiers.first { $0.champ == "fichier" && !$0.octets.isEmpty }
      if fichier == nil { lecture.noter("fichier", "Joignez le rapport, en PDF.") }
      let (approbations, depot) = (contexte.approbations(lecture), contexte.depot)
      guard let choix, let le, let ecrit, let fichier else { return nil }
      let rapport = ContratsDuCentre.RapportRemis(ecrit, nom: fichier.nom, octets: Data(fichier.octets))
      return { try await $0.decider($1, choix, rapport: rapport, approbations: approbations, le: le, dans: depot) }
    })

  private static let renouveler = ActeDeContrat(
    code: "renouveler", titre: "Renouveler le contrat",
    aide:
      "Trois ans de plus, par une décision expresse ; rien ne se reconduit tacitement (article 19). La durée réduite "
      + "suppose une décision sur les objectifs (article 9, alinéa 2).",
    metiers: .autorite, permis: { $0.contrat.isComplete },
    champs: { contexte in
      [
        Champ(
          "duree", "Phase comminatoire",
          .liste(HistoireDeContrat.DureeReconduite.allCases.map { .init($0.rawValue, $0.libelle) }), requis: true),
        Contexte.champDeReference("decision", "Référence de la décision"),
        contexte.champDuJour("decision_du", "Date de la décision"),
      ] + contexte.champsDApprobation
    },
    lire: { contexte, lecture in
      let duree = lecture.mot("duree", HistoireDeContrat.DureeReconduite.self)
      let (ecrit, approbations) = (lecture.ecrit("decision", du: "decision_du"), contexte.approbations(lecture))
      guard let duree, let ecrit else { return nil }
      return { try await $0.renouveler($1, duree, decision: ecrit, approbations: approbations) }
    })

  private static let denoncer = ActeDeContrat(
    code: "denoncer", titre: "Dénoncer le contrat",
    aide: "Par l’un des signataires ; effet six mois après la notification (article 18).", metiers: .deContrats,
    permis: { $0.contrat.isComplete && $0.histoire.denonceLe == nil },
    champs: { contexte in
      (contexte.histoire.autorite == .conjointe && contexte.visiteur.metier == .direction
        ? contexte.champsDApprobation : [contexte.champDeQualite("Qui dénonce")])
        + [contexte.champDuJour("notifiee_le", "Notifiée le")]
    },
    lire: { contexte, lecture in
      let isJoint = contexte.histoire.autorite == .conjointe && contexte.visiteur.metier == .direction
      let par = isJoint ? contexte.approbations(lecture) : lecture.qualite(contexte).map { [$0] } ?? []
      guard let le = lecture.jourLu("notifiee_le"), lecture.fautes.isEmpty else { return nil }
      return { try await $0.denoncer($1, par: par, notifieeLe: le) }
    })

  private static let resilier = ActeDeContrat(
    code: "resilier", titre: "Résilier le contrat",
    aide:
      "Pour un manquement prouvé ; effet deux mois après que l’étude en est avisée (article 21). Pour les objectifs, "
      + "la décision sur les objectifs vient d’abord.",
    metiers: .autorite, permis: { $0.contrat.isComplete && $0.histoire.resilieLe == nil },
    champs: { contexte in
      [
        Champ(
          "motif", "Motif",
          .liste(HistoireDeContrat.MotifDeResiliation.allCases.map { .init($0.rawValue, $0.libelle) }), requis: true),
        Contexte.champDeReference("preuve", "Référence de la preuve"),
        contexte.champDuJour("preuve_du", "Date de la preuve"),
        contexte.champDuJour("notifiee_le", "Étude avisée le"),
      ] + contexte.champsDApprobation
    },
    lire: { contexte, lecture in
      let motif = lecture.mot("motif", HistoireDeContrat.MotifDeResiliation.self)
      let (preuve, le) = (lecture.ecrit("preuve", du: "preuve_du"), lecture.jourLu("notifiee_le"))
      let approbations = contexte.approbations(lecture)
      guard let motif, let preuve, let le else { return nil }
      return { try await $0.resilier($1, motif, preuve: preuve, notifieeLe: le, approbations: approbations) }
    })
}
