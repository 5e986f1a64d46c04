import Convention

/// A group that a centre must reject: its lines, which one, why.
package struct MessageFautif {
  package var lignes: [Ligne]
  var indice = 0
  let code: String
  var champ: String?
}

extension Messages {
  /// A faulty message on that dossier; nil when the defect needs what is not there.
  package mutating func faute(
    _ defaut: DefautEtude, _ dossier: DossierTenu, typeInconnu: String, dernierEncaissement: String?
  ) -> MessageFautif? {
    switch defaut {
    case .ligneAmputee, .typeInconnu, .instantInvalide, .actionInconnue, .numeroReserve, .demandeInconnue,
      .messageEnDouble,
      .dateFuture:
      return action(defaut, dossier, typeInconnu)
    case .encaissementEnDouble, .titreInconnu, .annulationInconnue, .montantFaux, .ventilationFausse:
      return money(defaut, dossier, dernierEncaissement)
    case .justificatifAbsent:
      return MessageFautif(
        lignes: [message("62", dossier, [("code_constat", .texte("INS")), ("type_justificatif", nil)])], code: "201",
        champ: "type_justificatif")
    case .termeIncoherent:
      let ligne = message(
        "66", dossier,
        [("date_fin_demandee", .jour(plan.jour.adding(days: -1))), ("motif_prolongation", .texte("02"))])
      return MessageFautif(lignes: [ligne], code: "313", champ: "date_fin_demandee")
    case .acteHorsPhase:
      guard dossier.phase == .comminatoire else { return nil }
      let ligne = message(
        "68", dossier,
        [
          ("code_acte", .texte("042")), ("numero_etat_poursuites", .texte(dossier.numero)),
          ("reference_document", .texte("CDT-\(dossier.numero)")),
        ])
      return MessageFautif(lignes: [ligne], code: "334", champ: "code_acte")
    }
  }

  private mutating func action(_ defaut: DefautEtude, _ dossier: DossierTenu, _ typeInconnu: String) -> MessageFautif {
    var ligne = action(dossier, "03", nil)
    var (code, champ): (String, String?) = ("101", nil)
    switch defaut {
    case .typeInconnu:
      ligne.accident = .type(typeInconnu)
      code = "104"
    case .instantInvalide:
      ligne["horodatage_action"] = .octets(Array("\(plan.jour.compact)100000".utf8))
      (code, champ) = ("205", "horodatage_action")
    case .actionInconnue:
      ligne["code_action"] = .texte("99")
      (code, champ) = ("206", "code_action")
    case .numeroReserve:
      ligne["numero_message"] = .entier(9_000_000_000 + prochain % 900_000_000)
      (code, champ) = ("207", "numero_message")
    case .demandeInconnue:
      ligne["numero_demande"] = .texte("DEM1999-999999")
      (code, champ) = ("304", "numero_demande")
    case .messageEnDouble:
      ligne["numero_message"] = .entier(prochain - 2)
      (code, champ) = ("306", "numero_message")
    case .dateFuture:
      ligne["date_fait"] = .jour(plan.jour.adding(days: 2))
      (code, champ) = ("310", "date_fait")
    default: ligne.accident = .coupe
    }
    return MessageFautif(lignes: [ligne], code: code, champ: champ)
  }

  private mutating func money(
    _ defaut: DefautEtude, _ dossier: DossierTenu, _ dernier: String?
  ) -> MessageFautif? {
    let titre = dossier.titres.first?.rang ?? 1
    let paiement = Paiement(
      numero: "Q\(prochain)", moyen: "03", creance: Montant(cents: 10_00), fraisHT: .zero, tva: .zero)
    var father = encaissement(dossier, paiement, sens: "+", solde: false)
    switch defaut {
    case .encaissementEnDouble:
      guard let dernier else { return nil }
      father["numero_encaissement"] = .texte(dernier)
      return MessageFautif(lignes: [father], code: "307", champ: "numero_encaissement")
    case .annulationInconnue:
      father["sens"] = .texte("-")
      father["encaissement_annule"] = .texte("INCONNU-1")
      return MessageFautif(lignes: [father], code: "321", champ: "encaissement_annule")
    case .montantFaux:
      father["montant_recu"] = .montant(Montant(cents: 11_00))
      return MessageFautif(lignes: [father], code: "331", champ: "montant_recu")
    case .ventilationFausse:
      let child = ventilation(dossier, paiement, titre, Montant(cents: 9_00))
      return MessageFautif(lignes: [father, child], code: "332", champ: "montant_creance")
    default:
      let child = ventilation(dossier, paiement, 99, Montant(cents: 10_00))
      return MessageFautif(lignes: [father, child], indice: 1, code: "321", champ: "rang_titre")
    }
  }
}
