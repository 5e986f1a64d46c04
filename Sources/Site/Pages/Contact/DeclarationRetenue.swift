import Centre
import Convention
import Registre
import Synchronization

/// The centre's declaration of means as it was last read: pages that say whom to call ask only whether it has changed since.
final class DeclarationRetenue: Sendable {
  private struct Lue: Sendable {
    let id: Int64
    let rang: Int
    let declaration: DeclarationDeMoyens
  }

  private let derniere = Mutex<Lue?>(nil)

  /// Nil as long as the centre has declared nothing. One question as long as nothing was added.
  func lire(_ lecture: Lecture) throws -> DeclarationDeMoyens? {
    guard let ligne = try lecture.histoires(.declaration, .exploitant, limit: 1).first else { return nil }
    if let lue = derniere.withLock({ $0 }), lue.id == ligne.id, lue.rang == ligne.rang { return lue.declaration }
    guard let fiche = try lecture.declaration() else { return nil }
    derniere.withLock { $0 = Lue(id: fiche.id, rang: fiche.rang, declaration: fiche.histoire) }
    return fiche.histoire
  }
}
