import Centre
import Convention
import Foundation
import Registre

/// What a person reads of a received file: its fate, its totals, its rejects by code, where it is kept.
struct ResultatEnTexte {
  let centre: Centre
  let ecran: Ecran

  func write(_ resultat: ResultatDeReception) async throws {
    guard let fichier = resultat.fichier else { return }
    let constat = constat(fichier)
    ecran.ligne("\(resultat.argument) : \(fichier.sort)")
    if let message = constat?.message { ecran.ligne("  \(message)") }
    if let codage = constat?.codage { ecran.ligne("  \(codage)") }
    if fichier.statut == "A" || fichier.statut == "P" { totals(fichier) }
    try await rejets(fichier)
    ecran.ligne("  Gardé dans recus/\(fichier.chemin)")
  }

  private func totals(_ fichier: FichierRecu) {
    let bilan = fichier.bilan
    if fichier.suite?.environnement == "T" { ecran.ligne("  Fichier d’essai : tout est contrôlé, rien n’est intégré.") }
    ecran.ligne("  \(accorde(Int(bilan.enregistrements), "enregistrement lu", "enregistrements lus"))")
    if bilan.acceptees + bilan.rejetees > 0 {
      let waiting = bilan.attente > 0 ? ", dont \(bilan.attente) en attente d’une adresse" : ""
      ecran.ligne(
        "  Demandes : \(accorde(bilan.acceptees, "acceptée", "acceptées")) pour \(bilan.montant.texte)\(waiting) ; "
          + accorde(bilan.rejetees, "rejetée", "rejetées"))
    }
    let count = bilan.messages.values.reduce(0, +)
    if count > 0 {
      let parts = bilan.messages.sorted { $0.key < $1.key }.map { "\($0.value) de type \($0.key)" }
      ecran.ligne(
        "  Messages et actualisations : \(accorde(count, "accepté", "acceptés")) (\(parts.joined(separator: ", ")))")
    }
    for code in bilan.anomalies { ecran.ligne("  \(code) signalé : \(centre.phrase(code: code) ?? "")") }
  }

  private func rejets(_ fichier: FichierRecu) async throws {
    let all = try await centre.registre.lire { try $0.rejets(of: fichier.id) }
    guard !all.isEmpty else { return }
    ecran.ligne("  \(accorde(all.count, "enregistrement rejeté", "enregistrements rejetés")) :")
    for (code, items) in Dictionary(grouping: all, by: \.code).sorted(by: { $0.key < $1.key }) {
      let lines = items.prefix(5).map { String($0.place.ligne) }.joined(separator: ", ")
      let more = items.count > 5 ? "…" : ""
      ecran.ligne("    \(code) \(centre.phrase(code: code) ?? "") : \(items.count) (ligne \(lines)\(more))")
    }
  }

  /// What the receipt kept beside the file says.
  private func constat(_ fichier: FichierRecu) -> Constat? {
    let url = centre.echanges.recu(fichier.chemin + ".recepisse.json")
    return (try? Data(contentsOf: url)).flatMap { try? JSONDecoder().decode(Constat.self, from: $0) }
  }

  private struct Constat: Decodable {
    let message: String?
    let codage: String?
  }
}
