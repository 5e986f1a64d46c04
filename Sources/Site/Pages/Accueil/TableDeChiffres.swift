import Centre
import Convention
import Registre

/// Numbers and amounts by state, then by département when there are several: a hundred rows for the whole country.
struct TableDeChiffres: Vue {
  let chiffres: [Chiffres]

  func ecrire(_ h: inout HTML) {
    guard !chiffres.isEmpty else { return h.paragraphe("Aucun dossier encore.") }
    let total = Sommes(chiffres)
    let etats = EtatDeDossier.allCases.map { etat in
      Rangee(titre: etat.libelle, sommes: Sommes(chiffres.filter { $0.etat == etat.rawValue }))
    }
    h.vue(
      Tableau(
        "\(accorde(total.nombre, "dossier", "dossiers")) ; demandé \(total.montant.texte), "
          + "recouvré \(total.recouvre.texte)\(total.taux)",
        colonnes("État"), etats.filter { $0.sommes.nombre > 0 }))
    let places = Dictionary(grouping: chiffres) { $0.departement ?? "" }.sorted { $0.key < $1.key }
    guard places.count > 1 else { return }
    h.titre(2, "Par département")
    h.vue(
      Tableau(
        "Tous états confondus", colonnes("Département"),
        places.map { Rangee(titre: $0.key.isEmpty ? "sans étude" : $0.key, sommes: Sommes($0.value)) }))
  }

  private func colonnes(_ titre: String) -> [Tableau<Rangee>.Colonne] {
    [
      .init(titre) { $0.titre },
      .init("Dossiers", classe: "nombre") { "\($0.sommes.nombre)" },
      .init("Demandé", classe: "nombre") { $0.sommes.montant.texte },
      .init("Recouvré", classe: "nombre") { $0.sommes.recouvre.texte },
      .init("Reste dû", classe: "nombre") { $0.sommes.reste.texte },
    ]
  }
}

private struct Rangee {
  let titre: String
  let sommes: Sommes
}

private struct Sommes {
  let nombre: Int
  let montant: Montant
  let recouvre: Montant
  let reste: Montant

  init(_ chiffres: [Chiffres]) {
    nombre = chiffres.map(\.nombre).reduce(0, +)
    montant = chiffres.map(\.montant).reduce(.zero, +)
    recouvre = chiffres.map(\.recouvre).reduce(.zero, +)
    reste = chiffres.map(\.reste).reduce(.zero, +)
  }

  /// In tenths of a percent, rounded down.
  var taux: String {
    guard montant > .zero else { return "" }
    let thousandths = recouvre.cents * 1_000 / montant.cents
    return ", soit \(thousandths / 10),\(thousandths % 10)\u{A0}%"
  }
}
