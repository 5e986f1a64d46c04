import Convention

/// The lines of an invoice and their totals, as a bill shows them (art. 12 ▸1 and ▸2).
struct LignesDeFacture: Vue {
  let projet: ProjetDeFacture

  init(_ projet: ProjetDeFacture) { self.projet = projet }

  func ecrire(_ h: inout HTML) {
    h.vue(
      Tableau<LigneDeFacture>(
        "Lignes de la facture",
        [
          .init("Dossier") { $0.cle.dossier }, .init("État de poursuites") { $0.etatPoursuites },
          .init("N° d’acte") { $0.numero ?? $0.cle.acte }, .init("Acte, droit ou forfait") { $0.libelle },
          .init("Date") { $0.cle.jour.texte }, .init("Taux × coefficient") { $0.calcul ?? "—" },
          .init("HT", classe: "nombre") { $0.ht.texte },
          .init("Transport", classe: "nombre") { $0.transport.texte },
          .init("TVA", classe: "nombre") { $0.tva.texte },
          .init("TTC", classe: "nombre") { $0.honoraire.ttc.texte },
        ], projet.lignes))
    h.definitions(
      [
        ("Total HT", projet.total.ht.texte), ("TVA", projet.total.tva.texte),
        ("Total TTC", projet.total.ttc.texte),
      ], classe: "chiffres")
  }
}
