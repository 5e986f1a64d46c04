import ArgumentParser
import Foundation
import Interface

struct FormatDecrire: Commande {
  static let configuration = CommandConfiguration(
    commandName: "decrire", abstract: "Imprime la documentation d’une version, tirée de sa table.",
    discussion: """
      Exemples :
        centre-serveur format decrire 1
        centre-serveur format decrire 1 --html --sortie format-1.html
      """)

  @Argument(help: ArgumentHelp("Version du format.", valueName: "version"))
  var version: Int

  @Flag(help: "En une page HTML.")
  var html = false

  @Option(help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"))
  var sortie: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let formats = try session.formats()
    guard let table = formats.table(version: version) else {
      let known = formats.tables.map { String($0.version) }.joined(separator: ", ")
      throw DemandeRefusee(
        "La version \(version) n’est pas en service ; en service : \(known.isEmpty ? "aucune" : known).")
    }
    let text = decrire(table, en: html ? .html : .texte)
    guard let sortie else {
      if session.reglages.json {
        session.ecran.json(
          .objet([
            ("version", JSONValue(version)), ("forme", .texte(html ? "html" : "texte")), ("document", .texte(text)),
          ]))
        return .fait
      }
      session.ecran.ecrire(text.hasSuffix("\n") ? text : text + "\n")
      return .fait
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: sortie), options: .atomic)
    session.ecran.signaler("Documentation de la version \(version) écrite dans \(sortie).")
    return .fait
  }
}
