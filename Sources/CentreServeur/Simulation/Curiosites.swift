import Centre
import Convention
import Registre

/// Three things worth a look in what was lived: a late dossier, an address to settle, an extension to answer.
struct Curiosites {
  let retard: LigneDossier?
  let adresse: LigneDossier?
  let prolongation: LigneDossier?

  /// - Parameter retardataire: the étude whose late dossiers are shown.
  init(_ registre: Registre, retardataire: CodeEtude) async throws {
    (retard, adresse, prolongation) = try await registre.lire { lecture in
      func first(_ filtre: FiltreDossiers) throws -> LigneDossier? {
        try lecture.dossiers(.exploitant, filtre, tri: .parNom, limit: 1, offset: 0).first
      }
      var late = FiltreDossiers(etude: retardataire.texte)
      late.retardInjustifie = true
      var extended = FiltreDossiers()
      extended.prolongation = true
      return (
        try first(late), try first(FiltreDossiers(etat: EtatDeDossier.attente.rawValue)), try first(extended)
      )
    }
  }

  /// The poste that has an extension to answer.
  var poste: Codique? { prolongation.flatMap { Codique($0.poste) } }
}
