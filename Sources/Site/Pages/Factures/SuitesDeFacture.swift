import Convention
import Registre

/// What its reader may do of an invoice now; nothing of it is printed.
struct SuitesDeFacture: Vue {
  let fiche: FicheDHistoire<Facture>
  let visiteur: Visiteur
  let jour: Jour
  let saisie: (formulaire: Formulaire, fautes: [String: String])

  private var facture: Facture { fiche.histoire }

  func ecrire(_ h: inout HTML) {
    switch visiteur.metier {
    case .direction:
      if facture.etat == .emise { recevoir(&h) }
      if facture.etat == .recue { payer(&h) }
      if facture.etat != .rejetee, facture.resteDInterets > .zero { payerInterets(&h) }
      if isRejectable { rejeter(&h) }
    case .etude:
      if let interets = facture.interets(au: jour), interets.retardDays > 0 {
        formulaire("interets", [], "Réclamer \(interets.total.texte) d’intérêts moratoires", &h)
      }
    case .exploitant, .comptable, .central: break
    }
  }

  private var isRejectable: Bool {
    (facture.etat == .emise || facture.etat == .recue) && facture.paiements.isEmpty
      && facture.paiementsDInterets.isEmpty
  }

  private func recevoir(_ h: inout HTML) {
    formulaire(
      "recevoir",
      [Champ("jour", "Reçue le", .jour, valeur: jour.texte, aide: "Jour, mois, année.", requis: true, longueur: 10)],
      "Enregistrer la réception", &h)
  }

  private func payer(_ h: inout HTML) {
    formulaire(
      "payer",
      [
        Champ("jour_paiement", "Payée le", .jour, valeur: jour.texte, requis: true, longueur: 10),
        Champ("montant", "Montant payé", .montant, valeur: facture.resteAPayer.nombre, requis: true, longueur: 20),
      ], "Enregistrer le paiement", &h)
  }

  private func payerInterets(_ h: inout HTML) {
    formulaire(
      "payer-interets",
      [
        Champ("jour_interets", "Intérêts payés le", .jour, valeur: jour.texte, requis: true, longueur: 10),
        Champ(
          "montant_interets", "Intérêts et indemnité payés", .montant, valeur: facture.resteDInterets.nombre,
          requis: true, longueur: 20),
      ], "Enregistrer le paiement des intérêts", &h)
  }

  private func rejeter(_ h: inout HTML) {
    formulaire(
      "rejeter", [Champ("motif", "Motif du rejet", requis: true, longueur: 200)], "Rejeter la facture", &h,
      classe: "danger")
  }

  private func formulaire(
    _ code: String, _ champs: [Champ], _ bouton: String, _ h: inout HTML, classe: String? = nil
  ) {
    h.formulaire("/factures/\(fiche.id)/\(code)", jeton: visiteur.jeton) { h in
      h.cache("rang", "\(fiche.rang)")
      for champ in champs.remplis(saisie.formulaire, saisie.fautes) { h.vue(champ) }
      h.bouton(bouton, classe: classe)
    }
  }
}
