import Centre
import Convention
import Registre

/// What earlier runs left unfinished.
///
/// Only asked under the lock of the base, so that none of it is another command's work in hand.
struct Reprises {
  private let centre: Centre
  private let barre: BarreDeProgression

  init(_ centre: Centre, _ barre: BarreDeProgression) {
    self.centre = centre
    self.barre = barre
  }

  /// Finishes every file but those that will be asked for again by name today; gives what nobody was told of yet.
  ///
  /// A file of a past day belongs to that day's returns: it is finished before they are made. Once the day is past, or when it
  /// came by a way that tells nothing back, it is closed too; a copy in `entrant/` is closed by the one who takes it away.
  func settle(names: Set<String> = []) async throws -> [FichierRecu] {
    let left = try await centre.registre.lire { try $0.fichiersInacheves() }
    guard !left.isEmpty else { return [] }
    let reception = try await Reception(centre)
    var untold: [FichierRecu] = []
    for fichier in left {
      let isPast = fichier.jour < centre.horloge.jour
      let isAwaited = names.contains(fichier.nom)
      let done = isAwaited && !isPast ? fichier : try await reception.reprendre(fichier, progress: barre.progress)
      if Reprises.tellsNobody(done) || (isPast && !isAwaited && done.canal == "commande") {
        try await reception.clore(done)
      } else {
        untold.append(done)
      }
    }
    return untold
  }

  private static func tellsNobody(_ fichier: FichierRecu) -> Bool {
    fichier.canal != "commande" && fichier.canal != "dossier"
  }
}
