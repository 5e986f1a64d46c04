import ArgumentParser
import Centre
import Registre

struct QuarantaineLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Ce qui attend : dossiers sans étude, lignes rejetées, avec ce qui est proposé.",
    discussion: """
      Un dossier en attente se nomme par son numéro de demande, une ligne rejetée par FICHIER:LIGNE.

      Exemples :
        centre-serveur quarantaine lister
        centre-serveur quarantaine lister --pour poste:031012
        centre-serveur quarantaine lister --json
      """)

  @Option(help: ArgumentHelp("Nombre de lignes montrées au plus.", valueName: "n"))
  var limite = 100

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard limite > 0 else { throw MauvaisUsage("--limite part de 1.") }
    let scope = try perimetre.perimetre()
    let centre = try await session.centre()
    let attentes = scope == .exploitant ? try await Quarantaine(centre).enAttente(limit: limite) : []
    let (rejets, codes) = try await centre.registre.lire { lecture in
      (try lecture.quarantaine(scope, limit: limite), try lecture.quarantaineParCode(scope))
    }
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("attente", .liste(attentes.map(VueDeQuarantaine.json))),
          ("rejets", .liste(rejets.map(VueDeQuarantaine.json))),
          ("par_code", .objet(codes.map { ($0.code, JSONValue($0.nombre)) })),
        ]))
    } else {
      text(attentes, rejets, codes, centre, session.ecran)
    }
    return .fait
  }

  private func text(
    _ attentes: [Quarantaine.Attente], _ rejets: [RejetConserve], _ codes: [(code: String, nombre: Int)],
    _ centre: Centre, _ ecran: Ecran
  ) {
    ecran.ligne("\(accorde(attentes.count, "dossier en attente", "dossiers en attente"))")
    for attente in attentes { ecran.ligne("  \(VueDeQuarantaine.texte(attente))") }
    ecran.ligne("\(accorde(codes.map(\.nombre).reduce(0, +), "ligne rejetée", "lignes rejetées"))")
    for (code, count) in codes { ecran.ligne("  \(code) \(centre.phrase(code: code) ?? "") : \(count)") }
    for rejet in rejets {
      ecran.ligne(
        "  \(rejet.fichier):\(rejet.place.ligne)  \(rejet.code) type \(rejet.type) \(rejet.numeroDemande ?? "-")"
          + "\(rejet.champ.map { " champ \($0)" } ?? "")")
      ecran.ligne("      \(Proposition.texte(for: rejet))")
    }
  }
}
