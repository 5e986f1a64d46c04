import ArgumentParser
import Interface

struct FormatDecoder: Commande {
  static let configuration = CommandConfiguration(
    commandName: "decoder", abstract: "Montre en JSON le contenu d’un fichier de n’importe quel genre, sans le juger.",
    discussion: """
      Écrit {fichier, contenu} : ce que dit l’en-tête, puis chaque enregistrement champ par champ. Rien n’est reçu.

      Exemples :
        centre-serveur format decoder RI.HELIOS.031.20260302.000001
      """)

  @Argument(help: ArgumentHelp("Fichier à montrer.", valueName: "fichier"))
  var fichier: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let donne = try FichierDonne(fichier, session)
    let examen = try donne.examen()
    guard let lecteur = LecteurDeContenu(examen.ouverture, donne.source) else { throw try donne.refus() }
    let header = JSONValue.objet([
      ("genre", JSONValue(examen.genre?.code)), ("version", JSONValue(examen.table?.version)),
      ("enregistrements", JSONValue(examen.enregistrements)),
    ])
    session.ecran.ecrire("{\"fichier\": \(header.texte),\n \"contenu\": [")
    var separator = "\n  "
    while let record = try lecteur.next() {
      session.ecran.ecrire(separator + record.contenu.json)
      separator = ",\n  "
    }
    session.ecran.ecrire("\n ]}\n")
    return .fait
  }
}
