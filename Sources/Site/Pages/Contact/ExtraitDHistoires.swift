import Convention
import Registre

/// A page of a list of histories, how many there are, and how many of each state.
struct ExtraitDHistoires: Sendable {
  static let parPage = 50

  let lignes: [LigneDHistoire]
  let nombres: [String: Int]
  /// On all pages.
  let nombre: Int
  let page: Int

  /// - Parameter page: as the address gives it; the first one for anything else than a number.
  init(
    _ genre: GenreDHistoire, _ perimetre: Perimetre, etat: String? = nil, _ ordre: OrdreDHistoires, page: String,
    _ lecture: Lecture
  ) throws {
    let number = min(max(1, Int(page) ?? 1), 10_000)
    let counts = try lecture.nombresDHistoires(genre, perimetre)
    self.page = number
    nombres = counts
    nombre = etat.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +)
    lignes = try lecture.histoires(
      genre, perimetre, FiltreDHistoires(etat: etat), ordre: ordre, limit: ExtraitDHistoires.parPage,
      offset: (number - 1) * ExtraitDHistoires.parPage)
  }

  func pagination(url: @escaping (Int) -> String) -> Pagination {
    Pagination(page: page, nombre: (nombre + ExtraitDHistoires.parPage - 1) / ExtraitDHistoires.parPage, url: url)
  }
}
