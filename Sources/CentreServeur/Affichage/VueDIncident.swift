import Centre
import Convention
import Registre

/// A dysfunction as it is shown, with its duties and its acts.
enum VueDIncident {
  /// - Parameter complet: for the exploitant; the others are not told whom else it concerns, nor by when CL1A must be.
  static func resume(_ fiche: FicheDHistoire<IncidentDeService>, complet: Bool) -> JSONValue {
    let (incident, resume) = (fiche.histoire, fiche.histoire.resume)
    let known: [(String, JSONValue)] = [
      ("cle", .texte(fiche.cle)), ("libelle", .texte(resume.libelle)), ("etat", .texte(resume.etat)),
      ("nature", .texte(incident.nature.rawValue)), ("ouverte", JSONValue(fiche.ouverte)),
    ]
    return .objetSansNul(complet ? known + portee(incident) : known)
  }

  private static func portee(_ incident: IncidentDeService) -> [(String, JSONValue)] {
    let concernes = incident.concernes
    return [
      ("postes", .liste(concernes.postes.map { .texte($0.texte) })),
      ("etudes", .liste(concernes.etudes.map { .texte($0.texte) })),
      ("departements", .liste(concernes.departements.map { .texte($0.texte) })),
      ("limite_cl1a", .texte(incident.limites.cl1a.iso)),
    ]
  }

  static func json(_ devoir: Devoir, at instant: Instant) -> JSONValue {
    .objetSansNul([
      ("libelle", .texte(devoir.libelle)), ("article", .texte("\(devoir.article)")),
      ("exigence", .texte(devoir.exigence)), ("limite", JSONValue(devoir.limite?.iso)),
      ("en_retard", .booleen(devoir.isLate(at: instant))),
    ])
  }

  static func texte(_ devoir: Devoir, at instant: Instant) -> String {
    let limit = devoir.limite.map { ", avant le \($0.texte)\(devoir.isLate(at: instant) ? " (DÉPASSÉ)" : "")" } ?? ""
    return "\(devoir.libelle)\(limit) (\(devoir.article), \(devoir.exigence))"
  }

  /// - Parameter complet: for the exploitant; others see what concerns all.
  static func montrer(
    _ fiche: FicheDHistoire<IncidentDeService>, _ actes: [ActeDate<IncidentDeService.Acte>], at instant: Instant,
    complet: Bool, _ session: Session
  ) {
    let shown = actes.filter { complet || $0.acte.estPublic }
    let dus = complet ? fiche.histoire.devoirs(at: instant) : []
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("incident", resume(fiche, complet: complet)), ("devoirs", .liste(dus.map { json($0, at: instant) })),
          (
            "actes",
            .liste(
              shown.map { .objet([("instant", .texte($0.instant.iso)), ("texte", .texte($0.acte.phrase))]) })
          ),
        ]))
      return
    }
    let resume = fiche.histoire.resume
    session.ecran.ligne("\(fiche.cle) — \(resume.libelle) : \(resume.etat)")
    if complet {
      session.ecran.ligne("  Avis au bureau CL1A : au plus tard le \(fiche.histoire.limites.cl1a.texte)")
    }
    for devoir in dus { session.ecran.ligne("  À faire : \(texte(devoir, at: instant))") }
    for acte in shown { session.ecran.ligne("  \(acte.instant.texte)  \(acte.acte.phrase)") }
  }
}
