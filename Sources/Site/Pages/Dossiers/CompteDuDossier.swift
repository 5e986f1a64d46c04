import Centre
import Convention

/// The titres and the payments, to the cent.
struct CompteDuDossier: Vue {
  let page: PageDeDossier

  func ecrire(_ h: inout HTML) {
    titres(&h)
    if !page.dossier.encaissements.isEmpty { encaissements(&h) }
  }

  private func titres(_ h: inout HTML) {
    let demande = page.dossier.demande
    let restes = Dictionary(page.dossier.restes.map { ($0.rang, $0.reste) }) { first, _ in first }
    h.titre(2, "Titres de recettes")
    h.vue(
      Tableau<Titre>(
        "Demandé \(demande.montant.texte), reste dû \(page.dossier.resteDu.texte)",
        [
          .init("Rang") { "\($0.rang)" }, .init("Titre") { "n° \($0.numero) de \($0.exercice)" },
          .init("Collectivité") { $0.collectivite },
          .init("Nature") { page.libelles.texte("nature_creance", $0.nature) ?? $0.nature },
          .init("Émis le") { $0.emission.texte },
          .init("Demandé", classe: "nombre") { $0.resteDu.texte },
          .init("Reste dû", classe: "nombre") { (restes[$0.rang] ?? .zero).texte },
        ], demande.titres))
  }

  private func encaissements(_ h: inout HTML) {
    h.titre(2, "Encaissements")
    h.vue(
      Tableau<EncaissementConstate>(
        "Sommes reçues, dans l’ordre",
        [
          .init("Numéro") { $0.encaissement.numero }, .init("Jour") { $0.entete.fait.texte },
          .init("Moyen") { page.libelles.texte("moyen_paiement", $0.encaissement.moyen) ?? $0.encaissement.moyen },
          .init("Reçu", classe: "nombre") { signe($0, $0.encaissement.recu) },
          .init("Sur la créance", classe: "nombre") { signe($0, $0.encaissement.creance) },
          .init("À reverser avant le") { $0.encaissement.annule == nil ? $0.limiteReversement.texte : "—" },
          .init("Note") { $0.encaissement.annule.map { "annule \($0)" } ?? "" },
        ], page.dossier.encaissements))
  }

  private func signe(_ item: EncaissementConstate, _ montant: Montant) -> String {
    (item.encaissement.annule == nil ? montant : .zero - montant).texte
  }
}
