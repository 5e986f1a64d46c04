import ArgumentParser
import Centre
import Convention
import Registre

struct IncidentsLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les dysfonctionnements d’un périmètre, avec leur état.",
    discussion: """
      Un poste ou une étude voit ceux qui le concernent, une direction ceux de son département, le bureau CL1A \
      (national) ceux dont il a été avisé. États : PREVU, EN_COURS, RETABLI, CLOS, ABANDONNE.

      Exemples :
        centre-serveur incidents lister
        centre-serveur incidents lister --etat en_cours --json
        centre-serveur incidents lister --pour national
      """)

  @Option(help: ArgumentHelp("Seulement dans cet état.", valueName: "état"))
  var etat: String?

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (scope, etats) = (try perimetre.perimetre(), etat.map { [$0.uppercased()] })
    let fiches = try await session.registre().lire { try $0.incidentsDeService(scope, etats: etats) }
    if session.reglages.json {
      session.ecran.json(.liste(fiches.map { VueDIncident.resume($0, complet: scope == .exploitant) }))
      return .fait
    }
    for fiche in fiches {
      let resume = fiche.histoire.resume
      session.ecran.ligne("\(fiche.cle)  \(resume.etat)  \(resume.libelle)")
    }
    session.ecran.ligne(accorde(fiches.count, "dysfonctionnement", "dysfonctionnements") + ".")
    return .fait
  }
}
