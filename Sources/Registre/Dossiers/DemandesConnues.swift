import Convention
import SQLEngine

/// Looks up accepted demands one after the other, in one snapshot.
///
/// The base is asked for the first one from a key on: what stands between that key and its answer is not there, and is not asked
/// again. A file whose numbers are new and follow each other costs one question.
public struct DemandesConnues {
  private let lecture: Lecture
  private var reponse: (depuis: CleDemande, premiere: DemandeConnue?)?

  public init(_ lecture: Lecture) { self.lecture = lecture }

  /// The demand of that key, and the file that brought it; nil if it was never accepted, or given up since.
  public mutating func trouver(_ cle: CleDemande) throws -> (id: Int64, fichier: Int64)? {
    if !isAnswered(cle) { reponse = (cle, try lecture.premiereDemande(from: cle)) }
    guard let premiere = reponse?.premiere, premiere.cle == cle else { return nil }
    return (premiere.id, premiere.fichier)
  }

  private func isAnswered(_ cle: CleDemande) -> Bool {
    guard let reponse, !cle.precedes(reponse.depuis) else { return false }
    return reponse.premiere.map { !$0.cle.precedes(cle) } ?? true
  }
}

/// An accepted demand as it is found by its key.
struct DemandeConnue {
  let cle: CleDemande
  let id: Int64
  let fichier: Int64
}

extension CleDemande {
  /// In the order of the index, which is that of the bytes.
  fileprivate func precedes(_ other: CleDemande) -> Bool {
    for (left, right) in [(numero, other.numero), (exploitation, other.exploitation), (application, other.application)]
    where left != right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return false
  }
}

extension Lecture {
  /// The first demand from a key on, in the order of the index.
  fileprivate func premiereDemande(from cle: CleDemande) throws -> DemandeConnue? {
    try connection.first(
      """
      SELECT d.numero, d.exploitation, d.application, d.id, d.fichier FROM dossier d
      WHERE d.etat <> 'ECARTE' AND (d.numero, d.exploitation, d.application) >= ($1, $2, $3)
      ORDER BY d.numero, d.exploitation, d.application LIMIT 1
      """, .text(cle.numero), .text(cle.exploitation), .text(cle.application)
    ) {
      DemandeConnue(
        cle: CleDemande(application: $0.text(2), exploitation: $0.text(1), numero: $0.text(0)), id: $0.int(3),
        fichier: $0.int(4))
    }
  }
}
