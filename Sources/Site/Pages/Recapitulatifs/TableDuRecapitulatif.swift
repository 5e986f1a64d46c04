import Centre
import Convention

/// The table of one copy: a row per nature of claim and the totals (art. 13, R053).
struct TableDuRecapitulatif: Vue {
  let etat: EtatRecapitulatif
  let exemplaire: EtatRecapitulatif.Exemplaire
  let libelles: Libelles

  /// A row as it is printed; the totals are the last.
  private struct Rangee {
    let titre: String
    let chiffres: ChiffresRecapitules
  }

  func ecrire(_ h: inout HTML) {
    let contenu = etat.contenu
    h.paragraphe("\(exemplaire.texte.capitalisee) — \(ContenuDuRecapitulatif.mention)", classe: "mention")
    h.definitions(
      [
        ("Étude", contenu.etude.texte), ("Poste", contenu.poste.texte), ("Phase", contenu.phase.libelle),
        ("Période", contenu.periode.texte), ("Arrêté le", etat.arreteLe.texte),
        ("Signé le", etat.signeLe?.texte ?? "non signé"), ("Transmis le", etat.transmisLe?.texte ?? "non transmis"),
      ])
    h.vue(Tableau("Dossiers : nombre et montant", dossiers, rangees) { $0.titre == Self.total ? "total" : nil })
    h.vue(Tableau("Sommes", sommes, rangees) { $0.titre == Self.total ? "total" : nil })
    h.vue(Tableau("Résultats", resultats, rangees) { $0.titre == Self.total ? "total" : nil })
  }

  private static let total = "Total"

  private var rangees: [Rangee] {
    etat.contenu.lignes.map {
      Rangee(titre: libelles.texte("nature_creance", $0.nature) ?? $0.nature, chiffres: $0.chiffres)
    } + [Rangee(titre: Self.total, chiffres: etat.contenu.totaux)]
  }

  private var nature: Tableau<Rangee>.Colonne { .init("Nature") { $0.titre } }

  private var dossiers: [Tableau<Rangee>.Colonne] {
    [nature]
      + ChiffresRecapitules.Rubrique.allCases.map { rubrique in
        .init(rubrique.libelle.capitalisee, classe: "nombre") {
          let value = $0.chiffres[rubrique]
          return value == .zero ? "—" : "\(value.nombre) / \(value.montant.texte)"
        }
      }
  }

  private var sommes: [Tableau<Rangee>.Colonne] {
    [nature]
      + ChiffresRecapitules.Somme.allCases.map { somme in
        .init(somme.libelle.capitalisee, classe: "nombre") { $0.chiffres[somme].texte }
      }
  }

  private var resultats: [Tableau<Rangee>.Colonne] {
    [
      nature, .init("Taux en nombre", classe: "nombre") { $0.chiffres.tauxNombre?.texte ?? "—" },
      .init("Taux en valeur", classe: "nombre") { $0.chiffres.tauxValeur?.texte ?? "—" },
      .init("Délai moyen", classe: "nombre") {
        $0.chiffres.delaiMoyenDays.map { accorde($0, "jour", "jours") } ?? "—"
      },
    ]
  }
}

extension String {
  /// With a capital first letter, the rest as it is.
  fileprivate var capitalisee: String { prefix(1).uppercased() + dropFirst() }
}
