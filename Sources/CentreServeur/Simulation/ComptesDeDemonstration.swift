import Convention
import Registre
import Site

/// Three accounts to sign in with on the demonstration, all of them made up, reachable from this machine alone.
struct ComptesDeDemonstration {
  struct Compte: Sendable {
    let identifiant: String
    let motDePasse: String
    let nom: String
    let profil: Profil

    var role: String {
      switch profil {
      case .exploitant: "exploitant du centre"
      case .comptable(let postes): "comptable du poste \(postes.map(\.texte).sorted().joined(separator: ", "))"
      case .etude(let etudes):
        "commissaire de justice de l’étude \(etudes.map(\.texte).sorted().joined(separator: ", "))"
      case .direction(let departement): "direction du département \(departement.texte)"
      case .central: "bureau CL1A"
      }
    }
  }

  let comptes: [Compte]

  init(poste: Codique, etude: CodeEtude) {
    comptes = [
      Compte(
        identifiant: "marie", motDePasse: "Garonne-2026-midi", nom: "Marie Fabre", profil: .comptable([poste])),
      Compte(
        identifiant: "paul", motDePasse: "Pastel-2026-brique", nom: "Paul Carrière", profil: .etude([etude])),
      Compte(identifiant: "claire", motDePasse: "Violette-2026-pont", nom: "Claire Martin", profil: .exploitant),
    ]
  }

  func creer(in registre: Registre) async throws {
    for compte in comptes {
      let kept = try await MotDePasse(choisi: compte.motDePasse, identifiant: compte.identifiant)
        .conserve(.enVigueur)
      try await registre.ecrire { ecriture in
        let cree = try ecriture.creer(
          identifiant: compte.identifiant, nom: compte.nom, profil: compte.profil, instant: Reglages.montre.instant)
        try ecriture.changer(motDePasse: kept, of: cree.id)
      }
    }
  }
}
