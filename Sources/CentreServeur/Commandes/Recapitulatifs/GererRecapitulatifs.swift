import ArgumentParser
import Centre
import Convention
import Registre

/// The états récapitulatifs of the études.
struct GererRecapitulatifs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recapitulatifs",
    abstract: "États récapitulatifs des études : dus, arrêter, voir, signer, transmettre.",
    subcommands: [
      RecapitulatifsDus.self, RecapitulatifsArreter.self, RecapitulatifsVoir.self, RecapitulatifsSigner.self,
      RecapitulatifsTransmettre.self,
    ])
}

/// Names one état: `E3101-031012-C-20260101-20261231`.
struct OptionsRecapitulatif: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Clé de l’état, comme « recapitulatifs dus » la montre : ÉTUDE-POSTE-PHASE-DU-AU.", valueName: "clé")
  )
  var cle: String

  func trouver(_ registre: Registre, _ perimetre: Perimetre) async throws -> FicheDHistoire<EtatRecapitulatif> {
    let cle = cle
    guard let fiche = try await registre.lire({ try $0.histoire(EtatRecapitulatif.self, cle: cle, perimetre) }) else {
      throw DemandeRefusee("\(RecapitulatifIntrouvable())")
    }
    return fiche
  }
}

extension Session {
  func tell(_ fiche: FicheDHistoire<EtatRecapitulatif>, _ fait: String) {
    tell(
      [("cle", .texte(fiche.cle)), ("etat", .texte(fiche.histoire.resume.etat))],
      "État récapitulatif \(fiche.cle) \(fait).")
  }
}
