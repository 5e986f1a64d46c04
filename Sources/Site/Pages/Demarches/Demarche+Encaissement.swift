import Centre
import Convention

extension Demarche {
  /// Art. 7, al. 2 (R025): every payment, whatever its means and in whatever state the dossier is.
  static let encaisser = Demarche(
    code: "encaissement", titre: "Noter un encaissement",
    aide: "Tout paiement est signalé, quel qu’en soit le moyen (article 7, alinéa 2).", metier: .etude,
    permis: { $0.remise != nil && !$0.estEcarte }, champs: champsDEncaissement,
    lignes: { contexte, lecture in
      let recu = lecture.montantLu("montant_recu")
      let jour = lecture.jourLu("date_fait")
      let typed = (
        ht: lecture.montantLu("montant_frais_ht", requis: false), tva: lecture.montantLu("montant_tva", requis: false)
      )
      let ordre = lecture.code("ordre_paiement", requis: "Dites à l’ordre de qui.")
      let tarif = fraisAuTarif(contexte, recu, jour, ordre: lecture.formulaire["ordre_paiement"])
      let isTyped =
        lecture.formulaire.rempli("montant_frais_ht") != nil || lecture.formulaire.rempli("montant_tva") != nil
      let (frais, tva) = isTyped ? typed : (tarif?.ht, tarif?.tva)
      let creance = recu.map { $0 - (frais ?? .zero) - (tva ?? .zero) }
      if let creance, creance < .zero { lecture.noter("montant_frais_ht", "Les frais dépassent la somme reçue.") }
      let date = jour.map { Valeur.jour($0) }
      let payment: [String: Valeur?] = [
        "date_fait": date, "sens": .texte("+"),
        "moyen_paiement": lecture.code("moyen_paiement", requis: "Choisissez le moyen."),
        "ordre_paiement": ordre,
        "montant_recu": recu.map { .montant($0) }, "montant_creance": creance.map { .montant(max($0, .zero)) },
        "montant_frais_ht": frais.map { .montant($0) }, "montant_tva": tva.map { .montant($0) },
        "mode_reversement": lecture.code("mode_reversement", requis: "Choisissez le circuit."),
        "date_remise": lecture.jour("date_remise", requis: false), "nom_payeur": lecture.texte("nom_payeur"),
        "solde": .indicateur(creance.map { $0 >= contexte.dossier.resteDu } ?? false),
      ]
      return [Saisie.Ligne("64", payment)] + ventilation(contexte, &lecture, date)
    })

  /// Art. 15 (R059, R060): paid to the étude and known by its sum alone, a payment holds both the debt and the fee; to the Trésor's
  /// order, the étude keeps nothing of it.
  private static func fraisAuTarif(_ contexte: Contexte, _ recu: Montant?, _ jour: Jour?, ordre: String) -> Honoraire? {
    let politique = PolitiqueDImputation.dUnBrut(ordre: ordre)
    guard let recu, let jour, politique == .brutVentile, let frais = FraisDuDossier(contexte.dossier, contexte.lieu),
      let partage = try? frais.compte.partage(recu, le: jour, politique, resteDu: contexte.dossier.resteDu),
      partage.honoraire != .zero
    else { return nil }
    return partage.honoraire
  }

  /// What is done of empty fields, said before.
  private static func annonceDesFrais(_ contexte: Contexte) -> String? {
    guard let frais = FraisDuDossier(contexte.dossier, contexte.lieu) else { return nil }
    let solde = frais.pourSolder(contexte.dossier.resteDu, le: contexte.jour)
    return
      "Frais calculés au tarif si vous ne les indiquez pas, pour un paiement à l’ordre de l’étude : la somme reçue est "
      + "partagée entre la dette et les frais. Pour solder aujourd’hui, le redevable verse "
      + "\((contexte.dossier.resteDu + solde.ttc).texte), dont \(solde.ttc.texte) de frais TTC. À l’ordre du Trésor, rien n’est "
      + "retenu : le comptable doit les frais à l’étude."
  }

  @Sendable private static func champsDEncaissement(_ contexte: Contexte) -> [Champ] {
    [
      Champ(
        "montant_recu", "Montant reçu", .montant, aide: "En euros. Reste dû : \(contexte.dossier.resteDu.texte).",
        requis: true, longueur: 20),
      .dateDuFait(contexte, "Jour du paiement"),
      Champ("moyen_paiement", "Moyen", contexte.options("moyen_paiement"), requis: true),
      Champ("ordre_paiement", "À l’ordre de", contexte.options("ordre_paiement"), requis: true),
      Champ("mode_reversement", "Circuit de reversement", contexte.options("mode_reversement"), requis: true),
      Champ("date_remise", "Jour de remise au comptable", .jour, longueur: 10),
      Champ(
        "montant_frais_ht", "Dont frais hors taxe", .montant, aide: annonceDesFrais(contexte), longueur: 20),
      Champ("montant_tva", "Dont TVA", .montant, longueur: 20), Champ("nom_payeur", "Payé par", longueur: 38),
    ]
      + contexte.dossier.restes.filter { $0.reste > .zero && contexte.dossier.demande.titres.count > 1 }.map { titre in
        Champ(
          "titre-\(titre.rang)", "Part du titre \(titre.rang)", .montant,
          aide: "Reste dû : \(titre.reste.texte). Sans part indiquée, du plus ancien au plus récent.", longueur: 20)
      }
  }

  private static func ventilation(
    _ contexte: Contexte, _ lecture: inout LectureDeSaisie, _ date: Valeur?
  ) -> [Saisie.Ligne] {
    contexte.dossier.demande.titres.compactMap { titre -> Saisie.Ligne? in
      guard let part = lecture.montantLu("titre-\(titre.rang)", requis: false), part > .zero else { return nil }
      return Saisie.Ligne("65", ["date_fait": date, "rang_titre": .entier(titre.rang), "montant": .montant(part)])
    }
  }

  /// An entire payment that failed: the same sums, the other way.
  static let annulerEncaissement = Demarche(
    code: "annulation", titre: "Annuler un encaissement",
    aide: "Un paiement impayé s’annule en entier (article 7, alinéa 2).", metier: .etude,
    permis: { !annulables($0).isEmpty },
    champs: { contexte in
      [
        Champ(
          "encaissement_annule", "Encaissement",
          .liste(
            [Champ.Option("", "— choisir —")]
              + annulables(contexte.dossier).map {
                Champ.Option(
                  $0.encaissement.numero,
                  "\($0.encaissement.numero) — \($0.entete.fait.texte), \($0.encaissement.recu.texte)")
              }), requis: true), .dateDuFait(contexte, "Jour du rejet"),
      ]
    },
    lignes: { contexte, lecture in
      let numero = lecture.formulaire["encaissement_annule"]
      let date = lecture.jour("date_fait")
      guard let original = annulables(contexte.dossier).first(where: { $0.encaissement.numero == numero })?.encaissement
      else {
        lecture.noter("encaissement_annule", "Choisissez l’encaissement.")
        return []
      }
      return [
        Saisie.Ligne(
          "64",
          [
            "date_fait": date, "sens": .texte("-"), "moyen_paiement": .texte(original.moyen),
            "ordre_paiement": .texte(original.ordre), "montant_recu": .montant(original.recu),
            "montant_creance": .montant(original.creance), "montant_frais_ht": original.fraisHT.map { .montant($0) },
            "montant_tva": original.tva.map { .montant($0) }, "mode_reversement": .texte(original.reversement),
            "encaissement_annule": .texte(numero), "solde": .indicateur(false),
          ])
      ]
    })

  /// Payments of the étude that now holds or last held the dossier, not cancelled yet.
  private static func annulables(_ dossier: Dossier) -> [EncaissementConstate] {
    guard let etude = dossier.attributaire else { return [] }
    return dossier.encaissements.filter { item in
      item.entete.etude == etude && item.encaissement.annule == nil
        && dossier.encaissement(item.encaissement.numero, of: etude) != nil
    }
  }
}
