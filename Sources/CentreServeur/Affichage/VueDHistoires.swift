import Centre
import Convention
import Registre

/// A list of histories of any kind: one line each, and the same as JSON.
enum VueDHistoires {
  static func json(_ ligne: LigneDHistoire) -> JSONValue {
    .objetSansNul([
      ("cle", .texte(ligne.cle)), ("libelle", .texte(ligne.libelle)), ("etat", .texte(ligne.etat)),
      ("poste", JSONValue(ligne.poste?.texte)), ("etude", JSONValue(ligne.etude?.texte)),
      ("departement", JSONValue(ligne.departement?.texte)), ("echeance", JSONValue(ligne.echeance)),
      ("ouverte", JSONValue(ligne.ouverte)), ("actes", JSONValue(ligne.rang)),
    ])
  }

  static func texte(_ ligne: LigneDHistoire) -> String {
    let place = ligne.poste.map { ", poste \($0)" } ?? ""
    let due = ligne.echeance.map { ", échéance le \($0.texte)" } ?? ""
    return "\(ligne.cle)  \(ligne.etat)  \(ligne.libelle)\(place)\(due)"
  }

  /// - Parameter noms: the singular and the plural of what is listed.
  static func montrer(_ lignes: [LigneDHistoire], _ noms: (String, String), _ session: Session) {
    if session.reglages.json { return session.ecran.json(.liste(lignes.map(json))) }
    for ligne in lignes { session.ecran.ligne(texte(ligne)) }
    session.ecran.ligne(accorde(lignes.count, noms.0, noms.1) + ".")
  }

  /// What a history became by one act, for programs and for people.
  static func dire<H: Histoire>(_ fiche: FicheDHistoire<H>, _ phrase: String, _ session: Session) {
    session.tell(
      [("cle", .texte(fiche.cle)), ("etat", .texte(fiche.histoire.resume.etat)), ("actes", JSONValue(fiche.rang))],
      phrase)
  }
}

/// Which histories of a kind are listed.
struct OptionsDHistoires {
  static func lire(
    _ genre: GenreDHistoire, _ perimetre: Perimetre, etat: String?, limite: Int, _ session: Session
  ) async throws -> [LigneDHistoire] {
    guard limite > 0 else { throw MauvaisUsage("--limite part de 1.") }
    let filtre = FiltreDHistoires(etat: etat?.uppercased())
    return try await session.registre().lire { try $0.histoires(genre, perimetre, filtre, limit: limite) }
  }
}
