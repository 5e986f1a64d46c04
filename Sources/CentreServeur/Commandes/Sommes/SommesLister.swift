import ArgumentParser
import Centre
import Registre

struct SommesLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Ce que détiennent les études, les retards d’abord, et les totaux par poste.",
    discussion: """
      Une somme payée à l’étude attend jusqu’à ce que son virement soit tenu ; un chèque à l’ordre du Trésor, jusqu’au \
      jour de remise que dit l’encaissement. Les montants du JSON sont en centimes.

      Exemples :
        centre-serveur sommes lister --etude E3101
        centre-serveur sommes lister --pour poste:031012 --json
      """)

  @Option(help: ArgumentHelp("Sommes de cette étude.", valueName: "code"))
  var etude: String?

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let sommes = try await session.sommes(try perimetre.perimetre(), etude: etude)
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("jour", JSONValue(sommes.jour)), ("totaux", .liste(sommes.totaux.map(VueDesSommes.json))),
          (
            "detenu",
            .objet(sommes.registres.map { ($0.etude.texte, JSONValue($0.detenu(on: sommes.jour))) })
          ),
          ("sommes", .liste(sommes.enAttente.map { VueDesSommes.json($0, on: sommes.jour) })),
        ]))
      return .fait
    }
    for total in sommes.totaux { session.ecran.ligne(VueDesSommes.texte(total)) }
    for somme in sommes.enAttente { session.ecran.ligne(VueDesSommes.texte(somme, on: sommes.jour)) }
    for registre in sommes.registres {
      let calcul = registre.explicationDuDetenu(on: sommes.jour).calcul.joined(separator: " ; ")
      session.ecran.ligne("Étude \(registre.etude), recettes − reversements − frais : \(calcul)")
    }
    session.ecran.ligne(accorde(sommes.enAttente.count, "somme en attente", "sommes en attente") + ".")
    return .fait
  }
}
