import ArgumentParser
import Centre
import Convention
import Registre

/// The evening of the day.
struct CloreJournee: Commande {
  static let configuration = CommandConfiguration(
    commandName: "journee", abstract: "Clôt la journée : suivi, relances, attestations, fichiers de retour.",
    discussion: """
      Les journées manquées sont closes d’abord, dans l’ordre. Rejouée, la commande redonne la même liste et dépose de \
      nouveau, à l’octet près, les fichiers du jour qui ne sont plus dans sortant/. Avec --json : {jour, fichiers: [{chemin, genre, application, exploitation, etude, sequence, empreinte}]}.

      Exemples :
        centre-serveur journee
        centre-serveur journee --json
        centre-serveur --jour 2026-03-02 journee
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    try await session.alone {
      let centre = try await session.centre()
      let barre = BarreDeProgression(session.ecran)
      defer { barre.finish() }
      let closed = try await centre.registre.lire { try $0.derniereJourneeClose() }
      try await Soiree(centre, barre).clore(until: session.jour)
      if let closed, session.jour <= closed { try await Journee(centre).reproduire(session.jour) }
      let failures = try await Journee(centre).envoyer()
      barre.finish()
      try await show(centre, session)
      for failure in failures { session.ecran.signaler(failure) }
      return .fait
    }
  }

  private func show(_ centre: Centre, _ session: Session) async throws {
    let jour = session.jour
    let (emis, incidents) = try await centre.registre.lire { lecture in
      (try lecture.fichiersEmis(jour).filter { $0.empreinte != nil }, try lecture.incidents(from: jour, to: jour))
    }
    if session.reglages.json {
      session.ecran.json(
        .objet([("jour", JSONValue(jour)), ("fichiers", .liste(emis.map { Self.json($0, session.reglages.echanges) }))])
      )
    } else {
      text(emis, incidents, session)
    }
  }

  private static func json(_ fichier: FichierEmis, _ echanges: String) -> JSONValue {
    let filled = { (text: String) in JSONValue(text.isEmpty ? nil : text) }
    return .objet([
      ("chemin", .texte("\(echanges)/sortant/\(fichier.nom)")), ("genre", .texte(fichier.suite.genre)),
      ("application", filled(fichier.suite.application)), ("exploitation", filled(fichier.suite.exploitation)),
      ("etude", filled(fichier.suite.etude)), ("sequence", JSONValue(fichier.sequence)),
      ("empreinte", JSONValue(fichier.empreinte)),
    ])
  }

  private func text(_ emis: [FichierEmis], _ incidents: [Incident], _ session: Session) {
    let ecran = session.ecran
    ecran.ligne("Journée du \(session.jour.texte) close ; \(accorde(emis.count, "fichier émis", "fichiers émis")).")
    for fichier in emis {
      ecran.ligne(
        "  \(fichier.nom)  \(accorde(Int(fichier.enregistrements ?? 0), "enregistrement", "enregistrements"))")
    }
    if !incidents.isEmpty { ecran.ligne("\(accorde(incidents.count, "incident", "incidents")) :") }
    for incident in incidents { ecran.ligne("  \(incident.texte)") }
  }
}
