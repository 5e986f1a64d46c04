import Centre
import Convention
import Registre

/// Numbers and amounts by département and state, and their totals.
struct TableDeChiffres: Vue {
  let chiffres: [Chiffres]

  func ecrire(_ h: inout HTML) {
    guard !chiffres.isEmpty else { return h.paragraphe("Aucun dossier encore.") }
    let nombre = chiffres.map(\.nombre).reduce(0, +)
    let recouvre = chiffres.map(\.recouvre).reduce(.zero, +)
    let montant = chiffres.map(\.montant).reduce(.zero, +)
    h.vue(
      Tableau<Chiffres>(
        "\(accorde(nombre, "dossier", "dossiers")) ; demandé \(montant.texte), recouvré \(recouvre.texte)\(taux(recouvre, montant))",
        [
          .init("Département") { $0.departement ?? "sans étude" },
          .init("État") { EtatDeDossier(rawValue: $0.etat)?.libelle ?? $0.etat },
          .init("Dossiers", classe: "nombre") { "\($0.nombre)" },
          .init("Demandé", classe: "nombre") { $0.montant.texte },
          .init("Recouvré", classe: "nombre") { $0.recouvre.texte },
          .init("Reste dû", classe: "nombre") { $0.reste.texte },
        ], chiffres))
  }

  /// Of tenths of a percent, rounded down.
  private func taux(_ recouvre: Montant, _ montant: Montant) -> String {
    guard montant > .zero else { return "" }
    let thousandths = recouvre.cents * 1_000 / montant.cents
    return ", soit \(thousandths / 10),\(thousandths % 10)\u{A0}%"
  }
}
