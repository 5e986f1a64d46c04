import Convention
import Registre

/// What should have arrived and did not, or not as usual (annexe II.1.1.1 a, R113): incidents for the exploitant.
///
/// An exploitation that has begun to send is expected on every working day, unless the directory gives it another rhythm.
struct FluxAttendus {
  let registre: Registre

  /// A day's volume is unusual beyond this factor of the median of the last files, once there are enough of them.
  static let factor = 5
  static let minimumHistory = 5
  static let historyLength = 20

  func surveiller(_ jour: Jour) async throws {
    let instant = Horloge.cloture(jour)
    try await registre.ecrire { registre in
      let lecture = registre.lecture
      let flux = try lecture.flux(until: jour)
      for suite in flux {
        for (cause, text) in try anomalies(of: suite, jour, lecture) {
          try registre.signaler(
            Incident(
              jour: jour, instant: instant, genre: "flux", cause: "\(cause):\(jour.iso):\(suite.nom)", texte: text))
        }
      }
    }
  }

  private func anomalies(of flux: Flux, _ jour: Jour, _ lecture: Lecture) throws -> [(String, String)] {
    let day = try FluxDuJour(flux, jour, lecture)
    let (files, taken) = (day.fichiers, day.pris)
    var found: [(String, String)] = []
    if day.manque {
      found.append(("manquant", "Aucun fichier \(flux.texte) reçu le \(jour.texte), attendu \(flux.periode.texte)."))
    }
    if files.contains(where: { $0.code == "007" || $0.code == "008" }) {
      found.append(
        ("double", "Second fichier \(flux.texte) refusé le \(jour.texte) : le premier reste seul pris en compte."))
    }
    if taken.contains(where: { $0.bilan.anomalies.contains("901") }) {
      found.append(("sequence", "Fichier \(flux.texte) du \(jour.texte) : un numéro de fichier manque avant celui-ci."))
    }
    let counts = taken.map { Int($0.bilan.enregistrements) }.reduce(0, +)
    if !taken.isEmpty, let text = try volume(counts, flux, jour, lecture) { found.append(("volume", text)) }
    return found
  }

  private func volume(_ count: Int, _ flux: Flux, _ jour: Jour, _ lecture: Lecture) throws -> String? {
    let history = try lecture.volumes(of: flux, before: jour, limit: FluxAttendus.historyLength).sorted()
    guard history.count >= FluxAttendus.minimumHistory else { return nil }
    let usual = history[history.count / 2]
    if count * FluxAttendus.factor < usual {
      return
        "Fichier \(flux.texte) du \(jour.texte) anormalement petit : \(count) enregistrements, d’ordinaire \(usual)."
    }
    if count > usual * FluxAttendus.factor {
      return
        "Fichier \(flux.texte) du \(jour.texte) anormalement gros : \(count) enregistrements, d’ordinaire \(usual)."
    }
    return nil
  }
}
