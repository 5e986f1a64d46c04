import ArgumentParser
import Centre
import Foundation
import Registre

/// Receives files as a partner's would be; scripts read its JSON.
struct Recevoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "recevoir",
    abstract: "Reçoit des fichiers : contrôle, répartition, remise aux études, accusés.",
    discussion: """
      Chaque fichier est gardé tel quel dans recus/, jugé, puis intégré une seule fois : le même fichier reçu de nouveau \
      est reconnu. Les journées passées qui ne l’étaient pas sont d’abord closes. Code de retour : 0 si chaque fichier \
      est accepté (A, P) ou déjà reçu (D), 1 si l’un est refusé (R) ou incomplet (I), 3 si l’un n’a pu être lu.

      Exemples :
        centre-serveur recevoir AL.HELIOS.031.20260302.000001
        centre-serveur recevoir --partenaire E3101 ET.-.-.E3101.20260304.000001
        centre-serveur recevoir --json --detail *.txt > resultat.json
      """)

  @Argument(help: ArgumentHelp("Fichiers à recevoir, dans cet ordre.", valueName: "fichier"))
  var fichiers: [String]

  @Option(help: ArgumentHelp("Partenaire qui les remet (étude, ou APPLICATION.EXPLOITATION).", valueName: "partenaire"))
  var partenaire: String?

  @Flag(help: "Avec --json, ajoute le sort de chaque demande.")
  var detail = false

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    try await session.alone {
      let centre = try await session.centre()
      let barre = BarreDeProgression(session.ecran)
      defer { barre.finish() }
      let names = Set(fichiers.map { URL(fileURLWithPath: $0).lastPathComponent })
      var reception = try await ReceptionDeFichiers(centre, names: names, barre)
      let resultats = try await reception.receive(fichiers, partenaire: partenaire)
      barre.finish()
      try await show(resultats, centre, session)
      // Only now that the result is out: a run stopped before would tell it again, never lose it.
      try await reception.close(resultats)
      return issue(resultats)
    }
  }

  private func show(_ resultats: [ResultatDeReception], _ centre: Centre, _ session: Session) async throws {
    if session.reglages.json {
      try await ResultatsEnJSON(centre: centre, detail: detail).write(resultats, to: session.ecran)
    } else {
      for resultat in resultats { try await ResultatEnTexte(centre: centre, ecran: session.ecran).write(resultat) }
    }
    for resultat in resultats { if let faute = resultat.faute { session.ecran.signaler(faute) } }
  }

  private func issue(_ resultats: [ResultatDeReception]) -> Issue {
    if resultats.contains(where: { $0.faute != nil }) { return .faute }
    let stopped = resultats.contains { ["R", "I"].contains($0.fichier?.statut) }
    return stopped ? .refuse : .fait
  }
}
