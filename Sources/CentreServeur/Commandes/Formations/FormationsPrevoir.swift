import ArgumentParser
import Centre
import Convention
import Registre

struct FormationsPrevoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "prevoir", abstract: "Prévoit une formation de postes d’un département conventionné.",
    discussion: """
      Un renouvellement suit une formation initiale et se demande une fois par an (annexe qualité III).

      Exemples :
        centre-serveur formations prevoir --le 2026-04-09 --departement 31 --poste 031012 --poste 031020 --lieu "DRFiP, Toulouse"
        centre-serveur formations prevoir --le 2027-05-04 --departement 31 --poste 031012 --demande 2027-04-12 --lieu "Colomiers"
      """)

  @Option(help: ArgumentHelp("Jour de la formation.", valueName: "jour"))
  var le: String

  @Option(help: ArgumentHelp("Département des postes.", valueName: "département"))
  var departement: String

  @Option(help: ArgumentHelp("Poste formé ; se répète.", valueName: "codique"))
  var poste: [String] = []

  @Option(help: ArgumentHelp("Lieu, de préférence sur place.", valueName: "texte"))
  var lieu: String

  @Option(help: ArgumentHelp("Renouvellement demandé par le comptable ce jour-là.", valueName: "jour"))
  var demande: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (day, place, lieu) = (
      try CodeDonne.jour(le, of: "--le"), try CodeDonne.departement(departement), lieu
    )
    let nature: Formation.Nature =
      try demande.map { .renouvellement(demande: try CodeDonne.jour($0, of: "--demande")) } ?? .initiale
    let codes = try CodeDonne.postes(poste)
    let fiche = try await session.deciding { centre, _ in
      try await DevoirsDuCentre(centre).prevoirFormation(
        nature, codes.count == 1 ? .individuelle : .collegiale, place, postes: codes, jour: day, lieu: lieu)
    }
    VueDHistoires.dire(fiche, "Formation \(fiche.cle) prévue le \(day.texte).", session)
    return .fait
  }
}
