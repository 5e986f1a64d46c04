import Centre
import Convention

/// What an étude earns on a dossier: what was declared, what the tariff gives, and why (art. 15 and 16; R059–R065).
struct VueDesFrais: Vue {
  let page: PageDeDossier

  func ecrire(_ h: inout HTML) {
    let dossier = page.dossier
    guard let code = dossier.attributaire else { return }
    let etude = page.annuaire.etudes[code]
    let lieu = LieuFiscal(dossier, chez: etude)
    h.titre(2, "Frais", id: "frais")
    if let frais = FraisDuDossier(dossier, lieu) {
      amiables(frais, &h)
    } else if let prestations = PrestationsDuDossier(dossier, of: code, chez: etude, page.lectures) {
      h.vue(VueDesPrestations(prestations))
    }
  }

  private func amiables(_ frais: FraisDuDossier, _ h: inout HTML) {
    let compte = frais.compte
    h.definitions(
      [
        ("Dus, TTC", compte.du.ttc.texte), ("Pris, TTC", compte.preleve.ttc.texte),
        ("Dus par le comptable", frais.duParLeComptable.ttc.texte), ("En attente", compte.enAttente.ttc.texte),
        compte.tropPreleve == .zero ? nil : ("Pris au-delà du tarif", compte.tropPreleve.ttc.texte),
      ].compactMap { $0 }, classe: "chiffres")
    if frais.paiements.isEmpty {
      h.paragraphe("Rien n’est recouvré : aucuns frais ne sont dus.")
    } else {
      h.vue(Tableau("Ce qui est déclaré, et ce que donne le tarif", colonnes, frais.paiements))
      for paiement in frais.paiements where paiement.annule == nil { h.vue(VueDExplication(paiement.explication)) }
    }
    guard page.dossier.resteDu > .zero, page.dossier.estOuvert else { return }
    h.vue(VueDExplication(frais.explicationPourSolder(page.dossier.resteDu, le: page.jour)))
  }

  private var colonnes: [Tableau<FraisDuDossier.Paiement>.Colonne] {
    [
      .init("Numéro") { $0.numero }, .init("Jour") { $0.jour.texte },
      .init("Payé") { $0.destinataire.libelle },
      .init("Reçu", classe: "nombre") { $0.annule == nil ? $0.recu.texte : (Montant.zero - $0.recu).texte },
      .init("Pris, TTC", classe: "nombre") { $0.ligne.declare.ttc.texte },
      .init("Tarif, TTC", classe: "nombre") { $0.ligne.attendu.ttc.texte },
      .init("Ce qu’il faut savoir") { $0.phrase },
    ]
  }
}

/// The acts, rights and flat sums of a judicial dossier, and what pays nothing.
struct VueDesPrestations: Vue {
  let prestations: PrestationsDuDossier

  init(_ prestations: PrestationsDuDossier) { self.prestations = prestations }

  func ecrire(_ h: inout HTML) {
    let liquidation = prestations.liquidation
    h.definitions(
      [
        ("À la charge du directeur, TTC", liquidation.total.ttc.texte),
        ("À la charge du redevable, TTC", liquidation.totalDuDebiteur.ttc.texte),
      ], classe: "chiffres")
    h.paragraphe("Lieu de l’étude pour la TVA : \(prestations.lieu.texte).")
    let lignes = liquidation.lignes + liquidation.aChargeDuDebiteur
    if lignes.isEmpty { h.paragraphe("Aucune prestation au tarif.") }
    for ligne in lignes { h.vue(VueDExplication(ligne.explication)) }
    h.vue(VueDesRefusees(prestations.refusees))
  }
}

/// What the convention does not pay, each with its refusal as it is.
struct VueDesRefusees: Vue {
  let refusees: [PrestationsDuDossier.Refusee]

  init(_ refusees: [PrestationsDuDossier.Refusee]) { self.refusees = refusees }

  func ecrire(_ h: inout HTML) {
    guard !refusees.isEmpty else { return }
    h.vue(
      Tableau<PrestationsDuDossier.Refusee>(
        "Ce qui n’est pas dû",
        [
          .init("Dossier") { $0.dossier }, .init("Jour") { $0.jour.texte }, .init("Prestation") { $0.libelle },
          .init("Pourquoi") { "\($0.refus)" },
        ], refusees, classe: { _ in "alerte" }))
  }
}
