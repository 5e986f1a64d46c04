import Convention

/// Writes what an étude did with one dossier as messages of the format.
package struct Messages {
  let plan: PlanEtude
  let etude: String
  private(set) var prochain: Int64

  package init(_ plan: PlanEtude, _ etude: String) {
    self.plan = plan
    self.etude = etude
    prochain = plan.premierMessage
  }

  /// The fields that every message has.
  mutating func message(_ type: String, _ dossier: DossierTenu, _ valeurs: [(nom: String, valeur: Valeur?)]) -> Ligne {
    defer { prochain += 1 }
    return Ligne(
      type,
      [
        ("application_source", .texte(dossier.application)), ("exploitation", .texte(dossier.exploitation)),
        ("numero_demande", .texte(dossier.numero)), ("numero_message", .entier(prochain)),
        ("date_fait", .jour(plan.jour)),
      ] + valeurs)
  }

  /// The records of one act; none when there is nothing left to pay.
  package mutating func lignes(_ acte: ActeDEtude, _ dossier: inout DossierTenu, _ paiements: inout [Int: Paiement])
    -> [Ligne]
  {
    switch acte {
    case .accuse: [accuse(dossier, "A", nil)]
    case .refus(let motif): [accuse(dossier, "R", motif)]
    case .action(let code, let resultat): [action(dossier, code, resultat)]
    case .nonDistribue, .insolvable, .disparu, .nouvelleAdresse, .deces, .procedureCollective: [constat(dossier, acte)]
    case .renseignement(let type): [renseignement(dossier, type)]
    case .encaissement(let rang, let pourCent, let isSplit):
      encaisser(
        &dossier, rang, pourCent == 100 ? dossier.reste : Montant(cents: dossier.reste.cents * Int64(pourCent) / 100),
        isSplit, &paiements)
    case .versement(let rang, let montant, let isSplit):
      encaisser(&dossier, rang, min(montant, dossier.reste), isSplit, &paiements)
    case .impaye(let rang): annuler(dossier, rang, paiements)
    case .prolongation(let jusqu, let motif):
      [
        message(
          "66", dossier,
          [
            ("date_fin_demandee", .jour(jusqu ?? dossier.remise.adding(days: 105))),
            ("motif_prolongation", .texte(motif)),
          ])
      ]
    case .autorisation:
      [
        message(
          "67", dossier, [("objet_autorisation", .texte("V")), ("reference_document", .texte("PV-\(dossier.numero)"))])
      ]
    case .commandement:
      [
        message(
          "68", dossier,
          [
            ("code_acte", .texte("042")), ("numero_etat_poursuites", .texte(dossier.etatPoursuites ?? dossier.numero)),
            ("montant_vise", .montant(dossier.reste)), ("reference_document", .texte("CDT-\(dossier.numero)")),
          ])
      ]
    case .justification(let relance, let motif):
      [message("69", dossier, [("relance_concernee", .texte(relance)), ("motif_retard", .texte(motif))])]
    case .fin(let motif):
      [message("70", dossier, [("motif_fin", .texte(motif)), ("reste_du", .montant(dossier.reste))])]
    case .poursuite(let acte): [poursuite(acte, dossier)]
    }
  }

  private mutating func accuse(_ dossier: DossierTenu, _ statut: String, _ motif: String?) -> Ligne {
    message(
      "60", dossier,
      [
        ("statut_accuse", .texte(statut)), ("horodatage_reception", .instant(Instant(plan.jour, heure: 8, minute: 30))),
        ("motif_refus", motif.map { .texte($0) }), ("reference_etude", .texte(dossier.reference(etude))),
        ("commentaire", motif == "90" ? .texte("ÉTUDE EN COURS DE CESSION") : nil),
      ])
  }

  mutating func action(_ dossier: DossierTenu, _ code: String, _ resultat: String?) -> Ligne {
    message(
      "61", dossier,
      [
        ("code_action", .texte(code)), ("horodatage_action", .instant(Instant(plan.jour, heure: 10))),
        ("resultat_action", resultat.map { .texte($0) }), ("executant", .texte("E")),
        ("reference_document", code < "10" ? .texte("L-\(dossier.numero)-\(code)") : nil),
      ])
  }

  private mutating func constat(_ dossier: DossierTenu, _ acte: ActeDEtude) -> Ligne {
    switch acte {
    case .nonDistribue(let motif):
      message("62", dossier, [("code_constat", .texte("PND")), ("motif_pnd", .texte(motif))])
    case .disparu: message("62", dossier, [("code_constat", .texte("DIS"))])
    case .deces: message("62", dossier, [("code_constat", .texte("DEC"))])
    case .procedureCollective: message("62", dossier, [("code_constat", .texte("PCO"))])
    case .nouvelleAdresse(let lieu, let voie, let dansLeRessort):
      message(
        "62", dossier,
        [
          ("code_constat", .texte(dansLeRessort ? "NAR" : "NAH")), ("source_information", .texte("03")),
          ("adresse_ligne4", .texte(voie)), ("code_postal", .texte(lieu.code.texte)), ("localite", .texte(lieu.nom)),
        ])
    default:
      message(
        "62", dossier,
        [
          ("code_constat", .texte("INS")), ("type_justificatif", .texte("01")),
          ("reference_justificatif", .texte("PV CARENCE \(dossier.numero)")),
          ("date_justificatif", .jour(plan.jour.adding(days: -200))),
        ])
    }
  }

  private mutating func renseignement(_ dossier: DossierTenu, _ type: String) -> Ligne {
    let texts = ["EMP": "GARAGE DU TOUCH", "BQE": "BANQUE RÉGIONALE", "LOC": "AGENCE DE LA PLACE"]
    return message(
      "63", dossier,
      [
        ("type_renseignement", .texte(type)), ("source_information", .texte("01")),
        ("nom_tiers", texts[type].map { .texte($0) }),
        ("texte_libre", texts[type] == nil ? .texte("OBTENU AU TÉLÉPHONE") : nil),
      ])
  }
}

extension DossierTenu {
  /// The number of the dossier at the étude: `26/04711`.
  func reference(_ etude: String) -> String {
    "\(padded(remise.annee % 100, to: 2))/\(padded(Int(flux("\(etude)/\(cle)") % 100_000), to: 5))"
  }
}
