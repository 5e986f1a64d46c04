import ArgumentParser
import Interface

struct FormatVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier", abstract: "Vérifie les tables d’un dossier et dit le lieu de chaque faute.",
    discussion: """
      Une table fautive est refusée, les autres servent. Code de retour 1 si l’une est refusée.

      Exemples :
        centre-serveur format verifier
        centre-serveur format verifier --formats mes-tables
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (formats, faults) = try session.chargerFormats()
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("versions", .liste(formats.tables.map { JSONValue($0.version) })), ("fautes", .liste(faults.map(Self.json))),
        ]))
    } else {
      for table in formats.tables { session.ecran.ligne("\(table.fichier) : version \(table.version), bonne.") }
      for fault in faults { session.ecran.ligne("Refusée — \(fault).") }
    }
    return faults.isEmpty ? .fait : .refuse
  }

  private static func json(_ fault: FauteDeTable) -> JSONValue {
    .objetSansNul([
      ("fichier", .texte(fault.fichier)), ("ligne", JSONValue(fault.ligne)), ("lieu", .texte(fault.lieu)),
      ("message", .texte(fault.message)),
    ])
  }
}
